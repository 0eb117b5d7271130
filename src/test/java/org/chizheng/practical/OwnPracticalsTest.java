package org.chizheng.practical;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** A candidate takes a time at a station, another one instead, or gives it back. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OwnPracticalsTest {
    private static final String DOOR = "/my/practicals";

    @Inject
    PracticalDay days;

    @Inject
    Practicals practicals;

    @Inject
    Reserving reserving;

    @Inject
    Admitting admitting;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private PracticalDay.Day day;
    private Workplace.Someone wang;
    private RequestSpecification door;

    @BeforeEach
    void aDayInAWeek() {
        day = days.on(clock.today().plusDays(7), 1);
        wang = days.passedTheory(clock.today());
        door = signedIn(wang);
    }

    private RequestSpecification signedIn(Workplace.Someone who) {
        return Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), who.id(), accounting);
    }

    private List<Instant> free(UUID of) {
        return practicals.free(List.of(practicals.get(of))).get(of);
    }

    private int post(RequestSpecification who, String action, String... fields) {
        return Entrance.post(who, DOOR, DOOR + action, fields).statusCode();
    }

    private CandidateView place() {
        return practicals.placeOf(wang.id(), PracticalDay.LOW, clock.now()).orElseThrow();
    }

    private List<String> told() {
        return sql.list(
                "SELECT template FROM message_outbox WHERE person_id = ? ORDER BY created_at, id",
                row -> row.getString(1),
                wang.id());
    }

    @Test
    void aTimeIsChosenExchangedAndGivenBackAndOnlyByItsCandidate() {
        Instant third = free(day.id()).get(2);
        assertThat(given(door).get(DOOR + "?lang=zh").asString())
                .contains("低压电工作业", day.id().toString(), "value=\"" + third + "\"")
                .doesNotContain("??");
        assertThat(given(door).get(DOOR + "?lang=en").asString()).doesNotContain("??");
        assertThat(post(door, "/" + day.id() + "/book", "at", third.toString())).isEqualTo(303);
        assertThat(place().slotAt()).isEqualTo(third);
        assertThat(free(day.id())).doesNotContain(third);
        assertThat(post(
                        door,
                        "/" + day.id() + "/book",
                        "at",
                        free(day.id()).get(0).toString()))
                .as("one at a time")
                .isEqualTo(409);
        UUID first = place().id();
        RequestSpecification stranger = signedIn(days.passedTheory(clock.today()));
        assertThat(post(stranger, "/places/" + first + "/cancel")).isEqualTo(404);
        Instant other = free(day.id()).get(0);
        assertThat(post(door, "/" + day.id() + "/move", "place", first.toString(), "at", other.toString()))
                .isEqualTo(303);
        assertThat(place().slotAt()).isEqualTo(other);
        assertThat(free(day.id())).contains(third).doesNotContain(other);
        assertThat(post(door, "/places/" + place().id() + "/cancel")).isEqualTo(303);
        assertThat(practicals.placeOf(wang.id(), PracticalDay.LOW, clock.now())).isEmpty();
        assertThat(practicals.candidates(day.id()))
                .as("nothing is lost")
                .extracting(CandidateView::state)
                .containsOnly("WITHDRAWN")
                .hasSize(2);
        assertThat(told()).containsExactly("practical_booked", "practical_booked", "practical_given_back");
        assertThat(post(door, "/places/" + first + "/cancel"))
                .as("was given back")
                .isEqualTo(409);
    }

    @Test
    void whatIsNoTimeOrTakenOrTooLateIsRefusedAndChangesNothing() {
        Instant first = free(day.id()).get(0);
        String book = "/" + day.id() + "/book";
        assertThat(post(door, book, "at", "nine")).isEqualTo(400);
        assertThat(post(door, book, "at", first.plus(Duration.ofMinutes(1)).toString()))
                .isEqualTo(409);
        UUID tomorrow = days.plan(day.centre(), clock.today().plusDays(1), List.of(day.station()));
        assertThat(post(
                        door,
                        "/" + tomorrow + "/book",
                        "at",
                        free(tomorrow).get(0).toString()))
                .as("closes a day before")
                .isEqualTo(409);
        assertThat(post(signedIn(workplace.someone()), book, "at", first.toString()))
                .as("without the theory")
                .isEqualTo(409);
        reserving.book(wang.id(), day.id(), first, "test");
        UUID next = days.plan(day.centre(), clock.today().plusDays(9), List.of(day.station()));
        Instant taken = free(next).get(0);
        admitting.admit(next, days.passedTheory(clock.today()).id(), "test");
        assertThatThrownBy(() -> reserving.move(wang.id(), place().id(), next, taken, "test"))
                .isInstanceOf(Refused.class)
                .hasMessage("SLOT_TAKEN");
        assertThat(place().slotAt()).as("a refused move leaves the old place").isEqualTo(first);
    }

    @Test
    void changesAreCounted() {
        List<Instant> free = free(day.id());
        reserving.book(wang.id(), day.id(), free.get(0), "test");
        reserving.move(wang.id(), place().id(), day.id(), free.get(1), "test");
        reserving.move(wang.id(), place().id(), day.id(), free.get(2), "test");
        assertThatThrownBy(() -> reserving.move(wang.id(), place().id(), day.id(), free.get(3), "test"))
                .hasMessage("NO_MOVES_LEFT");
        assertThat(given(door).get(DOOR + "?lang=zh").asString())
                .contains("还可以更换 0 次")
                .doesNotContain("/move\"");
        reserving.cancel(wang.id(), place().id(), "test");
        assertThatThrownBy(() -> reserving.book(wang.id(), day.id(), free.get(3), "test"))
                .hasMessage("NO_MOVES_LEFT");
        assertThat(given(door).get(DOOR + "?lang=zh").asString()).contains("更换次数已用完");
    }

    @Test
    void ofTwoWhoWantTheSameTimeAtOnceOneGetsIt() {
        Instant first = free(day.id()).get(0);
        List<CompletableFuture<Boolean>> both = List.of(wang, days.passedTheory(clock.today())).stream()
                .map(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        reserving.book(who.id(), day.id(), first, "test");
                        return true;
                    } catch (Refused refused) {
                        assertThat(refused.reason()).isEqualTo(PracticalRefusal.SLOT_TAKEN);
                        return false;
                    }
                }))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
    }
}
