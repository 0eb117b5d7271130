package org.chizheng.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.audit.Actor;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Reason;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The log of a sitting, with a second replica beside the first: whatever order, repeats and crowding, what the candidate did last counts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SittingLogTest extends RunningRoom {
    @Inject
    Event<HandedIn> handedIn;

    @Inject
    Scheduler scheduler;

    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    @Inject
    HandingIn handingIn;

    @Inject
    Sittings sittings;

    @Inject
    SittingLog log;

    @Inject
    Presence presence;

    @Inject
    DatabaseClock databaseClock;

    @Inject
    AgroalDataSource source;

    @Inject
    Signer signer;

    @Inject
    Steering steering;

    @Inject
    Actor actor;

    @Inject
    Sql sql;

    private SittingLog otherLog;
    private Answering other;
    private UUID enrolment;
    private int epoch;

    @BeforeEach
    void aSittingServedByTwoReplicas() {
        otherLog = replica(1000);
        otherLog.start(null);
        other = new Answering(otherLog, databaseClock, sittings, presence);
        enrolment = sessions.byTicket(ticket).orElseThrow().id();
        epoch = beginning.begin(enrolment).epoch();
    }

    @AfterEach
    void endTheOtherReplica() throws InterruptedException {
        otherLog.stop(null);
    }

    private SittingLog replica(int queue) {
        return new SittingLog(
                source,
                databaseClock,
                new SittingConfig() {
                    @Override
                    public int writers() {
                        return 1;
                    }

                    @Override
                    public int queue() {
                        return queue;
                    }
                },
                new SimpleMeterRegistry());
    }

    private static AnswersForm form(int epoch, AnswerEvent... events) {
        return new AnswersForm(epoch, List.of(events));
    }

    private SavedView save(Answering replica, int sequence, int item, String answer) {
        return replica.answer(enrolment, form(epoch, new AnswerEvent(sequence, item, answer)))
                .join();
    }

    private UUID sitting() {
        return sittings.find(enrolment).orElseThrow().id;
    }

    private SittingProof.Finding proof() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new SittingProof(connection, signer).prove(sitting());
        }
    }

    private void proves(int entries, int answers, String receipt) throws SQLException {
        assertThat(proof().log()).isEqualTo(new LogProof.Finding(entries, answers, receipt, null));
    }

    private static void refused(Reason reason, CompletableFuture<?> act) {
        assertThatThrownBy(act::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aRepeatIsHarmlessOnEitherReplica() throws SQLException {
        assertThat(save(answering, 1, 4, "2").saved()).containsExactly(1);
        assertThat(save(answering, 1, 4, "2").saved()).containsExactly(1);
        assertThat(save(other, 1, 4, "2").saved()).containsExactly(1);
        assertThat(proof().log().answers()).isEqualTo(1);
    }

    @Test
    void anotherAnswerUnderAKnownNumberIsNeverCalledSaved() throws SQLException {
        save(answering, 1, 4, "2");
        refused(
                SittingRefusal.SEQUENCE_CONFLICT,
                other.answer(enrolment, form(epoch, new AnswerEvent(2, 5, "1"), new AnswerEvent(1, 4, "1"))));
        refused(
                SittingRefusal.SEQUENCE_CONFLICT,
                answering.answer(enrolment, form(epoch, new AnswerEvent(7, 5, "1"), new AnswerEvent(7, 5, "2"))));
        assertThat(sittings.answers(sitting())).as("nothing of it was kept").containsOnlyKeys(4);
    }

    @Test
    void theHighestNumberOfAnItemCountsWhateverTheOrderOfArrival() {
        save(answering, 2, 4, "3");
        save(other, 1, 4, "2");
        assertThat(sittings.answers(sitting())).containsEntry(4, "3");
        save(other, 4, 4, "");
        save(answering, 3, 4, "1");
        assertThat(sittings.answers(sitting())).as("cleared last").doesNotContainKey(4);
    }

    @Test
    void replicasThatAppendInTurnAndAtOnceKeepOneUnbrokenChain() throws SQLException {
        List<CompletableFuture<SavedView>> under = new ArrayList<>();
        for (int n = 1; n <= 200; n++) {
            Answering replica = n % 3 == 0 ? other : answering;
            under.add(replica.answer(enrolment, form(epoch, new AnswerEvent(n, n % 90 + 1, "1"))));
            if (n % 5 == 0) {
                under.forEach(CompletableFuture::join);
                under.clear();
            }
        }
        proves(202, 200, null);
    }

    @Test
    void manyEventsOfOneRequestAreKeptTogetherOrNotAtAll() {
        AnswerEvent[] events = IntStream.rangeClosed(1, 90)
                .mapToObj(n -> new AnswerEvent(n, n, "1"))
                .toArray(AnswerEvent[]::new);
        assertThat(answering.answer(enrolment, form(epoch, events)).join().saved())
                .hasSize(90);
        assertThat(sittings.answers(sitting())).hasSize(90);
    }

    @Test
    void anOldPageIsToldSoEvenByAReplicaThatHasNotHeardOfTheNewOne() {
        save(other, 1, 1, "1");
        int newer = beginning.open(enrolment).epoch();
        refused(SittingRefusal.STALE_PAGE, other.answer(enrolment, form(epoch, new AnswerEvent(2, 1, "2"))));
        assertThat(other.answer(enrolment, form(newer, new AnswerEvent(2, 1, "2")))
                        .join()
                        .saved())
                .containsExactly(2);
    }

    @Test
    void anAnswerAfterTheEndIsRecordedAndDoesNotCount() throws SQLException {
        save(answering, 1, 1, "1");
        endSince("1 second");
        SavedView late = save(answering, 2, 1, "2");
        assertThat(late.saved()).isEmpty();
        assertThat(late.late()).containsExactly(2);
        assertThat(sittings.answers(sitting())).containsEntry(1, "1");
        assertThat(save(other, 2, 1, "2").late())
                .as("a repeat is told the same")
                .containsExactly(2);
    }

    @Test
    void theServerHandsInWhatIsOverdueOnceAndForAll() throws SQLException {
        save(answering, 1, 1, "1");
        endSince("3 seconds");
        handingIn.sweep();
        assertThat(sittings.find(enrolment).orElseThrow().state()).isEqualTo("CLOSED");
        ReceiptView receipt = sittings.receipt(sitting()).orElseThrow();
        handingIn.sweep();
        assertThat(handingIn.handIn(enrolment, form(epoch))).isEqualTo(receipt);
        refused(SittingRefusal.CLOSED, other.answer(enrolment, form(epoch, new AnswerEvent(2, 1, "2"))));
        assertThat(proof().fault()).as("the test's own hand").startsWith("the sitting's row has deadline ");
    }

    @Test
    void whatAnotherReplicaPausedIsResumedAndPausedAgainByOneThatHasNotHeardOfIt() {
        Steering elsewhere = new Steering(otherLog, handingIn, actor);
        List<UUID> one = List.of(enrolment);
        assertThat(elsewhere.pause(one, "fire drill")).isEqualTo(1);
        assertThat(steering.resume(one, "it is over")).isEqualTo(1);
        assertThat(elsewhere.pause(one, "another drill")).isEqualTo(1);
        assertThat(steering.pause(one, "it is paused already")).isZero();
        assertThat(steering.resume(one, "over again")).isEqualTo(1);
        assertThat(save(other, 1, 1, "1").saved()).containsExactly(1);
    }

    @Test
    void whatAnotherReplicaResumedIsHandedInByOneThatHasNotHeardOfIt() throws SQLException {
        assertThat(steering.pause(List.of(enrolment), "fire drill")).isEqualTo(1);
        assertThat(new Steering(otherLog, handingIn, actor).resume(List.of(enrolment), "it is over"))
                .isEqualTo(1);
        PostgresResource.asOwner("UPDATE sitting SET deadline = clock_timestamp() - interval '3 seconds' WHERE id = '"
                + sitting() + "'");
        handingIn.sweep();
        assertThat(sittings.find(enrolment).orElseThrow().state()).isEqualTo("CLOSED");
    }

    /** As if the sitting had begun earlier; both replicas hear of it as they would of an act on a third. */
    private void endSince(String interval) throws SQLException {
        PostgresResource.asOwner("UPDATE sitting SET deadline = clock_timestamp() - interval '" + interval
                + "' WHERE enrolment_id = '" + enrolment + "'");
        log.forget(List.of(enrolment));
        otherLog.forget(List.of(enrolment));
    }

    @Test
    void handInTakesWhatThePageStillHeldAndIsRepeatable() throws SQLException {
        save(answering, 1, 1, "1");
        ReceiptView receipt = handingIn.handIn(enrolment, form(epoch, new AnswerEvent(2, 2, "2")));
        assertThat(receipt.count()).isEqualTo(2);
        HandingIn elsewhere = new HandingIn(sittings, otherLog, signer, new SimpleMeterRegistry(), handedIn);
        assertThat(elsewhere.handIn(enrolment, form(epoch))).isEqualTo(receipt);
        assertThat(sittings.answers(sitting())).containsEntry(2, "2");
        proves(5, 2, receipt.number());
    }

    @Test
    void whatIsHandedInIsScoredWithoutWaitingForTheSweep() {
        scheduler.pause("scoring");
        try {
            handingIn.handIn(enrolment, form(epoch));
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(results.ofEnrolment(enrolment)).isPresent());
        } finally {
            scheduler.resume("scoring");
        }
    }

    @Test
    void twoReplicasThatCloseAtOnceGiveOneReceipt() {
        HandingIn elsewhere = new HandingIn(sittings, otherLog, signer, new SimpleMeterRegistry(), handedIn);
        CompletableFuture<ReceiptView> one =
                CompletableFuture.supplyAsync(() -> handingIn.handIn(enrolment, form(epoch)));
        CompletableFuture<ReceiptView> two =
                CompletableFuture.supplyAsync(() -> elsewhere.handIn(enrolment, form(epoch)));
        assertThat(one.join()).isEqualTo(two.join());
    }

    @Test
    void whatIsNoAnswerIsRefusedBeforeItWaits() {
        for (AnswerEvent bad : List.of(
                new AnswerEvent(0, 1, "1"),
                new AnswerEvent(20_001, 1, "1"),
                new AnswerEvent(1, 0, "1"),
                new AnswerEvent(1, 501, "1"),
                new AnswerEvent(1, 1, null),
                new AnswerEvent(1, 1, "2,1"),
                new AnswerEvent(1, 1, "1,1"),
                new AnswerEvent(1, 1, "0"),
                new AnswerEvent(1, 1, "1,"),
                new AnswerEvent(1, 1, "A"))) {
            assertThatThrownBy(() -> answering.answer(enrolment, form(epoch, bad)))
                    .as("%s", bad)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(SittingRefusal.ANSWER_INVALID));
        }
    }

    @Test
    void whereTooMuchWaitsTheAnswerIsTryAgain() {
        SittingLog full = replica(2);
        Answering crowded = new Answering(full, databaseClock, sittings, presence);
        for (int n = 1; n <= 2; n++) {
            assertThat(crowded.answer(UUID.randomUUID(), form(1, new AnswerEvent(n, 1, "1"))))
                    .isNotDone();
        }
        refused(CommonRefusal.TRY_AGAIN, crowded.answer(enrolment, form(epoch, new AnswerEvent(1, 1, "1"))));
    }

    @Test
    void oneCandidateCannotCrowdOutTheOthers() {
        SittingLog idle = replica(1000);
        Answering slow = new Answering(idle, databaseClock, sittings, presence);
        for (int n = 1; n <= 8; n++) {
            slow.answer(enrolment, form(epoch, new AnswerEvent(n, 1, "1")));
        }
        refused(CommonRefusal.TRY_AGAIN, slow.answer(enrolment, form(epoch, new AnswerEvent(9, 1, "1"))));
        assertThat(slow.answer(UUID.randomUUID(), form(1, new AnswerEvent(1, 1, "1"))))
                .isNotDone();
    }

    @Test
    void notesOfThePageAreKeptAndChangeNothing() throws SQLException {
        assertThat(answering
                        .note(enrolment, epoch, List.of(PageNote.LEFT, PageNote.CAME_BACK))
                        .join())
                .isEqualTo(2);
        assertThat(sittings.answers(sitting())).isEmpty();
        proves(4, 0, null);
    }

    @Test
    void theMostNotesOfASittingAreTheMostOfAllReplicasTogether() {
        List<PageNote> many = Collections.nCopies(250, PageNote.LEFT);
        assertThat(answering.note(enrolment, epoch, many).join()).isEqualTo(250);
        assertThat(other.note(enrolment, epoch, many).join()).isEqualTo(250);
        assertThat(answering.note(enrolment, epoch, many).join()).isZero();
        assertThat(other.note(enrolment, epoch, many).join()).isZero();
    }

    @Test
    void everyAlterationByHandIsFoundAndNamed() throws SQLException {
        for (int n = 1; n <= 10; n++) {
            save(answering, n, n, "1");
        }
        handingIn.handIn(enrolment, form(epoch));
        assertThat(proof().fault()).isNull();
        String of = " WHERE sitting_id = '" + sitting() + "'";
        alter(
                "UPDATE response_event SET answer = '2'" + of + " AND position = 6",
                "UPDATE response_event SET answer = '1'" + of + " AND position = 6",
                "entry 6 (ANSWERED, item 4) is not what was written");
        alter(
                "UPDATE response_event SET counted = false" + of + " AND position = 5",
                "UPDATE response_event SET counted = true" + of + " AND position = 5",
                "entry 5 ");
        alter(
                "CREATE TABLE kept AS SELECT * FROM response_event" + of
                        + " AND position = 7; DELETE FROM response_event" + of + " AND position = 7",
                "INSERT INTO response_event SELECT * FROM kept; DROP TABLE kept",
                "entry 7 is missing");
        alter(
                "CREATE TABLE kept AS SELECT * FROM response_event" + of
                        + " AND position = 13; DELETE FROM response_event" + of + " AND position = 13",
                "INSERT INTO response_event SELECT * FROM kept; DROP TABLE kept",
                "the log ends with entry 12, which is not the end that was receipted");
        alter(
                "INSERT INTO response_event SELECT sitting_id, 14, 11, 11, '1', received_at, true, hash, 'ANSWERED' FROM response_event"
                        + of + " AND position = 12",
                "DELETE FROM response_event" + of + " AND position = 14",
                "entry 14 stands behind the closing");
        alter(
                "UPDATE receipt SET events = 9" + of,
                "UPDATE receipt SET events = 10" + of,
                "the receipt is not what was signed");
        assertThat(proof().fault()).isNull();
    }

    private void alter(String change, String back, String fault) throws SQLException {
        PostgresResource.asOwner(change.split("; "));
        assertThat(proof().fault()).startsWith(fault);
        PostgresResource.asOwner(back.split("; "));
    }
}
