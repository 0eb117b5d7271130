package org.chizheng.application;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.ApplicationPages.Side;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.TemplateInstance;

/** A candidate's own applications: apply, add photo and documents, mend, withdraw. Another's is answered as if it did not exist. */
@Path("/my/applications")
@RolesAllowed(Roles.CANDIDATE)
public class MyApplicationsPage {
    private static final Side SIDE = new Side("/my/applications", true, false);
    private final Applications applications;
    private final Applying applying;
    private final Mending mending;
    private final ApplicationDesk desk;
    private final Labels labels;
    private final CurrentUser user;

    public MyApplicationsPage(
            Applications applications,
            Applying applying,
            Mending mending,
            ApplicationDesk desk,
            Labels labels,
            CurrentUser user) {
        this.applications = applications;
        this.applying = applying;
        this.mending = mending;
        this.desk = desk;
        this.labels = labels;
        this.user = user;
    }

    @GET
    public TemplateInstance list() {
        return ApplicationPages.mine(applications.ofPerson(user.personId()), labels);
    }

    /** @param qualification and kind as another page proposes them, such as a result sheet for a retake */
    @GET
    @Path("new")
    public Response form(@RestQuery String qualification, @RestQuery String kind) {
        ApplyForm form = new ApplyForm();
        form.qualification = qualification;
        form.kind = kind;
        return desk.form(SIDE, form, null);
    }

    @POST
    public Response apply(@BeanParam ApplyForm form) {
        try {
            UUID id = applying.apply(user.personId(), form, new Applying.Sender("CANDIDATE", null, user.principal()));
            return Response.seeOther(URI.create(SIDE.base() + "/" + id)).build();
        } catch (Refused refused) {
            return desk.form(SIDE, form, refused);
        }
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
        return applications
                .find(id)
                .filter(application -> application.personId().equals(user.personId()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
