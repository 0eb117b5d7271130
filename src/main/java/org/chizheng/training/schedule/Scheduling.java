package org.chizheng.training.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.training.ProviderView;
import org.chizheng.training.TrainingKinds;

/** Plans classes of a provider, one or a list of which all are taken or none, and cancels them. */
@ApplicationScoped
public class Scheduling {
    static final int MOST_HOURS = 2000;
    static final int MOST_PLACES = 10_000;
    static final int LONGEST = 500;
    private static final int YEARS_AHEAD = 3;
    private static final String INSERT = """
            INSERT INTO training_class (id, provider_id, region, qualification, kind, starts_on, ends_on, hours, places, planned_at, planned_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String CANCEL = """
            UPDATE training_class SET cancelled_at = ?, cancelled_by = ?, reason = ?
            WHERE id = ? AND provider_id = ? AND cancelled_at IS NULL AND ends_on >= ?""";
    private final Qualifications qualifications;
    private final Regions regions;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Scheduling(Qualifications qualifications, Regions regions, OfficialClock clock, Sql sql, Auditing auditing) {
        this.qualifications = qualifications;
        this.regions = regions;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** Who plans, and in which counties. */
    public record Planner(String account, Predicate<String> reaches) {}

    /**
     * What came of a list.
     *
     * @param planned new ones
     * @param known those that had been planned already, which stay as they are
     * @param faults by number of the row; where there are any, nothing was planned
     */
    public record Outcome(int planned, int known, Map<Integer, Refused> faults) {}

    /** @throws Refused for the first thing that does not hold */
    @Transactional
    public void plan(ProviderView provider, ClassForm form, Planner by) {
        if (!write(provider, check(provider, form, by), by)) {
            throw new Refused(ScheduleRefusal.PLANNED_ALREADY);
        }
        auditing.note("planned", "training-class", provider.id(), form.startsOn() + " " + form.qualification());
    }

    /** The same list again adds nothing. @throws Refused NO_ROWS */
    @Transactional
    public Outcome planAll(ProviderView provider, List<ScheduleTable.Row> rows, Planner by) {
        if (rows.isEmpty()) {
            throw new Refused(ScheduleRefusal.NO_ROWS);
        }
        Map<Integer, Refused> faults = new TreeMap<>();
        Map<Integer, ClassForm> checked = new TreeMap<>();
        for (ScheduleTable.Row row : rows) {
            try {
                if (!row.readable()) {
                    throw new Refused(ScheduleRefusal.CELL_UNREADABLE);
                }
                checked.put(row.number(), check(provider, row.form(), by));
            } catch (Refused refused) {
                faults.put(row.number(), refused);
            }
        }
        if (!faults.isEmpty()) {
            return new Outcome(0, 0, faults);
        }
        int planned = 0;
        for (ClassForm form : checked.values()) {
            planned += write(provider, form, by) ? 1 : 0;
        }
        auditing.note("planned list", "training-class", provider.id(), planned + " of " + rows.size() + " rows");
        return new Outcome(planned, rows.size() - planned, faults);
    }

    /** @return the same with codes in the place of names */
    private ClassForm check(ProviderView provider, ClassForm form, Planner by) {
        String region = text(form.region());
        String county = region.isEmpty() ? provider.region() : county(region, provider.region(), by);
        String qualification = qualifications
                .named(text(form.qualification()))
                .map(QualificationView::code)
                .orElseThrow(() -> new Refused(ScheduleRefusal.QUALIFICATION_UNKNOWN));
        String kind =
                TrainingKinds.named(text(form.kind())).orElseThrow(() -> new Refused(ScheduleRefusal.KIND_UNKNOWN));
        mustBeAhead(form.startsOn(), form.endsOn());
        between(form.hours(), MOST_HOURS, ScheduleRefusal.HOURS_INVALID);
        between(form.places(), MOST_PLACES, ScheduleRefusal.PLACES_INVALID);
        return new ClassForm(county, qualification, kind, form.startsOn(), form.endsOn(), form.hours(), form.places());
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    /** By code, or by its name in the provider's city: two counties of the province share a name. */
    private String county(String asked, String near, Planner by) {
        List<RegionView> found = regions.all().stream()
                .filter(region -> "COUNTY".equals(region.level()))
                .filter(region -> Stream.<Function<RegionView, String>>of(
                                RegionView::code, RegionView::zh, RegionView::en)
                        .anyMatch(name -> name.apply(region).equalsIgnoreCase(asked)))
                .toList();
        return found.stream()
                .filter(region -> found.size() == 1
                        || region.parent()
                                .equals(near.substring(0, region.parent().length())))
                .map(RegionView::code)
                .filter(by.reaches())
                .findFirst()
                .orElseThrow(() -> new Refused(ScheduleRefusal.REGION_UNKNOWN));
    }

    /** One that runs may still be entered; one that is over is a training to be recorded. */
    private void mustBeAhead(LocalDate starts, LocalDate ends) {
        LocalDate today = clock.today();
        if (starts == null
                || ends == null
                || ends.isBefore(starts)
                || ends.isBefore(today)
                || starts.isBefore(today.minusYears(1))
                || ends.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new Refused(ScheduleRefusal.DATES_INVALID, YEARS_AHEAD);
        }
    }

    private static void between(Integer number, int most, ScheduleRefusal refusal) {
        if (number == null || number < 1 || number > most) {
            throw new Refused(refusal, most);
        }
    }

    /** @return whether it is new */
    private boolean write(ProviderView provider, ClassForm checked, Planner by) {
        return sql.update(
                        INSERT,
                        Ids.next(),
                        provider.id(),
                        checked.region(),
                        checked.qualification(),
                        checked.kind(),
                        checked.startsOn(),
                        checked.endsOn(),
                        checked.hours(),
                        checked.places(),
                        clock.now(),
                        by.account())
                == 1;
    }

    /** @throws Refused REASON_MISSING, or NOT_TO_CANCEL if it is over, cancelled already, or not one of the provider's */
    @Transactional
    public void cancel(UUID provider, UUID id, String reason, String by) {
        String tidy = text(reason);
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new Refused(ScheduleRefusal.REASON_MISSING, LONGEST);
        }
        if (sql.update(CANCEL, clock.now(), by, tidy, id, provider, clock.today()) == 0) {
            throw new Refused(ScheduleRefusal.NOT_TO_CANCEL);
        }
        auditing.note("cancelled", "training-class", id, tidy);
    }
}
