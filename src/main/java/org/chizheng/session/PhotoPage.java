package org.chizheng.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Identifying;
import org.chizheng.people.Persons;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A candidate's photo, for the eyes that compare it at check-in and later for the certificate. Within the reach of the session's staff. */
@Path("/sessions/{id}/enrolments/{enrolment}/photo")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.INVIGILATOR})
public class PhotoPage {
    private static final String[] STAFF = {Roles.CENTRE_MANAGER, Roles.INVIGILATOR};
    private final Sessions sessions;
    private final Persons persons;
    private final Identifying identifying;
    private final Sealer sealer;
    private final CurrentUser user;

    public PhotoPage(Sessions sessions, Persons persons, Identifying identifying, Sealer sealer, CurrentUser user) {
        this.sessions = sessions;
        this.persons = persons;
        this.identifying = identifying;
        this.sealer = sealer;
        this.user = user;
    }

    @GET
    @Transactional
    public Response photo(@RestPath UUID id, @RestPath UUID enrolment) {
        byte[] photo = persons.findById(personOf(id, enrolment)).photo(sealer);
        if (photo == null) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Response.ok(photo, "image/jpeg").build();
    }

    @POST
    public Response keep(@RestPath UUID id, @RestPath UUID enrolment, @RestForm("photo") FileUpload photo) {
        UUID person = personOf(id, enrolment);
        if (photo == null || photo.size() == 0) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "photo");
        }
        try {
            identifying.keepPhoto(person, Files.readAllBytes(photo.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.seeOther(URI.create("/sessions/" + id)).build();
    }

    private UUID personOf(UUID id, UUID enrolment) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), STAFF);
        return sessions.enrolment(enrolment)
                .filter(e -> e.sessionId().equals(id))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))
                .personId();
    }
}
