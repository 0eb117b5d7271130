package org.chizheng.invigilation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.Answering;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.PageNote;
import org.chizheng.sitting.SittingRefusal;
import org.chizheng.sitting.Steering;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The invigilator's acts on clocks that run. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoomTest extends RunningRoom {
    private static final String SECRET = "a secret for the room test";

    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    @Inject
    Steering steering;

    @Inject
    Crediting crediting;

    @Inject
    Rooms rooms;

    @Inject
    Sql sql;

    private UUID enrolment;
    private int epoch;

    @BeforeEach
    void aSittingUnderWay() {
        enrolment = sessions.byTicket(ticket).orElseThrow().id();
        epoch = beginning.begin(enrolment).epoch();
    }

    private AnswersForm one(int sequence) {
        return new AnswersForm(epoch, List.of(new AnswerEvent(sequence, 1, "1")));
    }

    private long remaining() {
        return beginning.state(enrolment).remainingMillis();
    }

    @Test
    void whileTheRoomIsPausedTimeStandsStillAndNothingIsTaken() throws InterruptedException {
        assertThat(steering.pause(List.of(enrolment), "power cut")).isEqualTo(1);
        long left = remaining();
        assertThatThrownBy(() -> answering.answer(enrolment, one(1)).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(SittingRefusal.HELD));
        Thread.sleep(300);
        assertThat(remaining()).as("to the millisecond").isEqualTo(left);
        assertThat(answering.heartbeat(enrolment, epoch).state()).isEqualTo("HELD");
        assertThat(steering.pause(List.of(enrolment), "again"))
                .as("it is paused already")
                .isZero();
        assertThat(steering.resume(List.of(enrolment), "power is back")).isEqualTo(1);
        assertThat(remaining()).isBetween(left - 1000, left);
        assertThat(answering.answer(enrolment, one(1)).join().saved()).containsExactly(1);
    }

    @Test
    void anExtensionIsHeardAtTheNextSignOfLifeAndStandsInTheLogs() {
        long before = remaining();
        assertThat(steering.extend(List.of(enrolment), Duration.ofMinutes(10), "noise next door"))
                .isEqualTo(1);
        assertThat(remaining()).isBetween(before + 599_000, before + 600_000);
        assertThat(answering.heartbeat(enrolment, epoch).remainingMillis()).isGreaterThan(before + 598_000);
        assertThat(sql.list(
                        "SELECT e.answer FROM response_event e JOIN sitting s ON s.id = e.sitting_id WHERE s.enrolment_id = ? AND e.kind = 'EXTENDED'",
                        row -> row.getString(1),
                        enrolment))
                .containsExactly("600 s: noise next door");
        assertThat(sql.list(
                        "SELECT details FROM audit_entry a JOIN sitting s ON s.id::text = a.subject_id WHERE s.enrolment_id = ? AND act = 'extended'",
                        row -> row.getString(1),
                        enrolment))
                .containsExactly("600 s: noise next door");
    }

    @Test
    void anActWithoutAReasonOrWithAnImpossibleTimeIsRefused() {
        assertThatThrownBy(() -> steering.pause(List.of(enrolment), "  ")).isInstanceOf(Refused.class);
        for (Duration bad : List.of(Duration.ZERO, Duration.ofMinutes(-1), Duration.ofMinutes(241))) {
            assertThatThrownBy(() -> steering.extend(List.of(enrolment), bad, "x"))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aSilenceIsCreditedOnceAndByItsLength() throws SQLException {
        UUID sitting = rooms.watch(session).get(0).sitting();
        PostgresResource.asOwner("INSERT INTO sitting_gap (sitting_id, from_at, until_at) VALUES ('" + sitting
                + "', '2026-11-25T01:00:00.123Z', '2026-11-25T01:03:20.123Z')");
        Watched.Gap gap = rooms.watch(session).get(0).gaps().get(0);
        assertThat(gap.seconds()).isEqualTo(200);
        long before = remaining();
        crediting.credit(enrolment, gap.from(), "test", "line was down");
        assertThat(remaining()).isBetween(before + 199_000, before + 200_000);
        assertThat(rooms.watch(session).get(0).gaps()).isEmpty();
        assertThatThrownBy(() -> crediting.credit(enrolment, gap.from(), "test", "line was down"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatWasClearedAgainIsNotCountedAndNotesAreToldByKind() {
        answering
                .answer(
                        enrolment,
                        new AnswersForm(
                                epoch,
                                List.of(
                                        new AnswerEvent(1, 1, "1"),
                                        new AnswerEvent(2, 2, "2"),
                                        new AnswerEvent(4, 2, ""),
                                        new AnswerEvent(3, 2, "1"))))
                .join();
        answering
                .note(enrolment, epoch, List.of(PageNote.LEFT, PageNote.COPY, PageNote.LEFT))
                .join();
        Watched seen = rooms.watch(session).get(0);
        assertThat(seen.answered()).isEqualTo(1);
        assertThat(seen.notes()).containsExactly(new Watched.Notes("LEFT", 2), new Watched.Notes("COPY", 1));
    }

    @Test
    void theInvigilatorSeesTheRoomAndActsOnItThroughThePage() {
        answering.answer(enrolment, one(1)).join();
        String username = "room" + System.nanoTime();
        UUID centre = sessions.find(session).orElseThrow().centreId();
        accounting.grant(
                accounting.open(username, SECRET, "监考", "Invigilator", null),
                new Grant(Roles.INVIGILATOR, null, centre, null));
        Map<String, String> cookies = given().redirects()
                .follow(false)
                .formParam("j_username", username)
                .formParam("j_password", SECRET)
                .post("/j_security_check")
                .cookies();
        var page = given().cookies(cookies).get("/sessions/" + session + "/room");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains(ticket, "答题中");
        String token = Entrance.token(page);
        given().redirects()
                .follow(false)
                .cookies(cookies)
                .cookies(page.cookies())
                .formParam("csrf-token", token)
                .formParam("reason", "fire drill")
                .post("/sessions/" + session + "/room/pause")
                .then()
                .statusCode(303);
        Watched seen = rooms.watch(session).get(0);
        assertThat(seen.state()).isEqualTo("HELD");
        assertThat(seen.answered()).isEqualTo(1);
    }
}
