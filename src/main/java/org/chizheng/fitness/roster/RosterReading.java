package org.chizheng.fitness.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.fitness.rule.NameKey;
import org.chizheng.people.PeopleRefusal;
import org.chizheng.people.Persons;
import org.chizheng.people.PrintableNames;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Departments;
import org.chizheng.workforce.Enterprises;

/** Understands a roster: each row by itself, the rows beside each other, and whom their documents belong to. People match by type and number of the document, never by name alone. */
@ApplicationScoped
public class RosterReading {
    private static final String OWN = """
            SELECT DISTINCT a.person_id FROM appointment a JOIN post p ON p.id = a.post_id WHERE a.person_id = ANY (?) AND p.enterprise_id = ANY (?)""";
    private final Enterprises enterprises;
    private final Qualifications qualifications;
    private final Departments departments;
    private final Persons persons;
    private final PrintableNames printable;
    private final OfficialClock clock;
    private final Sql sql;

    public RosterReading(
            Enterprises enterprises,
            Qualifications qualifications,
            Departments departments,
            Persons persons,
            PrintableNames printable,
            OfficialClock clock,
            Sql sql) {
        this.enterprises = enterprises;
        this.qualifications = qualifications;
        this.departments = departments;
        this.persons = persons;
        this.printable = printable;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * A roster as it is understood.
     *
     * @param rows that hold
     * @param refused the others, by number
     * @param known people by document
     */
    record Read(List<RosterRow> rows, Map<Integer, RosterAnswer> refused, Map<IdDocument, Persons.Named> known) {}

    Read read(List<Line> lines, RosterReach reach) {
        Map<Integer, RosterAnswer> refused = new HashMap<>();
        RosterWords words = new RosterWords(enterprises, qualifications, departments, reach, clock.today());
        List<RosterRow> understood = new ArrayList<>();
        for (Line line : lines) {
            try {
                understood.add(words.row(line));
            } catch (Refused e) {
                refused.put(line.number(), RosterAnswer.refused(line.number(), line.text("name"), e));
            }
        }
        Map<IdDocument, Persons.Named> known =
                persons.known(understood.stream().map(RosterRow::document).collect(Collectors.toSet()));
        List<RosterRow> rows = new ArrayList<>();
        Beside beside = new Beside();
        Strangers strangers = new Strangers(understood, known);
        for (RosterRow row : understood) {
            try {
                mustBeNamedRight(row, known.get(row.document()), strangers);
                beside.mustAgree(row);
                rows.add(row);
            } catch (Refused e) {
                refused.put(row.number(), RosterAnswer.refused(row.number(), row.name(), e));
            }
        }
        return new Read(rows, refused, known);
    }

    /** Of somebody new the name must be printable, and birth and sex known. */
    private void mustBeNamedRight(RosterRow row, Persons.Named known, Strangers strangers) {
        if (known != null) {
            if (!NameKey.of(known.name()).equals(NameKey.of(row.name()))) {
                throw new Refused(RosterRefusal.NAME_DIFFERS, row.name(), strangers.told(known));
            }
            return;
        }
        String unprintable = printable.unprintable(row.name());
        if (!unprintable.isEmpty()) {
            throw new Refused(PeopleRefusal.NAME_UNPRINTABLE, unprintable);
        }
        if (row.birthDate() == null || row.male() == null) {
            throw new Refused(row.birthDate() == null ? PeopleRefusal.BIRTH_NEEDED : PeopleRefusal.SEX_NEEDED);
        }
    }

    /** How the name of a number's owner is told: in full to an enterprise where that person stands or stood at a post, else veiled, so that nobody learns names by trying numbers. */
    private final class Strangers {
        private final List<RosterRow> rows;
        private final Map<IdDocument, Persons.Named> known;
        private List<UUID> own;

        Strangers(List<RosterRow> rows, Map<IdDocument, Persons.Named> known) {
            this.rows = rows;
            this.known = known;
        }

        String told(Persons.Named person) {
            if (own == null) {
                own = sql.list(
                        OWN,
                        row -> row.getObject(1, UUID.class),
                        known.values().stream().map(Persons.Named::id).toArray(UUID[]::new),
                        rows.stream().map(RosterRow::enterprise).distinct().toArray(UUID[]::new));
            }
            return own.contains(person.id()) ? person.name() : Masking.name(person.name());
        }
    }

    /** What rows say of the same number, and of the same person at the same post. */
    private static final class Beside {
        private final Map<IdDocument, RosterRow> first = new HashMap<>();
        private final Map<RosterRow.Place, TreeMap<LocalDate, List<RosterRow>>> stays = new HashMap<>();

        /** @throws Refused naming the row that this one does not agree with */
        void mustAgree(RosterRow row) {
            RosterRow same = first.putIfAbsent(row.document(), row);
            if (same != null && !NameKey.of(same.name()).equals(NameKey.of(row.name()))) {
                throw new Refused(RosterRefusal.TWO_NAMES, row.name(), same.name(), same.number());
            }
            TreeMap<LocalDate, List<RosterRow>> all = stays.computeIfAbsent(row.place(), place -> new TreeMap<>());
            List<RosterRow> at = all.computeIfAbsent(row.from(), day -> new ArrayList<>());
            for (RosterRow other : at) {
                if (!other.isSameStay(row)) {
                    throw new Refused(RosterRefusal.PERIODS_OVERLAP, other.number());
                }
                if (other.qualification().equals(row.qualification())) {
                    throw new Refused(RosterRefusal.ROW_TWICE, other.number());
                }
            }
            mustNotMeet(row, all.lowerEntry(row.from()));
            mustNotMeet(row, all.higherEntry(row.from()));
            at.add(row);
        }

        private static void mustNotMeet(RosterRow row, Map.Entry<LocalDate, List<RosterRow>> neighbour) {
            if (neighbour != null && !neighbour.getValue().isEmpty()) {
                RosterRow other = neighbour.getValue().get(0);
                if (other.overlaps(row)) {
                    throw new Refused(RosterRefusal.PERIODS_OVERLAP, other.number());
                }
            }
        }
    }
}
