package org.chizheng.practical;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.MarkSheet;

/** Takes what an assessor tapped. The same tap may come as often as the line wants; it is kept once, under the page's own number. Each is kept as it came, so the sheet itself is the trail. */
@ApplicationScoped
public class Tapping {
    private static final int MOST = 200;
    private static final int LAST_SEQUENCE = 20_000;
    private static final String INSERT = """
            INSERT INTO practical_tap (sheet_id, sequence, step_id, answer, epoch, received_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (sheet_id, sequence) DO NOTHING""";
    private final Practicals practicals;
    private final Sheets sheets;
    private final Library library;
    private final OfficialClock clock;
    private final Sql sql;

    public Tapping(Practicals practicals, Sheets sheets, Library library, OfficialClock clock, Sql sql) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.library = library;
        this.clock = clock;
        this.sql = sql;
    }

    /** @throws Refused WRONG_STATE before the start, BROKEN_OFF, SHEET_SIGNED, SHEET_RELEASED, SHEET_ELSEWHERE when another page has opened it since, TAP_INVALID */
    @Transactional
    public TakenView take(UUID candidate, String assessor, TapsForm form) {
        SheetView sheet = writable(candidate, assessor, form.epoch());
        if (form.events().size() > MOST) {
            throw new Refused(PracticalRefusal.TAP_INVALID);
        }
        Map<Integer, NumberedTasks.Step> steps = NumberedTasks.of(library.drawn(candidate)).steps().stream()
                .collect(Collectors.toMap(NumberedTasks.Step::no, Function.identity()));
        Instant now = clock.now();
        List<Object[]> rows = form.events().stream()
                .map(tap -> new Object[] {
                    sheet.id(), tap.sequence(), valid(tap, steps.get(tap.item())), tap.answer(), form.epoch(), now
                })
                .toList();
        sql.batch(INSERT, rows);
        return new TakenView(form.events().stream().map(TapsForm.Tap::sequence).toList(), List.of());
    }

    /** The assessor's own sheet, the candidate's row held until the transaction ends. */
    SheetView writable(UUID candidate, String assessor, int epoch) {
        CandidateView one = practicals.locked(candidate);
        SheetView sheet = sheets.of(candidate, assessor)
                .orElseThrow(() -> new Refused(
                        sheets.wasReleased(candidate, assessor, null)
                                ? PracticalRefusal.SHEET_RELEASED
                                : PracticalRefusal.WRONG_STATE));
        if (one.state().equals("ENDED")) {
            throw new Refused(PracticalRefusal.BROKEN_OFF);
        }
        if (sheet.signed()) {
            throw new Refused(PracticalRefusal.SHEET_SIGNED);
        }
        if (sheet.epoch() != epoch) {
            throw new Refused(PracticalRefusal.SHEET_ELSEWHERE);
        }
        if (!one.state().equals("RUNNING") && !one.state().equals("DISPUTED")) {
            throw new Refused(PracticalRefusal.WRONG_STATE);
        }
        return sheet;
    }

    private static UUID valid(TapsForm.Tap tap, NumberedTasks.Step step) {
        if (tap.sequence() < 1 || tap.sequence() > LAST_SEQUENCE || step == null || tap.answer() == null) {
            throw new Refused(PracticalRefusal.TAP_INVALID);
        }
        if (!MarkSheet.fits(new MarkSheet.Line(step.no(), step.points(), step.veto()), tap.answer())) {
            throw new Refused(PracticalRefusal.TAP_INVALID);
        }
        return step.step().id();
    }
}
