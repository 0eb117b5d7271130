package org.chizheng.lockdown;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Equipping;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.lockdown.rule.RequestHash;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.session.Rehearsing;
import org.chizheng.session.Scheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the centre can ask of the browser of a session that is planned. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LockingTest {
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String PASSWORD = "eleven letters";

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprints;

    @Inject
    Equipping equipping;

    @Inject
    Scheduling scheduling;

    @Inject
    Rehearsing rehearsing;

    @Inject
    Locking locking;

    @Inject
    Lockdowns lockdowns;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID room;
    private UUID session;

    @BeforeEach
    void aPlannedSession() throws java.io.IOException {
        java.nio.file.Path bank =
                BankFixture.write(java.nio.file.Files.createTempDirectory(java.nio.file.Path.of("target"), "bank"));
        loading.load(bank);
        blueprints.load(bank);
        UUID centre = equipping.centre("L" + UUID.randomUUID(), "测试考点", "Test centre", "320102");
        room = equipping.room(centre, "1", 2);
        session = scheduling.schedule(room, "principal-hazchem-production", clock.now());
    }

    private static LockdownForm form(List<String> keys, String password, boolean without) {
        return new LockdownForm(true, false, keys, password, without);
    }

    @Test
    void aSessionAsksForNothingUntilItIsTold() {
        assertThat(lockdowns.of(session).required()).isFalse();
        assertThat(lockdowns.content(session)).isEmpty();
    }

    @Test
    void theSameWishesKeepTheSameFile() {
        LockdownView first = locking.lock(session, form(List.of(KEY), PASSWORD, false));
        String file = lockdowns.content(session).orElseThrow();
        LockdownView second = locking.lock(session, form(List.of(), PASSWORD, false));
        assertThat(lockdowns.content(session)).contains(file);
        assertThat(second.configKey()).isEqualTo(first.configKey());
        assertThat(second.examKeys()).isEmpty();
    }

    @Test
    void thePasswordIsKeptAsItsHashUntilItIsTakenAway() {
        locking.lock(session, form(List.of(), PASSWORD, false));
        assertThat(lockdowns.content(session).orElseThrow())
                .contains(RequestHash.sha256(PASSWORD))
                .doesNotContain(PASSWORD);
        assertThat(locking.lock(session, form(List.of(), "", false)).quitPassword())
                .isTrue();
        assertThat(locking.lock(session, form(List.of(), null, true)).quitPassword())
                .isFalse();
        assertThat(sql.list(
                        "SELECT details FROM audit_entry WHERE subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        session.toString()))
                .noneMatch(details -> details.contains(PASSWORD) || details.contains(RequestHash.sha256(PASSWORD)))
                .last()
                .asString()
                .endsWith("quit password none");
    }

    @Test
    void whatCannotBeRightIsRefusedByName() {
        refused(form(List.of(KEY, "xyz"), null, false), LockdownRefusal.EXAM_KEY_INVALID);
        refused(form(java.util.Arrays.asList(KEY, null), null, false), LockdownRefusal.EXAM_KEY_INVALID);
        List<String> many =
                Stream.iterate(0, i -> i + 1).limit(51).map("%064x"::formatted).toList();
        refused(form(many, null, false), LockdownRefusal.TOO_MANY_EXAM_KEYS);
        refused(form(List.of(), "short", false), LockdownRefusal.QUIT_PASSWORD_WEAK);
        assertThat(lockdowns.of(session).required()).isFalse();
    }

    private void refused(LockdownForm form, LockdownRefusal reason) {
        assertThatThrownBy(() -> locking.lock(session, form))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aRehearsalAsksForNoBrowser() {
        UUID rehearsal =
                rehearsing.prepare(room, "principal-hazchem-production", 1).session();
        assertThatThrownBy(() -> locking.lock(rehearsal, form(List.of(), null, false)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(LockdownRefusal.NOT_FOR_REHEARSALS));
    }

    @Test
    void theManagerAsksThroughTheJsonDoor() {
        RequestSpecification manager = withToken(Entrance.as(Roles.CENTRE_MANAGER, accounting));
        String door = "/api/sessions/" + session + "/lockdown";
        given(manager).get(door).then().statusCode(200).body("required", is(false));
        given(manager)
                .body(Map.of(
                        "required",
                        true,
                        "printing",
                        true,
                        "examKeys",
                        List.of(KEY.toUpperCase(java.util.Locale.ROOT))))
                .post(door)
                .then()
                .statusCode(200)
                .body("required", is(true))
                .body("printing", is(true))
                .body("examKeys[0]", is(KEY))
                .body("file", is("/exam/seb/" + session + "/exam.seb"));
        given(manager)
                .body(Map.of("required", true, "examKeys", List.of("no")))
                .post(door)
                .then()
                .statusCode(400)
                .body("reason", is("EXAM_KEY_INVALID"));
        given(manager).body("{\"required\":\"x").post(door).then().statusCode(400);
        given(manager).post(door).then().statusCode(400);
        given(manager)
                .get("/api/sessions/" + UUID.randomUUID() + "/lockdown")
                .then()
                .statusCode(404);
    }

    @Test
    void theManagerAsksThroughThePage() {
        RequestSpecification manager = Entrance.as(Roles.CENTRE_MANAGER, accounting);
        String page = "/sessions/" + session;
        Response shown = given(manager).get(page);
        assertThat(shown.asString()).contains("本场不要求锁定浏览器");
        String token = Entrance.token(shown);
        given(manager)
                .redirects()
                .follow(false)
                .cookies(shown.cookies())
                .formParam("csrf-token", token)
                .formParam("required", "true")
                .formParam("examKeys", KEY + "\r\n" + "f".repeat(64))
                .formParam("quitPassword", PASSWORD)
                .post(page + "/lockdown")
                .then()
                .statusCode(303);
        LockdownView lockdown = lockdowns.of(session);
        assertThat(lockdown.required()).isTrue();
        assertThat(lockdown.examKeys()).containsExactly(KEY, "f".repeat(64));
        assertThat(lockdown.quitPassword()).isTrue();
        assertThat(given(manager).get(page).asString()).contains(lockdown.configKey(), lockdown.file());
    }

    private static RequestSpecification withToken(RequestSpecification staff) {
        Response page = given(staff).get("/desk");
        String token = Entrance.token(page);
        return given(staff)
                .cookies(page.cookies())
                .header("X-CSRF-TOKEN", token)
                .contentType(ContentType.JSON);
    }
}
