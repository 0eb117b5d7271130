package org.chizheng.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.StarterBank;
import org.chizheng.common.Sql;
import org.chizheng.demo.DemoAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A rehearsal with virtual candidates through the public doors: nothing acknowledged is lost, and nothing of it reaches results, certificates or the holder rate. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RehearsalTest {
    private static final List<String> UNTOUCHED =
            List.of("result", "record_fact", "certificate", "certification_pending", "appointment");

    private static final String WAITING = """
            scoring_pending p JOIN sitting s ON s.id = p.sitting_id JOIN exam_session e ON e.id = s.session_id WHERE e.rehearsal""";

    @TestHTTPResource("/")
    URL base;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    @Inject
    Sql sql;

    @BeforeEach
    void theDemoAuthority() {
        bank.ensure();
    }

    private long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }

    private UUID room() {
        return sql.first(
                        "SELECT r.id FROM room r JOIN centre c ON c.id = r.centre_id WHERE c.code = '3201-01' ORDER BY r.label LIMIT 1",
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    @Test
    void twentyCandidatesSitAndEveryAcknowledgedAnswerIsFound() throws IOException {
        List<Long> before = UNTOUCHED.stream().map(this::count).toList();
        Path ledger = Files.createTempDirectory(Path.of("target"), "rehearsal").resolve("ledger.txt");
        Options options = new Options(
                List.of("candidates", "minutes", "base", "ledger", "pace"),
                List.of(),
                List.of(
                        "--candidates",
                        "20",
                        "--minutes",
                        "0.2",
                        "--pace",
                        "0.2",
                        "--base",
                        "http://localhost:" + base.getPort(),
                        "--ledger",
                        ledger.toString()));
        assertThat(new Rehearse(options).run()).isTrue();
        assertThat(Files.readAllLines(ledger)).hasSizeGreaterThan(200);
        assertThat(UNTOUCHED.stream().map(this::count).toList()).isEqualTo(before);
        Awaitility.await("what waits for a score is left out")
                .atMost(Duration.ofSeconds(20))
                .until(() -> count(WAITING) == 0);
        assertThat(UNTOUCHED.stream().map(this::count).toList()).isEqualTo(before);
        assertThat(sql.list(
                        "SELECT lost + wrong FROM rehearsal_report r JOIN exam_session s ON s.id = r.session_id WHERE s.room_id = ?",
                        row -> row.getInt(1),
                        room()))
                .isNotEmpty()
                .containsOnly(0);
    }

    @Test
    void onlyTheOwnCentresManagerPreparesARehearsal() {
        Map<String, Object> form =
                Map.of("room", room().toString(), "candidates", 2, "qualification", "principal-hazchem-production");
        for (String stranger : List.of("invigilator", "admin", "regulator", "candidate")) {
            assertThat(post("/api/rehearsals", stranger, form)).as(stranger).isEqualTo(403);
        }
        UUID elsewhere = sql.first(
                        "SELECT r.id FROM room r JOIN centre c ON c.id = r.centre_id WHERE c.code = '3205-01' LIMIT 1",
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
        assertThat(post(
                        "/api/rehearsals",
                        "centre",
                        Map.of(
                                "room",
                                elsewhere.toString(),
                                "candidates",
                                2,
                                "qualification",
                                "principal-hazchem-production")))
                .isEqualTo(404);
        assertThat(post(
                        "/api/rehearsals",
                        "centre",
                        Map.of(
                                "room",
                                room().toString(),
                                "candidates",
                                5000,
                                "qualification",
                                "principal-hazchem-production")))
                .as("more than seats")
                .isEqualTo(400);
        assertThat(post("/api/rehearsals", "centre", form)).isEqualTo(200);
    }

    private static int post(String path, String username, Map<String, Object> form) {
        Map<String, String> cookies = given().redirects()
                .follow(false)
                .formParam("j_username", username)
                .formParam("j_password", "chizheng-demo")
                .post("/j_security_check")
                .cookies();
        var page = given().cookies(cookies).get("/desk");
        String token = Entrance.token(page);
        return given().cookies(cookies)
                .cookies(page.cookies())
                .header("X-CSRF-TOKEN", token)
                .contentType("application/json")
                .body(form)
                .post(path)
                .statusCode();
    }
}
