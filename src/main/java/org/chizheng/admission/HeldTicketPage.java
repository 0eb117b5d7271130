package org.chizheng.admission;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Pages;
import org.chizheng.people.Roles;

import io.quarkus.security.identity.SecurityIdentity;

/** The ticket of whoever signed in by its number, without an account. */
@Path("/exam/ticket.pdf")
@RolesAllowed(Roles.EXAMINEE)
public class HeldTicketPage {
    private final Printing printing;
    private final SecurityIdentity identity;

    public HeldTicketPage(Printing printing, SecurityIdentity identity) {
        this.printing = printing;
        this.identity = identity;
    }

    @GET
    public Response ticket() {
        UUID enrolment = identity.getAttribute("enrolmentId");
        return Pages.pdf(printing.ticket(enrolment), "ticket.pdf");
    }
}
