package org.chizheng.launch;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Ledger;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Reconciliation;
import org.chizheng.rehearsal.Script;
import org.chizheng.rehearsal.Seat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.response.Response;

/** Two services on one database, every candidate at both of them in turn, and one of the two killed in the middle. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoReplicasIT {
    private static final int ENOUGH = 100;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 120_000;
    private static final Script EAGER = new Script(100, 0.2, 0.02, 0.005, true);
    private static final String OF_THE_ABSENT = "enrolment_id IN (SELECT id FROM enrolment WHERE ticket IN (%s))";

    @TempDir
    static Path folder;

    private static Replicas replicas;
    private static Service one;
    private static Service two;
    private static List<Seat> seats;
    private static Ledger ledger;
    private static Play play;
    private static String absent;

    @BeforeAll
    static void twoServicesOnOneDatabase() throws IOException, SQLException {
        replicas = new Replicas(folder);
        replicas.awaitReady();
        one = replicas.one;
        two = replicas.two;
        seats = replicas.seat(60);
        ledger = Ledger.open(folder.resolve("ledger.txt"));
        play = new Play(replicas.addresses(), ledger, EAGER, 1);
        absent = OF_THE_ABSENT.formatted(seats.subList(5, 13).stream()
                .map(seat -> "'" + seat.ticket() + "'")
                .collect(Collectors.joining(",")));
    }

    @AfterAll
    static void everythingEnds() throws IOException, InterruptedException {
        if (play != null) {
            play.close();
            ledger.close();
        }
        replicas.close();
    }

    @Test
    @Order(1)
    void theHighestNumberCountsWhicheverReplicaHeardItFirst() {
        Wanderer candidate = Wanderer.signedIn(seats.get(0));
        int epoch = candidate.open(one).epoch();
        assertThat(saved(candidate.answer(two, epoch, 2, 1, "2"))).containsExactly(2);
        assertThat(saved(candidate.answer(one, epoch, 1, 1, "1"))).containsExactly(1);
        assertThat(saved(candidate.answer(one, epoch, 3, 2, "1"))).containsExactly(3);
        assertThat(saved(candidate.answer(two, epoch, 4, 2, ""))).containsExactly(4);
        assertThat(candidate.open(two).answers()).isEqualTo(Map.of("1", "2"));
    }

    @Test
    @Order(1)
    void aRepeatAtBothAtOnceIsSavedOnceAndAnotherAnswerUnderItsNumberIsNot() throws SQLException {
        Wanderer candidate = Wanderer.signedIn(seats.get(1));
        int epoch = candidate.open(two).epoch();
        for (int n = 1; n <= 10; n++) {
            int number = n;
            atBoth(at -> candidate.answer(at, epoch, number, 7, "1"))
                    .forEach(response -> assertThat(saved(response)).containsExactly(number));
        }
        for (Service at : List.of(one, two)) {
            assertThat(candidate.answer(at, epoch, 10, 7, "2").<String>path("reason"))
                    .isEqualTo("SEQUENCE_CONFLICT");
        }
        assertThat(logged(seats.get(1))).hasSize(10);
    }

    @Test
    @Order(1)
    void twoPagesThatTakeTheSittingFromEachOtherLoseNothingThatWasAcknowledged() throws SQLException {
        Wanderer candidate = Wanderer.signedIn(seats.get(2));
        int older = candidate.open(one).epoch();
        candidate.open(two);
        assertThat(candidate.answer(one, older, 1, 1, "1").<String>path("reason"))
                .isEqualTo("STALE_PAGE");
        CompletableFuture<Map<Integer, String>> here = supplyAsync(() -> candidate.insist(one, 10, 1));
        CompletableFuture<Map<Integer, String>> there = supplyAsync(() -> candidate.insist(two, 10, 2));
        Set<String> acknowledged = new HashSet<>();
        here.join().forEach((number, choice) -> acknowledged.add(number + " 1 " + choice));
        there.join().forEach((number, choice) -> acknowledged.add(number + " 2 " + choice));
        assertThat(acknowledged).hasSize(20);
        assertThat(logged(seats.get(2))).containsAll(acknowledged);
    }

    /** Number, item and choice of each answer. */
    private static List<String> logged(Seat seat) throws SQLException {
        return replicas.list(
                "SELECT r.sequence || ' ' || r.item || ' ' || r.answer FROM response_event r JOIN sitting s ON s.id = r.sitting_id"
                        + " JOIN enrolment e ON e.id = s.enrolment_id WHERE r.kind = 'ANSWERED' AND e.ticket = '"
                        + seat.ticket() + "'",
                row -> row.getString(1));
    }

    @Test
    @Order(2)
    void handingInAtBothAtOnceGivesOneReceipt() {
        for (Seat seat : seats.subList(0, 5)) {
            Wanderer candidate = Wanderer.signedIn(seat);
            int epoch = candidate.open(one).epoch();
            List<Response> receipts = atBoth(at -> candidate.handIn(at, epoch));
            assertThat(receipts).allMatch(response -> response.statusCode() == 200);
            assertThat(receipts.get(0).asString()).isEqualTo(receipts.get(1).asString());
            assertThat(candidate.handIn(two, epoch).asString())
                    .isEqualTo(receipts.get(0).asString());
        }
    }

    /** They are due from the moment at which the test moves their end, two seconds later they are handed in: {@code closed_at} is the database's time. */
    @Test
    @Order(3)
    void whoIsOverdueIsHandedInOnceAndSoon() throws SQLException {
        Crowd crowd = new Crowd(play, seats.subList(5, 13));
        crowd.enter(PATIENCE);
        crowd.begin(500);
        crowd.await(() -> play.tally().saves() > ENOUGH, PATIENCE, "too few answers");
        crowd.rest();
        crowd.awaitAllSaved(PATIENCE);
        replicas.run("UPDATE sitting SET deadline = clock_timestamp() WHERE " + absent);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> replicas.number("SELECT count(*) FROM sitting WHERE state = 'CLOSED' AND " + absent) == 8);
        assertThat(replicas.list(
                        "SELECT closed_by, extract(epoch FROM closed_at - deadline) FROM sitting WHERE " + absent,
                        row -> {
                            assertThat(row.getDouble(2)).isBetween(1.9, 5.0);
                            return row.getString(1);
                        }))
                .containsOnly("DEADLINE");
    }

    @Test
    @Order(4)
    void whenOneIsKilledTheOtherHasEveryAcknowledgedAnswer() throws IOException, SQLException, InterruptedException {
        Crowd crowd = new Crowd(play, seats.subList(13, 60));
        crowd.enter(PATIENCE);
        crowd.begin(1000);
        play.sendTwice(true);
        Crowd.sleep(3000);
        play.sendTwice(false);
        assertThat(play.wire().ask(() -> Map.copyOf(play.tally().counts())))
                .containsKey("requests sent twice")
                .allSatisfy((what, number) -> assertThat(what).doesNotStartWith("repeated"));
        crowd.await(
                () -> play.tally().savesSince(System.nanoTime() - SECOND) >= 2 * ENOUGH,
                PATIENCE,
                "too few acknowledgements in a second");
        List<String> deadlines = deadlines();
        long killed = System.nanoTime();
        one.kill();
        int before = play.wire()
                .ask(() ->
                        play.tally().savesSince(killed - SECOND) - play.tally().savesSince(killed));
        crowd.awaitAllWell(System.nanoTime(), PATIENCE);
        crowd.lookAgain(PATIENCE);
        crowd.rest();
        crowd.awaitAllSaved(PATIENCE);
        assertThat(before).as("acknowledged in the last second").isGreaterThanOrEqualTo(ENOUGH);
        assertThat(deadlines()).isEqualTo(deadlines);
        crowd.handIn(1000, PATIENCE);
        assertThat(crowd.firstFault()).isEmpty();
        assertThat(crowd.stuck()).isEmpty();
        tell(before);
    }

    private static List<String> deadlines() throws SQLException {
        return replicas.list("SELECT id || ' ' || deadline FROM sitting ORDER BY id", row -> row.getString(1));
    }

    @SuppressWarnings("SystemOut")
    private static void tell(int before) throws IOException, SQLException {
        ledger.close();
        Reconciliation found = Reconciliation.of(folder.resolve("ledger.txt"));
        replicas.list(
                "SELECT e.ticket, r.sequence, r.item, r.answer, r.counted FROM enrolment e JOIN sitting s ON s.enrolment_id = e.id"
                        + " JOIN response_event r ON r.sitting_id = s.id WHERE r.kind = 'ANSWERED'",
                row -> {
                    found.hold(new Reconciliation.Held(
                            row.getString(1), row.getInt(2), row.getInt(3), row.getString(4), row.getBoolean(5)));
                    return found;
                });
        found.close();
        System.out.printf("two replicas: %s; %d in the last second before the kill%n", found, before);
        assertThat(found.firstFault()).isEmpty();
        assertThat(found.found()).isGreaterThan(5 * ENOUGH);
    }

    @Test
    @Order(5)
    void everyLogIsOneUnbrokenChainToOneReceipt() throws SQLException {
        assertThat(replicas.number("SELECT count(*) FROM sitting WHERE state = 'CLOSED'"))
                .isEqualTo(60);
        assertThat(replicas.proofs("NOT " + absent)).hasSize(52).containsOnly("holds");
        assertThat(replicas.proofs(absent))
                .as("chain and receipt hold, and the test's own hand is seen")
                .hasSize(8)
                .allMatch(fault -> fault.startsWith("the sitting's row has deadline "));
        for (String once : List.of(
                "SELECT count(*) FROM receipt",
                "SELECT count(*) FROM response_event WHERE kind = 'BEGUN'",
                "SELECT count(*) FROM response_event WHERE kind = 'CLOSED'",
                "SELECT count(*) FROM audit_entry WHERE act = 'began'",
                "SELECT count(*) FROM audit_entry WHERE act = 'handed in'")) {
            assertThat(replicas.number(once)).as(once).isEqualTo(60);
        }
    }

    @Test
    @Order(5)
    void everySittingIsScoredOnce() throws SQLException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> replicas.number("SELECT count(*) FROM scoring_pending") == 0);
        assertThat(replicas.number("SELECT count(DISTINCT sitting_id) FROM result"))
                .isEqualTo(60);
        assertThat(replicas.number("SELECT count(*) FROM result")).isEqualTo(60);
        assertThat(replicas.number("SELECT count(*) FROM audit_entry WHERE act = 'scored'"))
                .isEqualTo(60);
    }

    @Test
    @Order(6)
    void neitherReplicaCameUponAnErrorOfItsOwn() throws IOException {
        assertThat(one.output() + two.output()).doesNotContain("ERROR");
    }

    private static List<Integer> saved(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.path("saved");
    }

    private interface Asking {
        Response at(Service replica);
    }

    private static List<Response> atBoth(Asking asking) {
        CompletableFuture<Response> here = supplyAsync(() -> asking.at(one));
        CompletableFuture<Response> there = supplyAsync(() -> asking.at(two));
        return new ArrayList<>(List.of(here.join(), there.join()));
    }
}
