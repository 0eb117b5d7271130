package org.chizheng.goal.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Refused;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.people.Persons;
import org.chizheng.people.Registering;

/** Enters people in a register, one or a list. What is known already is left alone, what differs is corrected: the same list twice changes nothing. */
@ApplicationScoped
public class Enlisting {
    static final int MOST_ROWS = 2000;
    private final MemberChecks checks;
    private final MemberTable table;
    private final Members members;
    private final Persons persons;
    private final Registering registering;
    private final MemberWriter writer;
    private final Auditing auditing;

    public Enlisting(
            MemberChecks checks,
            MemberTable table,
            Members members,
            Persons persons,
            Registering registering,
            MemberWriter writer,
            Auditing auditing) {
        this.checks = checks;
        this.table = table;
        this.members = members;
        this.persons = persons;
        this.registering = registering;
        this.writer = writer;
        this.auditing = auditing;
    }

    /** What an entry comes to. */
    public enum Change {
        FRESH,
        CHANGED,
        SAME
    }

    /** Who enters: by name, and whose register may be written. */
    record Hand(String principal, Predicate<String> reach) {}

    /**
     * What came of a list.
     *
     * @param changes how many rows of each
     * @param faults by number of the row; where there are any, nothing was entered
     * @param entered whether it was, or only looked at
     */
    public record Outcome(int rows, Map<Change, Integer> changes, Map<Integer, Refused> faults, boolean entered) {}

    private record Step(MemberChecks.Checked checked, Optional<Member> known, Change change) {}

    /** @throws Refused for the first thing that does not hold */
    @Transactional
    public Change enlist(Register register, MemberForm form, Hand by) {
        Step step = step(register, form, by);
        write(register, step, by);
        auditing.note("entered", "register", register, step.change().name());
        return step.change();
    }

    /** @param enter false to look only. @throws UnreadableFile what is wrong with the file as a whole. @throws Refused NO_ROWS or TOO_MANY_ROWS */
    @Transactional
    public Outcome enlistAll(Register register, Path file, boolean excel, boolean enter, Hand by)
            throws UnreadableFile {
        List<MemberTable.Row> rows = table.read(register, file, excel);
        if (rows.isEmpty()) {
            throw new Refused(RegisterRefusal.NO_ROWS);
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refused(RegisterRefusal.TOO_MANY_ROWS, MOST_ROWS);
        }
        List<Step> steps = new ArrayList<>();
        Map<Change, Integer> changes = new TreeMap<>(Map.of(Change.FRESH, 0, Change.CHANGED, 0, Change.SAME, 0));
        Map<Integer, Refused> faults = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (MemberTable.Row row : rows) {
            try {
                Step step = step(register, row, seen, by);
                steps.add(step);
                changes.merge(step.change(), 1, Integer::sum);
            } catch (Refused refused) {
                faults.put(row.number(), refused);
            }
        }
        boolean enters = enter && faults.isEmpty();
        if (enters) {
            steps.forEach(step -> write(register, step, by));
            auditing.note("entered list", "register", register, changes.toString());
        }
        return new Outcome(rows.size(), changes, faults, enters);
    }

    private Step step(Register register, MemberTable.Row row, Set<String> seen, Hand by) {
        if (!row.readable()) {
            throw new Refused(RegisterRefusal.CELL_UNREADABLE);
        }
        Step step = step(register, row.form(), by);
        if (!seen.add(number(step.checked()))) {
            throw new Refused(RegisterRefusal.TWICE_IN_LIST);
        }
        return step;
    }

    private Step step(Register register, MemberForm form, Hand by) {
        MemberChecks.Checked checked = checks.check(register, form, by.reach());
        Optional<Member> known =
                persons.findByIdNumber(number(checked)).flatMap(person -> members.there(register, person.id()));
        if (known.isPresent() && !by.reach().test(known.get().facts().region())) {
            throw new Refused(RegisterRefusal.REGION_BEYOND);
        }
        Change change = known.isEmpty()
                ? Change.FRESH
                : known.get().facts().equals(checked.facts()) ? Change.SAME : Change.CHANGED;
        return new Step(checked, known, change);
    }

    private static String number(MemberChecks.Checked checked) {
        return checked.idNumber().strip().toUpperCase(Locale.ROOT);
    }

    private void write(Register register, Step step, Hand by) {
        if (step.change() == Change.SAME) {
            return;
        }
        UUID person = registering
                .register(step.checked().name(), step.checked().idNumber())
                .id();
        step.known().ifPresent(writer::close);
        writer.write(register, person, step.checked().facts(), null, by.principal());
    }
}
