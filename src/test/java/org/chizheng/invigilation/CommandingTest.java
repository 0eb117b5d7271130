package org.chizheng.invigilation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.Reason;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionRefusal;
import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.Answering;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.SittingProof;
import org.chizheng.sitting.SittingRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the staff commands in a room: once, for whom, with its reason, and the logs of the sittings hold afterwards. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CommandingTest extends RunningRoom {
    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    @Inject
    Commanding commanding;

    @Inject
    RoomReading reading;

    @Inject
    AgroalDataSource source;

    @Inject
    Signer signer;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    private final List<UUID> enrolments = new ArrayList<>();
    private UUID first;
    private int epoch;

    @BeforeEach
    void threeSittingsUnderWay() {
        for (String idNumber : List.of("320100199102037711", "32010019910203772X")) {
            String other = enrolling.enrol(session, "演示考生" + idNumber.substring(14), idNumber, null);
            checkingIn.checkIn(session, sessions.byTicket(other).orElseThrow().id());
        }
        sessions.enrolments(session).forEach(e -> enrolments.add(e.id()));
        first = sessions.byTicket(ticket).orElseThrow().id();
        enrolments.forEach(e -> beginning.begin(e));
        epoch = 1;
    }

    private CommandedView command(RoomAct act, List<UUID> whom, String seat) {
        return commanding.command(session, new CommandForm(act, whom, "a reason", 5, seat));
    }

    private AnswersForm one(int sequence) {
        return new AnswersForm(epoch, List.of(new AnswerEvent(sequence, sequence, "1")));
    }

    private String answered(int sequence) {
        try {
            return answering.answer(first, one(sequence)).join().state();
        } catch (java.util.concurrent.CompletionException e) {
            return ((Refused) e.getCause()).reason().name();
        }
    }

    private List<String> rows() {
        return sql.list(
                "SELECT act || ' ' || affected || '/' || asked || ' ' || reason FROM room_command WHERE session_id = ? ORDER BY number",
                row -> row.getString(1),
                session);
    }

    private void holds(UUID enrolment) throws SQLException {
        UUID sitting = sql.first(
                        "SELECT id FROM sitting WHERE enrolment_id = ?", row -> row.getObject(1, UUID.class), enrolment)
                .orElseThrow();
        try (Connection connection = source.getConnection()) {
            assertThat(new SittingProof(connection, signer).prove(sitting).fault())
                    .isNull();
        }
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void twoWhoPauseTheRoomAtOnceGiveOnePause() {
        List<String> noted = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            List<CompletableFuture<CommandedView>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(CompletableFuture.supplyAsync(() -> command(RoomAct.PAUSE, null, null)));
            }
            assertThat(both.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(new CommandedView(3, 3, true), new CommandedView(3, 0, false));
            assertThat(command(RoomAct.RESUME, null, null)).isEqualTo(new CommandedView(3, 3, true));
            noted.addAll(List.of("PAUSE for 3 of 3: a reason", "RESUME for 3 of 3: a reason"));
        }
        assertThat(sql.list(
                        "SELECT details FROM audit_entry WHERE subject = 'session' AND subject_id = ? AND act = 'commanded' ORDER BY id",
                        row -> row.getString(1),
                        session.toString()))
                .isEqualTo(noted);
    }

    @Test
    void aLockedPageTakesNothingAndTheTimeGoesOn() throws SQLException {
        assertThat(answered(1)).isEqualTo("UNDER_WAY");
        assertThat(command(RoomAct.LOCK, List.of(first), null).affected()).isEqualTo(1);
        assertThat(command(RoomAct.LOCK, List.of(first), null).affected())
                .as("it is locked already")
                .isZero();
        assertThat(answered(2)).isEqualTo("LOCKED");
        refused(SittingRefusal.LOCKED, () -> beginning.open(first));
        assertThat(beginning.state(first).state()).isEqualTo("LOCKED");
        assertThat(answering.heartbeat(first, epoch).state()).isEqualTo("LOCKED");
        assertThat(command(RoomAct.PAUSE, List.of(first), null).affected()).isEqualTo(1);
        assertThat(answering.heartbeat(first, epoch).state())
                .as("the pause stands above the lock")
                .isEqualTo("HELD");
        assertThat(command(RoomAct.RESUME, List.of(first), null).affected()).isEqualTo(1);
        assertThat(answered(2)).as("still locked").isEqualTo("LOCKED");
        holds(first);
        assertThat(command(RoomAct.UNLOCK, List.of(first), null).affected()).isEqualTo(1);
        assertThat(answered(2)).isEqualTo("UNDER_WAY");
        holds(first);
    }

    @Test
    void whoIsMovedKeepsPaperAndTimeAndTheOldPageIsStale() throws SQLException {
        assertThat(answered(1)).isEqualTo("UNDER_WAY");
        EnrolmentView before = sessions.enrolment(first).orElseThrow();
        long left = beginning.state(first).remainingMillis();
        List<String> taken =
                sessions.enrolments(session).stream().map(EnrolmentView::seat).toList();
        String free = List.of("A01", "A02", "A03", "A04", "A05").stream()
                .filter(seat -> !taken.contains(seat))
                .findFirst()
                .orElseThrow();
        refused(
                SessionRefusal.SEAT_TAKEN,
                () -> command(
                        RoomAct.MOVE,
                        List.of(first),
                        taken.stream()
                                .filter(s -> !s.equals(before.seat()))
                                .findFirst()
                                .orElseThrow()));
        refused(SessionRefusal.SEAT_UNKNOWN, () -> command(RoomAct.MOVE, List.of(first), "Z99"));
        refused(InvigilationRefusal.ONE_CANDIDATE, () -> command(RoomAct.MOVE, enrolments, free));
        assertThat(command(RoomAct.MOVE, List.of(first), free)).isEqualTo(new CommandedView(1, 1, false));
        EnrolmentView after = sessions.enrolment(first).orElseThrow();
        assertThat(after.seat()).isEqualTo(free);
        assertThat(after.paperId()).isEqualTo(before.paperId());
        assertThat(answered(2)).isEqualTo("STALE_PAGE");
        var opened = beginning.open(first);
        assertThat(opened.epoch()).isEqualTo(3);
        assertThat(opened.answers()).containsEntry(1, "1");
        assertThat(opened.remainingMillis()).isBetween(left - 20_000, left);
        assertThat(command(
                                RoomAct.MOVE,
                                List.of(enrolments.get(1).equals(first) ? enrolments.get(0) : enrolments.get(1)),
                                before.seat())
                        .affected())
                .as("the old seat is free again")
                .isEqualTo(1);
        holds(first);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(beginning.state(first).seat()).isEqualTo(free));
    }

    @Test
    void whatTheStaffHandsInIsClosedWithItsReasonAndItsReceipt() throws SQLException {
        assertThat(answered(1)).isEqualTo("UNDER_WAY");
        command(RoomAct.LOCK, List.of(first), null);
        assertThat(command(RoomAct.HAND_IN, enrolments, null)).isEqualTo(new CommandedView(3, 3, false));
        assertThat(answered(2)).isEqualTo("CLOSED");
        assertThat(command(RoomAct.HAND_IN, enrolments, null).affected()).isZero();
        assertThat(sql.list(
                        "SELECT s.closed_by || ' ' || e.answer FROM sitting s JOIN response_event e ON e.sitting_id = s.id AND e.kind = 'CLOSED' WHERE s.enrolment_id = ?",
                        row -> row.getString(1),
                        first))
                .containsExactly("STAFF STAFF: a reason");
        for (UUID enrolment : enrolments) {
            holds(enrolment);
        }
        refused(InvigilationRefusal.CLOSED, () -> command(RoomAct.MOVE, List.of(first), freeSeat()));
        assertThat(rows()).containsExactly("LOCK 1/1 a reason", "HAND_IN 3/3 a reason");
    }

    private String freeSeat() {
        List<String> taken =
                sessions.enrolments(session).stream().map(EnrolmentView::seat).toList();
        return List.of("A01", "A02", "A03", "A04", "A05").stream()
                .filter(seat -> !taken.contains(seat))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNoCommandIsRefusedAndLeavesNoRow() {
        refused(InvigilationRefusal.ACT_MISSING, () -> command(null, null, null));
        refused(InvigilationRefusal.ACT_MISSING, () -> command(RoomAct.WAIVE, null, null));
        refused(InvigilationRefusal.NOBODY_CHOSEN, () -> command(RoomAct.PAUSE, List.of(), null));
        refused(
                InvigilationRefusal.REASON_MISSING,
                () -> commanding.command(session, new CommandForm(RoomAct.PAUSE, null, "  ", null, null)));
        refused(
                org.chizheng.common.CommonRefusal.NOT_FOUND,
                () -> command(RoomAct.PAUSE, List.of(first, UUID.randomUUID()), null));
        assertThat(command(RoomAct.START, null, null).affected())
                .as("it has started")
                .isZero();
        assertThat(rows()).isEmpty();
    }

    /** What a console knows that has taken all news up to now. */
    private JsonNode take(RoomFeed feed, String since) throws Exception {
        feed.refresh();
        String news = feed.since(since).json();
        return news == null ? null : json.readTree(news);
    }

    @Test
    void aConsoleIsToldWhatHasChangedAndNothingElse() throws Exception {
        RoomFeed feed = new RoomFeed(session, reading, json);
        JsonNode all = take(feed, null);
        assertThat(all.get("whole").asBoolean()).isTrue();
        assertThat(all.get("lines")).hasSize(3);
        String known = all.get("version").asText();
        Thread.sleep(450);
        answered(1);
        Thread.sleep(450);
        JsonNode step = take(feed, known);
        assertThat(step.get("lines")).hasSize(1);
        JsonNode line = step.get("lines").get(0);
        assertThat(line.get("ticket").asText()).isEqualTo(ticket);
        assertThat(line.get("answered").asInt()).isEqualTo(1);
        assertThat(line.has("name")).as("has not changed").isFalse();
        String second = step.get("version").asText();
        command(RoomAct.LOCK, List.of(first), null);
        Thread.sleep(450);
        JsonNode locked = take(feed, second);
        assertThat(locked.get("lines").get(0).get("locked").asBoolean()).isTrue();
        assertThat(locked.get("commands").get(0).get("act").asText()).isEqualTo("LOCK");
        assertThat(locked.get("commands").get(0).get("tickets").get(0).asText()).isEqualTo(ticket);
        JsonNode both = take(feed, known);
        assertThat(both.has("whole")).isFalse();
        assertThat(both.get("lines").get(0).get("answered").asInt())
                .as("who has missed a step gets the whole line")
                .isEqualTo(1);
        assertThat(both.get("commands")).hasSize(1);
        assertThat(take(new RoomFeed(session, reading, json), known)
                        .get("whole")
                        .asBoolean())
                .as("another replica's feed")
                .isTrue();
    }

    @Test
    void theDoorAnswersByVersionPushesAndTakesCommands() throws Exception {
        UUID centre = sessions.find(session).orElseThrow().centreId();
        RequestSpecification staff = Entrance.as(new Grant(Roles.INVIGILATOR, null, centre, null), null, accounting);
        String door = "/api/sessions/" + session + "/room";
        Response all = given(staff).get(door);
        assertThat(all.jsonPath().getList("lines")).hasSize(3);
        String tag = all.header("ETag");
        given(staff).header("If-None-Match", tag).get(door).then().statusCode(304);
        Response page = given(staff).get("/sessions/" + session + "/room");
        assertThat(page.asString()).contains("id=\"seat-A01\"");
        Response commanded = given(staff)
                .cookies(page.cookies())
                .header("X-CSRF-TOKEN", Entrance.token(page))
                .contentType(ContentType.JSON)
                .body(Map.of("act", "PAUSE", "reason", "火警"))
                .post(door + "/commands");
        assertThat(commanded.asString()).isEqualTo("{\"asked\":3,\"affected\":3,\"room\":true}");
        Thread.sleep(450);
        Response news = given(staff).header("If-None-Match", tag).get(door);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.jsonPath().getString("commands[0].reason")).isEqualTo("火警");
        assertThat(news.jsonPath().getList("lines.held")).doesNotContainNull();
        RequestSpecification elsewhere = Entrance.as(
                new Grant(
                        Roles.INVIGILATOR,
                        null,
                        equipping.centre("T" + UUID.randomUUID(), "别的考点", "Another centre", "320102"),
                        null),
                null,
                accounting);
        given(elsewhere).get(door).then().statusCode(404);
        given(elsewhere).get(door + "/events").then().statusCode(404);
    }
}
