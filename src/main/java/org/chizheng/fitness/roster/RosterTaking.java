package org.chizheng.fitness.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.fitness.roster.RosterAnswer.Outcome;
import org.chizheng.people.Enlisting;
import org.chizheng.people.Enlisting.Newcomer;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.IdDocument;

/** Takes a roster: all of it, or nothing when any row is refused. The same roster again changes nothing. */
@ApplicationScoped
public class RosterTaking {
    private final RosterReading reading;
    private final RosterStaging staging;
    private final Enlisting enlisting;
    private final Persons persons;
    private final OfficialClock clock;
    private final Auditing auditing;

    public RosterTaking(
            RosterReading reading,
            RosterStaging staging,
            Enlisting enlisting,
            Persons persons,
            OfficialClock clock,
            Auditing auditing) {
        this.reading = reading;
        this.staging = staging;
        this.enlisting = enlisting;
        this.persons = persons;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param taken whether it was written down
     * @param people who are new
     * @param answers in the order of the rows
     */
    public record Taken(boolean taken, int people, List<RosterAnswer> answers) {
        public Taken {
            answers = List.copyOf(answers);
        }

        public int count(Outcome outcome) {
            return (int) answers.stream()
                    .filter(answer -> answer.outcome() == outcome)
                    .count();
        }
    }

    /** What would become of each row. @throws Refused NO_ROWS, TOO_MANY_ROWS */
    @Transactional
    public Taken look(RosterReach reach, List<Line> lines) {
        return take(reach, lines, null);
    }

    /**
     * @param source for the audit log: the upload; null to look only
     * @throws Refused NO_ROWS, TOO_MANY_ROWS
     */
    @Transactional
    public Taken take(RosterReach reach, List<Line> lines, UUID source) {
        if (lines.isEmpty()) {
            throw new Refused(RosterRefusal.NO_ROWS);
        }
        if (lines.size() > RosterTable.MOST_ROWS) {
            throw new Refused(RosterRefusal.TOO_MANY_ROWS, RosterTable.MOST_ROWS);
        }
        RosterReading.Read read = reading.read(lines, reach);
        if (source != null) {
            staging.hold(read.rows());
        }
        Map<Integer, RosterStaging.Found> found = staging.compare(read.rows(), read.known());
        Map<Integer, RosterRow> rows = new HashMap<>();
        read.rows().forEach(row -> rows.put(row.number(), row));
        List<RosterAnswer> answers = new ArrayList<>();
        for (Line line : lines) {
            RosterRow row = rows.get(line.number());
            answers.add(row == null ? read.refused().get(line.number()) : answer(row, found.get(row.number())));
        }
        Map<IdDocument, Newcomer> newcomers = newcomers(read);
        Taken looked = new Taken(false, newcomers.size(), answers);
        if (source == null || looked.count(Outcome.REFUSED) > 0) {
            return looked;
        }
        write(read.rows(), newcomers);
        auditing.note(
                "took roster", "roster", source, answers.size() - looked.count(Outcome.SAME) + " rows new or changed");
        return new Taken(true, newcomers.size(), answers);
    }

    private static RosterAnswer answer(RosterRow row, RosterStaging.Found found) {
        if (found.posts() > 1) {
            return RosterAnswer.refused(
                    row.number(), row.name(), new Refused(RosterRefusal.POST_AMBIGUOUS, row.post()));
        }
        if (found.same()) {
            return RosterAnswer.plain(row.number(), row.name(), Outcome.SAME);
        }
        return found.was() == null
                ? RosterAnswer.plain(row.number(), row.name(), Outcome.FRESH)
                : RosterAnswer.changed(row.number(), row.name(), found.was());
    }

    private static Map<IdDocument, Newcomer> newcomers(RosterReading.Read read) {
        Map<IdDocument, Newcomer> newcomers = new HashMap<>();
        read.rows().stream()
                .filter(row -> !read.known().containsKey(row.document()))
                .forEach(row -> newcomers.putIfAbsent(
                        row.document(), new Newcomer(row.document(), row.name(), row.birthDate(), row.male())));
        return newcomers;
    }

    private void write(List<RosterRow> rows, Map<IdDocument, Newcomer> newcomers) {
        Collection<Newcomer> all = newcomers.values();
        enlisting.enlist(all);
        Map<IdDocument, Persons.Named> known = all.isEmpty() ? Map.of() : persons.known(newcomers.keySet());
        staging.take(rows, known, clock.now());
    }
}
