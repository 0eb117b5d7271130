package org.chizheng.proof;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Digests;
import org.chizheng.paper.DrawRecord;
import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.PaperBatching;
import org.chizheng.paper.ProvableDraw;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The draw of a real session, repeated from the public record and from the database; what was altered is put back. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuditDrawTest extends RunningRoom {
    private static final String ITEMS = "public record: \\d+ blinded items, 6 papers\n";

    @Inject
    PaperBatching papers;

    @Inject
    ChizhengConfig config;

    private record Told(int code, String text) {}

    private Told audit(String... arguments) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, UTF_8);
        Map<String, String> environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", PostgresResource.url(),
                "QUARKUS_DATASOURCE_USERNAME", "chizheng_app",
                "QUARKUS_DATASOURCE_PASSWORD", "for-tests-only",
                "CHIZHENG_DATA_KEY", config.dataKey(),
                "CHIZHENG_INDEX_KEY", config.indexKey());
        int code = new AuditDraw(environment, stream, stream).run(arguments);
        return new Told(code, told.toString(UTF_8));
    }

    /** As the release does ({@code SittingStoryTest} holds that), without a result that would use up an attempt of the candidate whom all tests share. */
    private void reveal() {
        papers.reveal(sessions.find(session).orElseThrow().batchId());
    }

    private Path publicRecord() throws IOException {
        String record = given().get("/api/draws/" + session)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Files.writeString(Files.createTempFile(Path.of("target"), "draw", ".json"), record);
    }

    @Test
    void beforeTheReleaseTheRecordHoldsNoSecretAndAfterItEverybodyCanDrawAgain() throws IOException {
        given().get("/api/draws/" + session)
                .then()
                .statusCode(200)
                .body("record.secret", nullValue())
                .body("record.rules", is("parallel-2"))
                .body("record.forms", hasSize(6))
                .body("cut", is(80));
        assertThat(audit(publicRecord().toString())).satisfies(told -> {
            assertThat(told.code()).isEqualTo(1);
            assertThat(told.text()).matches(ITEMS + "DOES NOT HOLD: the secret is not revealed yet\n");
        });
        assertThat(given().get("/draws/" + session)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("成绩发布后公布密钥", "<code>parallel-2</code>");
        reveal();
        assertThat(audit(publicRecord().toString()))
                .satisfies(told -> assertThat(told.text()).matches(ITEMS + "holds\n"));
        assertThat(given().get("/draws/" + session).asString()).contains("核对无误", ">80.00<");
        assertThat(audit(session.toString()))
                .satisfies(told -> assertThat(told.text())
                        .matches("database: \\d+ items, 6 papers, question by question\nholds\n"));
    }

    private void isFound(String fault) {
        Told told = audit(session.toString());
        assertThat(told.text()).contains("DOES NOT HOLD: " + fault);
        assertThat(told.code()).isEqualTo(1);
    }

    private void alterPaper(int number, String change) throws SQLException {
        PostgresResource.asOwner("UPDATE paper SET " + change + " WHERE ordinal = " + (number - 1)
                + " AND batch_id = (SELECT batch_id FROM exam_session WHERE id = '" + session + "')");
    }

    @Test
    void oneSwappedQuestionIsNamed() throws SQLException {
        alterPaper(
                4,
                "body = jsonb_set(body::jsonb, '{items,1}', jsonb_set(body::jsonb #> '{items,2}', '{no}', '2'))::text");
        isFound("paper 4, question 2 is not the one that was drawn");
    }

    @Test
    void twoPapersThatWereExchangedAreNamed() throws SQLException {
        alterPaper(1, "form = (SELECT form FROM paper o WHERE o.batch_id = paper.batch_id AND o.ordinal = 1)");
        isFound("paper 1 is not the one that was drawn");
    }

    @Test
    void anotherKeyIsNamed() throws SQLException {
        PostgresResource.asOwner(
                "UPDATE paper_key SET answers = jsonb_set(answers::jsonb, '{7,right}', '[\"9\"]')::text WHERE paper_id ="
                        + " (SELECT p.id FROM paper p JOIN exam_session s ON s.batch_id = p.batch_id WHERE s.id = '"
                        + session
                        + "' AND p.ordinal = 2)");
        isFound("paper 3, question 8 has another key");
    }

    @Test
    void aPaperThatSaysTheSameInOtherBytesIsNamed() throws SQLException {
        alterPaper(5, "body = body || ' '");
        isFound("paper 5 is not as it was frozen");
    }

    @Test
    void anItemThatWasChangedAfterItsApprovalIsNamed() throws SQLException {
        String revision =
                " WHERE id = (SELECT revision_id FROM paper_batch_pool p JOIN exam_session s ON s.batch_id = p.batch_id WHERE s.id = '"
                        + session + "' AND p.ordinal = 0)";
        PostgresResource.asOwner("UPDATE item_revision SET stem = stem || '!'" + revision);
        try {
            isFound("item ");
            assertThat(audit(session.toString()).text()).contains(" is not what was approved\n");
        } finally {
            PostgresResource.asOwner("UPDATE item_revision SET stem = left(stem, -1)" + revision);
        }
    }

    @Test
    void theRecordOfADrawByEarlierRulesIsProvenByThose() throws IOException, EnemiesMeet {
        byte[] secret = Digests.of("an old secret");
        List<Want> wants = List.of(new Want(new Cell("SINGLE", "01", 2), 6, 1));
        List<Card> pool = IntStream.range(0, 12)
                .mapToObj(place -> new Card("SINGLE", "01", 2, 4, 600_000, ProvableDraw.blind(secret, place, "")))
                .toList();
        List<String> forms =
                ProvableDraw.forms(DrawRules.PARALLEL_1, secret, "3 1 6", wants, pool, List.of(), 9).stream()
                        .map(ProvableDraw.Form::digest)
                        .toList();
        String commitment = ProvableDraw.commitment(DrawRules.PARALLEL_1, secret, wants, pool, List.of());
        for (String rules : List.of("parallel-1", "parallel-2")) {
            DrawRecord record = new DrawRecord(
                    rules,
                    wants,
                    pool,
                    commitment,
                    "3 1 6",
                    forms,
                    HexFormat.of().formatHex(secret),
                    List.of());
            Path file = Files.createTempFile(Path.of("target"), "draw", ".json");
            new ObjectMapper().writeValue(file.toFile(), Map.of("record", record));
            assertThat(audit(file.toString()).text())
                    .startsWith("public record: 12 blinded items, 9 papers\n"
                            + (rules.equals("parallel-1") ? "holds\n" : "DOES NOT HOLD: the commitment"));
        }
    }

    @Test
    void whatIsNoSessionIsSaid() {
        assertThat(audit(UUID.randomUUID().toString()).code()).isEqualTo(2);
        assertThat(audit("nothing").code()).isEqualTo(2);
        assertThat(audit()).isEqualTo(new Told(2, "usage: bin/audit-draw FILE|SESSION [--data DIR]\n"));
    }
}
