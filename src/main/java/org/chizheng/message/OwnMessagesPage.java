package org.chizheng.message;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.message.rule.Address;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's own messages: what was sent by which way, the address of mail, and whether reminders are wanted. */
@Path("/my/messages")
@RolesAllowed(Roles.CANDIDATE)
public class OwnMessagesPage {
    private final Deliveries deliveries;
    private final Recipients recipients;
    private final Reaching reaching;
    private final CurrentUser user;
    private final Ui ui;

    public OwnMessagesPage(Deliveries deliveries, Recipients recipients, Reaching reaching, CurrentUser user, Ui ui) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.reaching = reaching;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "message", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance own(
                String back,
                String title,
                List<DeliveryView> deliveries,
                String mail,
                boolean reminders,
                Refused refused);
    }

    @GET
    public TemplateInstance own() {
        return page(null);
    }

    private TemplateInstance page(Refused refused) {
        Recipients.Recipient me = Recipients.Recipient.person(user.personId());
        return Templates.own(
                "/my",
                null,
                deliveries.to(me, ui.getLang()),
                recipients.ofPerson(me.person()).map(Address::maskedMail).orElse(null),
                !recipients.declinesReminders(me),
                refused);
    }

    /** @param keep the address stays as it is */
    @POST
    public Response choose(@RestForm String mail, @RestForm boolean keep, @RestForm boolean reminders) {
        UUID person = user.personId();
        try {
            reaching.person(person, keep ? recipients.ofPerson(person).orElse(null) : mail, reminders);
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(refused));
        }
        return Response.seeOther(URI.create("/my/messages")).build();
    }
}
