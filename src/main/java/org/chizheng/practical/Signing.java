package org.chizheng.practical;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.MarkSheet;

/** An assessor signs: what the page showed must be what has arrived, every step marked. From then on the sheet stands, and the last of the signatures that are needed decides the practical. */
@ApplicationScoped
public class Signing {
    private final Practicals practicals;
    private final Sheets sheets;
    private final Library library;
    private final Tapping tapping;
    private final Judging judging;
    private final Stands stands;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Signing(
            Practicals practicals,
            Sheets sheets,
            Library library,
            Tapping tapping,
            Judging judging,
            Stands stands,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.library = library;
        this.tapping = tapping;
        this.judging = judging;
        this.stands = stands;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused as for a tap, NOT_ALL_ARRIVED when the page showed something else, INCOMPLETE while steps are not marked */
    @Transactional
    public StandView sign(UUID candidate, String assessor, SignForm form) {
        SheetView sheet = tapping.writable(candidate, assessor, form.epoch());
        NumberedTasks tasks = NumberedTasks.of(library.drawn(candidate));
        MarkSheet marks = marks(tasks, sheet.id());
        if (!marks.answers().equals(new HashMap<>(form.answers()))) {
            throw new Refused(PracticalRefusal.NOT_ALL_ARRIVED);
        }
        if (!marks.unmarked().isEmpty()) {
            throw new Refused(PracticalRefusal.INCOMPLETE, marks.unmarked().size());
        }
        keep(sheet, tasks, marks);
        judging.judge(practicals.candidate(candidate));
        return stands.of(practicals.candidate(candidate), assessor);
    }

    /** What counts on a sheet, by the number of the step. */
    MarkSheet marks(NumberedTasks tasks, UUID sheet) {
        Map<UUID, String> answers = sheets.answers(sheet);
        Map<Integer, String> numbered = new HashMap<>();
        tasks.steps().forEach(step -> {
            String answer = answers.get(step.step().id());
            if (answer != null) {
                numbered.put(step.no(), answer);
            }
        });
        return new MarkSheet(tasks.lines(), numbered);
    }

    private void keep(SheetView sheet, NumberedTasks tasks, MarkSheet marks) {
        sql.batch(
                "INSERT INTO practical_mark (sheet_id, step_id, assessor, points, deducted, failed) VALUES (?, ?, ?, ?, ?, ?)",
                tasks.steps().stream().map(step -> row(sheet, step, marks)).toList());
        String digest = Digests.hex(sheet.id(), sheet.assessor(), marks.answers());
        sql.update(
                "UPDATE practical_sheet SET signed_at = ?, points = ?, vetoed = ?, digest = ? WHERE id = ?",
                clock.now(),
                marks.points(),
                !marks.vetoes().isEmpty(),
                digest,
                sheet.id());
        auditing.note("signed", "practical-candidate", sheet.candidateId(), "assessor " + sheet.place() + " " + digest);
    }

    private static Object[] row(SheetView sheet, NumberedTasks.Step step, MarkSheet marks) {
        MarkSheet.Line line = new MarkSheet.Line(step.no(), step.points(), step.veto());
        int given = marks.given(line);
        return new Object[] {
            sheet.id(),
            step.step().id(),
            sheet.assessor(),
            given,
            step.points() - given,
            marks.vetoes().contains(step.no())
        };
    }
}
