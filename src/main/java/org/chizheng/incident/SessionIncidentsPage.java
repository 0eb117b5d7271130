package org.chizheng.incident;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.TemplateInstance;

/** The incidents of one session, for its staff. */
@Path("/sessions/{id}/incidents")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class SessionIncidentsPage {
    private final Sessions sessions;
    private final Incidents incidents;
    private final Reporting reporting;
    private final SceneDesk desk;
    private final IncidentBook book;
    private final CurrentUser user;

    SessionIncidentsPage(
            Sessions sessions,
            Incidents incidents,
            Reporting reporting,
            SceneDesk desk,
            IncidentBook book,
            CurrentUser user) {
        this.sessions = sessions;
        this.incidents = incidents;
        this.reporting = reporting;
        this.desk = desk;
        this.book = book;
        this.user = user;
    }

    @GET
    public TemplateInstance list(@RestPath UUID id) {
        return desk.page(scene(id), incidents.ofSession(id));
    }

    /** The session's incidents for Excel. */
    @GET
    @Path("list.xlsx")
    public Response file(@RestPath UUID id) {
        scene(id);
        return book.of(incidents.ofSession(id));
    }

    @POST
    public Response report(
            @RestPath UUID id,
            @RestForm String what,
            @RestForm UUID candidate,
            @RestForm String happenedAt,
            @RestForm String account) {
        IncidentForm form = new IncidentForm(what, candidate, happenedAt, account);
        return desk.report(
                scene(id), () -> incidents.ofSession(id), form, () -> reporting.report(id, form, Signatory.of(user)));
    }

    private Scene scene(UUID id) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
        return Scene.of(session, sessions.enrolments(id));
    }
}
