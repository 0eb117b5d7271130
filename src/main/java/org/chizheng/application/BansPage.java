package org.chizheng.application;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Bans from posts and industries, for the regulators whose authority decides on them. */
@Path("/applications/bans")
@RolesAllowed(Roles.REGULATOR)
public class BansPage {
    private final OccupationBans bans;
    private final Barring barring;
    private final ReviewScope scope;
    private final CurrentUser user;
    private final Ui ui;

    public BansPage(OccupationBans bans, Barring barring, ReviewScope scope, CurrentUser user, Ui ui) {
        this.bans = bans;
        this.barring = barring;
        this.scope = scope;
        this.user = user;
        this.ui = ui;
    }

    @GET
    public Response list() {
        return page(null);
    }

    private Response page(Refused refused) {
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                ApplicationPages.bans(bans.newest(scope.regions()), bans, refused));
    }

    /** The list for Excel. */
    @GET
    @Path("list.xlsx")
    public Response file() {
        byte[] book = new ListColumns<OccupationBans.Listed>(head -> ui.text("application_", head))
                .add("name", ban -> ban.name())
                .add("ban_kind", ban -> ui.pick(ban.zh(), ban.en()))
                .add("industry", ban -> ban.industryZh() == null ? "" : ui.pick(ban.industryZh(), ban.industryEn()))
                .add("ban_since", ban -> ban.since())
                .add("ban_until", ban -> ban.until())
                .add("ban_decision", ban -> ban.decision())
                .add("ban_lifted", ban -> ui.time(ban.liftedAt()))
                .book(ui.text("application_", "ban_list"), bans.newest(scope.regions()));
        return Download.of(book, ListBook.MEDIA_TYPE, "bans.xlsx");
    }

    /** Under the first region that the account is granted: its authority. */
    @POST
    public Response bar(
            @RestForm String name,
            @RestForm String idNumber,
            @RestForm String kind,
            @RestForm String industry,
            @RestForm String since,
            @RestForm String until,
            @RestForm String number) {
        List<String> regions = scope.regions();
        if (regions.isEmpty()) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        try {
            Barring.Decision decision = new Barring.Decision(kind, industry, since, until, number);
            barring.bar(name, idNumber, decision, regions.get(0), user.principal());
        } catch (Refused refused) {
            return page(refused);
        }
        return Response.seeOther(URI.create("/applications/bans")).build();
    }

    @POST
    @Path("{id}/lift")
    public Response lift(@RestPath UUID id, @RestForm String why) {
        try {
            barring.lift(id, scope.regions(), why, user.principal());
        } catch (Refused refused) {
            if (refused.reason() == CommonRefusal.NOT_FOUND) {
                throw refused;
            }
            return page(refused);
        }
        return Response.seeOther(URI.create("/applications/bans")).build();
    }
}
