package org.chizheng.home;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.admission.Entrances;
import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.centre.RoomView;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.ListColumns;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.lockdown.LockdownView;
import org.chizheng.lockdown.Lockdowns;
import org.chizheng.paper.Papers;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.Releasing;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.Enrolling;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.Opening;
import org.chizheng.session.RehearsalView;
import org.chizheng.session.Rehearsals;
import org.chizheng.session.Scheduling;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Sessions for the staff of a centre: plan, enrol, check in, start, release; each act within the reach of its role. */
@Path("/sessions")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.CERTIFICATE_OFFICER})
public class SessionsPage {
    private static final String[] STAFF = {
        Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.CERTIFICATE_OFFICER
    };
    private final Sessions sessions;
    private final Rehearsals rehearsals;
    private final Centres centres;
    private final Qualifications qualifications;
    private final Papers papers;
    private final Lockdowns lockdowns;
    private final Scheduling scheduling;
    private final Enrolling enrolling;
    private final Opening opening;
    private final CheckingIn checkingIn;
    private final Entrances entrances;
    private final Releasing releasing;
    private final Results results;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    public SessionsPage(
            Sessions sessions,
            Rehearsals rehearsals,
            Centres centres,
            Qualifications qualifications,
            Papers papers,
            Lockdowns lockdowns,
            Scheduling scheduling,
            Enrolling enrolling,
            Opening opening,
            CheckingIn checkingIn,
            Entrances entrances,
            Releasing releasing,
            Results results,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.centres = centres;
        this.qualifications = qualifications;
        this.papers = papers;
        this.lockdowns = lockdowns;
        this.scheduling = scheduling;
        this.enrolling = enrolling;
        this.opening = opening;
        this.checkingIn = checkingIn;
        this.entrances = entrances;
        this.releasing = releasing;
        this.results = results;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    /** A room that sessions can be planned in, with its last rehearsal or null. */
    public record RoomChoice(UUID id, String zh, String en, String label, int seats, RehearsalView rehearsal) {}

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sessions(
                List<SessionView> sessions, List<RoomChoice> rooms, Qualifications qualifications);

        static native TemplateInstance session(
                SessionView session,
                List<EnrolmentView> enrolments,
                List<ResultView> results,
                String commitment,
                LockdownView lockdown,
                Qualifications qualifications);
    }

    private List<SessionView> reachable() {
        return sessions.newest().stream()
                .filter(s -> user.reachesCentre(s.centreId(), s.region(), STAFF))
                .toList();
    }

    /** The list of sessions for Excel. */
    @GET
    @Path("list.xlsx")
    public Response file() {
        byte[] book = new ListColumns<SessionView>(this::word)
                .add("qualification", this::exam)
                .add("starts", s -> ui.time(s.startsAt()))
                .add("centre", s -> ui.pick(s.centreZh(), s.centreEn()))
                .add("room", SessionView::room)
                .add("state", s -> word("state_" + s.state()))
                .add("present", SessionView::checkedIn)
                .add("enrolled", SessionView::enrolled)
                .book(ui.text("common_menu_", "sessions"), reachable());
        return Download.of(book, ListBook.MEDIA_TYPE, "sessions.xlsx");
    }

    /** A session's candidates for Excel. */
    @GET
    @Path("{id}/candidates.xlsx")
    public Response candidates(@RestPath UUID id) {
        SessionView session = reach(id, STAFF);
        byte[] book = new ListColumns<EnrolmentView>(this::word)
                .add("name", EnrolmentView::name)
                .add("ticket", EnrolmentView::ticket)
                .add("seat", EnrolmentView::seat)
                .add("present", e -> ui.time(e.checkedInAt()))
                .book(exam(session), sessions.enrolments(id));
        return Download.of(book, ListBook.MEDIA_TYPE, "candidates.xlsx");
    }

    private String exam(SessionView session) {
        var q = qualifications.get(session.qualification());
        return ui.pick(q.zh(), q.en());
    }

    private String word(String name) {
        return ui.text("home_", name);
    }

    @GET
    public TemplateInstance list() {
        List<SessionView> reachable = reachable();
        Map<UUID, RehearsalView> rehearsed = rehearsals.newestOfRooms().stream()
                .collect(Collectors.toMap(RehearsalView::roomId, Function.identity()));
        List<RoomChoice> rooms = centres.all().stream()
                .filter(c -> user.reachesCentre(c.id(), c.region(), Roles.CENTRE_MANAGER))
                .flatMap(c -> centres.rooms(c.id()).stream()
                        .map(r -> new RoomChoice(r.id(), c.zh(), c.en(), r.label(), r.seats(), rehearsed.get(r.id()))))
                .toList();
        return Templates.sessions(reachable, rooms, qualifications);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id) {
        SessionView session = reach(id, STAFF);
        return Templates.session(
                session,
                sessions.enrolments(id),
                results.ofSession(id),
                papers.commitment(session.batchId()),
                lockdowns.of(id),
                qualifications);
    }

    @POST
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response schedule(@RestForm UUID room, @RestForm String qualification, @RestForm String startsAt) {
        RoomView chosen = centres.room(room).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        CentreView centre = centres.find(chosen.centreId()).orElseThrow();
        user.mustReachCentre(centre.id(), centre.region(), Roles.CENTRE_MANAGER);
        return to(scheduling.schedule(room, qualifications.get(qualification).code(), instant(startsAt)));
    }

    @POST
    @Path("{id}/enrolments")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response enrol(@RestPath UUID id, @RestForm String name, @RestForm String idNumber, @RestForm String phone) {
        reach(id, Roles.CENTRE_MANAGER);
        enrolling.enrol(id, name, idNumber, phone);
        return to(id);
    }

    @POST
    @Path("{id}/check-in")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response openCheckIn(@RestPath UUID id, @RestForm String publicValue) {
        reach(id, Roles.INVIGILATOR);
        opening.openCheckIn(id, publicValue);
        return to(id);
    }

    @POST
    @Path("{id}/enrolments/{enrolment}/check-in")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response checkIn(@RestPath UUID id, @RestPath UUID enrolment) {
        reach(id, Roles.INVIGILATOR);
        entrances.mustAllowDirectCheckIn(id);
        checkingIn.checkIn(id, enrolment);
        return to(id);
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response start(@RestPath UUID id) {
        reach(id, Roles.INVIGILATOR);
        opening.start(id);
        return to(id);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response release(@RestPath UUID id) {
        reach(id, Roles.CERTIFICATE_OFFICER);
        releasing.release(id, user.principal());
        return to(id);
    }

    /** A date and time in China as a page's field writes it; now if left out. */
    private Instant instant(String text) {
        try {
            return text == null || text.isBlank()
                    ? clock.now()
                    : LocalDateTime.parse(text.strip())
                            .atZone(OfficialClock.ZONE)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "startsAt", "yyyy-MM-ddTHH:mm");
        }
    }

    private SessionView reach(UUID id, String... roles) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), roles);
        return session;
    }

    private static Response to(UUID session) {
        return Response.seeOther(URI.create("/sessions/" + session)).build();
    }
}
