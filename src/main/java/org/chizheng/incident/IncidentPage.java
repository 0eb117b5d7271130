package org.chizheng.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.TemplateInstance;

/** One incident, and what the staff of its room or stations do about it. A refusal stands on the page. */
@Path("/incidents")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.ASSESSOR})
public class IncidentPage {
    private final IncidentDesk desk;
    private final IncidentReach reach;
    private final Reporting reporting;
    private final Evidencing evidencing;
    private final Attesting attesting;
    private final Informing informing;
    private final Compensating compensating;
    private final CurrentUser user;

    IncidentPage(
            IncidentDesk desk,
            IncidentReach reach,
            Reporting reporting,
            Evidencing evidencing,
            Attesting attesting,
            Informing informing,
            Compensating compensating,
            CurrentUser user) {
        this.desk = desk;
        this.reach = reach;
        this.reporting = reporting;
        this.evidencing = evidencing;
        this.attesting = attesting;
        this.informing = informing;
        this.compensating = compensating;
        this.user = user;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.ASSESSOR, Roles.REGULATOR})
    public TemplateInstance one(@RestPath UUID id) {
        reach.anyone(id);
        return desk.page(id, null);
    }

    @POST
    @Path("{id}/evidence")
    public Response addFile(@RestPath UUID id, @RestForm("file") FileUpload file) {
        reach.staff(id);
        return desk.act(id, () -> {
            if (file == null) {
                throw new Refused(IncidentRefusal.FILE_MISSING);
            }
            if (file.size() > Evidencing.LARGEST_MEGABYTES << 20) {
                throw new Refused(IncidentRefusal.FILE_SIZE, Evidencing.LARGEST_MEGABYTES);
            }
            evidencing.addFile(id, file.fileName(), bytes(file), user.principal());
        });
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("{id}/notes")
    public Response addNote(@RestPath UUID id, @RestForm String text) {
        reach.staff(id);
        return desk.act(id, () -> evidencing.addNote(id, text, user.principal()));
    }

    @POST
    @Path("{id}/video")
    public Response addVideo(
            @RestPath UUID id,
            @RestForm String recording,
            @RestForm String camera,
            @RestForm String from,
            @RestForm String until) {
        reach.staff(id);
        return desk.act(id, () -> evidencing.addVideo(id, recording, camera, from, until, user.principal()));
    }

    @POST
    @Path("{id}/sign")
    public Response sign(@RestPath UUID id) {
        reach.staff(id);
        return desk.act(id, () -> attesting.sign(id, Signatory.of(user)));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@RestPath UUID id, @RestForm String reason) {
        reach.staff(id);
        return desk.act(id, () -> reporting.withdraw(id, reason, Signatory.of(user)));
    }

    @POST
    @Path("{id}/notice")
    public Response inform(
            @RestPath UUID id,
            @RestForm String toldAt,
            @RestForm String how,
            @RestForm String statement,
            @RestForm String signature,
            @RestForm String remark) {
        reach.staff(id);
        NoticeForm form = new NoticeForm(toldAt, how, statement, signature, remark);
        return desk.act(id, () -> informing.inform(id, form, user.principal()));
    }

    @POST
    @Path("{id}/credit")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response credit(@RestPath UUID id, @RestForm int minutes, @RestForm String reason) {
        reach.staff(id);
        return desk.act(id, () -> compensating.credit(id, minutes, reason, user.principal()));
    }
}
