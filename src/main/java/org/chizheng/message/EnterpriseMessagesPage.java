package org.chizheng.message;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.message.rule.Address;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.TemplateInstance;

/** The same for an enterprise, kept by its employer's accounts. */
@Path("/workforce/{id}/messages")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
public class EnterpriseMessagesPage {
    private final Deliveries deliveries;
    private final Recipients recipients;
    private final Reaching reaching;
    private final Enterprises enterprises;
    private final CurrentUser user;
    private final Ui ui;

    public EnterpriseMessagesPage(
            Deliveries deliveries,
            Recipients recipients,
            Reaching reaching,
            Enterprises enterprises,
            CurrentUser user,
            Ui ui) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.reaching = reaching;
        this.enterprises = enterprises;
        this.user = user;
        this.ui = ui;
    }

    @GET
    public TemplateInstance own(@RestPath UUID id) {
        return page(reach(id), null);
    }

    private TemplateInstance page(EnterpriseView enterprise, Refused refused) {
        Recipients.Recipient it = Recipients.Recipient.enterprise(enterprise.id());
        return OwnMessagesPage.Templates.own(
                "/workforce/" + enterprise.id(),
                enterprise.name(),
                deliveries.to(it, ui.getLang()),
                recipients
                        .ofEnterprise(enterprise.id())
                        .map(Address::maskedMail)
                        .orElse(null),
                !recipients.declinesReminders(it),
                refused);
    }

    /** @param keep the address stays as it is */
    @POST
    public Response choose(
            @RestPath UUID id, @RestForm String mail, @RestForm boolean keep, @RestForm boolean reminders) {
        EnterpriseView enterprise = reach(id);
        try {
            reaching.enterprise(id, keep ? recipients.ofEnterprise(id).orElse(null) : mail, reminders);
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(enterprise, refused));
        }
        return Response.seeOther(URI.create("/workforce/" + id + "/messages")).build();
    }

    private EnterpriseView reach(UUID id) {
        EnterpriseView enterprise = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(id, enterprise.region(), Roles.EMPLOYER, Roles.ADMINISTRATOR);
        return enterprise;
    }
}
