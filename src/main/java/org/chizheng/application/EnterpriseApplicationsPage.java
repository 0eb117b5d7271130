package org.chizheng.application;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.ApplicationPages.Side;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What an enterprise has applied for, one by one: look, add photo and documents, mend, withdraw. Only what it sent itself. */
@Path("/enterprise/applications")
@RolesAllowed(Roles.EMPLOYER)
public class EnterpriseApplicationsPage {
    private static final Side SIDE = new Side("/enterprise/applications", true, false);
    private final Enterprises enterprises;
    private final EnterpriseUploads uploads;
    private final Worklist worklist;
    private final Applications applications;
    private final Mending mending;
    private final ApplicationDesk desk;
    private final Choices choices;
    private final Labels labels;
    private final CurrentUser user;

    public EnterpriseApplicationsPage(
            Enterprises enterprises,
            EnterpriseUploads uploads,
            Worklist worklist,
            Applications applications,
            Mending mending,
            ApplicationDesk desk,
            Choices choices,
            Labels labels,
            CurrentUser user) {
        this.enterprises = enterprises;
        this.uploads = uploads;
        this.worklist = worklist;
        this.applications = applications;
        this.mending = mending;
        this.desk = desk;
        this.choices = choices;
        this.labels = labels;
        this.user = user;
    }

    /** enterprise: which of several that the account stands for; the first when left out. */
    @GET
    public Response list(@RestQuery UUID enterprise, @RestQuery String page) {
        UUID own = enterprise == null ? first() : enterprise;
        return page(own, page, null);
    }

    private UUID first() {
        return user.enterprises().stream().findFirst().orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    Response page(UUID enterprise, String page, Refused refused) {
        EnterpriseView found = Optional.of(enterprise)
                .filter(user.enterprises()::contains)
                .flatMap(enterprises::find)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        EnterpriseDesk own = new EnterpriseDesk(found, uploads.of(enterprise), EnterpriseTable.MOST_ROWS);
        Worklist.Found list = worklist.ofEnterprise(enterprise, Worklist.Filter.of("", "", ""), page);
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                ApplicationPages.enterprise(own, list, choices, labels, refused));
    }

    @GET
    @Path("{id}")
    public Response one(@RestPath UUID id) {
        return desk.page(own(id), SIDE);
    }

    @GET
    @Path("{id}/photo")
    public Response photo(@RestPath UUID id) {
        return desk.photo(own(id));
    }

    @POST
    @Path("{id}/photo")
    public Response keepPhoto(@RestPath UUID id, @RestForm("photo") FileUpload photo) {
        return desk.keepPhoto(own(id), SIDE, photo, user.principal());
    }

    @GET
    @Path("{id}/documents/{document}")
    public Response document(@RestPath UUID id, @RestPath UUID document) {
        return desk.document(own(id), document);
    }

    @POST
    @Path("{id}/documents")
    public Response keepDocument(@RestPath UUID id, @RestForm String kind, @RestForm("document") FileUpload document) {
        return desk.keepDocument(own(id), SIDE, kind, document, user.principal());
    }

    @POST
    @Path("{id}/mend")
    public Response mend(@RestPath UUID id, @BeanParam ApplyForm form) {
        return desk.act(own(id), SIDE, () -> mending.mend(id, form, user.principal()));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@RestPath UUID id) {
        return desk.act(own(id), SIDE, () -> mending.withdraw(id, user.principal()));
    }

    private ApplicationView own(UUID id) {
        List<UUID> reach = user.enterprises();
        return applications
                .find(id)
                .filter(a -> "ENTERPRISE".equals(a.channel()) && reach.contains(a.enterpriseId()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    static Response to(String path) {
        return Response.seeOther(URI.create(SIDE.base() + path)).build();
    }
}
