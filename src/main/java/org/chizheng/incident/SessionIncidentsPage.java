package org.chizheng.incident;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The incidents of one session, for its staff: what there is, and a form for one more. */
@Path("/sessions/{id}/incidents")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class SessionIncidentsPage {
    private final Sessions sessions;
    private final Incidents incidents;
    private final IncidentClasses classes;
    private final Reporting reporting;
    private final IncidentBook book;
    private final CurrentUser user;
    private final OfficialClock clock;

    SessionIncidentsPage(
            Sessions sessions,
            Incidents incidents,
            IncidentClasses classes,
            Reporting reporting,
            IncidentBook book,
            CurrentUser user,
            OfficialClock clock) {
        this.sessions = sessions;
        this.incidents = incidents;
        this.classes = classes;
        this.reporting = reporting;
        this.book = book;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance session(
                SessionView session,
                List<IncidentRow> incidents,
                List<EnrolmentView> candidates,
                List<IncidentClass> classes,
                IncidentForm form,
                String now,
                Refused refused);
    }

    @GET
    public TemplateInstance list(@RestPath UUID id) {
        return page(reach(id), IncidentForm.EMPTY, null);
    }

    /** The session's incidents for Excel. */
    @GET
    @Path("list.xlsx")
    public Response file(@RestPath UUID id) {
        return book.of(incidents.ofSession(reach(id).id()));
    }

    /** What was typed stands on the page again when it is refused. */
    @POST
    public Response report(
            @RestPath UUID id,
            @RestForm String what,
            @RestForm UUID candidate,
            @RestForm String happenedAt,
            @RestForm String account) {
        SessionView session = reach(id);
        IncidentForm form = new IncidentForm(what, candidate, happenedAt, account);
        try {
            UUID incident = reporting.report(id, form, Signatory.of(user));
            return Response.seeOther(URI.create("/incidents/" + incident)).build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(session, form, refused));
        }
    }

    private TemplateInstance page(SessionView session, IncidentForm form, Refused refused) {
        return Templates.session(
                session,
                incidents.ofSession(session.id()),
                sessions.enrolments(session.id()),
                classes.on(OfficialClock.dateOf(session.startsAt())),
                form,
                Times.field(clock.now()),
                refused);
    }

    private SessionView reach(UUID id) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
        return session;
    }
}
