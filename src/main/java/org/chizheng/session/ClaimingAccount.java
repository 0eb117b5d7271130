package org.chizheng.session;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.PeopleRefusal;
import org.chizheng.people.Persons;
import org.chizheng.people.SignInThrottle;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Lets an enrolled person open the one account for results and certificates, proved by ticket number and identity number. A failed proof is counted even though nothing else is kept. */
@ApplicationScoped
public class ClaimingAccount {
    /** A ticket proves its holder unless it came of an account's own application: then the account shows it, and only the entrance proves the person. */
    private static final String PROVES = """
            SELECT 1 FROM enrolment e LEFT JOIN application a ON a.id = e.application_id
            WHERE e.id = ? AND (a.channel IS DISTINCT FROM 'CANDIDATE' OR e.checked_in_at IS NOT NULL)""";

    private final TicketIdentity tickets;
    private final Sessions sessions;
    private final Rehearsals rehearsals;
    private final SignInThrottle throttle;
    private final Persons persons;
    private final Accounting accounting;
    private final Sql sql;

    public ClaimingAccount(
            TicketIdentity tickets,
            Sessions sessions,
            Rehearsals rehearsals,
            SignInThrottle throttle,
            Persons persons,
            Accounting accounting,
            Sql sql) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.throttle = throttle;
        this.persons = persons;
        this.accounting = accounting;
        this.sql = sql;
    }

    /** @throws Refused if the proof is wrong, guessed too often, the person has an account, or name or password is not acceptable */
    public void claim(String ticket, String idNumber, String username, String password) {
        String tidy = ticket == null ? "" : ticket.replaceAll("[\\s-]", "");
        if (throttle.isBarred(tidy)) {
            throw new Refused(PeopleRefusal.TOO_MANY_FAILURES);
        }
        if (tickets.signIn(tidy, idNumber == null ? "" : idNumber).isEmpty()) {
            throttle.failed(tidy);
            throw new Refused(SessionRefusal.TICKET_OR_NUMBER_WRONG);
        }
        QuarkusTransaction.requiringNew().run(() -> open(sessions.byTicket(tidy).orElseThrow(), username, password));
    }

    private void open(EnrolmentView enrolment, String username, String password) {
        if (rehearsals.isRehearsal(enrolment.sessionId())) {
            throw new Refused(SessionRefusal.REHEARSAL);
        }
        boolean proves = sql.first(PROVES, row -> true, enrolment.id()).isPresent();
        accounting.openOwn(persons.findById(enrolment.personId()), username, password, proves);
    }
}
