package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.lockdown.LockdownForm;
import org.chizheng.lockdown.LockdownRefusal;
import org.chizheng.lockdown.Locking;
import org.chizheng.lockdown.Waiving;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A session that is sat in Safe Exam Browser, through its doors. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LockdownTest extends RunningRoom {
    private static final String EXAM_KEY = "ab".repeat(32);
    private static final String ROOM = "/exam/room";
    private static final String STATE = "/api/sitting";
    private static final String START = "/api/sitting/start";
    private static final String OPEN = "/api/sitting/open";

    @Inject
    Locking locking;

    @Inject
    Waiving waiving;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    private LockedBrowser browser;
    private RequestSpecification candidate;

    @Override
    protected void beforeCheckIn() {
        browser = new LockedBrowser(
                locking.lock(session, new LockdownForm(true, false, List.of(), null, false))
                        .configKey(),
                EXAM_KEY);
    }

    @BeforeEach
    void aCandidateSignsIn() {
        candidate = Entrance.candidate(ticket, ID_NUMBER);
    }

    private Response get(String path, Map<String, String> headers) {
        return given(candidate).headers(headers).redirects().follow(false).get(path);
    }

    private Response post(String path, Map<String, String> headers) {
        return given(candidate).headers(headers).body("{}").post(path);
    }

    private static void isRefused(Response response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("reason")).isEqualTo("LOCKED_BROWSER_NEEDED");
        assertThat(response.<String>path("detail")).contains("Safe Exam Browser");
    }

    @Test
    void inAnyOtherBrowserNothingBegins() {
        assertThat(get(ROOM, Map.of()).statusCode()).isEqualTo(403);
        isRefused(get(STATE, Map.of()));
        isRefused(post(START, Map.of()));
        isRefused(post(OPEN, Map.of()));
        assertThat(sql.list("SELECT 1 FROM sitting WHERE session_id = ?", row -> 1, session))
                .isEmpty();
    }

    @Test
    void theRefusedPageHoldsNoQuestionAndTheWayToTheRightBrowser() {
        Response page = get(ROOM, Map.of());
        assertThat(page.asString())
                .contains("data-browser-link=\"seb://localhost:8080/exam/seb/" + session + "/exam.seb\"")
                .contains("data-leave-to=\"/exam/quit\"")
                .doesNotContain("第1章第");
    }

    @Test
    void inTheRightBrowserAllDoorsOpen() {
        assertThat(get(ROOM, browser.headers(ROOM)).statusCode()).isEqualTo(200);
        assertThat(get(STATE, browser.headers(STATE)).<String>path("state")).isEqualTo("READY");
        assertThat(post(START, browser.headers(START)).statusCode()).isEqualTo(200);
        assertThat(post(OPEN, browser.headers(OPEN)).statusCode()).isEqualTo(200);
    }

    @Test
    void theQueryIsPartOfTheAddress() {
        String english = ROOM + "?lang=en";
        assertThat(get(english, browser.headers(english)).statusCode()).isEqualTo(200);
        assertThat(get(english, browser.headers(ROOM)).statusCode()).isEqualTo(403);
    }

    @Test
    void aProofOfAnotherAddressOrOfAnotherFileIsNone() {
        isRefused(post(START, browser.headers(OPEN)));
        isRefused(post(START, new LockedBrowser("cd".repeat(32), EXAM_KEY).headers(START)));
        isRefused(post(START, Map.of("X-SafeExamBrowser-ConfigKeyHash", browser.configKey())));
        isRefused(post(START, Map.of("X-SafeExamBrowser-ConfigKeyHash", "")));
        isRefused(post(START, Map.of("User-Agent", "Mozilla/5.0 SEB/3.10")));
    }

    @Test
    void whereExamKeysAreGivenOneOfThemMustBeProvedToo() {
        sql.update(
                "UPDATE session_lockdown SET exam_keys = ? WHERE session_id = ?",
                new String[] {"cd".repeat(32), EXAM_KEY},
                session);
        isRefused(post(START, new LockedBrowser(browser.configKey(), "ef".repeat(32)).headers(START)));
        isRefused(post(START, Map.of("X-Chizheng-ConfigKeyHash", browser.pageProof())));
        assertThat(post(
                                START,
                                Map.of(
                                        "X-Chizheng-ConfigKeyHash", browser.pageProof(),
                                        "X-Chizheng-RequestHash", browser.pageExamProof()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(OPEN, browser.headers(OPEN)).statusCode()).isEqualTo(200);
    }

    @Test
    void neitherTheHostNorAProxysWordCountsForTheAddress() {
        Map<String, String> forged = Map.of("X-Forwarded-Host", "elsewhere.example", "X-Forwarded-Proto", "https");
        Response response = given(candidate)
                .headers(browser.headers(START))
                .headers(forged)
                .body("{}")
                .post(START);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void theProofThatThePageAskedForIsAsGood() {
        Map<String, String> proof = Map.of("X-Chizheng-ConfigKeyHash", browser.pageProof());
        assertThat(get(STATE, proof).statusCode()).isEqualTo(200);
        assertThat(post(START, proof).statusCode()).isEqualTo(200);
        assertThat(post(OPEN, proof).statusCode()).isEqualTo(200);
        isRefused(post(OPEN, Map.of("X-Chizheng-ConfigKeyHash", browser.configKey())));
    }

    @Test
    void whatWasChosenIsTakenFromAnyBrowser() {
        int epoch = post(START, browser.headers(START)).jsonPath().getInt("epoch");
        Map<String, Object> event = Map.of("sequence", 1, "item", 1, "answer", "1");
        given(candidate)
                .body(Map.of("epoch", epoch, "events", List.of(event)))
                .post("/api/sitting/answers")
                .then()
                .statusCode(200);
        given(candidate)
                .body(Map.of("epoch", epoch))
                .post("/api/sitting/heartbeat")
                .then()
                .statusCode(200);
        given(candidate)
                .body(Map.of("epoch", epoch, "events", List.of()))
                .post("/api/sitting/hand-in")
                .then()
                .statusCode(200);
        assertThat(get(STATE, Map.of()).<String>path("state"))
                .as("the result may be looked at anywhere")
                .isEqualTo("CLOSED");
    }

    @Test
    void aWaiverLetsOneCandidateGoOnAnywhere() {
        UUID enrolment = sessions.byTicket(ticket).orElseThrow().id();
        isRefused(post(START, Map.of()));
        for (String bad : new String[] {null, "  ", "x".repeat(201)}) {
            assertThatThrownBy(() -> waiving.waive(session, enrolment, bad))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(LockdownRefusal.REASON_MISSING));
        }
        RequestSpecification invigilator = Entrance.as(Roles.INVIGILATOR, accounting);
        String room = "/sessions/" + session + "/room";
        assertThat(Entrance.post(
                                invigilator,
                                room,
                                room + "/waive",
                                "candidate",
                                String.valueOf(enrolment),
                                "reason",
                                "blue screen")
                        .statusCode())
                .isEqualTo(303);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> post(START, Map.of()).statusCode() == 200);
        assertThat(get(ROOM, Map.of()).statusCode()).isEqualTo(200);
        assertThat(audited("waived locked browser", enrolment)).containsExactly("blue screen");
        assertThat(given(invigilator).get(room).asString()).contains("已免用锁定浏览器");
        assertThat(Entrance.post(
                                invigilator,
                                room,
                                room + "/waive",
                                "candidate",
                                String.valueOf(enrolment),
                                "reason",
                                "again")
                        .statusCode())
                .isEqualTo(409);
    }

    private List<String> audited(String act, UUID subject) {
        return sql.list(
                "SELECT details FROM audit_entry WHERE act = ? AND subject_id = ?",
                row -> row.getString(1),
                act,
                subject.toString());
    }

    @Test
    void onceTheRoomHasStartedTheRequirementCanOnlyBeLifted() {
        assertThatThrownBy(() -> locking.lock(session, new LockdownForm(true, true, List.of(EXAM_KEY), null, false)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(LockdownRefusal.ALREADY_STARTED));
        RequestSpecification manager = Entrance.as(Roles.CENTRE_MANAGER, accounting);
        String page = "/sessions/" + session;
        assertThat(Entrance.post(manager, page, page + "/lockdown").statusCode())
                .isEqualTo(303);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> post(START, Map.of()).statusCode() == 200);
        assertThat(audited("lifted locked browser", session)).hasSize(1);
        given().get("/exam/seb/" + session + "/exam.seb").then().statusCode(404);
    }

    @Test
    void theFileIsThereBeforeAnybodySignsIn() {
        Response file = given().get("/exam/seb/" + session + "/exam.seb");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/seb");
        assertThat(file.asString())
                .startsWith("<?xml")
                .contains("<key>startURL</key>\n<string>http://localhost:8080/exam</string>");
        given().get("/exam/seb/" + session).then().statusCode(200);
        for (String nowhere : List.of(UUID.randomUUID().toString(), "x")) {
            given().get("/exam/seb/" + nowhere + "/exam.seb").then().statusCode(404);
            given().get("/exam/seb/" + nowhere).then().statusCode(404);
        }
        assertThat(given().redirects().follow(false).get("/exam/quit").header("Location"))
                .endsWith("/exam");
    }

    @Test
    void theRequirementIsAudited() {
        assertThat(audited("required locked browser", session))
                .containsExactly(
                        "config key " + browser.configKey() + ", 0 exam keys, printing false, quit password none");
    }
}
