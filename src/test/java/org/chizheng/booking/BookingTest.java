package org.chizheng.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Applicants;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Opening;
import org.chizheng.session.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A candidate's places, through the door for programs and the page: taken, moved, given back, waited for. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BookingTest {
    private static final String COUNTY = "320613";

    @Inject
    Applicants applicants;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    Enrolling enrolling;

    @Inject
    Sessions sessions;

    @Inject
    Opening opening;

    @Inject
    CheckingIn checkingIn;

    @Inject
    DutySweep sweep;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID centre;
    private Candidate wang;

    /** Somebody with an accepted application and an open door. */
    private record Candidate(Workplace.Someone who, UUID application, RequestSpecification door) {}

    @BeforeEach
    void aCentreAndACandidate() {
        centre = applicants.centre(COUNTY);
        wang = candidate();
    }

    private Candidate candidate() {
        Workplace.Someone who = workplace.someone();
        UUID application = applicants.accepted(who.id(), COUNTY);
        RequestSpecification door = Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), who.id(), accounting);
        Response page = given(door).get("/my/bookings");
        String token = Entrance.token(page);
        return new Candidate(
                who,
                application,
                new RequestSpecBuilder()
                        .addRequestSpecification(door)
                        .addCookies(page.cookies())
                        .addHeader("X-CSRF-TOKEN", token)
                        .setContentType(ContentType.JSON)
                        .build());
    }

    private static Response book(Candidate candidate, UUID session) {
        return given(candidate.door())
                .body("{\"application\":\"%s\",\"session\":\"%s\"}".formatted(candidate.application(), session))
                .post("/api/bookings");
    }

    private static Response act(Candidate candidate, String act, UUID session) {
        return given(candidate.door())
                .body(session == null ? "{}" : "{\"session\":\"%s\"}".formatted(session))
                .post("/api/bookings/" + candidate.application() + "/" + act);
    }

    private static void isRefused(Response response, String reason) {
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.jsonPath().getString("reason")).isEqualTo(reason);
    }

    private List<String> enrolled(UUID session) {
        return sessions.enrolments(session).stream().map(e -> e.ticket()).toList();
    }

    private List<String> templates(UUID person) {
        return sql.list(
                "SELECT template FROM message_outbox WHERE person_id = ? ORDER BY created_at, id",
                row -> row.getString(1),
                person);
    }

    @Test
    void aPlaceIsBookedMovedGivenBackAndBookedAgainAndAllOfItStaysOnRecord() {
        UUID first = applicants.session(centre, 2, 10);
        UUID second = applicants.session(centre, 2, 11);
        String ticket =
                book(wang, first).then().statusCode(201).extract().jsonPath().getString("ticket");
        assertThat(enrolled(first)).containsExactly(ticket);
        isRefused(book(wang, second), "ALREADY_BOOKED");
        String moved = act(wang, "move", second)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("ticket");
        assertThat(enrolled(first)).isEmpty();
        assertThat(enrolled(second)).containsExactly(moved).doesNotContain(ticket);
        assertThat(act(wang, "cancel", null).statusCode()).isEqualTo(204);
        assertThat(enrolled(second)).isEmpty();
        assertThat(book(wang, first).statusCode()).as("the same session again").isEqualTo(201);
        assertThat(applicants.events(wang.application()))
                .containsExactly("BOOKED", "MOVED_AWAY", "MOVED_HERE", "CANCELLED", "BOOKED");
        assertThat(sql.list(
                        "SELECT ticket FROM former_enrolment WHERE application_id = ? ORDER BY enrolled_at",
                        row -> row.getString(1),
                        wang.application()))
                .containsExactly(ticket, moved);
        assertThat(templates(wang.who().id())).containsExactly("booking_booked", "booking_moved", "booking_booked");
    }

    @Test
    void afterTwoChangesThePlaceIsNotMovedAndAfterThreeNoneIsBooked() {
        UUID one = applicants.session(centre, 2, 10);
        UUID other = applicants.session(centre, 2, 12);
        book(wang, one);
        act(wang, "move", other);
        assertThat(act(wang, "move", one).statusCode()).isEqualTo(200);
        isRefused(act(wang, "move", other), "NO_MOVES_LEFT");
        assertThat(enrolled(one)).as("what is refused leaves the place").hasSize(1);
        assertThat(act(wang, "cancel", null).statusCode()).isEqualTo(204);
        isRefused(book(wang, other), "NO_MOVES_LEFT");
    }

    @Test
    void aRefusedMoveLeavesTheOldPlaceAndItsTicket() {
        UUID mine = applicants.session(centre, 2, 10);
        UUID full = applicants.session(centre, 1, 11);
        String ticket = book(wang, mine).jsonPath().getString("ticket");
        book(candidate(), full);
        isRefused(act(wang, "move", full), "FULL");
        isRefused(act(wang, "move", mine), "SAME_SESSION");
        assertThat(enrolled(mine)).containsExactly(ticket);
        assertThat(applicants.events(wang.application())).containsExactly("BOOKED");
    }

    @Test
    void aDayBeforeTheStartNothingIsBookedOrChangedAnyMore() {
        String tomorrow = "UPDATE exam_session SET starts_at = ? WHERE id = ?";
        UUID closed = applicants.session(centre, 1, 3);
        sql.update(tomorrow, clock.now().plus(Duration.ofHours(24)), closed);
        isRefused(book(wang, closed), "NOT_OPEN");
        UUID later = applicants.session(centre, 1, 4);
        assertThat(book(wang, later).statusCode()).isEqualTo(201);
        sql.update(tomorrow, clock.now().plus(Duration.ofHours(24)), later);
        isRefused(act(wang, "cancel", null), "CLOSED");
        assertThat(enrolled(later)).hasSize(1);
    }

    @Test
    void aSeatThatComesFreeIsGivenToTheFirstWhoWaitsAndStillMay() {
        UUID session = applicants.session(centre, 1, 10);
        isRefused(act(wang, "wait", session), "NOT_FULL");
        Candidate holder = candidate();
        book(holder, session);
        Candidate withdrawn = candidate();
        Candidate last = candidate();
        assertThat(act(withdrawn, "wait", session).statusCode()).isEqualTo(204);
        assertThat(act(wang, "wait", session).statusCode()).isEqualTo(204);
        assertThat(act(last, "wait", session).statusCode()).isEqualTo(204);
        isRefused(act(wang, "wait", session), "ALREADY_WAITING");
        sql.update("UPDATE application SET state = 'WITHDRAWN' WHERE id = ?", withdrawn.application());
        assertThat(act(holder, "cancel", null).statusCode()).isEqualTo(204);
        assertThat(sessions.enrolments(session))
                .extracting(e -> e.personId())
                .containsExactly(wang.who().id());
        assertThat(applicants.events(wang.application())).containsExactly("GIVEN");
        assertThat(templates(wang.who().id())).containsExactly("booking_given");
        assertThat(act(last, "leave", session).statusCode()).isEqualTo(204);
        isRefused(act(last, "leave", session), "NOT_WAITING");
        act(wang, "cancel", null);
        assertThat(enrolled(session)).as("nobody waits any more").isEmpty();
    }

    @Test
    void seatsThatCameFreeOtherwiseAreGivenByTheSweep() {
        UUID session = applicants.session(centre, 1, 10);
        book(candidate(), session);
        act(wang, "wait", session);
        sql.update(
                "INSERT INTO seat (id, room_id, label) SELECT gen_random_uuid(), room_id, 'A09' FROM exam_session WHERE id = ?",
                session);
        sweep.sweep();
        assertThat(applicants.events(wang.application())).containsExactly("GIVEN");
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        UUID other = applicants.session(centre, 5, 10);
        UUID booked = applicants.session(centre, 5, 10);
        book(wang, booked);
        Workplace.Someone who = wang.who();
        assertThatThrownBy(() -> enrolling.enrol(other, who.name(), who.idNumber(), null))
                .hasMessage("ELSEWHERE");
        Candidate li = candidate();
        enrolling.enrol(other, li.who().name(), li.who().idNumber(), null);
        isRefused(book(li, booked), "ALREADY_BOOKED");
        sql.update("UPDATE enrolment SET application_id = NULL WHERE application_id = ?", li.application());
        isRefused(book(li, booked), "ELSEWHERE");
    }

    @Test
    void anotherSessionsQualificationAndAnothersApplicationAreOutOfReach() {
        UUID session = applicants.session(centre, 2, 10);
        Workplace.Someone operator = workplace.someone();
        UUID electrical = applicants.accepted(operator.id(), "operator-low-voltage-electrical", COUNTY, null);
        assertThat(book(new Candidate(operator, electrical, wang.door()), session)
                        .statusCode())
                .as("not one's own")
                .isEqualTo(404);
        assertThat(act(new Candidate(operator, candidate().application(), wang.door()), "cancel", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(book(wang, UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(enrolled(session)).isEmpty();
    }

    @Test
    void theNearestSessionsComeFirstAndThoseWithSomebodyLinkedCannotBeBooked() {
        UUID far = applicants.session(applicants.centre("320302"), 2, 9);
        UUID near = applicants.session(centre, 2, 20);
        UUID barred = applicants.session(centre, 2, 15);
        UUID provider = applicants.provider("测试培训机构");
        Workplace.Someone teacher = workplace.someone();
        applicants.trained(wang.who().id(), provider, applicants.trainer(provider, teacher.id()));
        applicants.onDuty(barred, applicants.staff(centre, teacher.id(), "INVIGILATOR"));
        var mine = given(wang.door()).get("/api/bookings").jsonPath();
        List<String> offered = mine.getList("[0].sessions.session");
        assertThat(offered.indexOf(near.toString())).isBetween(0, offered.indexOf(far.toString()) - 1);
        assertThat(mine.getBoolean("[0].sessions.find { it.session == '%s' }.barred".formatted(barred)))
                .isTrue();
        isRefused(book(wang, barred), "CONFLICT");
        assertThat(book(wang, near).statusCode()).isEqualTo(201);
        isRefused(act(wang, "move", barred), "CONFLICT");
        assertThat(applicants.events(wang.application())).containsExactly("BOOKED");
    }

    @Test
    void thePageBooksToo() {
        UUID session = applicants.session(centre, 1, 10);
        Workplace.Someone who = workplace.someone();
        UUID application = applicants.accepted(who.id(), COUNTY);
        RequestSpecification door = Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), who.id(), accounting);
        Response booked = Entrance.post(
                door, "/my/bookings", "/my/bookings/" + application + "/book", "session", session.toString());
        assertThat(booked.statusCode()).isEqualTo(303);
        Response twice = Entrance.post(
                door, "/my/bookings", "/my/bookings/" + application + "/book", "session", session.toString());
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.asString()).contains("考位已满");
        assertThat(given(door).get("/my/bookings").asString())
                .contains(enrolled(session).get(0));
        byte[] file = given(door).get("/my/bookings/list.xlsx").asByteArray();
        assertThat(new String(file, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void afterCheckInNoPlaceIsTakenAwayNotEvenByTheDatabase() {
        UUID session = applicants.session(centre, 12, 10);
        book(wang, session);
        List<Candidate> colleagues = List.of(candidate(), candidate(), candidate());
        UUID post = workplace.post(COUNTY, Applicants.QUALIFICATION);
        colleagues.forEach(colleague -> {
            workplace.appoint(post, colleague.who(), clock.today().minusDays(3));
            assertThat(book(colleague, session).statusCode()).isEqualTo(201);
        });
        opening.openCheckIn(session, "4 2 6");
        sessions.enrolments(session).forEach(e -> checkingIn.checkIn(session, e.id()));
        List<Integer> places = sessions.enrolments(session).stream()
                .filter(e -> !e.personId().equals(wang.who().id()))
                .map(e -> (e.seat().charAt(0) - 'A') * 100
                        + Integer.parseInt(e.seat().substring(1)))
                .sorted()
                .toList();
        assertThat(places.get(1) - places.get(0))
                .as("people of one enterprise sit apart")
                .isGreaterThan(1);
        assertThat(places.get(2) - places.get(1)).isGreaterThan(1);
        assertThatThrownBy(() -> sql.update("DELETE FROM enrolment WHERE session_id = ?", session))
                .hasStackTraceContaining("an enrolment is not removed after check-in");
        isRefused(act(wang, "cancel", null), "CLOSED");
    }
}
