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

/** Where an enrolled person opens the account for results and certificates. */
@Path("/account/new")
@PermitAll
public class AccountPage {
    private final ClaimingAccount claiming;

    public AccountPage(ClaimingAccount claiming) {
        this.claiming = claiming;
    }

    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance account(String ticket, String username, Refused refused);
    }

    @GET
    public TemplateInstance form() {
        return Templates.account("", "", null);
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
                    .entity(Templates.account(ticket, username, refused).render())
                    .build();
        }
        return Response.seeOther(URI.create("/sign-in?opened=true")).build();
    }
}
