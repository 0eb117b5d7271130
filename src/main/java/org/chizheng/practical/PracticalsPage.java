package org.chizheng.practical;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Registering;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A day of practicals for the staff of a centre: admit, check in, release, or cancel it; each act within the reach of its role. */
@Path("/practicals")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.ASSESSOR, Roles.CERTIFICATE_OFFICER})
public class PracticalsPage {
    static final String[] STAFF = {
        Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.ASSESSOR, Roles.CERTIFICATE_OFFICER
    };
    private final Practicals practicals;
    private final PracticalResults results;
    private final Qualifications qualifications;
    private final Admitting admitting;
    private final Cancelling cancelling;
    private final Registering registering;
    private final Drawing drawing;
    private final ReleasingPracticals releasing;
    private final OfficialClock clock;
    private final CurrentUser user;
    private final Ui ui;

    public PracticalsPage(
            Practicals practicals,
            PracticalResults results,
            Qualifications qualifications,
            Admitting admitting,
            Cancelling cancelling,
            Registering registering,
            Drawing drawing,
            ReleasingPracticals releasing,
            OfficialClock clock,
            CurrentUser user,
            Ui ui) {
        this.practicals = practicals;
        this.results = results;
        this.qualifications = qualifications;
        this.admitting = admitting;
        this.cancelling = cancelling;
        this.registering = registering;
        this.drawing = drawing;
        this.releasing = releasing;
        this.clock = clock;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "practical", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance practical(
                PracticalView day,
                List<StationChoice> stations,
                List<CandidateView> candidates,
                List<PracticalResultView> results,
                int withheld,
                boolean today,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id) {
        return shown(reach(id, STAFF), null);
    }

    /** The list of candidates for Excel. */
    @GET
    @Path("{id}/candidates.xlsx")
    public Response file(@RestPath UUID id) {
        reach(id, STAFF);
        byte[] file = new CandidateList(ui).of(practicals.candidates(id), results.ofSession(id));
        return Download.of(file, ListBook.MEDIA_TYPE, "practical.xlsx");
    }

    @POST
    @Path("{id}/candidates")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response admit(@RestPath UUID id, @RestForm String name, @RestForm String idNumber) {
        PracticalView day = reach(id, Roles.CENTRE_MANAGER);
        return act(
                day,
                () -> admitting.admit(id, registering.register(name, idNumber).id(), user.principal()));
    }

    /** @param then "station" leads to the station's own page */
    @POST
    @Path("{id}/candidates/{candidate}/check-in")
    @RolesAllowed({Roles.INVIGILATOR, Roles.ASSESSOR})
    public Response checkIn(
            @RestPath UUID id, @RestPath UUID candidate, @RestForm UUID station, @RestForm String then) {
        PracticalView day = reach(id, Roles.INVIGILATOR, Roles.ASSESSOR);
        if (!practicals.candidate(candidate).sessionId().equals(id)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        Response answer = act(day, () -> drawing.checkIn(candidate, station, user.principal()));
        return "station".equals(then) && answer.getStatus() == Response.Status.SEE_OTHER.getStatusCode()
                ? Response.seeOther(URI.create("/practicals/" + id + "/stations/" + station))
                        .build()
                : answer;
    }

    /** While nobody is admitted. */
    @POST
    @Path("{id}/cancel")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response cancel(@RestPath UUID id) {
        return act(reach(id, Roles.CENTRE_MANAGER), () -> cancelling.cancel(id, user.principal()));
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response release(@RestPath UUID id) {
        return act(reach(id, Roles.CERTIFICATE_OFFICER), () -> releasing.release(id, user.principal()));
    }

    private Response act(PracticalView day, Runnable act) {
        try {
            act.run();
            return to(day.id());
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), shown(practicals.get(day.id()), refused));
        }
    }

    private TemplateInstance shown(PracticalView day, Refused refused) {
        boolean today = OfficialClock.dateOf(day.startsAt()).equals(clock.today());
        return Templates.practical(
                day,
                practicals.stations(day.id()),
                practicals.candidates(day.id()),
                results.ofSession(day.id()),
                results.withheld(day.id()).size(),
                today,
                refused,
                qualifications);
    }

    private PracticalView reach(UUID id, String... roles) {
        PracticalView day = practicals.get(id);
        user.mustReachCentre(day.centreId(), day.region(), roles);
        return day;
    }

    private static Response to(UUID day) {
        return Response.seeOther(URI.create("/practicals/" + day)).build();
    }
}
