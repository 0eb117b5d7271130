package org.chizheng.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.Answering;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.HandingIn;
import org.chizheng.sitting.SittingProof;
import org.chizheng.sitting.Steering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Entries of locks and moves that were altered by hand, by one who knows how logs are chained. The log: begun, opened, an answer (3), locked (4), unlocked (5), extended (6),
 * moved (7), opened (8), an answer (9); it is open, so that no receipt stands for it, but for the last test.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LocksAndMovesTest extends RunningRoom {
    private static final String MOVED = "'moved' (A05: broken keyboard)";

    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    @Inject
    Steering steering;

    @Inject
    HandingIn handingIn;

    @Inject
    AgroalDataSource source;

    @Inject
    Signer signer;

    @Inject
    Sql sql;

    private UUID enrolment;
    private UUID sitting;
    private int epoch;
    private Forger forger;

    @BeforeEach
    void aSittingThatWasLockedAndMoved() throws SQLException {
        enrolment = sessions.byTicket(ticket).orElseThrow().id();
        answer(beginning.begin(enrolment).epoch(), 1);
        steering.lock(List.of(enrolment), "a telephone");
        steering.unlock(List.of(enrolment), "it was a watch");
        steering.extend(List.of(enrolment), Duration.ofMinutes(1), "for the talk");
        assertThat(steering.move(enrolment, "A05", "broken keyboard")).isTrue();
        epoch = beginning.open(enrolment).epoch();
        answer(epoch, 2);
        sitting = sql.first(
                        "SELECT id FROM sitting WHERE enrolment_id = ?", row -> row.getObject(1, UUID.class), enrolment)
                .orElseThrow();
        allIsSealed();
        forger = new Forger(sitting);
        assertThat(fault()).isNull();
    }

    @AfterEach
    void theForgerLeaves() throws SQLException {
        forger.close();
    }

    private void answer(int page, int number) {
        answering
                .answer(enrolment, new AnswersForm(page, List.of(new AnswerEvent(number, number, "1"))))
                .join();
    }

    private void allIsSealed() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sql.first(
                                        "SELECT count(*) FROM audit_pending p JOIN audit_entry e ON e.id = p.entry_id WHERE e.subject_id = ?",
                                        row -> row.getLong(1),
                                        sitting.toString())
                                .orElseThrow()
                        == 0);
    }

    private String fault() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new SittingProof(connection, signer).prove(sitting).fault();
        }
    }

    private void isFound(String fault) throws SQLException {
        String told = fault();
        forger.putBack();
        assertThat(told).startsWith(fault);
        assertThat(fault()).as("as it was").isNull();
    }

    private void set(int position, String what) throws SQLException {
        forger.alter("UPDATE response_event SET " + what + " WHERE sitting_id = :sitting AND position = " + position);
    }

    private void row(String what) throws SQLException {
        forger.alter("UPDATE sitting SET " + what + " WHERE id = :sitting");
    }

    private void swap(int position) throws SQLException {
        forger.alter(
                "UPDATE response_event SET position = position + 100 WHERE sitting_id = :sitting AND position IN ("
                        + position + ", " + (position + 1) + ")",
                "UPDATE response_event SET position = " + (2 * position + 101)
                        + " - position WHERE sitting_id = :sitting AND position > 100");
    }

    /** The later ones close up. */
    private void remove(int position) throws SQLException {
        forger.alter(
                "DELETE FROM response_event WHERE sitting_id = :sitting AND position = " + position,
                "UPDATE response_event SET position = position + 100 WHERE sitting_id = :sitting AND position > "
                        + position,
                "UPDATE response_event SET position = position - 101 WHERE sitting_id = :sitting AND position > 100");
    }

    /** The later ones make room. */
    private void insert(int position, String kind, String word) throws SQLException {
        forger.alter(
                "UPDATE response_event SET position = position + 101 WHERE sitting_id = :sitting AND position >= "
                        + position,
                "UPDATE response_event SET position = position - 100 WHERE sitting_id = :sitting AND position > 100",
                "INSERT INTO response_event (sitting_id, position, kind, sequence, item, answer, received_at, counted, hash) SELECT sitting_id, "
                        + position + ", '" + kind + "', 0, 0, '" + word
                        + "', received_at, false, hash FROM response_event WHERE sitting_id = :sitting AND position = "
                        + (position - 1));
    }

    @Test
    void oneThatWasChangedIsNamed() throws SQLException {
        for (String entry : List.of("4 LOCKED", "5 UNLOCKED", "7 MOVED")) {
            String[] words = entry.split(" ");
            int position = Integer.parseInt(words[0]);
            for (String what :
                    List.of("answer = 'A01: else'", "received_at = received_at + interval '1 s'", "kind = 'NOTED'")) {
                set(position, what);
                isFound("entry " + position + " (" + (what.startsWith("kind") ? "NOTED" : words[1])
                        + ", item 0) is not what was written");
            }
            set(position, "answer = 'A01: else'");
            forger.chainAgain();
            isFound("the audit log does not say '" + words[1].toLowerCase(java.util.Locale.ROOT) + "' (A01: else)");
        }
        set(4, "kind = 'NOTED', answer = 'LEFT'");
        forger.chainAgain();
        isFound("entry 5 (UNLOCKED) unlocks a page that was not locked");
        set(7, "kind = 'NOTED', answer = 'LEFT'");
        forger.chainAgain();
        isFound("the sitting's row has page_epoch 3, where it had 2");
    }

    @Test
    void oneThatWasRemovedIsNamed() throws SQLException {
        for (int position : new int[] {4, 5, 7}) {
            forger.alter("DELETE FROM response_event WHERE sitting_id = :sitting AND position = " + position);
            isFound("entry " + position + " is missing");
        }
        remove(4);
        forger.chainAgain();
        isFound("entry 4 (UNLOCKED) unlocks a page that was not locked");
        remove(5);
        forger.chainAgain();
        isFound("entry 7 (OPENED) came while the page was locked");
        remove(5);
        remove(4);
        forger.chainAgain();
        isFound("the audit log says 'locked' (a telephone) at ");
        remove(7);
        forger.chainAgain();
        row("page_epoch = 2");
        isFound("the audit log does not say 'opened again' (page 2)");
        remove(7);
        remove(7);
        forger.chainAgain();
        row("page_epoch = 1");
        isFound("the audit log says " + MOVED + " at ");
    }

    @Test
    void oneThatWasInsertedIsNamed() throws SQLException {
        insert(5, "LOCKED", "again");
        forger.chainAgain();
        isFound("entry 5 (LOCKED) locks a page that was locked");
        insert(10, "LOCKED", "a grudge");
        forger.chainAgain();
        isFound("the sitting's row has locked_at null");
        insert(10, "LOCKED", "a grudge");
        forger.chainAgain();
        row("locked_at = (SELECT received_at FROM response_event WHERE sitting_id = :sitting AND position = 10)");
        isFound("the audit log does not say 'locked' (a grudge)");
        insert(10, "MOVED", "A01: a favour");
        forger.chainAgain();
        row("page_epoch = 4");
        isFound("the audit log does not say 'moved' (A01: a favour)");
        insert(10, "UNLOCKED", "a favour");
        forger.chainAgain();
        isFound("entry 10 (UNLOCKED) unlocks a page that was not locked");
    }

    @Test
    void thoseThatWereReorderedAreNamed() throws SQLException {
        for (int position : new int[] {3, 4, 6, 7}) {
            swap(position);
            isFound("entry " + position + " (");
        }
        swap(3);
        forger.chainAgain();
        isFound("entry 4 (ANSWERED) came while the page was locked");
        swap(4);
        forger.chainAgain();
        isFound("entry 4 (UNLOCKED) unlocks a page that was not locked");
        swap(6);
        forger.chainAgain();
        isFound("the audit log says 'extended' (60 s: for the talk) before " + MOVED + ", and here it comes later");
        swap(7);
        forger.chainAgain();
        isFound("the audit log does not say 'opened again' (page 2)");
    }

    @Test
    void behindAReceiptEveryForgedChainEndsElsewhere() throws SQLException {
        handingIn.handIn(enrolment, new AnswersForm(epoch, List.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sql.first("SELECT 1 FROM result WHERE sitting_id = ?", row -> true, sitting)
                        .isPresent());
        allIsSealed();
        forger.close();
        forger = new Forger(sitting);
        String elsewhere = "the log ends with entry 10, which is not the end that was receipted";
        swap(6);
        forger.chainAgain();
        isFound(elsewhere);
        set(4, "answer = 'nothing'");
        forger.chainAgain();
        isFound(elsewhere);
        remove(7);
        forger.chainAgain();
        isFound("the log ends with entry 9, which is not the end that was receipted");
        insert(10, "MOVED", "A01: a favour");
        forger.chainAgain();
        isFound("the log ends with entry 11, which is not the end that was receipted");
    }
}
