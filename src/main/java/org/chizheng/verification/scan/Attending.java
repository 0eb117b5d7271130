package org.chizheng.verification.scan;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Somebody has looked into an alarm and says what it was. The first who says so counts. */
@ApplicationScoped
public class Attending {
    private static final int LONGEST = 300;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Attending(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused NOTE_NEEDED, or ALREADY_ATTENDED */
    @Transactional
    public void attend(UUID alarm, String note, String by) {
        String said = note == null ? "" : note.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new Refused(ScanRefusal.NOTE_NEEDED, LONGEST);
        }
        int changed = sql.update(
                "UPDATE verification_alarm SET seen_at = ?, seen_by = ?, note = ? WHERE id = ? AND seen_at IS NULL",
                clock.now(),
                by,
                said,
                alarm);
        if (changed == 0) {
            throw new Refused(ScanRefusal.ALREADY_ATTENDED);
        }
        auditing.note("attended", "verification-alarm", alarm, said);
    }
}
