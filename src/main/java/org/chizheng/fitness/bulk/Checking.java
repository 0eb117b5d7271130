package org.chizheng.fitness.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.fitness.bulk.RowReading.Read;
import org.chizheng.fitness.rule.FitReason;
import org.chizheng.fitness.rule.FitRule;

/**
 * Answers many rows at once: may this person stand at this post today? Of people who do not stand at a post within the asker's reach nothing is said but whether name and number
 * belong together and a certificate answers to what was asked; anything else is NOT_FOUND, whatever the cause (ADR 12).
 */
@ApplicationScoped
public class Checking {
    /** Rows of one check. */
    public static final int MOST_ROWS = 10_000;

    private final RowReading reading;
    private final Matches matches;
    private final Metering metering;
    private final Tries tries;
    private final Auditing auditing;
    private final Event<BulkChecked> checked;
    private final OfficialClock clock;

    public Checking(
            RowReading reading,
            Matches matches,
            Metering metering,
            Tries tries,
            Auditing auditing,
            Event<BulkChecked> checked,
            OfficialClock clock) {
        this.reading = reading;
        this.matches = matches;
        this.metering = metering;
        this.tries = tries;
        this.auditing = auditing;
        this.checked = checked;
        this.clock = clock;
    }

    /** In the order of the rows. */
    public record Answers(Instant at, List<AnsweredRow> rows) {
        public Answers {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param address of the asker, for the log of checks; null where it is not known
     * @throws Refused NO_ROWS, TOO_MANY_ROWS, RATE_EXCEEDED
     */
    @Transactional
    public Answers check(Asker asker, List<AskedRow> rows, String address) {
        if (rows.isEmpty()) {
            throw new Refused(BulkRefusal.NO_ROWS);
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refused(BulkRefusal.TOO_MANY_ROWS, MOST_ROWS);
        }
        metering.count(asker.meter(), rows.size());
        Instant now = clock.now();
        LocalDate today = OfficialClock.dateOf(now);
        List<Read> read = reading.read(rows, asker, today);
        Map<Integer, FitRule.Verdict> verdicts = verdicts(read, today, now);
        List<AnsweredRow> answers = answered(read, verdicts, asker, today);
        tell(asker, address, now, answers.size(), verdicts);
        return new Answers(now, withOthers(read, answers, today, now));
    }

    /** By place in the list; only rows whose name and number belong together are looked up. */
    private Map<Integer, FitRule.Verdict> verdicts(List<Read> read, LocalDate today, Instant now) {
        List<Matches.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Read r = read.get(i);
            if (r.isNamedRight()) {
                wanted.add(new Matches.Wanted(i, r.person().id(), r.qualification(), r.department()));
            }
        }
        Map<Integer, FitRule.Verdict> verdicts = new HashMap<>();
        matches.covering(wanted, today, now)
                .forEach((i, held) -> FitRule.of(today, held).ifPresent(verdict -> verdicts.put(i, verdict)));
        return verdicts;
    }

    /** In the order of the rows, since each miss counts against the next try. verdicts: those that are not told are taken out. */
    private List<AnsweredRow> answered(
            List<Read> read, Map<Integer, FitRule.Verdict> verdicts, Asker asker, LocalDate today) {
        Tries.Today tried = tries.today(
                asker.meter(),
                today,
                read.stream()
                        .filter(r -> r.fault() == null && !r.own())
                        .map(r -> r.row().name())
                        .toList());
        List<AnsweredRow> answers = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Read r = read.get(i);
            FitReason without = without(r, verdicts.containsKey(i), tried);
            if (without != null) {
                verdicts.remove(i);
                answers.add(AnsweredRow.of(r.row(), r.qualification(), without));
            } else {
                answers.add(AnsweredRow.of(r.row(), r.qualification(), verdicts.get(i), r.own()));
            }
        }
        tried.keep();
        return answers;
    }

    /** Why no certificate decides, or null when one does. A name that was tried too often is not answered, whether this number is its own or not. */
    private static FitReason without(Read read, boolean held, Tries.Today tried) {
        if (read.fault() != null) {
            return read.fault();
        }
        if (read.own()) {
            return !read.isNamedRight() ? FitReason.NAME_DIFFERS : held ? null : FitReason.NO_CERTIFICATE;
        }
        if (tried.isBarred(read.row().name())) {
            return FitReason.TOO_MANY_TRIES;
        }
        if (!held) {
            tried.missed(read.row().name(), read.document().number());
            return FitReason.NOT_FOUND;
        }
        return null;
    }

    /** With what the asker's own people hold instead of what was asked. */
    private List<AnsweredRow> withOthers(List<Read> read, List<AnsweredRow> answers, LocalDate today, Instant now) {
        Set<UUID> without = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).reason() == FitReason.NO_CERTIFICATE) {
                without.add(read.get(i).person().id());
            }
        }
        Map<UUID, List<String>> held = matches.held(without, today, now);
        List<AnsweredRow> whole = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            AnsweredRow answer = answers.get(i);
            List<String> others = answer.reason() == FitReason.NO_CERTIFICATE
                    ? held.getOrDefault(read.get(i).person().id(), List.of())
                    : List.of();
            whole.add(others.isEmpty() ? answer : answer.holding(others));
        }
        return whole;
    }

    private void tell(Asker asker, String address, Instant now, int rows, Map<Integer, FitRule.Verdict> verdicts) {
        auditing.noteAll(
                List.of(new Auditing.Note(asker.name(), "checked", "people on post", asker.meter(), rows + " rows")));
        List<BulkChecked.Found> found = verdicts.values().stream()
                .filter(verdict -> verdict.held().id() != null)
                .map(verdict -> new BulkChecked.Found(verdict.held().id(), verdict.reason()))
                .toList();
        UUID enterprise = asker.enterprises().stream().findFirst().orElse(null);
        checked.fire(new BulkChecked(enterprise, address, now, found));
    }
}
