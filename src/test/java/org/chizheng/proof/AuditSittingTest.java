package org.chizheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Sql;
import org.chizheng.journey.Newcomer;
import org.chizheng.people.Registering;
import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.Answering;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.HandingIn;
import org.chizheng.sitting.ReceiptView;
import org.chizheng.sitting.Steering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The command on a real database, after every kind of alteration by hand. The log: begun, opened, ten answers (3 to 12), extended, paused, resumed, closed (16). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuditSittingTest extends RunningRoom {
    private static final String EXTRA = """
            INSERT INTO response_event SELECT sitting_id, 17, 11, 11, '1', received_at, true, hash, 'ANSWERED'
            FROM response_event WHERE sitting_id = :sitting AND position = 12""";
    private static final String REOPEN =
            "UPDATE sitting SET state = 'UNDER_WAY', closed_at = NULL, closed_by = NULL, events = 0 WHERE id = :sitting";

    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    @Inject
    Steering steering;

    @Inject
    HandingIn handingIn;

    @Inject
    Registering registering;

    @Inject
    ChizhengConfig config;

    @Inject
    Sql sql;

    private UUID enrolment;
    private UUID sitting;
    private ReceiptView receipt;
    private Forger forger;

    @BeforeEach
    void aSittingThatWasHandedInScoredAndSealed() throws SQLException {
        enrolment = sessions.byTicket(ticket).orElseThrow().id();
        int epoch = beginning.begin(enrolment).epoch();
        for (int n = 1; n <= 10; n++) {
            answering
                    .answer(enrolment, new AnswersForm(epoch, List.of(new AnswerEvent(n, n, "1"))))
                    .join();
        }
        steering.extend(List.of(enrolment), Duration.ofMillis(2500), "noise next door");
        steering.pause(List.of(enrolment), "fire drill");
        steering.resume(List.of(enrolment), "it is over");
        receipt = handingIn.handIn(enrolment, new AnswersForm(epoch, List.of()));
        Newcomer newcomer = Newcomer.next();
        registering.register(newcomer.name(), newcomer.idNumber());
        sitting = sql.first(
                        "SELECT id FROM sitting WHERE enrolment_id = ?", row -> row.getObject(1, UUID.class), enrolment)
                .orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("SELECT count(*) FROM audit_pending") == 0
                        && count("SELECT count(*) FROM result WHERE sitting_id = '" + sitting + "'") == 1);
        forger = new Forger(sitting);
    }

    @AfterEach
    void theForgerLeaves() throws SQLException {
        forger.close();
    }

    private long count(String query) {
        return sql.first(query, row -> row.getLong(1)).orElseThrow();
    }

    private Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                PostgresResource.url(),
                "QUARKUS_DATASOURCE_USERNAME",
                "chizheng_app",
                "QUARKUS_DATASOURCE_PASSWORD",
                "for-tests-only",
                "CHIZHENG_SEAL_KEY",
                config.sealKey());
    }

    private record Told(int code, String text) {}

    private Told audit(String... arguments) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, UTF_8);
        int code = new AuditSitting(environment(), stream, stream).run(arguments);
        return new Told(code, told.toString(UTF_8));
    }

    private void holds() {
        assertThat(audit(sitting.toString()))
                .isEqualTo(new Told(
                        0,
                        "sitting " + sitting + ": 16 entries, 10 answers, receipt " + receipt.number()
                                + "\naudit log: 5 acts, all sealed\nholds\n"));
    }

    /** Puts everything back afterwards. */
    private void isFound(String fault) throws SQLException {
        Told told = audit(sitting.toString());
        forger.putBack();
        assertThat(told.text()).contains("\nDOES NOT HOLD: " + fault);
        assertThat(told.code()).isEqualTo(1);
        holds();
    }

    @Test
    void anAlteredEntryIsNamed() throws SQLException {
        holds();
        for (String change : List.of(
                "answer = '2'",
                "item = 99",
                "sequence = 99",
                "counted = false",
                "received_at = received_at + interval '1 microsecond'",
                "kind = 'NOTED'")) {
            forger.alter("UPDATE response_event SET " + change + " WHERE sitting_id = :sitting AND position = 6");
            isFound("entry 6 (" + (change.contains("NOTED") ? "NOTED" : "ANSWERED") + ", item "
                    + (change.contains("item") ? "99" : "4") + ") is not what was written");
        }
        forger.alter("UPDATE response_event SET hash = sha256(hash) WHERE sitting_id = :sitting AND position = 6");
        isFound("entry 6 (ANSWERED, item 4) is not what was written");
        forger.alter(
                "UPDATE response_event SET position = position + 100 WHERE sitting_id = :sitting AND position IN (6, 7)",
                "UPDATE response_event SET position = 113 - position WHERE sitting_id = :sitting AND position > 100");
        isFound("entry 6 (ANSWERED, item 5) is not what was written");
    }

    @Test
    void aDeletedEntryIsNamed() throws SQLException {
        for (int position : new int[] {1, 2, 8, 15}) {
            forger.alter("DELETE FROM response_event WHERE sitting_id = :sitting AND position = " + position);
            isFound("entry " + position + " is missing");
        }
        forger.alter("DELETE FROM response_event WHERE sitting_id = :sitting AND position = 16");
        isFound("the log ends with entry 15, which is not the end that was receipted");
        forger.alter("DELETE FROM response_event WHERE sitting_id = :sitting");
        isFound("the log is empty");
    }

    @Test
    void anInsertedEntryIsNamedEvenWithTheRightHash() throws SQLException {
        forger.alter(
                "UPDATE response_event SET position = position + 100 WHERE sitting_id = :sitting AND position > 8",
                EXTRA.replace("17", "9").replace("position = 12", "position = 112"),
                "UPDATE response_event SET position = position - 99 WHERE sitting_id = :sitting AND position > 100");
        isFound("entry 9 (ANSWERED, item 11) is not what was written");
        forger.alter(EXTRA);
        forger.chainAgain();
        isFound("entry 17 stands behind the closing");
        forger.alter(
                "UPDATE response_event SET position = 17 WHERE sitting_id = :sitting AND position = 16",
                EXTRA.replace("17", "16"));
        forger.chainAgain();
        isFound("the log ends with entry 17, which is not the end that was receipted");
    }

    @Test
    void anAlteredOrMissingReceiptIsNamed() throws SQLException {
        for (String change : List.of(
                "number = 'AAAA' || substr(number, 5)",
                "at = at - interval '1 second'",
                "events = 9",
                "digest = sha256(digest)",
                "signature = sha512(signature)")) {
            forger.alter("UPDATE receipt SET " + change + " WHERE sitting_id = :sitting");
            isFound("the receipt is not what was signed");
        }
        forger.alter("DELETE FROM receipt WHERE sitting_id = :sitting");
        isFound("the receipt is missing");
        forger.alter("UPDATE response_event SET answer = '2' WHERE sitting_id = :sitting AND kind = 'ANSWERED'");
        forger.chainAgain();
        forger.alter("""
                UPDATE receipt r SET digest = e.hash, number = upper(substr(encode(e.hash, 'hex'), 1, 16)), signature = sha512(e.hash)
                FROM response_event e WHERE r.sitting_id = :sitting AND e.sitting_id = r.sitting_id AND e.position = 16""");
        isFound("the receipt is not what was signed");
    }

    @Test
    void anAlteredRowIsNamed() throws SQLException {
        forger.alter(REOPEN);
        isFound("the sitting's row has state UNDER_WAY, where it had CLOSED");
        Map<String, String> changes = Map.of(
                "deadline", "deadline + interval '5 minutes'",
                "started_at", "started_at - interval '1 minute'",
                "closed_at", "closed_at - interval '1 minute'",
                "closed_by", "'DEADLINE'",
                "page_epoch", "7",
                "events", "11",
                "held_at", "started_at",
                "person_id", "(SELECT p.id FROM person p WHERE p.id <> person_id LIMIT 1)");
        for (Map.Entry<String, String> change : changes.entrySet()) {
            forger.alter("UPDATE sitting SET " + change.getKey() + " = " + change.getValue() + " WHERE id = :sitting");
            isFound("the sitting's row has " + change.getKey() + " ");
        }
        forger.alter("UPDATE sitting SET chain_head = sha256(chain_head) WHERE id = :sitting");
        isFound("the sitting's row has head ");
        String otherPaper =
                "UPDATE sitting SET paper_id = (SELECT p.id FROM paper p WHERE p.id <> paper_id LIMIT 1) WHERE id = :sitting";
        forger.alter(otherPaper);
        isFound("entry 1 (BEGUN, item 0) is not what was written, or the sitting's paper is not the one it was");
        forger.alter(
                otherPaper,
                REOPEN,
                "DELETE FROM receipt WHERE sitting_id = :sitting",
                "DELETE FROM response_event WHERE sitting_id = :sitting AND position = 16");
        forger.chainAgain();
        isFound("the sitting's row has paper_id ");
    }

    @Test
    void aHandInThatWasUndoneIsKnownFromTheAuditLog() throws SQLException {
        forger.alter(
                REOPEN,
                "DELETE FROM receipt WHERE sitting_id = :sitting",
                "DELETE FROM response_event WHERE sitting_id = :sitting AND position = 16");
        isFound("the audit log says 'handed in' (CANDIDATE, 10 answers, receipt " + receipt.number() + ", "
                + receipt.digest() + ") at ");
        forger.alter(
                REOPEN,
                "DELETE FROM receipt WHERE sitting_id = :sitting",
                "UPDATE sitting SET deadline = (SELECT answer::timestamptz FROM response_event WHERE sitting_id = :sitting AND position = 1) WHERE id = :sitting",
                "DELETE FROM response_event WHERE sitting_id = :sitting AND position > 4");
        isFound("the audit log says 'extended' (3 s: noise next door) at ");
    }

    @Test
    void anEntryThatIsInTheLogAloneIsNamed() throws SQLException {
        forger.alter(
                REOPEN,
                "DELETE FROM receipt WHERE sitting_id = :sitting",
                "UPDATE response_event SET kind = 'EXTENDED', answer = '600 s: a gift' WHERE sitting_id = :sitting AND position = 16",
                "UPDATE sitting SET deadline = deadline + interval '600 s' WHERE id = :sitting");
        forger.chainAgain();
        isFound("the audit log does not say 'extended' (600 s: a gift)");
    }

    @Test
    void whoAltersTheAuditLogTooIsFoundByItsChain() throws SQLException {
        String entry = "subject = 'sitting' AND act = 'handed in' AND subject_id = :sitting::text";
        forger.alter("UPDATE audit_entry SET details = replace(details, '10 answers', '9 answers') WHERE " + entry);
        isFound("the audit log does not say 'handed in' (CANDIDATE, 10 answers, receipt ");
        forger.alter("UPDATE audit_entry SET at = at - interval '1 hour' WHERE " + entry);
        isFound("the audit log: position "
                + forger.text(
                        "SELECT position FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE " + entry)
                + " (entry " + forger.text("SELECT id FROM audit_entry WHERE " + entry) + ") was altered");
        String link = "entry_id = (SELECT id FROM audit_entry WHERE " + entry + ")";
        String position = forger.text("SELECT position FROM audit_link WHERE " + link);
        forger.alter("DELETE FROM audit_seal WHERE position = " + position, "DELETE FROM audit_link WHERE " + link);
        isFound("the audit log's 'handed in' (CANDIDATE, 10 answers, receipt ");
        forger.alter(
                REOPEN,
                "DELETE FROM receipt WHERE sitting_id = :sitting",
                "DELETE FROM response_event WHERE sitting_id = :sitting AND position = 16",
                "DELETE FROM audit_seal WHERE position = " + position,
                "DELETE FROM audit_link WHERE " + link,
                "DELETE FROM audit_entry WHERE " + entry);
        isFound("the audit log: position " + position + " is missing");
    }

    @Test
    void aSittingThatVanishedIsKnownByItsIdItsTicketAndItsReceipt() throws SQLException {
        forger.remove();
        for (String name : List.of(sitting.toString(), ticket, receipt.number())) {
            Told told = audit(name);
            assertThat(told.text())
                    .contains("DOES NOT HOLD: the sitting is missing: the audit log says 'began' (until ");
            assertThat(told.code()).isEqualTo(1);
        }
        beginning.begin(enrolment);
        assertThat(audit(ticket).text())
                .contains("DOES NOT HOLD: the audit log says that another sitting of this candidate began, " + sitting);
    }

    /** No reference holds the log and the sitting together (migration 32). */
    @Test
    void aLogWhoseSittingWasRemovedIsNamed() throws SQLException {
        for (String table : List.of(
                "result",
                "calibration_pending",
                "counted_sitting",
                "scoring_pending",
                "sitting_gap",
                "sitting_presence",
                "receipt")) {
            forger.alter("DELETE FROM " + table + " WHERE sitting_id = :sitting");
        }
        forger.alter("DELETE FROM sitting WHERE id = :sitting");
        Told told = audit(sitting.toString());
        assertThat(told.text()).contains("DOES NOT HOLD: the sitting is missing: the audit log says 'began' (until ");
        assertThat(told.code()).isEqualTo(1);
    }

    @Test
    void theProcessEndsWith0Or1Or2() throws IOException, InterruptedException, SQLException {
        assertThat(process(environment(), sitting.toString()).text()).endsWith("\nholds\n");
        assertThat(process(
                                environment(),
                                receipt.number().replaceAll("(.{4})", "$1 ").toLowerCase(Locale.ROOT))
                        .code())
                .isZero();
        forger.alter("UPDATE response_event SET answer = '2' WHERE sitting_id = :sitting AND position = 6");
        Told altered = process(environment(), ticket);
        forger.putBack();
        assertThat(altered.text()).endsWith("DOES NOT HOLD: entry 6 (ANSWERED, item 4) is not what was written\n");
        assertThat(altered.code()).isEqualTo(1);
        assertThat(process(environment()))
                .isEqualTo(new Told(2, "usage: bin/audit-sitting ID|TICKET|RECEIPT [--data DIR]\n"));
        assertThat(process(environment(), "nobody"))
                .isEqualTo(new Told(2, "there is no sitting, ticket or receipt nobody\n"));
        Told nowhere = process(Map.of(), "nobody", "--data", "target/nowhere");
        assertThat(nowhere.text()).startsWith("no database: start bin/serve");
        assertThat(nowhere.code()).isEqualTo(2);
    }

    private static Told process(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + "target/classes",
                AuditSitting.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|CHIZHENG)_.*"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Told(process.waitFor(), text);
    }
}
