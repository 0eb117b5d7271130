package org.chizheng.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.booking.rule.BookingLimit;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Withdrawing;

/**
 * The steps that every booking is made of, in the acting transaction. Rows are locked in one order, sessions by their id before persons, so that two bookings never wait for each
 * other in a circle; a seat is counted under its session's lock, so it is never given twice.
 */
@ApplicationScoped
class Placing {
    private static final String LOCK = "SELECT id FROM exam_session WHERE id = ANY (?) ORDER BY id FOR UPDATE";
    private static final String BOOKABLE =
            "SELECT starts_at FROM exam_session WHERE id = ? AND state = 'SCHEDULED' AND NOT rehearsal";
    private static final String PERSON = "SELECT 1 FROM person WHERE id = ? FOR NO KEY UPDATE";
    private final Bookings bookings;
    private final Guarding guarding;
    private final Enrolling enrolling;
    private final Withdrawing withdrawing;
    private final Policies policies;
    private final Qualifications qualifications;
    private final Messaging messaging;
    private final OfficialClock clock;
    private final Sql sql;

    Placing(
            Bookings bookings,
            Guarding guarding,
            Enrolling enrolling,
            Withdrawing withdrawing,
            Policies policies,
            Qualifications qualifications,
            Messaging messaging,
            OfficialClock clock,
            Sql sql) {
        this.bookings = bookings;
        this.guarding = guarding;
        this.enrolling = enrolling;
        this.withdrawing = withdrawing;
        this.policies = policies;
        this.qualifications = qualifications;
        this.messaging = messaging;
        this.clock = clock;
        this.sql = sql;
    }

    /** How a place came about; each is a kind of event and a message. */
    enum Way {
        BOOKED("booking_booked"),
        MOVED_HERE("booking_moved"),
        GIVEN("booking_given");

        private final String template;

        Way(String template) {
            this.template = template;
        }
    }

    /** Locks the sessions that an act is about, before anything is read that the act relies on. */
    void lock(UUID... sessions) {
        if (sql.list(LOCK, row -> true, (Object) sessions).size()
                < List.of(sessions).size()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    BookingLimit limit(Seeker seeker) {
        PolicyTerms policy = policies.byId(seeker.policy());
        return new BookingLimit(
                policy.number(PolicyTerm.BOOKING_MOVES), policy.number(PolicyTerm.BOOKING_CLOSES_HOURS));
    }

    /** Whether the session can still be booked, or a place in it changed. */
    boolean isOpen(Seeker seeker, UUID session) {
        return sql.first(BOOKABLE, row -> Sql.instant(row, "starts_at"), session)
                .filter(start -> limit(seeker).isOpen(start, clock.now()))
                .isPresent();
    }

    /** Whether there is a place in a session for somebody who has none, whatever the waiting list says. @throws Refused with why not */
    void mustBeOpen(Seeker seeker, OpenSession session) {
        if (!isOpen(seeker, session.id())) {
            throw new Refused(BookingRefusal.NOT_OPEN);
        }
        if (!session.qualification().equals(seeker.qualification())) {
            throw new Refused(BookingRefusal.OTHER_QUALIFICATION);
        }
        if (seeker.isSeated()) {
            throw new Refused(BookingRefusal.ALREADY_BOOKED);
        }
    }

    /**
     * Gives the place in a locked session. Whoever refuses has written nothing, so that the transaction may go on with others.
     *
     * @param patient false for one in a row of several: who is just being booked elsewhere is passed over
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refused.class)
    public String place(UUID application, UUID sessionId, Way way, boolean patient, String actor) {
        UUID person = seeker(application).person();
        if (sql.first(patient ? PERSON : PERSON + " SKIP LOCKED", row -> true, person)
                .isEmpty()) {
            throw new Refused(BookingRefusal.BUSY);
        }
        Seeker seeker = seeker(application);
        OpenSession session = bookings.session(sessionId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        mustBeOpen(seeker, session);
        if (session.isFull()) {
            throw new Refused(BookingRefusal.FULL);
        }
        if (!guarding.barred(person, List.of(session)).isEmpty()) {
            throw new Refused(BookingRefusal.CONFLICT);
        }
        String ticket = enrolling.enrolApplied(
                sessionId, new Enrolling.Applied(application, person, seeker.policy(), seeker.appliedOn()));
        note(application, sessionId, way.name(), ticket, actor);
        closeWaiting(application, sessionId, way);
        tell(person, way.template, session);
        return ticket;
    }

    Seeker seeker(UUID application) {
        return bookings.find(application).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** Takes the place back, in a locked session. kind: MOVED_AWAY or CANCELLED. */
    void release(Seeker seeker, String kind, String actor) {
        withdrawing.withdraw(seeker.enrolment());
        note(seeker.application(), seeker.session(), kind, seeker.ticket(), actor);
    }

    void tell(UUID person, String template, OpenSession session) {
        messaging.toPerson(
                person,
                template,
                qualifications.get(session.qualification()).zh(),
                session.centreZh(),
                session.startsAt()
                        .atZone(OfficialClock.ZONE)
                        .toLocalDateTime()
                        .toString()
                        .replace('T', ' '));
    }

    private void note(UUID application, UUID session, String kind, String ticket, String actor) {
        sql.update(
                "INSERT INTO booking_event (id, application_id, session_id, kind, ticket, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                application,
                session,
                kind,
                ticket,
                clock.now(),
                actor);
    }

    private void closeWaiting(UUID application, UUID session, Way way) {
        Instant now = clock.now();
        sql.update(
                "UPDATE waiting_place SET state = CASE WHEN session_id = ? AND ? THEN 'GIVEN' ELSE 'LAPSED' END, changed_at = ?"
                        + " WHERE application_id = ? AND state = 'WAITING'",
                session,
                way == Way.GIVEN,
                now,
                application);
    }
}
