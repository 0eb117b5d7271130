package org.chizheng.session;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Refused;
import org.chizheng.people.PeopleRefusal;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where an enrolled person opens the account by the ticket; without one, see {@code account.AccountPage}. */
@Path("/account/ticket")
@PermitAll
public class TicketAccountPage {
    private final ClaimingAccount claiming;

    public TicketAccountPage(ClaimingAccount claiming) {
        this.claiming = claiming;
    }

    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ticketAccount(String ticket, String username, Refused refused);
    }

    @GET
    public TemplateInstance form() {
        return Templates.ticketAccount("", "", null);
    }

    /** A refusal shows the form again with what was typed, but for the numbers and the passwords. */
    @POST
    public Response open(
            @RestForm String ticket,
            @RestForm String idNumber,
            @RestForm String username,
            @RestForm String password,
            @RestForm String again) {
        try {
            if (password == null || !password.equals(again)) {
                throw new Refused(PeopleRefusal.PASSWORDS_DIFFER);
            }
            claiming.claim(ticket, idNumber, username, password);
        } catch (Refused refused) {
            return Response.status(refused.reason().status())
                    .type("text/html;charset=UTF-8")
                    .entity(Templates.ticketAccount(ticket, username, refused).render())
                    .build();
        }
        return Response.seeOther(URI.create("/sign-in?opened=true")).build();
    }
}
