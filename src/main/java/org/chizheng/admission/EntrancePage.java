package org.chizheng.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The tablet at the entrance: read a ticket or an identity number, compare, pass or refuse, and have a second person confirm. Works as plain forms; the script spares the touches. */
@Path("/sessions/{id}/entrance")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class EntrancePage {
    private final Desks desks;
    private final Reading reading;
    private final Passing passing;
    private final Confirming confirming;
    private final Witnessing witnessing;
    private final Entrances entrances;
    private final SessionReach reach;
    private final CurrentUser user;

    public EntrancePage(
            Desks desks,
            Reading reading,
            Passing passing,
            Confirming confirming,
            Witnessing witnessing,
            Entrances entrances,
            SessionReach reach,
            CurrentUser user) {
        this.desks = desks;
        this.reading = reading;
        this.passing = passing;
        this.confirming = confirming;
        this.witnessing = witnessing;
        this.entrances = entrances;
        this.reach = reach;
        this.user = user;
    }

    @CheckedTemplate(basePath = "admission", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance entrance(DeskView desk, Refused refused);
    }

    /** @param of an enrolment that was read; @param walkIn whoever was read and has no place */
    @GET
    public TemplateInstance desk(@RestPath UUID id, @RestQuery UUID of, @RestQuery UUID walkIn) {
        return Templates.entrance(desks.at(reach.staff(id), user.principal(), of, walkIn), null);
    }

    @POST
    @Path("read")
    public Response read(@RestPath UUID id, @RestForm String code) {
        SessionView session = reach.staff(id);
        return answer(session, null, () -> {
            Reading.Seen seen = reading.read(session, code, user.principal());
            return seen.enrolment() == null ? "?walkIn=" + seen.walkIn() : "?of=" + seen.enrolment();
        });
    }

    /** @param picture taken on the spot, may be left out with a reason */
    @POST
    @Path("{enrolment}/pass")
    public Response pass(
            @RestPath UUID id,
            @RestPath UUID enrolment,
            @RestForm("picture") FileUpload picture,
            @RestForm String noPhoto) {
        SessionView session = here(id, enrolment);
        return answer(session, enrolment, () -> {
            passing.pass(session, enrolment, taken(picture, noPhoto), user.principal());
            return "?of=" + enrolment;
        });
    }

    @POST
    @Path("{enrolment}/refuse")
    public Response refuse(
            @RestPath UUID id,
            @RestPath UUID enrolment,
            @RestForm("picture") FileUpload picture,
            @RestForm String reason,
            @RestForm String note) {
        SessionView session = here(id, enrolment);
        return answer(session, enrolment, () -> {
            passing.refuse(session, enrolment, reason, note, taken(picture, null), user.principal());
            return "?of=" + enrolment;
        });
    }

    /** The witness beside the tablet confirms. */
    @POST
    @Path("checks/{check}/witness")
    public Response witness(@RestPath UUID id, @RestPath UUID check) {
        SessionView session = reach.staff(id);
        UUID enrolment = enrolmentOf(id, check);
        return answer(session, enrolment, () -> {
            if (entrances.second(id) != Second.WITNESS) {
                throw new Refused(AdmissionRefusal.WITNESS_NOT_WANTED);
            }
            Witnessing.Witness beside =
                    witnessing.at(id, user.principal()).orElseThrow(() -> new Refused(AdmissionRefusal.WITNESS_NEEDED));
            confirming.confirm(id, check, beside.account());
            return "?of=" + enrolment;
        });
    }

    @POST
    @Path("witness")
    public Response stand(@RestPath UUID id, @RestForm String username, @RestForm String password) {
        SessionView session = reach.staff(id);
        return answer(session, null, () -> {
            witnessing.stand(session, user.principal(), username, password);
            return "";
        });
    }

    @POST
    @Path("witness/leave")
    public Response leave(@RestPath UUID id) {
        SessionView session = reach.staff(id);
        return answer(session, null, () -> {
            witnessing.leave(id, user.principal());
            return "";
        });
    }

    /** How the second person confirms in this session: the manager's choice. */
    @POST
    @Path("mode")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response mode(@RestPath UUID id, @RestForm Second second) {
        SessionView session = reach.within(id, Roles.CENTRE_MANAGER);
        return answer(session, null, () -> {
            if (second == null) {
                throw new Refused(CommonRefusal.FIELD_MISSING, "second");
            }
            witnessing.choose(id, second, user.principal());
            return "";
        });
    }

    /** The picture taken at the entrance. */
    @GET
    @Path("checks/{check}/photo")
    public Response photo(@RestPath UUID id, @RestPath UUID check) {
        reach.staff(id);
        byte[] jpeg = entrances.photo(id, check).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Response.ok(jpeg, "image/jpeg").build();
    }

    private interface Act {
        String run();
    }

    /** Where the act leads, or the tablet with its refusal. */
    private Response answer(SessionView session, UUID enrolment, Act act) {
        try {
            String query = act.run();
            return Response.seeOther(URI.create("/sessions/" + session.id() + "/entrance" + query))
                    .build();
        } catch (Refused refused) {
            DeskView desk = desks.at(reach.staff(session.id()), user.principal(), enrolment, null);
            return Pages.of(refused.reason().status(), Templates.entrance(desk, refused));
        }
    }

    private static Passing.Picture taken(FileUpload picture, String missing) {
        if (picture == null || picture.size() == 0) {
            return new Passing.Picture(null, missing);
        }
        try {
            return new Passing.Picture(Files.readAllBytes(picture.uploadedFile()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID enrolmentOf(UUID session, UUID check) {
        return entrances
                .check(session, check)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))
                .enrolment();
    }

    private SessionView here(UUID id, UUID enrolment) {
        SessionView session = reach.staff(id);
        if (entrances.candidate(session, enrolment).isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return session;
    }
}
