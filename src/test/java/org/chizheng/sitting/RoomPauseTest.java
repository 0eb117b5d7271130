package org.chizheng.sitting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.invigilation.CommandForm;
import org.chizheng.invigilation.CommandedView;
import org.chizheng.invigilation.Commanding;
import org.chizheng.invigilation.RoomAct;
import org.chizheng.invigilation.Rooms;
import org.chizheng.invigilation.Watched;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.Rehearsing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A pause of the whole room holds those who have not begun: they cannot begin, and lose nothing by it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoomPauseTest extends RunningRoom {
    @Inject
    Beginning beginning;

    @Inject
    Commanding commanding;

    @Inject
    RoomPauses pauses;

    @Inject
    Rooms rooms;

    @Inject
    Rehearsing rehearsing;

    @Inject
    AgroalDataSource source;

    @Inject
    Sql sql;

    private UUID enrolment;

    @BeforeEach
    void oneWhoHasNotBegun() {
        enrolment = sessions.byTicket(ticket).orElseThrow().id();
    }

    private CommandedView command(UUID room, RoomAct act) {
        return commanding.command(room, new CommandForm(act, null, "火警", null, null));
    }

    private String begun(UUID whom) {
        try {
            return beginning.begin(whom).state();
        } catch (Refused refused) {
            return refused.reason().name();
        }
    }

    private List<String> rows(String select) {
        return sql.list(select, row -> row.getString(1), session);
    }

    @Test
    void byTheDoorsWhoHasNotBegunWaitsAndThenHasTheFullTime() {
        RequestSpecification candidate = Entrance.candidate(ticket, ID_NUMBER);
        assertThat(given(candidate).get("/api/sitting").<String>path("state")).isEqualTo("READY");
        RequestSpecification staff = Entrance.as(
                new Grant(
                        Roles.INVIGILATOR,
                        null,
                        sessions.find(session).orElseThrow().centreId(),
                        null),
                null,
                accounting);
        assertThat(commanded(staff, Map.of("act", "PAUSE", "reason", "火警")).asString())
                .isEqualTo("{\"asked\":0,\"affected\":0,\"room\":true}");
        Response refused = given(candidate).post("/api/sitting/start");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("reason")).isEqualTo("ROOM_PAUSED");
        assertThat(refused.<String>path("detail")).startsWith("考场已暂停");
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () -> assertThat(given(candidate).get("/api/sitting").<String>path("state"))
                                .isEqualTo("ROOM_PAUSED"));
        Response alone =
                commanded(staff, Map.of("act", "RESUME", "reason", "他没事", "candidates", List.of(enrolment.toString())));
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.<String>path("reason")).isEqualTo("ROOM_PAUSED");
        assertThat(given(staff)
                        .get("/api/sessions/" + session + "/room")
                        .jsonPath()
                        .getLong("pausedAt"))
                .isPositive();
        assertThat(given(staff)
                        .get("/sessions/" + session + "/room?view=list&lang=zh")
                        .asString())
                .contains("整个考场已暂停")
                .doesNotContain("id=\"room-paused\" role=\"status\" hidden");
        assertThat(commanded(staff, Map.of("act", "PAUSE", "reason", "又一次")).<Boolean>path("room"))
                .as("it is paused already")
                .isFalse();
        assertThat(commanded(staff, Map.of("act", "RESUME", "reason", "警报解除")).<Boolean>path("room"))
                .isTrue();
        long full = Duration.ofMinutes(sessions.find(session).orElseThrow().minutes())
                .toMillis();
        assertThat(given(candidate).post("/api/sitting/start").jsonPath().getLong("remainingMillis"))
                .isEqualTo(full);
        assertThat(
                        rows(
                                "SELECT act || ' ' || affected || '/' || asked || ' ' || reason FROM room_command WHERE session_id = ? ORDER BY number"))
                .containsExactly("PAUSE 0/0 火警", "RESUME 0/0 警报解除");
        assertThat(
                        rows(
                                "SELECT act || ' ' || details FROM audit_entry WHERE subject = 'session' AND subject_id = ?::uuid::text AND act IN ('paused', 'resumed') ORDER BY id"))
                .containsExactly("paused 火警", "resumed 警报解除");
    }

    private Response commanded(RequestSpecification staff, Map<String, Object> command) {
        String page = "/sessions/" + session + "/room";
        Response shown = given(staff).get(page);
        return given(staff)
                .cookies(shown.cookies())
                .header("X-CSRF-TOKEN", Entrance.token(shown))
                .contentType(ContentType.JSON)
                .body(command)
                .post("/api" + page + "/commands");
    }

    @Test
    void thePauseIsCreditedToTheWindowForBeginning() throws SQLException {
        PostgresResource.asOwner(
                "UPDATE exam_session SET started_at = clock_timestamp() - interval '45 minutes' WHERE id = '" + session
                        + "'");
        Awaitility.await().until(() -> begun(enrolment).equals("TOO_LATE"));
        PostgresResource.asOwner(
                "INSERT INTO room_pause (session_id, from_at, until_at) SELECT id, started_at + interval '5 minutes', started_at + interval '25 minutes' FROM exam_session WHERE id = '"
                        + session + "'");
        OpenedView opened = beginning.begin(enrolment);
        assertThat(opened.remainingMillis())
                .as("of the 50 minutes 45 are over, so nothing is lost")
                .isEqualTo(
                        Duration.ofMinutes(sessions.find(session).orElseThrow().minutes())
                                .toMillis());
    }

    @Test
    void aChosenCandidateWhoHasNotBegunIsHeldAndLosesNoTime() throws SQLException {
        RequestSpecification candidate = Entrance.candidate(ticket, ID_NUMBER);
        assertThat(chosen(RoomAct.PAUSE)).isEqualTo(new CommandedView(1, 1, false));
        assertThat(chosen(RoomAct.PAUSE)).as("held already").isEqualTo(new CommandedView(1, 0, false));
        Response refused = given(candidate).post("/api/sitting/start");
        assertThat(refused.<String>path("reason")).isEqualTo("PAUSED");
        assertThat(refused.<String>path("detail")).startsWith("监考人员已让您暂停");
        assertThat(rooms.watch(session))
                .filteredOn(line -> line.enrolment().equals(enrolment))
                .extracting(Watched::state)
                .containsExactly("KEPT");
        assertThat(pauses.since(session)).as("the room goes on").isEmpty();
        assertThat(pauses.open(session))
                .singleElement()
                .satisfies(open -> assertThat(open.who()).contains(ticket));
        PostgresResource.asOwner(
                "UPDATE exam_session SET started_at = clock_timestamp() - interval '45 minutes' WHERE id = '" + session
                        + "'");
        PostgresResource.asOwner(
                "UPDATE enrolment_pause SET from_at = clock_timestamp() - interval '20 minutes' WHERE enrolment_id = '"
                        + enrolment + "'");
        PostgresResource.asOwner(
                "INSERT INTO room_pause (session_id, from_at, until_at) SELECT id, started_at + interval '30 minutes', started_at + interval '40 minutes' FROM exam_session WHERE id = '"
                        + session + "'");
        assertThat(chosen(RoomAct.RESUME)).isEqualTo(new CommandedView(1, 1, false));
        Awaitility.await().until(() -> begun(enrolment).equals("UNDER_WAY"));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(RoomPauses.until(connection, session).of(enrolment).stood())
                    .as("what the room stood still meanwhile counts once")
                    .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private CommandedView chosen(RoomAct act) {
        return commanding.command(session, new CommandForm(act, List.of(enrolment), "核对证件", null, null));
    }

    @Test
    void whoWasHeldAloneGoesOnWithTheWholeRoom() {
        chosen(RoomAct.PAUSE);
        assertThat(begun(enrolment)).isEqualTo("PAUSED");
        assertThat(command(session, RoomAct.PAUSE).room()).isTrue();
        assertThat(begun(enrolment)).isEqualTo("ROOM_PAUSED");
        assertThat(command(session, RoomAct.RESUME)).isEqualTo(new CommandedView(1, 1, true));
        assertThat(begun(enrolment)).isEqualTo("UNDER_WAY");
        assertThat(
                        rows(
                                "SELECT act || ' ' || details FROM audit_entry WHERE subject = 'enrolment' AND subject_id IN (SELECT id::text FROM enrolment WHERE session_id = ?) AND act IN ('paused', 'resumed') ORDER BY id"))
                .containsExactly("paused 核对证件", "resumed 火警");
    }

    /** More than there are connections. */
    @Test
    void manyPausesAtOnceDoNotWaitForEachOthersConnections() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(24);
        try {
            List<CompletableFuture<CommandedView>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                RoomAct act = i % 2 == 0 ? RoomAct.PAUSE : RoomAct.RESUME;
                all.add(CompletableFuture.supplyAsync(() -> command(session, act), hands));
            }
            for (CompletableFuture<CommandedView> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            hands.shutdownNow();
        }
        command(session, RoomAct.RESUME);
        assertThat(begun(enrolment)).isEqualTo("UNDER_WAY");
    }

    @Test
    void aRoomThatIsNotUnderWayIsNotPaused() throws SQLException {
        PostgresResource.asOwner("UPDATE exam_session SET state = 'ENDED' WHERE id = '" + session + "'");
        assertThat(command(session, RoomAct.PAUSE)).isEqualTo(new CommandedView(0, 0, false));
        assertThat(pauses.since(session)).isEmpty();
    }

    @Test
    void thePauseWaitsForWhoeverIsBeginning() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(RoomPauses.until(connection, session).room().paused()).isFalse();
            CompletableFuture<CommandedView> pause =
                    CompletableFuture.supplyAsync(() -> command(session, RoomAct.PAUSE));
            Thread.sleep(300);
            assertThat(pause).as("somebody is beginning").isNotDone();
            assertThat(pauses.since(session)).isEmpty();
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(pause.get(10, TimeUnit.SECONDS).room()).isTrue();
        }
        assertThat(begun(enrolment)).isEqualTo("ROOM_PAUSED");
    }

    /** Three times twelve press the button while the alarm is given, a little later each time. */
    @Test
    void whoBeginsInTheMomentOfThePauseIsPausedOrDoesNotBegin() throws Exception {
        UUID centre = sessions.find(session).orElseThrow().centreId();
        UUID room = rehearsing
                .prepare(equipping.room(centre, "R36", 36), "principal-hazchem-production", 36)
                .session();
        List<UUID> all =
                sessions.enrolments(room).stream().map(EnrolmentView::id).toList();
        ExecutorService hands = Executors.newFixedThreadPool(13);
        try {
            for (int round = 0; round < 3; round++) {
                List<UUID> twelve = all.subList(12 * round, 12 * round + 12);
                CountDownLatch now = new CountDownLatch(1);
                List<CompletableFuture<String>> starts = new ArrayList<>();
                for (UUID one : twelve) {
                    starts.add(CompletableFuture.supplyAsync(() -> after(now, 0, () -> begun(one)), hands));
                }
                int delay = 2 * round;
                CompletableFuture<CommandedView> pause = CompletableFuture.supplyAsync(
                        () -> after(now, delay, () -> command(room, RoomAct.PAUSE)), hands);
                now.countDown();
                assertThat(pause.get(30, TimeUnit.SECONDS).room()).isTrue();
                for (int i = 0; i < 12; i++) {
                    String told = starts.get(i).get(30, TimeUnit.SECONDS);
                    assertThat(state(twelve.get(i))).as(told).isEqualTo(told.equals("ROOM_PAUSED") ? "NONE" : "HELD");
                }
                assertThat(command(room, RoomAct.RESUME).room()).isTrue();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private static <T> T after(CountDownLatch now, int millis, java.util.function.Supplier<T> act) {
        try {
            now.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        return act.get();
    }

    private String state(UUID whom) {
        return sql.first("SELECT state FROM sitting WHERE enrolment_id = ?", row -> row.getString(1), whom)
                .orElse("NONE");
    }
}
