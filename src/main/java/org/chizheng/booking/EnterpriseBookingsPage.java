package org.chizheng.booking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An enterprise books places for its people whose applications it made: several at once in one session, with an answer for each. */
@Path("/enterprise/bookings")
@RolesAllowed(Roles.EMPLOYER)
public class EnterpriseBookingsPage {
    private final Bookings bookings;
    private final Placing placing;
    private final BookingDesk desk;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    EnterpriseBookingsPage(
            Bookings bookings,
            Placing placing,
            BookingDesk desk,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.bookings = bookings;
        this.placing = placing;
        this.desk = desk;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance enterprise(
                List<String> offered,
                String chosen,
                List<Line> lines,
                List<OpenSession> sessions,
                Refused refused,
                Qualifications qualifications);
    }

    /** One of the enterprise's people; place: null without one; answer: what a booking just now brought, BOOKED, a refusal's words, or null. */
    public record Line(Seeker seeker, OpenSession place, boolean booked, String answer) {}

    /** @param qualification which of the enterprise's people are shown; the first one where it is left out */
    @GET
    public Response people(@RestQuery String qualification) {
        return page(200, qualification, Map.of(), null);
    }

    private Response page(int status, String asked, Map<UUID, Optional<Refused>> answers, Refused refused) {
        List<Seeker> all = bookings.ofEnterprises(user.enterprises());
        List<String> offered =
                all.stream().map(Seeker::qualification).distinct().toList();
        String chosen = offered.contains(asked == null ? "" : asked)
                ? asked
                : offered.stream().findFirst().orElse("");
        List<Seeker> people =
                all.stream().filter(s -> s.qualification().equals(chosen)).toList();
        List<Line> lines = lines(people, answers);
        return Pages.of(
                status, Templates.enterprise(offered, chosen, lines, sessions(people), refused, qualifications));
    }

    private List<Line> lines(List<Seeker> people, Map<UUID, Optional<Refused>> answers) {
        Map<UUID, OpenSession> places = new LinkedHashMap<>();
        people.stream()
                .filter(Seeker::isSeated)
                .map(Seeker::session)
                .distinct()
                .forEach(id -> places.put(id, bookings.session(id).orElseThrow()));
        return people.stream()
                .map(s -> {
                    Optional<Refused> answer = answers.get(s.application());
                    boolean booked = answer != null && answer.isEmpty();
                    String words =
                            answer == null ? null : answer.map(ui::refusal).orElse("");
                    return new Line(s, places.get(s.session()), booked, words);
                })
                .toList();
    }

    private List<OpenSession> sessions(List<Seeker> people) {
        return people.stream()
                .findFirst()
                .map(s -> bookings.near(
                        s.qualification(),
                        s.region(),
                        clock.now().plus(Duration.ofHours(placing.limit(s).closesHours()))))
                .orElse(List.of())
                .stream()
                .filter(session -> !session.isFull())
                .toList();
    }

    @POST
    public Response book(@RestForm String qualification, @RestForm UUID session, @RestForm List<UUID> application) {
        if (session == null || application == null || application.isEmpty()) {
            Refused refused = new Refused(BookingRefusal.NOBODY_CHOSEN);
            return page(refused.reason().status(), qualification, Map.of(), refused);
        }
        try {
            return page(
                    200, qualification, desk.bookAll(user.enterprises(), application, session, user.principal()), null);
        } catch (Refused refused) {
            if (refused.reason() == CommonRefusal.NOT_FOUND) {
                throw refused;
            }
            return page(refused.reason().status(), qualification, Map.of(), refused);
        }
    }

    @GET
    @Path("list.xlsx")
    public Response list() {
        ListDownload file = new ListDownload(
                ui.getLang(),
                "common_menu_enterprise_bookings",
                "name",
                "application",
                "qualification",
                "centre",
                "room",
                "starts",
                "ticket");
        return file.of(
                "bookings.xlsx",
                lines(bookings.ofEnterprises(user.enterprises()), Map.of()).stream()
                        .map(this::row)
                        .toList());
    }

    private List<Object> row(Line line) {
        Seeker s = line.seeker();
        var q = qualifications.get(s.qualification());
        OpenSession place = line.place();
        return List.of(
                s.name(),
                s.number(),
                ui.pick(q.zh(), q.en()),
                place == null ? "" : ui.pick(place.centreZh(), place.centreEn()),
                place == null ? "" : place.room(),
                place == null ? "" : ui.time(place.startsAt()),
                place == null ? "" : s.ticket());
    }
}
