package org.chizheng.practical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.booking.BookingRefusal;
import org.chizheng.booking.rule.BookingLimit;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/**
 * A candidate takes a time at a station, takes another instead, or gives it back: as often and until when the policy lets places of the theory be changed (BOOKING_MOVES,
 * BOOKING_CLOSES_HOURS), counted from the pass of the theory. The rows of the days are held in the order of their ids, so that no station has two at a time.
 */
@ApplicationScoped
public class Reserving {
    private final Practicals practicals;
    private final Admitting admitting;
    private final Eligibility eligibility;
    private final Policies policies;
    private final Qualifications qualifications;
    private final Messaging messaging;
    private final Auditing auditing;
    private final OfficialClock clock;
    private final Sql sql;

    public Reserving(
            Practicals practicals,
            Admitting admitting,
            Eligibility eligibility,
            Policies policies,
            Qualifications qualifications,
            Messaging messaging,
            Auditing auditing,
            OfficialClock clock,
            Sql sql) {
        this.practicals = practicals;
        this.admitting = admitting;
        this.eligibility = eligibility;
        this.policies = policies;
        this.qualifications = qualifications;
        this.messaging = messaging;
        this.auditing = auditing;
        this.clock = clock;
        this.sql = sql;
    }

    /** @return the candidate; @throws Refused NOT_OPEN, NO_MOVES_LEFT, or as {@link Admitting} refuses */
    @Transactional
    public UUID book(UUID person, UUID day, Instant at, String by) {
        lock(day);
        PracticalView chosen = open(day, BookingRefusal.NOT_OPEN);
        if (!limit(chosen.policy()).mayBook(changes(person, chosen))) {
            throw new Refused(BookingRefusal.NO_MOVES_LEFT);
        }
        UUID candidate = admitting.admit(day, person, at, by);
        tell(person, "practical_booked", chosen, at);
        return candidate;
    }

    /** @return the candidate in the new place; @throws Refused CLOSED, NO_MOVES_LEFT, or as {@link #book}; then the old place stays */
    @Transactional
    public UUID move(UUID person, UUID candidate, UUID day, Instant at, String by) {
        lock(practicals.candidate(candidate).sessionId(), day);
        PracticalView old = open(own(person, candidate).sessionId(), BookingRefusal.CLOSED);
        if (!limit(old.policy()).mayMove(changes(person, old))) {
            throw new Refused(BookingRefusal.NO_MOVES_LEFT);
        }
        giveBack(candidate, by);
        return book(person, day, at, by);
    }

    /** @throws Refused NOT_FOUND, WRONG_STATE, CLOSED */
    @Transactional
    public void cancel(UUID person, UUID candidate, String by) {
        lock(practicals.candidate(candidate).sessionId());
        CandidateView place = own(person, candidate);
        PracticalView day = open(place.sessionId(), BookingRefusal.CLOSED);
        giveBack(candidate, by);
        tell(person, "practical_given_back", day, place.slotAt());
    }

    BookingLimit limit(String policy) {
        PolicyTerms terms = policies.byId(policy);
        return new BookingLimit(terms.number(PolicyTerm.BOOKING_MOVES), terms.number(PolicyTerm.BOOKING_CLOSES_HOURS));
    }

    /** Places given back since the pass of the theory that counts on the day. */
    int changes(UUID person, PracticalView day) {
        LocalDate on = OfficialClock.dateOf(day.startsAt());
        return eligibility
                .theory(person, day.qualification(), policies.byId(day.policy()), on)
                .map(since -> practicals.withdrawn(person, day.qualification(), since))
                .orElse(0);
    }

    private void lock(UUID... days) {
        sql.list("SELECT 1 FROM practical_session WHERE id = ANY (?) ORDER BY id FOR UPDATE", row -> true, (Object)
                days);
    }

    private PracticalView open(UUID id, BookingRefusal otherwise) {
        PracticalView day = practicals.get(id);
        if (!limit(day.policy()).isOpen(day.startsAt(), clock.now())) {
            throw new Refused(otherwise);
        }
        return day;
    }

    private CandidateView own(UUID person, UUID candidate) {
        CandidateView place = practicals.locked(candidate);
        if (!place.personId().equals(person)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        if (!place.state().equals("ADMITTED")) {
            throw new Refused(PracticalRefusal.WRONG_STATE);
        }
        return place;
    }

    private void giveBack(UUID candidate, String by) {
        sql.update(
                "UPDATE practical_candidate SET state = 'WITHDRAWN', withdrawn_at = ?, withdrawn_by = ? WHERE id = ?",
                clock.now(),
                by,
                candidate);
        auditing.note("gave back", "practical-candidate", candidate, "");
    }

    private void tell(UUID person, String template, PracticalView day, Instant at) {
        messaging.toPerson(
                person,
                template,
                qualifications.get(day.qualification()).zh(),
                day.centreZh(),
                at.atZone(OfficialClock.ZONE).toLocalDateTime().toString().replace('T', ' '));
    }
}
