package org.chizheng.booking;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Lets an application without a place wait for one in a full session, or leave the list. */
@ApplicationScoped
public class Queueing {
    private static final String JOIN = """
            INSERT INTO waiting_place (id, session_id, application_id, joined_at, state, changed_at) VALUES (?, ?, ?, ?, 'WAITING', ?)
            ON CONFLICT (application_id, session_id) WHERE state = 'WAITING' DO NOTHING""";
    private final Bookings bookings;
    private final Placing placing;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Queueing(Bookings bookings, Placing placing, OfficialClock clock, Sql sql, Auditing auditing) {
        this.bookings = bookings;
        this.placing = placing;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused NOT_FULL when there is a place to be booked instead; NO_MOVES_LEFT as booking would */
    @Transactional
    public void join(UUID application, UUID sessionId) {
        placing.lock(sessionId);
        Seeker seeker = placing.seeker(application);
        OpenSession session = bookings.session(sessionId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        placing.mustBeOpen(seeker, session);
        if (!placing.limit(seeker).mayBook(seeker.changes())) {
            throw new Refused(BookingRefusal.NO_MOVES_LEFT);
        }
        if (!session.isFull()) {
            throw new Refused(BookingRefusal.NOT_FULL);
        }
        if (sql.update(JOIN, Ids.next(), sessionId, application, clock.now(), clock.now()) == 0) {
            throw new Refused(BookingRefusal.ALREADY_WAITING);
        }
        auditing.note("waits", "application", application, "session " + sessionId);
    }

    @Transactional
    public void leave(UUID application, UUID session) {
        if (sql.update(
                        "UPDATE waiting_place SET state = 'LEFT', changed_at = ? WHERE application_id = ? AND session_id = ? AND state = 'WAITING'",
                        clock.now(),
                        application,
                        session)
                == 0) {
            throw new Refused(BookingRefusal.NOT_WAITING);
        }
        auditing.note("waits no longer", "application", application, "session " + session);
    }
}
