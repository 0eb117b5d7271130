package org.chizheng.practical;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
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

/** Days of practicals for the staff of a centre: plan, admit, check in, release; each act within the reach of its role. */
@Path("/practicals")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.ASSESSOR, Roles.CERTIFICATE_OFFICER})
public class PracticalsPage {
    static final String[] STAFF = {
        Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.ASSESSOR, Roles.CERTIFICATE_OFFICER
    };
    private final Practicals practicals;
    private final PracticalResults results;
    private final Library library;
    private final Centres centres;
    private final Qualifications qualifications;
    private final Planning planning;
    private final Admitting admitting;
    private final Registering registering;
    private final Drawing drawing;
    private final ReleasingPracticals releasing;
    private final OfficialClock clock;
    private final CurrentUser user;
    private final Ui ui;

    public PracticalsPage(
            Practicals practicals,
            PracticalResults results,
            Library library,
            Centres centres,
            Qualifications qualifications,
            Planning planning,
            Admitting admitting,
            Registering registering,
            Drawing drawing,
            ReleasingPracticals releasing,
            OfficialClock clock,
            CurrentUser user,
            Ui ui) {
        this.practicals = practicals;
        this.results = results;
        this.library = library;
        this.centres = centres;
        this.qualifications = qualifications;
        this.planning = planning;
        this.admitting = admitting;
        this.registering = registering;
        this.drawing = drawing;
        this.releasing = releasing;
        this.clock = clock;
        this.user = user;
        this.ui = ui;
    }

    /** A centre with its stations for a qualification, where a day can be planned. */
    public record Place(CentreView centre, String qualification, List<StationChoice> stations) {}

    @CheckedTemplate(basePath = "practical", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance practicals(
                List<PracticalView> days,
                List<Place> places,
                LocalDate today,
                Refused refused,
                Qualifications qualifications);

        static native TemplateInstance practical(
                PracticalView day,
                List<StationChoice> stations,
                List<CandidateView> candidates,
                List<PracticalResultView> results,
                boolean today,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list() {
        return listed(null);
    }

    private List<PracticalView> reachable() {
        return practicals.newest().stream()
                .filter(day -> user.reachesCentre(day.centreId(), day.region(), STAFF))
                .toList();
    }

    /** The list of days for Excel. */
    @GET
    @Path("list.xlsx")
    public Response days() {
        List<List<Object>> rows = reachable().stream()
                .map(day -> List.<Object>of(
                        ui.pick(
                                qualifications.get(day.qualification()).zh(),
                                qualifications.get(day.qualification()).en()),
                        ui.time(day.startsAt()),
                        ui.time(day.endsAt()),
                        ui.pick(day.centreZh(), day.centreEn()),
                        day.candidates(),
                        day.judged(),
                        ui.text("practical_", day.releasedAt() == null ? "not_released" : "released")))
                .toList();
        List<String> heads = Stream.of("qualification", "starts", "until", "centre", "candidates", "judged", "state")
                .map(head -> ui.text("practical_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("common_menu_", "practicals"), heads, rows),
                ListBook.MEDIA_TYPE,
                "practicals.xlsx");
    }

    private TemplateInstance listed(Refused refused) {
        List<PracticalView> reachable = reachable();
        List<Place> places = centres.all().stream()
                .filter(centre -> user.reachesCentre(centre.id(), centre.region(), Roles.CENTRE_MANAGER))
                .flatMap(centre -> library.qualifications().stream()
                        .map(code -> new Place(centre, code, practicals.stationsOf(centre.id(), code))))
                .filter(place -> !place.stations().isEmpty())
                .toList();
        return Templates.practicals(reachable, places, clock.today(), refused, qualifications);
    }

    /** @param place a centre and a qualification, with a space between them; all stations of that kind are used */
    @POST
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response plan(@RestForm String place, @RestForm String day, @RestForm String from, @RestForm String until) {
        String[] words = place == null ? new String[0] : place.split(" ");
        if (words.length != 2) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "place");
        }
        CentreView centre = centres.find(uuid(words[0])).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(centre.id(), centre.region(), Roles.CENTRE_MANAGER);
        String qualification = qualifications.get(words[1]).code();
        List<UUID> stations = practicals.stationsOf(centre.id(), qualification).stream()
                .map(StationChoice::id)
                .toList();
        try {
            return to(planning.plan(
                    centre.id(), qualification, instant(day, from), instant(day, until), stations, user.principal()));
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), listed(refused));
        }
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
            return Pages.of(refused.reason().status(), shown(day, refused));
        }
    }

    private TemplateInstance shown(PracticalView day, Refused refused) {
        boolean today = OfficialClock.dateOf(day.startsAt()).equals(clock.today());
        return Templates.practical(
                day,
                practicals.stations(day.id()),
                practicals.candidates(day.id()),
                results.ofSession(day.id()),
                today,
                refused,
                qualifications);
    }

    private PracticalView reach(UUID id, String... roles) {
        PracticalView day = practicals.get(id);
        user.mustReachCentre(day.centreId(), day.region(), roles);
        return day;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    private static Instant instant(String day, String time) {
        try {
            return LocalDate.parse(day == null ? "" : day)
                    .atTime(LocalTime.parse(time == null ? "" : time))
                    .atZone(OfficialClock.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "day", "yyyy-MM-dd HH:mm");
        }
    }

    private static Response to(UUID day) {
        return Response.seeOther(URI.create("/practicals/" + day)).build();
    }
}
