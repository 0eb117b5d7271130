package org.chizheng.goal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.goal.rule.LargestRemainder;

/** Sets targets. What stood before stays on record with the time until which it stood. */
@ApplicationScoped
public class SettingTargets {
    static final List<String> MARKS = List.of("SOURCED", "KNOWN", "UNCERTAIN", "DERIVED");
    private static final int SOURCE = 300;
    private static final long MOST = 100_000_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final long LOCK = 7_210_001;
    private final Targets targets;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public SettingTargets(Targets targets, Sql sql, OfficialClock clock, Auditing auditing) {
        this.targets = targets;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** Takes back a city's own target: it gets its share by the rule again. @throws Refused if it has none */
    @Transactional
    public void release(String reading, GoalKind kind, int year, String city) {
        lock();
        if (Targets.PROVINCE.equals(city) || close(reading, kind, year, city) == 0) {
            throw new Refused(GoalRefusal.REGION_INVALID);
        }
        mustAddUp(reading, kind, year);
        auditing.note("released", "goal", reading + " " + kind + " " + year + " " + city, "");
    }

    /**
     * Sets the target of the province, or a city's own; what cities with their own leave goes to the others by the rule.
     *
     * @throws Refused naming the field; MORE_THAN_WHOLE or LESS_THAN_WHOLE if the cities would not add up to the province
     */
    @Transactional
    public void set(TargetForm form, String by) {
        check(form);
        lock();
        boolean whole = Targets.PROVINCE.equals(form.region());
        close(form.reading(), form.kind(), form.year(), form.region());
        sql.update(
                "INSERT INTO goal_target (id, reading, kind, year, region, persons, split, mark, source, known_from, set_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                form.reading(),
                form.kind().name(),
                form.year(),
                form.region(),
                form.persons(),
                whole ? form.split() : null,
                form.mark(),
                form.source().strip(),
                clock.now(),
                by);
        mustAddUp(form.reading(), form.kind(), form.year());
        auditing.note(
                "set",
                "goal",
                form.reading() + " " + form.kind() + " " + form.year() + " " + form.region(),
                form.persons() + (whole ? " " + form.split() : ""));
    }

    private void check(TargetForm form) {
        must(targets.reading(form.reading()).isPresent(), GoalRefusal.READING_UNKNOWN);
        must(form.kind() != null, GoalRefusal.READING_UNKNOWN);
        must(
                form.year() != null && form.year() >= FIRST_YEAR && form.year() <= LAST_YEAR,
                GoalRefusal.YEAR_INVALID,
                String.valueOf(FIRST_YEAR),
                String.valueOf(LAST_YEAR));
        must(
                form.persons() != null && form.persons() >= 0 && form.persons() <= MOST,
                GoalRefusal.PERSONS_INVALID,
                MOST);
        boolean whole = Targets.PROVINCE.equals(form.region());
        must(whole || targets.cities().contains(form.region()), GoalRefusal.REGION_INVALID);
        must(!whole || Targets.SPLITS.contains(form.split()), GoalRefusal.SPLIT_UNKNOWN);
        must(MARKS.contains(form.mark()), GoalRefusal.SOURCE_MISSING, SOURCE);
        must(
                form.source() != null
                        && !form.source().isBlank()
                        && form.source().strip().length() <= SOURCE,
                GoalRefusal.SOURCE_MISSING,
                SOURCE);
    }

    private int close(String reading, GoalKind kind, int year, String region) {
        return sql.update(
                "UPDATE goal_target SET known_until = ? WHERE reading = ? AND kind = ? AND year = ? AND region = ? AND known_until IS NULL",
                clock.now(),
                reading,
                kind.name(),
                year,
                region);
    }

    /** One at a time: two cities' own targets could pass each alone and exceed the province's together. */
    private void lock() {
        sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    private void mustAddUp(String reading, GoalKind kind, int year) {
        List<TargetView> now = targets.of(reading).stream()
                .filter(one -> one.kind() == kind && one.year() == year)
                .toList();
        TargetView whole = now.stream().filter(TargetView::isWhole).findFirst().orElse(null);
        must(whole != null, GoalRefusal.NO_WHOLE);
        Map<String, Long> weights = targets.weights(whole.split());
        must(!weights.isEmpty(), GoalRefusal.WEIGHTS_NOT_SET);
        Map<String, Long> own = new TreeMap<>();
        now.stream().filter(one -> !one.isWhole()).forEach(one -> own.put(one.region(), one.persons()));
        long sum = own.values().stream().mapToLong(persons -> persons).sum();
        must(sum <= whole.persons(), GoalRefusal.MORE_THAN_WHOLE, sum, whole.persons());
        try {
            LargestRemainder.split(whole.persons(), weights, own);
        } catch (IllegalArgumentException e) {
            throw new Refused(GoalRefusal.LESS_THAN_WHOLE, sum, whole.persons());
        }
    }

    private static void must(boolean holds, GoalRefusal otherwise, Object... arguments) {
        if (!holds) {
            throw new Refused(otherwise, arguments);
        }
    }
}
