package org.chizheng.application;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.ApplicationPages.Side;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.TemplateInstance;

/** The authority's side: what waits for an answer, what is overdue first; accept, return, refuse. */
@Path("/applications")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class ReviewPage {
    private static final Side SIDE = new Side("/applications", false, true);
    private final Applications applications;
    private final Worklist worklist;
    private final WorklistSheet sheet;
    private final Reviewing reviewing;
    private final Readiness readiness;
    private final AcceptingMany accepting;
    private final ReviewScope scope;
    private final ApplicationDesk desk;
    private final Choices choices;
    private final Labels labels;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    public ReviewPage(
            Applications applications,
            Worklist worklist,
            WorklistSheet sheet,
            Reviewing reviewing,
            Readiness readiness,
            AcceptingMany accepting,
            ReviewScope scope,
            ApplicationDesk desk,
            Choices choices,
            Labels labels,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.applications = applications;
        this.worklist = worklist;
        this.sheet = sheet;
        this.reviewing = reviewing;
        this.readiness = readiness;
        this.accepting = accepting;
        this.scope = scope;
        this.desk = desk;
        this.choices = choices;
        this.labels = labels;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @GET
    public TemplateInstance list(
            @RestQuery String state, @RestQuery String qualification, @RestQuery String q, @RestQuery String page) {
        List<String> regions = scope.regions();
        Worklist.Filter filter = Worklist.Filter.of(state, qualification, q);
        Worklist.Found found = worklist.find(regions, filter, page);
        return ApplicationPages.worklist(
                found,
                readiness.of(found.rows()),
                filter,
                worklist.overdue(regions, clock.today()),
                ui.holds(Roles.CENTRE_MANAGER),
                choices,
                labels);
    }

    /** Those that were ticked, {@link AcceptingMany#MOST} at most; the filter is where the list was. */
    @POST
    @Path("accept")
    public TemplateInstance acceptMany(
            @RestForm List<UUID> item, @RestForm String state, @RestForm String qualification, @RestForm String q) {
        List<UUID> ticked = item == null ? List.of() : item;
        List<ApplicationView> within =
                ticked.stream().limit(AcceptingMany.MOST + 1L).map(this::reach).toList();
        return ApplicationPages.accepted(
                accepting.accept(within, user.principal()), Worklist.Filter.of(state, qualification, q), labels);
    }

    @GET
    @Path("export")
    public Response export(@RestQuery String state, @RestQuery String qualification, @RestQuery String q) {
        Worklist.Filter filter = Worklist.Filter.of(state, qualification, q);
        return Download.of(
                sheet.of(worklist.all(scope.regions(), filter), ui.getLang()),
                ListBook.MEDIA_TYPE,
                "applications.xlsx");
    }

    @GET
    @Path("{id}")
    public Response one(@RestPath UUID id) {
        return desk.page(reach(id), SIDE);
    }

    @GET
    @Path("{id}/photo")
    public Response photo(@RestPath UUID id) {
        return desk.photo(reach(id));
    }

    @POST
    @Path("{id}/photo")
    public Response keepPhoto(@RestPath UUID id, @RestForm("photo") FileUpload photo) {
        return desk.keepPhoto(reach(id), SIDE, photo, user.principal());
    }

    @GET
    @Path("{id}/documents/{document}")
    public Response document(@RestPath UUID id, @RestPath UUID document) {
        return desk.document(reach(id), document);
    }

    @POST
    @Path("{id}/documents")
    public Response keepDocument(@RestPath UUID id, @RestForm String kind, @RestForm("document") FileUpload document) {
        return desk.keepDocument(reach(id), SIDE, kind, document, user.principal());
    }

    @POST
    @Path("{id}/accept")
    public Response accept(@RestPath UUID id, @RestForm String photoReason) {
        return desk.act(reach(id), SIDE, () -> reviewing.accept(id, photoReason, user.principal()));
    }

    @POST
    @Path("{id}/return")
    public Response giveBack(@RestPath UUID id, @RestForm String note) {
        return desk.act(reach(id), SIDE, () -> reviewing.giveBack(id, note, user.principal()));
    }

    @POST
    @Path("{id}/refuse")
    public Response refuse(@RestPath UUID id, @RestForm List<String> rule, @RestForm String note) {
        return desk.act(reach(id), SIDE, () -> reviewing.refuse(id, rule, note, user.principal()));
    }

    private ApplicationView reach(UUID id) {
        ApplicationView found = applications.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        scope.mustReach(found);
        return found;
    }
}
