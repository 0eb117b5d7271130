package org.chizheng.message;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.ListColumns;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Messages as the province's administrator sees them: what waits, what was sent to which masked address, what was given up. They belong to no city, so a city's administrator sees none. */
@Path("/messages")
@RolesAllowed(Roles.ADMINISTRATOR)
public class MessagesPage {
    private static final String PROVINCE = "32";
    private final Deliveries deliveries;
    private final SendingAgain sendingAgain;
    private final TryingMail tryingMail;
    private final Wording wording;
    private final CurrentUser user;
    private final Ui ui;

    MessagesPage(
            Deliveries deliveries,
            SendingAgain sendingAgain,
            TryingMail tryingMail,
            Wording wording,
            CurrentUser user,
            Ui ui) {
        this.deliveries = deliveries;
        this.sendingAgain = sendingAgain;
        this.tryingMail = tryingMail;
        this.wording = wording;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "message", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance messages(
                List<DeliveryView> deliveries, Map<String, Long> counts, String state, boolean tried, Refused refused);
    }

    /** tried: a mail was just taken by the mail server. */
    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String state, @RestQuery boolean tried) {
        return page(state, tried, null);
    }

    private TemplateInstance page(String state, boolean tried, Refused refused) {
        mustReachAll();
        return Templates.messages(newest(state), deliveries.counts(), state, tried, refused);
    }

    /** One mail at once, to see whether the server takes them. */
    @POST
    @Path("trial")
    public Response trial(@RestForm @DefaultValue("") String address) {
        mustReachAll();
        try {
            tryingMail.send(address, ui.getLang());
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page("", false, refused));
        }
        return Response.seeOther(URI.create("/messages?tried=true")).build();
    }

    /** The list as it is shown. */
    @GET
    @Path("list.xlsx")
    public Response file(@RestQuery @DefaultValue("") String state) {
        mustReachAll();
        byte[] book = new ListColumns<DeliveryView>(head -> ui.text("message_", head))
                .add("at", each -> ui.time(each.createdAt()))
                .add("template", DeliveryView::name)
                .add("way", each -> ui.text("message_way_", each.way()))
                .add("to", DeliveryView::to)
                .add("state", each -> ui.text("message_state_", each.state()))
                .add("attempts", DeliveryView::attempts)
                .add("sent", each -> ui.time(each.sentAt()))
                .add("failure", DeliveryView::failure)
                .book(ui.text("common_menu_", "messages"), newest(state));
        return Response.ok(book, ListBook.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"messages.xlsx\"")
                .build();
    }

    private List<DeliveryView> newest(String state) {
        return deliveries.newest(state).stream()
                .map(each -> each.named(wording.name(each.template(), ui.getLang())))
                .toList();
    }

    @POST
    @Path("{id}/again")
    public Response again(@RestPath UUID id) {
        mustReachAll();
        sendingAgain.again(id);
        return Response.seeOther(URI.create("/messages")).build();
    }

    private void mustReachAll() {
        if (!user.reachesRegion(PROVINCE, Roles.ADMINISTRATOR)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
