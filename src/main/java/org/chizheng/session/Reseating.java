package org.chizheng.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Gives a candidate who is checked in another seat of the room; the paper stays, the seat that is left is free again. */
@ApplicationScoped
public class Reseating {
    private static final String SEAT = """
            SELECT t.id, EXISTS (SELECT 1 FROM enrolment e WHERE e.session_id = s.id AND e.seat_id = t.id) taken
            FROM exam_session s JOIN seat t ON t.room_id = s.room_id WHERE s.id = ? AND t.label = ? AND t.out_since IS NULL""";
    /** Check-in draws seats under a lock on the session's row; this one keeps it out and lets candidates begin meanwhile. */
    private static final String LOCK = "SELECT id FROM exam_session WHERE id = ? FOR NO KEY UPDATE";

    private static final String MOVE = """
            UPDATE enrolment SET seat_id = ?, moved_at = ?, version = version + 1
            WHERE id = ? AND session_id = ? AND checked_in_at IS NOT NULL""";
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Reseating(OfficialClock clock, Sql sql, Auditing auditing) {
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    private record Place(UUID seat, boolean taken) {}

    /** @throws Refused SEAT_UNKNOWN, SEAT_TAKEN, or NOT_SEATED before check-in */
    @Transactional
    public void reseat(UUID session, UUID enrolment, String label, String reason) {
        sql.first(LOCK, row -> row.getObject(1), session);
        Place place = sql.first(SEAT, row -> new Place(row.getObject(1, UUID.class), row.getBoolean(2)), session, label)
                .orElseThrow(() -> new Refused(SessionRefusal.SEAT_UNKNOWN, String.valueOf(label)));
        if (place.taken()) {
            throw new Refused(SessionRefusal.SEAT_TAKEN, label);
        }
        if (sql.update(MOVE, place.seat(), clock.now(), enrolment, session) == 0) {
            throw new Refused(SessionRefusal.NOT_SEATED);
        }
        auditing.note("moved", "enrolment", enrolment, "seat " + place.seat() + ": " + reason);
    }
}
