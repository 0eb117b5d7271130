package org.chizheng.verification.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the door for logs of gates takes, keeps and refuses. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HandingOverTest {
    private static final String DOOR = "/api/gate/log";

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    private RequestSpecification employer;

    @BeforeEach
    void signIn() {
        employer = Entrance.as(Roles.EMPLOYER, accounting);
    }

    @Test
    void anEntryIsKeptOnceHoweverOftenItIsSent() {
        Map<String, Object> entry = entry();
        for (int i = 0; i < 3; i++) {
            assertThat(acknowledged(send(entry)))
                    .containsExactly(entry.get("id").toString());
        }
        assertThat(sql.list(
                        "SELECT code || ' ' || result || ' ' || gate || ' ' || (checked_at AT TIME ZONE 'UTC') AS kept FROM gate_log WHERE entry_id = ?",
                        row -> row.getString(1),
                        entry.get("id")))
                .containsExactly("7Q2M4ZK9TT0H3VWXE5AH VALID 3号门岗 2026-08-01 04:00:00.123");
    }

    @Test
    void anEntryThatCameBeforeWithOtherWordsIsNotAcknowledgedAndNotChanged() {
        Map<String, Object> entry = entry();
        send(entry);
        Map<String, Object> altered = new HashMap<>(entry);
        altered.put("result", "REVOKED");
        Map<String, Object> another = entry();
        assertThat(acknowledged(send(altered, another)))
                .containsExactly(another.get("id").toString());
        assertThat(sql.list("SELECT result FROM gate_log WHERE entry_id = ?", row -> row.getString(1), entry.get("id")))
                .containsExactly("VALID");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        Map<String, Object> entry = entry();
        entry.put("code", null);
        entry.put("result", "NOT_OURS");
        entry.put("listIssuedAt", null);
        entry.put("address", "look-alike.example.com");
        entry.put("gate", "");
        assertThat(acknowledged(send(entry))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "code,short,code",
        "gate,1234567890123456789012345678901234567890123456789012345678901,gate",
        "gate,a\u0000b,gate",
        "address,http //x,address",
        "at,+10000-01-01T00:00:00Z,at",
        "at,1969-01-01T00:00:00Z,at",
        "listIssuedAt,2200-01-01T00:00:00Z,listIssuedAt",
    })
    void aFieldThatIsNotRightIsNamed(String field, String value, String named) {
        Map<String, Object> entry = entry();
        entry.put(field, value);
        send(entry)
                .then()
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("reason", is("FIELD_INVALID"))
                .body("detail", containsString(named));
    }

    @ParameterizedTest
    @CsvSource({"id,not an id", "result,PERHAPS", "at,yesterday", "at,", "id,", "gate,", "result,"})
    void whatIsNoEntryIsRefused(String field, String value) {
        Map<String, Object> entry = entry();
        entry.put(field, value);
        send(entry).then().statusCode(400);
    }

    @Test
    void anythingElseIsRefusedWithoutATrouble() {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"entries\":null}",
                "{\"entries\":[null]}",
                "{\"entries\":[]}",
                "{\"entries\":7}")) {
            withToken().body(body).post(DOOR).then().statusCode(400);
        }
    }

    @Test
    void fiveHundredAtOnceAreTakenAndNotMore() {
        List<Map<String, Object>> entries =
                Stream.generate(HandingOverTest::entry).limit(501).toList();
        withToken().body(Map.of("entries", entries)).post(DOOR).then().statusCode(400);
        assertThat(acknowledged(withToken()
                        .body(Map.of("entries", entries.subList(1, 501)))
                        .post(DOOR)))
                .hasSize(500);
    }

    @Test
    void withoutTheFormTokenNothingIsTaken() {
        Map<String, Object> entry = entry();
        given(employer)
                .contentType(ContentType.JSON)
                .body(Map.of("entries", List.of(entry)))
                .post(DOOR)
                .then()
                .statusCode(400);
        assertThat(sql.list("SELECT 1 FROM gate_log WHERE entry_id = ?", row -> 1, entry.get("id")))
                .isEmpty();
    }

    @Test
    void thePageIsTheSameForEverybody() {
        String own = given(employer).get("/gate").asString();
        String nobodys = given().get("/gate").asString();
        String token = "content=\"[A-Za-z0-9_-]*\"";
        assertThat(own.replaceAll(token, "")).isEqualTo(nobodys.replaceAll(token, ""));
        assertThat(nobodys.length()).isLessThan(60_000);
    }

    private static Map<String, Object> entry() {
        Map<String, Object> entry = new HashMap<>();
        entry.put("id", UUID.randomUUID());
        entry.put("at", "2026-08-01T04:00:00.123Z");
        entry.put("code", "7Q2M4ZK9TT0H3VWXE5AH");
        entry.put("result", "VALID");
        entry.put("listIssuedAt", "2026-08-01T03:50:00.000Z");
        entry.put("gate", "3号门岗");
        entry.put("address", null);
        return entry;
    }

    @SafeVarargs
    private Response send(Map<String, Object>... entries) {
        return withToken().body(Map.of("entries", List.of(entries))).post(DOOR);
    }

    private static List<String> acknowledged(Response response) {
        return response.then().statusCode(200).extract().path("acknowledged");
    }

    private RequestSpecification withToken() {
        Response page = given(employer).get("/gate");
        String token = Entrance.token(page);
        return given(employer)
                .cookies(page.cookies())
                .header("X-CSRF-TOKEN", token)
                .contentType(ContentType.JSON);
    }
}
