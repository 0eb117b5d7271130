package org.chizheng.invigilation;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.lockdown.Lockdowns;
import org.chizheng.lockdown.Waiving;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.chizheng.sitting.Steering;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The invigilator's view of a room under way: who answers, who is silent; pause, resume, extend, credit, for one or for all, let off the locked browser, each with its reason. */
@Path("/sessions/{id}/room")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class RoomPage {
    private static final Set<String> ACTS = Set.of("paused", "resumed", "extended", "credited", "waived");
    private final Sessions sessions;
    private final Rooms rooms;
    private final Steering steering;
    private final Crediting crediting;
    private final Lockdowns lockdowns;
    private final Waiving waiving;
    private final CurrentUser user;

    public RoomPage(
            Sessions sessions,
            Rooms rooms,
            Steering steering,
            Crediting crediting,
            Lockdowns lockdowns,
            Waiving waiving,
            CurrentUser user) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.steering = steering;
        this.crediting = crediting;
        this.lockdowns = lockdowns;
        this.waiving = waiving;
        this.user = user;
    }

    @CheckedTemplate(basePath = "invigilation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance room(
                SessionView session, List<Watched> candidates, RoomCount count, boolean locked, String told, int of);
    }

    /** @param done the act that was done just now, @param of for how many; both only for showing */
    @GET
    public TemplateInstance room(@RestPath UUID id, @RestQuery String done, @RestQuery int of) {
        SessionView session = reach(id, Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
        List<Watched> candidates = rooms.watch(id);
        String told = ACTS.contains(done == null ? "" : done) ? of > 0 ? done : "nobody" : "";
        return Templates.room(
                session, candidates, RoomCount.of(candidates), lockdowns.of(id).required(), told, of);
    }

    /** @param candidate an enrolment, or left out for the whole room */
    @POST
    @Path("pause")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response pause(@RestPath UUID id, @RestForm UUID candidate, @RestForm String reason) {
        return to(id, "paused", steering.pause(chosen(id, candidate), reason));
    }

    @POST
    @Path("resume")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response resume(@RestPath UUID id, @RestForm UUID candidate, @RestForm String reason) {
        return to(id, "resumed", steering.resume(chosen(id, candidate), reason));
    }

    @POST
    @Path("extend")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response extend(
            @RestPath UUID id, @RestForm UUID candidate, @RestForm int minutes, @RestForm String reason) {
        return to(id, "extended", steering.extend(chosen(id, candidate), Duration.ofMinutes(minutes), reason));
    }

    @POST
    @Path("credit")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response credit(
            @RestPath UUID id, @RestForm UUID candidate, @RestForm String from, @RestForm String reason) {
        if (candidate == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "candidate");
        }
        crediting.credit(chosen(id, candidate).get(0), instant(from), user.principal(), reason);
        return to(id, "credited", 1);
    }

    /** The candidate goes on in any browser. */
    @POST
    @Path("waive")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response waive(@RestPath UUID id, @RestForm UUID candidate, @RestForm String reason) {
        reach(id, Roles.INVIGILATOR);
        if (candidate == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "candidate");
        }
        waiving.waive(id, candidate, reason);
        return to(id, "waived", 1);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "from", "yyyy-MM-ddTHH:mm:ssZ");
        }
    }

    private List<UUID> chosen(UUID id, UUID candidate) {
        reach(id, Roles.INVIGILATOR);
        List<UUID> all = rooms.watch(id).stream()
                .filter(watched -> watched.sitting() != null)
                .map(Watched::enrolment)
                .filter(enrolment -> candidate == null || candidate.equals(enrolment))
                .toList();
        if (candidate != null && all.isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return all;
    }

    private SessionView reach(UUID id, String... roles) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), roles);
        return session;
    }

    private static Response to(UUID session, String done, int of) {
        return Response.seeOther(URI.create("/sessions/" + session + "/room?done=" + done + "&of=" + of))
                .build();
    }
}
