package org.chizheng.practical;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** An assessor who opened a sheet by mistake gives it back, as long as nothing was tapped on it: the place is free for another one. */
@ApplicationScoped
public class GivingBack {
    private final Practicals practicals;
    private final Sheets sheets;
    private final Sql sql;
    private final Auditing auditing;

    public GivingBack(Practicals practicals, Sheets sheets, Sql sql, Auditing auditing) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused WRONG_STATE without a sheet of one's own, MARKS_THERE */
    @Transactional
    public void giveBack(UUID candidate, String assessor) {
        practicals.locked(candidate);
        SheetView sheet = sheets.of(candidate, assessor).orElseThrow(() -> new Refused(PracticalRefusal.WRONG_STATE));
        boolean used = sheets.nextSequence(sheet.id()) > 1
                || sheets.photos(candidate).stream()
                        .anyMatch(photo -> photo.sheet().equals(sheet.id()));
        if (used) {
            throw new Refused(PracticalRefusal.MARKS_THERE);
        }
        sql.update("DELETE FROM practical_sheet WHERE id = ?", sheet.id());
        auditing.note("gave sheet back", "practical-candidate", candidate, "assessor " + sheet.place());
    }
}
