package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.chizheng.common.Digests;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.rule.CitizenId;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;

/** A figure from the bank's file to the one candidate whose paper shows it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FigureStoryTest extends RunningRoom {
    private static final String DOOR = "/api/sitting/figures/";

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    @Test
    void aCandidateGetsTheFiguresOfTheOwnPaper() {
        RequestSpecification door = started(ticket, ID_NUMBER);
        List<Map<String, Object>> figures = figures(door);
        assertThat(figures).hasSize(5);
        for (Map<String, Object> figure : figures) {
            assertThat(figure)
                    .containsOnlyKeys("digest", "alt", "width", "height")
                    .containsEntry("width", 200);
            assertThat(figure.get("alt")).asString().startsWith("图");
            Response got = asAnImage(door).get(DOOR + figure.get("digest"));
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.cookies()).as("the page's form token stays").doesNotContainKey("chizheng-csrf");
            assertThat(Digests.file(got.asByteArray())).isEqualTo(figure.get("digest"));
            assertThat(got.headers().getValues("Content-Type")).containsExactly("image/svg+xml");
            assertThat(got.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(got.headers().getValues("Cache-Control")).containsExactly("private, max-age=14400, immutable");
            assertThat(got.headers().getValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
        }
    }

    @Test
    void anotherCandidateDoesNotGetThem() {
        Set<String> mine = digests(started(ticket, ID_NUMBER));
        RequestSpecification neighbour = null;
        Set<String> others = new TreeSet<>();
        for (int serial = 11; others.isEmpty(); serial++) {
            neighbour = neighbour(serial);
            others.addAll(mine);
            others.removeAll(digests(neighbour));
        }
        for (String digest : others) {
            given(neighbour).get(DOOR + digest).then().statusCode(404);
        }
    }

    @Test
    void aFigureOfNoPaperAndAnUnknownOneAreTheSameToACandidate() {
        RequestSpecification door = started(ticket, ID_NUMBER);
        String never = sql.first(
                        "SELECT figure FROM item_revision WHERE item = 'HPP-01-101' ORDER BY number DESC",
                        row -> row.getString(1))
                .orElseThrow();
        Response held = given(door).get(DOOR + never);
        Response unknown = given(door).get(DOOR + "0".repeat(64));
        assertThat(held.statusCode()).isEqualTo(404);
        assertThat(held.asString()).isEqualTo(unknown.asString());
        given(door).get(DOOR + "..%2f").then().statusCode(404);
    }

    @Test
    void theDoorIsShutBeforeTheStartAndAfterTheHandIn() {
        RequestSpecification door = Entrance.candidate(ticket, ID_NUMBER);
        String digest = sql.first(
                        "SELECT i -> 'figure' ->> 'digest' FROM enrolment e JOIN paper p ON p.id = e.paper_id,"
                                + " jsonb_array_elements(p.body::jsonb -> 'items') i"
                                + " WHERE e.ticket = ? AND i -> 'figure' ->> 'digest' IS NOT NULL",
                        row -> row.getString(1),
                        ticket)
                .orElseThrow();
        given(door).get(DOOR + digest).then().statusCode(404);
        given(door).post("/api/sitting/start");
        int epoch = given(door).post("/api/sitting/open").path("epoch");
        given(door).get(DOOR + digest).then().statusCode(200);
        given(door)
                .body(Map.of("epoch", epoch))
                .post("/api/sitting/hand-in")
                .then()
                .statusCode(200);
        given(door).get(DOOR + digest).then().statusCode(404);
    }

    @Test
    void nobodyElseGetsOneByThisDoor() {
        String digest = digests(started(ticket, ID_NUMBER)).iterator().next();
        given().get(DOOR + digest).then().statusCode(401);
        for (String role : List.of("candidate", "administrator", "author")) {
            given(Entrance.as(role, accounting)).get(DOOR + digest).then().statusCode(403);
        }
    }

    /** A browser asks for pictures without the form token. */
    private static RequestSpecification asAnImage(RequestSpecification door) {
        return ((FilterableRequestSpecification) given(door)).removeHeader("X-CSRF-TOKEN");
    }

    private RequestSpecification neighbour(int serial) {
        String first17 = "32010019900101%03d".formatted(serial);
        String idNumber = first17 + CitizenId.checkCharacter(first17);
        String other = enrolling.enrol(session, "演示考生乙", idNumber, null);
        checkingIn.checkIn(session, sessions.byTicket(other).orElseThrow().id());
        return started(other, idNumber);
    }

    private static RequestSpecification started(String ticket, String idNumber) {
        RequestSpecification door = Entrance.candidate(ticket, idNumber);
        given(door).post("/api/sitting/start").then().statusCode(200);
        return door;
    }

    private static List<Map<String, Object>> figures(RequestSpecification door) {
        List<Map<String, Object>> figures =
                given(door).post("/api/sitting/open").path("paper.items.figure");
        return figures.stream().filter(Objects::nonNull).toList();
    }

    private static Set<String> digests(RequestSpecification door) {
        Set<String> digests = new TreeSet<>();
        figures(door).forEach(figure -> digests.add((String) figure.get("digest")));
        return digests;
    }
}
