package org.chizheng.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.Centres;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperBatching;
import org.chizheng.regulation.Qualifications;

/** The invigilator's acts on the room: open the check-in with the public value (papers are drawn now, one per seat and a tenth to spare), start. */
@ApplicationScoped
public class Opening {
    private static final int SPARE_SHARE = 10;
    private final Sessions sessions;
    private final Centres centres;
    private final Qualifications qualifications;
    private final PaperBatching papers;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Opening(
            Sessions sessions,
            Centres centres,
            Qualifications qualifications,
            PaperBatching papers,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.sessions = sessions;
        this.centres = centres;
        this.qualifications = qualifications;
        this.papers = papers;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    @Transactional
    public void openCheckIn(UUID sessionId, String publicValue) {
        if (publicValue == null || publicValue.isBlank()) {
            throw new Refused(SessionRefusal.PUBLIC_VALUE_MISSING);
        }
        SessionView session = sessions.find(sessionId).orElseThrow();
        move(sessionId, "SCHEDULED", "CHECK_IN");
        int seats = centres.room(session.roomId()).orElseThrow().seats();
        papers.draw(
                session.batchId(),
                publicValue.strip(),
                seats + (seats + SPARE_SHARE - 1) / SPARE_SHARE,
                qualifications.get(session.qualification()).zh());
        auditing.note("opened check-in", "session", sessionId, "public value " + publicValue.strip());
    }

    @Transactional
    public void start(UUID sessionId) {
        move(sessionId, "CHECK_IN", "RUNNING");
        sql.update("UPDATE exam_session SET started_at = ? WHERE id = ?", clock.now(), sessionId);
        auditing.note("started", "session", sessionId, "");
    }

    private void move(UUID session, String from, String to) {
        if (sql.update(
                        "UPDATE exam_session SET state = ?, version = version + 1 WHERE id = ? AND state = ?",
                        to,
                        session,
                        from)
                == 0) {
            throw new Refused(SessionRefusal.WRONG_STATE);
        }
    }
}
