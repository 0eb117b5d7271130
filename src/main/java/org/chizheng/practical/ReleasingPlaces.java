package org.chizheng.practical;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Releases the place of an assessor who has opened a sheet and cannot go on, so that another one can open it. What was tapped stays on record and counts no more. */
@ApplicationScoped
public class ReleasingPlaces {
    private final Practicals practicals;
    private final Sheets sheets;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public ReleasingPlaces(Practicals practicals, Sheets sheets, OfficialClock clock, Sql sql, Auditing auditing) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @param place 1 to 3; @throws Refused WRONG_STATE when nobody has it or the candidate is decided, SHEET_SIGNED, REASON_LENGTH */
    @Transactional
    public void release(UUID candidate, int place, String reason, String by) {
        String words = Reasons.of(reason);
        CandidateView one = practicals.locked(candidate);
        SheetView sheet = sheets.ofCandidate(candidate).stream()
                .filter(opened -> opened.place() == place)
                .findFirst()
                .orElseThrow(() -> new Refused(PracticalRefusal.WRONG_STATE));
        if (sheet.signed()) {
            throw new Refused(PracticalRefusal.SHEET_SIGNED);
        }
        if (!one.isOpen()) {
            throw new Refused(PracticalRefusal.WRONG_STATE);
        }
        sql.update(
                "UPDATE practical_sheet SET released_at = ?, released_by = ?, release_reason = ? WHERE id = ?",
                clock.now(),
                by,
                words,
                sheet.id());
        auditing.note(
                "released place",
                "practical-candidate",
                candidate,
                "assessor " + place + " " + sheet.assessor() + ": " + words);
    }
}
