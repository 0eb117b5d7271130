package org.chizheng.booking;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.booking.rule.SessionPlan.Proposed;
import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who waits for a place, where seats are free, which sessions would help; a centre's manager makes them with one act, in the rooms within reach. */
@Path("/bookings/plan")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class PlanPage {
    private static final String[] READERS = {Roles.CENTRE_MANAGER, Roles.REGULATOR};
    private static final int CITY = 4;
    private final Planner planner;
    private final PlanViews views;
    private final Planning planning;
    private final Centres centres;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    PlanPage(
            Planner planner,
            PlanViews views,
            Planning planning,
            Centres centres,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.planner = planner;
        this.views = views;
        this.planning = planning;
        this.centres = centres;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance plan(
                PlanView plan, PlanForm form, int made, Refused refused, Qualifications qualifications);
    }

    /** @param made how many sessions were made just now, for showing */
    @GET
    public Response plan(@RestQuery String from, @RestQuery String days, @RestQuery String times, @RestQuery int made) {
        try {
            return page(PlanForm.of(from, days, times, clock.today()), made, null);
        } catch (Refused refused) {
            return page(PlanForm.of(null, null, null, clock.today()), 0, refused);
        }
    }

    private Response page(PlanForm form, int made, Refused refused) {
        PlanView view = views.of(planner.propose(form, reach(READERS)));
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.plan(view, form, made, refused, qualifications));
    }

    @POST
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response schedule(
            @RestForm String from, @RestForm String days, @RestForm String times, @RestForm List<String> session) {
        PlanForm form = PlanForm.of(from, days, times, clock.today());
        Set<String> chosen = new HashSet<>(session == null ? List.of() : session);
        try {
            List<Proposed> proposed = planner.propose(form, reach(Roles.CENTRE_MANAGER)).plan().sessions().stream()
                    .filter(p -> chosen.contains(PlanViews.key(p)))
                    .toList();
            if (proposed.size() < chosen.size()) {
                throw new Refused(BookingRefusal.PLAN_CHANGED);
            }
            int made = planning.schedule(proposed).size();
            return Response.seeOther(URI.create("/bookings/plan?made=" + made)).build();
        } catch (Refused refused) {
            return page(form, 0, refused);
        }
    }

    @GET
    @Path("list.xlsx")
    public Response list(@RestQuery String from, @RestQuery String days, @RestQuery String times) {
        PlanView plan = views.of(planner.propose(PlanForm.of(from, days, times, clock.today()), reach(READERS)));
        ListDownload file = new ListDownload(
                ui.getLang(),
                "common_menu_plan",
                "kind",
                "qualification",
                "county",
                "room",
                "starts",
                "candidates",
                "seats");
        List<List<Object>> rows = new ArrayList<>();
        plan.lines()
                .forEach(l -> rows.add(List.of(
                        ui.text("booking_", "demand"),
                        name(l.qualification()),
                        ui.pick(l.regionZh(), l.regionEn()),
                        "",
                        "",
                        l.candidates(),
                        l.free())));
        plan.sessions()
                .forEach(s -> rows.add(List.of(
                        ui.text("booking_", "proposal"),
                        name(s.qualification()),
                        String.join(
                                " ",
                                s.shares().stream()
                                        .map(share ->
                                                ui.pick(share.regionZh(), share.regionEn()) + " " + share.candidates())
                                        .toList()),
                        ui.pick(s.centreZh(), s.centreEn()) + " " + s.label(),
                        s.starts(),
                        s.candidates(),
                        s.seats())));
        return file.of("plan.xlsx", rows);
    }

    private String name(String qualification) {
        var q = qualifications.get(qualification);
        return ui.pick(q.zh(), q.en());
    }

    /** The centres that the roles reach, and the candidates of their regions: who manages a centre looks at its whole city. */
    private Planner.Reach reach(String... roles) {
        List<CentreView> reached = centres.all().stream()
                .filter(centre -> user.reachesCentre(centre.id(), centre.region(), roles))
                .toList();
        Set<String> cities = new HashSet<>();
        reached.forEach(centre -> cities.add(
                centre.region().substring(0, Math.min(CITY, centre.region().length()))));
        return new Planner.Reach(
                reached,
                region -> user.reachesRegion(region, roles) || cities.stream().anyMatch(region::startsWith));
    }
}
