package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.certificate.Issuing;
import org.chizheng.certificate.life.ActForm;
import org.chizheng.certificate.life.Acting;
import org.chizheng.common.Digests;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A candidate's exam from ticket to result through the public door. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SittingStoryTest extends RunningRoom {
    @Inject
    Acting acting;

    @Inject
    Sql sql;

    @Inject
    Issuing issuing;

    @Test
    void everyRightAnswerEarnsAHundredPointsAndACertificate() throws IOException {
        RequestSpecification door = door();
        given(door).post("/api/sitting/start").then().statusCode(200);
        Response opened = given(door).post("/api/sitting/open");
        assertThat(opened.statusCode()).isEqualTo(200);
        List<Map<String, Object>> events = rightAnswers(opened);
        assertThat(events).hasSize(90);
        Map<String, Object> form = Map.of("epoch", epoch(opened), "events", events);
        List<Integer> saved =
                given(door).body(form).post("/api/sitting/answers").path("saved");
        assertThat(saved).hasSize(90);
        assertThat(given(door).body(form).post("/api/sitting/answers").<List<Integer>>path("saved"))
                .as("a repeat is harmless")
                .hasSize(90);
        given(door).get("/api/sitting/receipt").then().statusCode(404);
        Response receipt = given(door).body(Map.of("epoch", epoch(opened))).post("/api/sitting/hand-in");
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.<Integer>path("count")).isEqualTo(90);
        assertThat(given(door)
                        .body(Map.of("epoch", epoch(opened)))
                        .post("/api/sitting/hand-in")
                        .<String>path("number"))
                .as("hand-in is repeatable")
                .isEqualTo(receipt.path("number"));
        assertThat(given(door).get("/api/sitting/receipt").<String>path("url"))
                .isEqualTo("http://localhost:8080/r/" + receipt.path("number"));
        Response outcome = waitForOutcome(door);
        assertThat(outcome.<Integer>path("raw")).isEqualTo(100);
        assertThat(outcome.<Boolean>path("passed")).isTrue();
        assertThat(outcome.<Boolean>path("provisional")).isTrue();
        assertThat((String) given().get("/api/draws/" + session).path("record.secret"))
                .isNull();
        assertThat(releasing.release(session, "test")).isEqualTo(1);
        assertThat((String) given().get("/api/draws/" + session).path("record.secret"))
                .as("the secret of the draw, revealed by the release")
                .matches("[0-9a-f]{64}");
        assertThat(results.ofSession(session)).allMatch(result -> !result.provisional());
        UUID person = results.ofSession(session).get(0).personId();
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !certificates.ofPerson(person).isEmpty());
        CertificateView certificate = certificates.ofPerson(person).get(0);
        Files.write(Path.of("target", "certificate.pdf"), certificates.pdf(certificate.id()));
        bothSizesAreStoredWithTheirDigestsAndNeverMadeAnew(certificate.id());
        given().get("/api/verify/" + certificate.code())
                .then()
                .statusCode(200)
                .body("resultClass", org.hamcrest.Matchers.is("VALID"))
                .body("idNumber", org.hamcrest.Matchers.is("3201**********0018"));
        String page = given().get("/v/" + certificate.code()).asString();
        assertThat(page).contains("有效", "3201**********0018").doesNotContain(ID_NUMBER, NAME);
        acting.act(certificate.id(), new ActForm("CANCEL", "OWN_REQUEST", "test", "test", ""), "test");
        given().get("/api/verify/" + certificate.code())
                .then()
                .body("resultClass", org.hamcrest.Matchers.is("CANCELLED"));
        given().get("/api/verify/AAAA")
                .then()
                .statusCode(400)
                .body("resultClass", org.hamcrest.Matchers.is("MALFORMED"));
    }

    private void bothSizesAreStoredWithTheirDigestsAndNeverMadeAnew(UUID certificate) {
        assertThat(certificates.cards(List.of(certificate))).containsExactly(certificate);
        for (DocumentSize size : DocumentSize.values()) {
            byte[] stored = certificates.pdf(certificate, size).orElseThrow();
            String digest = sql.first(
                            "SELECT digest FROM certificate_file WHERE certificate_id = ? AND size = ?",
                            row -> row.getString(1),
                            certificate,
                            size.name())
                    .orElseThrow();
            assertThat(Digests.file(stored)).isEqualTo(digest);
            assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("ETSI.CAdES.detached");
            issuing.issueWaiting();
            assertThat(certificates.pdf(certificate, size)).hasValue(stored);
        }
    }

    @Test
    void aReloadedPageFindsItsAnswersAndTheOlderPageIsStale() {
        RequestSpecification door = door();
        given(door).post("/api/sitting/start");
        Response first = given(door).post("/api/sitting/open");
        Map<String, Object> event = Map.of("sequence", 1, "item", 1, "answer", "2");
        given(door)
                .body(Map.of("epoch", epoch(first), "events", List.of(event)))
                .post("/api/sitting/answers")
                .then()
                .statusCode(200);
        Response second = given(door).post("/api/sitting/open");
        assertThat(second.<String>path("answers.1")).isEqualTo("2");
        assertThat(second.<Integer>path("nextSequence")).isEqualTo(2);
        assertThat(second.<Object>path("paper.items.stem")).isEqualTo(first.path("paper.items.stem"));
        Map<String, Object> stale =
                Map.of("epoch", epoch(first), "events", List.of(Map.of("sequence", 2, "item", 1, "answer", "1")));
        Response refused = given(door).body(stale).post("/api/sitting/answers");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("reason")).isEqualTo("STALE_PAGE");
    }

    @Test
    void nothingThatACandidateCanFetchHoldsTheKey() {
        RequestSpecification door = door();
        given(door).post("/api/sitting/start");
        String opened = given(door).post("/api/sitting/open").asString();
        assertThat(opened).doesNotContain("right", "explanation", "source", "HPP-", "difficulty", "chapter");
        given(door).get("/bank").then().statusCode(org.hamcrest.Matchers.not(200));
    }

    @Test
    void aWrongNumberDoesNotSignIn() {
        Response refused = signIn(ticket, "320100199001010026");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.header("Location")).endsWith("/exam?failed=true");
    }

    private static Integer epoch(Response opened) {
        return opened.jsonPath().getInt("epoch");
    }

    private static Response signIn(String ticket, String idNumber) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", ticket)
                .formParam("j_password", idNumber)
                .post("/exam/j_security_check");
    }

    /** Signed in by ticket, with the form token that a page would carry. */
    private RequestSpecification door() {
        Response signedIn = signIn(ticket, ID_NUMBER);
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.cookies()).containsKey("chizheng-session");
        Response page = given().cookies(signedIn.cookies()).get("/exam");
        String token = Entrance.token(page);
        return new io.restassured.builder.RequestSpecBuilder()
                .addCookies(signedIn.cookies())
                .addCookies(page.cookies())
                .addHeader("X-CSRF-TOKEN", token)
                .setContentType(ContentType.JSON)
                .build();
    }

    private static List<Map<String, Object>> rightAnswers(Response opened) {
        List<Map<String, Object>> items = opened.path("paper.items");
        List<Map<String, Object>> events = new ArrayList<>();
        for (Map<String, Object> item : items) {
            events.add(Map.of("sequence", events.size() + 1, "item", item.get("no"), "answer", rightAnswer(item)));
        }
        return events;
    }

    @SuppressWarnings("unchecked")
    private static String rightAnswer(Map<String, Object> item) {
        String stem = (String) item.get("stem");
        if ("TRUE_FALSE".equals(item.get("section"))) {
            int number = Integer.parseInt(stem.replaceAll("第\\d+章第(\\d+)题", "$1"));
            return number % 2 == 0 ? "1" : "2";
        }
        return ((List<Map<String, String>>) item.get("options"))
                .stream()
                        .filter(option -> option.get("text").startsWith("对"))
                        .map(option -> option.get("id"))
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(","));
    }

    private static Response waitForOutcome(RequestSpecification door) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> given(door).get("/api/sitting/outcome").statusCode() == 200);
        return given(door).get("/api/sitting/outcome");
    }
}
