package org.chizheng.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.PeopleRefusal;
import org.chizheng.people.Roles;
import org.chizheng.people.SignInThrottle;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Lets an enrolled person open the one account for results and certificates, proved by ticket number and identity number. A failed proof is counted even though nothing else is kept. */
@ApplicationScoped
public class ClaimingAccount {
    private final TicketIdentity tickets;
    private final Sessions sessions;
    private final Rehearsals rehearsals;
    private final SignInThrottle throttle;
    private final Accounting accounting;
    private final Sql sql;

    public ClaimingAccount(
            TicketIdentity tickets,
            Sessions sessions,
            Rehearsals rehearsals,
            SignInThrottle throttle,
            Accounting accounting,
            Sql sql) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.throttle = throttle;
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
        UUID person = enrolment.personId();
        sql.first("SELECT 1 FROM person WHERE id = ? FOR UPDATE", row -> true, person);
        if (sql.first("SELECT 1 FROM account WHERE person_id = ? AND active", row -> true, person)
                .isPresent()) {
            throw new Refused(PeopleRefusal.ACCOUNT_EXISTS);
        }
        UUID account = accounting.open(username, password, enrolment.name(), enrolment.name(), person);
        accounting.grant(account, new Grant(Roles.CANDIDATE, null, null, null));
    }
}
