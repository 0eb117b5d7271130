package org.chizheng.session;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.Centres;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Identifying;
import org.chizheng.people.Person;
import org.chizheng.people.Registering;
import org.chizheng.record.Standing;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.RetirementSchedules;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.session.rule.Eligibility;

/** Enrols a person in a session, by the policy of the day of application, retakes by that of the session's day, and gives the ticket. The row of the session is locked, so a room is never overfilled. */
@ApplicationScoped
public class Enrolling {
    private static final String UNLIMITED = "UNLIMITED";
    private final Sessions sessions;
    private final Rehearsals rehearsals;
    private final Tickets tickets;
    private final Registering registering;
    private final Identifying identifying;
    private final Standing standing;
    private final Policies policies;
    private final RetirementSchedules retirement;
    private final Centres centres;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Enrolling(
            Sessions sessions,
            Rehearsals rehearsals,
            Tickets tickets,
            Registering registering,
            Identifying identifying,
            Standing standing,
            Policies policies,
            RetirementSchedules retirement,
            Centres centres,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.tickets = tickets;
        this.registering = registering;
        this.identifying = identifying;
        this.standing = standing;
        this.policies = policies;
        this.retirement = retirement;
        this.centres = centres;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @param phone may be left out; @return the ticket number */
    @Transactional
    public String enrol(UUID sessionId, String name, String idNumber, String phone) {
        sql.first("SELECT 1 FROM exam_session WHERE id = ? FOR UPDATE", row -> true, sessionId);
        SessionView session = sessions.find(sessionId).orElseThrow();
        if (rehearsals.isRehearsal(sessionId)) {
            throw new Refused(SessionRefusal.REHEARSAL);
        }
        if ("ENDED".equals(session.state())) {
            throw new Refused(SessionRefusal.WRONG_STATE);
        }
        if (session.enrolled() >= centres.room(session.roomId()).orElseThrow().seats()) {
            throw new Refused(SessionRefusal.ROOM_FULL);
        }
        Person person = registering.register(name, idNumber);
        identifying.keepPhone(person.id(), phone);
        LocalDate applied = clock.today();
        PolicyTerms policy = policies.inForce(session.qualification(), applied);
        mustBeEligible(person, session, policy, applied);
        String ticket = tickets.draw(1).get(0);
        int added = sql.update(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (session_id, person_id) DO NOTHING",
                Ids.next(),
                sessionId,
                person.id(),
                policy.id(),
                ticket,
                clock.now());
        if (added == 0) {
            throw new Refused(SessionRefusal.ALREADY_ENROLLED);
        }
        auditing.note("enrolled", "session", sessionId, "person " + person.id());
        return ticket;
    }

    private void mustBeEligible(Person person, SessionView session, PolicyTerms policy, LocalDate applied) {
        LocalDate sat = OfficialClock.dateOf(session.startsAt());
        PolicyTerms retakes = policies.inForce(session.qualification(), sat);
        String attempts = retakes.text(PolicyTerm.THEORY_ATTEMPTS);
        LocalDate since = sat.minusMonths(retakes.number(PolicyTerm.THEORY_VALID_MONTHS));
        Eligibility.Applicant applicant = new Eligibility.Applicant(
                person.birthDate(),
                standing.isBanned(person.id(), applied),
                standing.theoryFailuresSince(person.id(), session.qualification(), since));
        Eligibility.Limits limits = new Eligibility.Limits(
                policy.number(PolicyTerm.MIN_AGE),
                lastDay(person, policy),
                UNLIMITED.equals(attempts) ? -1 : Integer.parseInt(attempts));
        Eligibility.objection(applicant, limits, applied).ifPresent(rule -> {
            throw new Refused(SessionRefusal.valueOf(rule));
        });
    }

    /** By the policy's MAX_AGE: NONE, RETIREMENT, or completed years. */
    private LocalDate lastDay(Person person, PolicyTerms policy) {
        return switch (policy.text(PolicyTerm.MAX_AGE)) {
            case "NONE" -> null;
            case "RETIREMENT" -> retirement.retiresOn(person.birthDate(), person.isMale());
            default -> person.birthDate().plusYears(policy.number(PolicyTerm.MAX_AGE));
        };
    }
}
