package org.chizheng.session;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.people.Persons;
import org.chizheng.people.Roles;
import org.chizheng.session.rule.TicketNumber;

import io.quarkus.cache.CacheResult;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The identity of a ticket's holder: it opens the examination and nothing else. */
@ApplicationScoped
public class TicketIdentity {
    static final String PREFIX = "ticket:";
    private final Sessions sessions;
    private final Persons persons;
    private final Sealer sealer;

    public TicketIdentity(Sessions sessions, Persons persons, Sealer sealer) {
        this.sessions = sessions;
        this.persons = persons;
        this.sealer = sealer;
    }

    Optional<SecurityIdentity> signIn(String ticket, String idNumber) {
        if (!TicketNumber.isValid(ticket)) {
            return Optional.empty();
        }
        return sessions.byTicket(ticket.replaceAll("[\\s-]", ""))
                .filter(enrolment -> belongs(enrolment, idNumber))
                .map(TicketIdentity::identity);
    }

    private boolean belongs(EnrolmentView enrolment, String idNumber) {
        String known = QuarkusTransaction.joiningExisting()
                .call(() -> persons.findById(enrolment.personId()).idNumber(sealer));
        return known.equalsIgnoreCase(idNumber.strip());
    }

    @CacheResult(cacheName = "tickets")
    public Optional<SecurityIdentity> recently(UUID enrolment) {
        return sessions.enrolment(enrolment).map(TicketIdentity::identity);
    }

    private static SecurityIdentity identity(EnrolmentView enrolment) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(PREFIX + enrolment.id()))
                .addAttribute("zh", enrolment.name())
                .addAttribute("en", enrolment.name())
                .addAttribute("enrolmentId", enrolment.id())
                .addRole(Roles.EXAMINEE)
                .build();
    }
}
