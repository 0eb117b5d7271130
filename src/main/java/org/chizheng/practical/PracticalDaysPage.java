package org.chizheng.practical;

import java.net.URI;
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
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** All days of practicals within reach, and the planning of another one. What was typed stands on the page again when it is refused. */
@Path("/practicals")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.ASSESSOR, Roles.CERTIFICATE_OFFICER})
public class PracticalDaysPage {
    private final Practicals practicals;
    private final Library library;
    private final Centres centres;
    private final Qualifications qualifications;
    private final Planning planning;
    private final OfficialClock clock;
    private final CurrentUser user;
    private final Ui ui;

    public PracticalDaysPage(
            Practicals practicals,
            Library library,
            Centres centres,
            Qualifications qualifications,
            Planning planning,
            OfficialClock clock,
            CurrentUser user,
            Ui ui) {
        this.practicals = practicals;
        this.library = library;
        this.centres = centres;
        this.qualifications = qualifications;
        this.planning = planning;
        this.clock = clock;
        this.user = user;
        this.ui = ui;
    }

    /** A centre with its stations for a qualification, where a day can be planned. @param key as a form sends it */
    public record Place(String key, CentreView centre, String qualification, List<StationChoice> stations) {
        public Place {
            stations = List.copyOf(stations);
        }
    }

    @CheckedTemplate(basePath = "practical", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance practicals(
                List<PracticalView> days,
                List<Place> places,
                PlanForm form,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list() {
        return listed(new PlanForm("", clock.today().toString(), "08:30", "17:30", List.of()), null);
    }

    private List<PracticalView> reachable() {
        return practicals.newest().stream()
                .filter(day -> user.reachesCentre(day.centreId(), day.region(), PracticalsPage.STAFF))
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
                        ui.text("practical_", day.standing())))
                .toList();
        List<String> heads = Stream.of("qualification", "starts", "until", "centre", "candidates", "judged", "state")
                .map(head -> ui.text("practical_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("common_menu_", "practicals"), heads, rows),
                ListBook.MEDIA_TYPE,
                "practicals.xlsx");
    }

    private TemplateInstance listed(PlanForm form, Refused refused) {
        List<Place> places = centres.all().stream()
                .filter(centre -> user.reachesCentre(centre.id(), centre.region(), Roles.CENTRE_MANAGER))
                .flatMap(centre -> library.qualifications().stream()
                        .map(code -> new Place(
                                centre.id() + " " + code, centre, code, practicals.stationsOf(centre.id(), code))))
                .filter(place -> !place.stations().isEmpty())
                .toList();
        return Templates.practicals(reachable(), places, form, refused, qualifications);
    }

    @POST
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response plan(
            @RestForm String place,
            @RestForm String day,
            @RestForm String from,
            @RestForm String until,
            @RestForm List<UUID> station) {
        PlanForm form = new PlanForm(place, day, from, until, station);
        String[] words = place == null ? new String[0] : place.split(" ");
        if (words.length != 2) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "place");
        }
        CentreView centre = centres.find(uuid(words[0])).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(centre.id(), centre.region(), Roles.CENTRE_MANAGER);
        String qualification = qualifications.get(words[1]).code();
        try {
            UUID planned = planning.plan(
                    centre.id(), qualification, form.begins(), form.ends(), form.stations(), user.principal());
            return Response.seeOther(URI.create("/practicals/" + planned)).build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), listed(form, refused));
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
