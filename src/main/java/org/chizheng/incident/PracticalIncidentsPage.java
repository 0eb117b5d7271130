package org.chizheng.incident;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.OfficialClock;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.TemplateInstance;

/** The incidents of one day of practicals, for its staff; whoever assesses there records and signs as well. */
@Path("/practicals/{id}/incidents")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.ASSESSOR})
public class PracticalIncidentsPage {
    private final Practicals practicals;
    private final Incidents incidents;
    private final Reporting reporting;
    private final SceneDesk desk;
    private final IncidentBook book;
    private final OfficialClock clock;
    private final CurrentUser user;

    PracticalIncidentsPage(
            Practicals practicals,
            Incidents incidents,
            Reporting reporting,
            SceneDesk desk,
            IncidentBook book,
            OfficialClock clock,
            CurrentUser user) {
        this.practicals = practicals;
        this.incidents = incidents;
        this.reporting = reporting;
        this.desk = desk;
        this.book = book;
        this.clock = clock;
        this.user = user;
    }

    @GET
    public TemplateInstance list(@RestPath UUID id) {
        return desk.page(scene(id), incidents.ofPractical(id));
    }

    /** The day's incidents for Excel. */
    @GET
    @Path("list.xlsx")
    public Response file(@RestPath UUID id) {
        scene(id);
        return book.of(incidents.ofPractical(id));
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
                scene(id),
                () -> incidents.ofPractical(id),
                form,
                () -> reporting.reportPractical(id, form, Signatory.of(user)));
    }

    private Scene scene(UUID id) {
        PracticalView day = practicals.get(id);
        user.mustReachCentre(day.centreId(), day.region(), Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.ASSESSOR);
        return Scene.of(day, practicals.candidates(id), clock.today());
    }
}
