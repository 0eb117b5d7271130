package org.chizheng.session;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.Objections;
import org.chizheng.audit.Auditing;
import org.chizheng.centre.Centres;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Identifying;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.Registering;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;

/** Enrols a person in a session, by the policy of the day of application, retakes by that of the session's day, and gives the ticket. The row of the session is locked, so a room is never overfilled. */
@ApplicationScoped
public class Enrolling {
    private static final String ACCEPTED =
            "SELECT id FROM application WHERE person_id = ? AND qualification = ? AND state = 'ACCEPTED'";
    private final Sessions sessions;
    private final Rehearsals rehearsals;
    private final Engagements engagements;
    private final Tickets tickets;
    private final Persons persons;
    private final Registering registering;
    private final Identifying identifying;
    private final Objections objections;
    private final Policies policies;
    private final Centres centres;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Enrolling(
            Sessions sessions,
            Rehearsals rehearsals,
            Engagements engagements,
            Tickets tickets,
            Persons persons,
            Registering registering,
            Identifying identifying,
            Objections objections,
            Policies policies,
            Centres centres,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.engagements = engagements;
        this.tickets = tickets;
        this.persons = persons;
        this.registering = registering;
        this.identifying = identifying;
        this.objections = objections;
        this.policies = policies;
        this.centres = centres;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @param phone may be left out; @return the ticket number */
    @Transactional
    public String enrol(UUID sessionId, String name, String idNumber, String phone) {
        SessionView session = lock(sessionId);
        Person person = registering.register(name, idNumber);
        identifying.keepVouchedPhone(person.id(), phone);
        LocalDate today = clock.today();
        UUID application = sql.first(
                        ACCEPTED, row -> row.getObject(1, UUID.class), person.id(), session.qualification())
                .orElse(null);
        return enrol(session, person, policies.inForce(session.qualification(), today), today, application);
    }

    /**
     * Gives the person of an accepted application a place, in the acting transaction. Whoever refuses has written nothing, so that the transaction may go on.
     *
     * @param applied what is asked for by which application
     * @return the ticket number
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refused.class)
    public String enrolApplied(UUID sessionId, Applied applied) {
        SessionView session = lock(sessionId);
        Person person = persons.findById(applied.person());
        return enrol(session, person, policies.byId(applied.policy()), applied.on(), applied.application());
    }

    /** An application: whose, under which policy, made on which day. */
    public record Applied(UUID application, UUID person, String policy, LocalDate on) {}

    private SessionView lock(UUID sessionId) {
        sql.first("SELECT 1 FROM exam_session WHERE id = ? FOR UPDATE", row -> true, sessionId);
        SessionView session = sessions.find(sessionId).orElseThrow();
        if (rehearsals.isRehearsal(sessionId)) {
            throw new Refused(SessionRefusal.REHEARSAL);
        }
        if ("ENDED".equals(session.state())) {
            throw new Refused(SessionRefusal.WRONG_STATE);
        }
        if (session.enrolled() >= centres.room(session.roomId()).orElseThrow().places()) {
            throw new Refused(SessionRefusal.ROOM_FULL);
        }
        return session;
    }

    private String enrol(SessionView session, Person person, PolicyTerms policy, LocalDate applied, UUID application) {
        mustBeEligible(person, session, applied);
        engagements.mustBeFree(person.id(), session);
        String ticket = tickets.draw(1).get(0);
        int added = sql.update(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at, application_id) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (session_id, person_id) DO NOTHING",
                Ids.next(),
                session.id(),
                person.id(),
                policy.id(),
                ticket,
                clock.now(),
                application);
        if (added == 0) {
            throw new Refused(SessionRefusal.ALREADY_ENROLLED);
        }
        auditing.note("enrolled", "session", session.id(), "person " + person.id());
        return ticket;
    }

    private void mustBeEligible(Person person, SessionView session, LocalDate applied) {
        objections
                .atEnrolment(person, session.qualification(), applied, OfficialClock.dateOf(session.startsAt()))
                .ifPresent(rule -> {
                    throw new Refused(SessionRefusal.valueOf(rule.name()));
                });
    }
}
