package org.chizheng.fitness.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The door for programs, and the keys to it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FitnessDoorTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID enterprise;
    private UUID post;
    private RequestSpecification employer;

    @BeforeEach
    void anEnterprise() {
        enterprise = workplace.enterprise("320102");
        post = workplace.post(enterprise, LOW);
        employer = Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
    }

    private String page() {
        return "/fitness/connections/" + enterprise;
    }

    private String key() {
        String answer = Entrance.post(employer, page(), page() + "/keys", "label", "人事系统")
                .asString();
        return answer.replaceAll("(?s).*<code>(czk_[^<]+)</code>.*", "$1");
    }

    private static Map<String, Object> rows(Someone... people) {
        return Map.of(
                "rows",
                List.of(people).stream()
                        .map(p -> Map.of("name", p.name(), "idNumber", p.idNumber(), "qualification", LOW))
                        .toList());
    }

    private static Response ask(String key, Object body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(body)
                .post("/api/fitness");
    }

    @Test
    void aProgramWithAKeyIsAnsweredRowByRowWithoutWhatItSent() {
        Someone fit = workplace.staff(post);
        certified.issueUnder(
                "order-19-operator",
                fit,
                LOW,
                clock.today().minusYears(1),
                clock.today().plusYears(5),
                null);
        Someone without = workplace.staff(post);
        Response answer = ask(key(), rows(fit, without, workplace.someone()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("rows.reason")).containsExactly("FIT", "NO_CERTIFICATE", "NOT_FOUND");
        assertThat(answer.jsonPath().getList("rows.fit")).containsExactly("YES", "NO", "NO");
        assertThat(answer.jsonPath().getList("rows.row")).containsExactly(1, 2, 3);
        assertThat(answer.jsonPath().getString("rows[0].validTo"))
                .isEqualTo(clock.today().plusYears(5).toString());
        assertThat(answer.jsonPath().getInt("counts.NO_CERTIFICATE")).isEqualTo(1);
        assertThat(answer.asString()).doesNotContain(fit.idNumber(), fit.name());
    }

    @Test
    void aKeyIsShownOnceKeptAsADigestAndUselessOnceWithdrawn() {
        String key = key();
        assertThat(key).hasSize(47);
        assertThat(given(employer).get(page()).asString()).contains("人事系统").doesNotContain(key);
        assertThat(sql.list("SELECT 1 FROM access_key WHERE key_hash = ?", row -> 1, (Object)
                        key.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(ask(key, rows(workplace.someone())).statusCode()).isEqualTo(200);
        UUID id = sql.first(
                        "SELECT id FROM access_key WHERE enterprise_id = ?",
                        row -> row.getObject(1, UUID.class),
                        enterprise)
                .orElseThrow();
        RequestSpecification other =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, workplace.enterprise("320102")), null, accounting);
        assertThat(Entrance.post(other, "/desk", page() + "/keys/" + id + "/withdraw")
                        .statusCode())
                .as("another enterprise")
                .isEqualTo(404);
        assertThat(Entrance.post(employer, page(), page() + "/keys/" + id + "/withdraw")
                        .statusCode())
                .isEqualTo(303);
        Response refused = ask(key, rows(workplace.someone()));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aKeyOpensNoOtherDoor() {
        String key = key();
        for (String door : List.of("/workforce/" + enterprise, page(), "/desk", "/fitness/check")) {
            assertThat(given().redirects()
                            .follow(false)
                            .header("Authorization", "Bearer " + key)
                            .get(door)
                            .statusCode())
                    .as(door)
                    .isIn(302, 401);
        }
    }

    @Test
    void aKeySeesWhatItsEnterpriseSees() {
        Someone others = workplace.staff(workplace.post("320102", LOW));
        assertThat(ask(key(), rows(others)).jsonPath().getString("rows[0].reason"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void whoIsSignedInAsksWithTheTokenOfAPageAndOtherRolesDoNot() {
        Someone without = workplace.staff(post);
        Object body = rows(without);
        RequestSpecification bare =
                given(employer).contentType("application/json").body(body);
        assertThat(bare.post("/api/fitness").statusCode()).as("without a token").isEqualTo(400);
        assertThat(given(employer)
                        .header("X-CSRF-TOKEN", "of a page")
                        .contentType("application/json")
                        .body(body)
                        .post("/api/fitness")
                        .jsonPath()
                        .getString("rows[0].reason"))
                .isEqualTo("NO_CERTIFICATE");
        for (String role : List.of(Roles.CANDIDATE, Roles.CERTIFICATE_OFFICER, Roles.CENTRE_MANAGER)) {
            assertThat(given(Entrance.as(role, accounting))
                            .header("X-CSRF-TOKEN", "of a page")
                            .contentType("application/json")
                            .body(body)
                            .post("/api/fitness")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(given().contentType("application/json")
                        .body(body)
                        .post("/api/fitness")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoListIsRefusedByName() {
        String key = key();
        assertThat(ask(key, "{").statusCode()).isEqualTo(400);
        assertThat(ask(key, "[]").statusCode()).isEqualTo(400);
        assertThat(ask(key, "{}").jsonPath().getString("reason")).isEqualTo("FIELD_MISSING");
        assertThat(ask(key, "{\"rows\":[null]}").jsonPath().getString("reason")).isEqualTo("FIELD_MISSING");
        assertThat(ask(key, "{\"rows\":[]}").jsonPath().getString("reason")).isEqualTo("NO_ROWS");
        assertThat(ask(key, "{\"rows\":[{}]}").jsonPath().getString("rows[0].reason"))
                .isEqualTo("ID_INVALID");
        assertThat(ask(key, "{\"rows\":[" + "{},".repeat(10_000) + "{}]}")
                        .jsonPath()
                        .getString("reason"))
                .isEqualTo("TOO_MANY_ROWS");
        assertThat(ask(key, " ".repeat(9 << 20)).statusCode()).isEqualTo(413);
        assertThat(given().header("Authorization", "Bearer " + key)
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/fitness")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBackAndAnotherKeyDoesNotHelp() {
        String key = key();
        ask(key, rows(workplace.someone()));
        sql.update("UPDATE bulk_meter SET rows = 20000 WHERE meter = ?", "enterprise:" + enterprise);
        for (String one : List.of(key, key())) {
            Response refused = ask(one, rows(workplace.someone()));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
            assertThat(refused.jsonPath().getString("reason")).isEqualTo("RATE_EXCEEDED");
        }
    }
}
