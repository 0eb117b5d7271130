package org.chizheng.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;

/** Admits a candidate: draws a free seat of the room at random, away from people of the same enterprise where there is room, and binds the paper of that seat: neighbours get papers that follow each other, which share as little as can be. One candidate at a time per session, by a lock on its row. */
@ApplicationScoped
public class CheckingIn {
    private static final String PAPER = """
            SELECT p.id FROM paper p JOIN exam_session s ON s.batch_id = p.batch_id
            WHERE s.id = ? AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.paper_id = p.id)
            ORDER BY p.ordinal = (SELECT count(*) FROM seat t JOIN seat mine ON mine.room_id = t.room_id
                                  WHERE mine.id = ? AND (length(t.label), t.label) < (length(mine.label), mine.label)) DESC, p.ordinal DESC
            LIMIT 1""";
    /** Two people have looked at the document of whoever came by the place that this account applied for. */
    private static final String PROVED = """
            SELECT c.id FROM enrolment e JOIN application a ON a.id = e.application_id AND a.channel = 'CANDIDATE'
            JOIN account c ON c.person_id = e.person_id AND c.active AND NOT c.proven WHERE e.id = ?""";

    private final Sessions sessions;
    private final Seating seating;
    private final OfficialClock clock;
    private final Sql sql;
    private final Accounting accounting;
    private final Auditing auditing;

    public CheckingIn(
            Sessions sessions,
            Seating seating,
            OfficialClock clock,
            Sql sql,
            Accounting accounting,
            Auditing auditing) {
        this.sessions = sessions;
        this.seating = seating;
        this.clock = clock;
        this.sql = sql;
        this.accounting = accounting;
        this.auditing = auditing;
    }

    @Transactional
    public void checkIn(UUID sessionId, UUID enrolmentId) {
        String state = sql.first(
                        "SELECT state FROM exam_session WHERE id = ? FOR UPDATE", row -> row.getString(1), sessionId)
                .orElseThrow();
        if (!state.equals("CHECK_IN") && !state.equals("RUNNING")) {
            throw new Refused(SessionRefusal.WRONG_STATE);
        }
        EnrolmentView enrolment = sessions.enrolment(enrolmentId)
                .filter(e -> e.sessionId().equals(sessionId))
                .orElseThrow(() -> new Refused(SessionRefusal.TICKET_UNKNOWN));
        if (enrolment.checkedInAt() != null) {
            throw new Refused(SessionRefusal.ALREADY_CHECKED_IN);
        }
        UUID seat =
                seating.draw(sessionId, enrolment.personId()).orElseThrow(() -> new Refused(SessionRefusal.ROOM_FULL));
        UUID paper = sql.first(PAPER, row -> row.getObject(1, UUID.class), sessionId, seat)
                .orElseThrow(() -> new Refused(SessionRefusal.ROOM_FULL));
        sql.update(
                "UPDATE enrolment SET seat_id = ?, paper_id = ?, checked_in_at = ?, version = version + 1 WHERE id = ?",
                seat,
                paper,
                clock.now(),
                enrolmentId);
        auditing.note("checked in", "enrolment", enrolmentId, "seat " + seat);
        sql.list(PROVED, row -> row.getObject("id", UUID.class), enrolmentId).forEach(accounting::prove);
    }
}
