package org.chizheng.statistics.desk;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.statistics.desk.rule.Move.Cause;
import org.chizheng.workforce.Leaving;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What changed since yesterday, and why. Counties 320585 and 320509 belong to this test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeskTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String MANAGER = "manager-hazchem-production";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Leaving leaving;

    @Inject
    Movements movements;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    private LocalDate today;

    @BeforeEach
    void now() {
        today = clock.today();
    }

    /** As if all of it had been entered a month ago. */
    private static void knownLongAgo(UUID enterprise) throws SQLException {
        String ago = "SET known_from = now() - interval '30 days' WHERE ";
        PostgresResource.asOwner(
                "UPDATE enterprise_fact " + ago + "enterprise_id = '" + enterprise + "'",
                "UPDATE requirement " + ago + "post_id IN (SELECT id FROM post WHERE enterprise_id = '" + enterprise
                        + "')",
                "UPDATE appointment " + ago + "post_id IN (SELECT id FROM post WHERE enterprise_id = '" + enterprise
                        + "')");
    }

    @Test
    void everyCauseIsFoundByItsPeople() throws SQLException {
        UUID enterprise = workplace.enterprise("320585");
        UUID post = workplace.post(enterprise, LOW);
        UUID office = workplace.post(enterprise, MANAGER);
        certified.issue(workplace.staff(post), LOW, today.minusYears(6), today.minusDays(1));
        UUID stopped = certified.issue(workplace.staff(post), LOW);
        Workplace.Someone newly = workplace.staff(post);
        certified.issue(workplace.staff(post), LOW);
        workplace.appoint(office, workplace.someone(), today.minusMonths(6));
        knownLongAgo(enterprise);
        certified.event(stopped, "SUSPENDED", today);
        certified.issue(newly, LOW, today, today.plusYears(6));
        workplace.appoint(post, workplace.someone(), today);
        Workplace.Someone withOne = workplace.someone();
        certified.issue(withOne, LOW);
        workplace.appoint(post, withOne, today);
        Map<String, Movements.Sum> sums = movements
                .between(
                        new Movements.Moment(today.minusDays(1), Published.end(today.minusDays(1))),
                        new Movements.Moment(today, clock.now()))
                .orElseThrow();
        Movements.Sum sum = sums.get("320585");
        assertThat(sum.causes())
                .containsOnly(
                        Map.entry(Cause.LAPSED, 1),
                        Map.entry(Cause.STOPPED, 1),
                        Map.entry(Cause.COVERED, 1),
                        Map.entry(Cause.HIRED, 1),
                        Map.entry(Cause.HIRED_COVERED, 1),
                        Map.entry(Cause.GRACE_ENDED, 1));
        assertThat(sum.covered()).isZero();
        assertThat(sum.required()).isEqualTo(2);
    }

    @Test
    void whatTakesEffectOnTheDayIsFoundThoughItWasRecordedBefore() throws SQLException {
        UUID enterprise = workplace.enterprise("320505");
        UUID post = workplace.post(enterprise, LOW);
        UUID stopped = certified.issue(workplace.staff(post), LOW);
        certified.event(stopped, "SUSPENDED", today);
        knownLongAgo(enterprise);
        PostgresResource.asOwner(
                "UPDATE certificate_event SET recorded_at = now() - interval '9 days' WHERE certificate_id = '"
                        + stopped + "'");
        Movements.Sum sum = movements
                .between(
                        new Movements.Moment(today.minusDays(1), Published.end(today.minusDays(1))),
                        new Movements.Moment(today, clock.now()))
                .orElseThrow()
                .get("320505");
        assertThat(sum.causes()).containsOnly(Map.entry(Cause.STOPPED, 1));
        assertThat(sum.covered()).isEqualTo(-1);
        assertThat(sum.required()).isZero();
    }

    private JsonPath desk(RequestSpecification door, String query) {
        Response answer = given(door).get("/api/statistics/desk" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    @Test
    void theDeskToldToItsCountyAddsUpAndIsNotToldToAnother() {
        RequestSpecification own = Entrance.within("320509", Roles.REGULATOR, accounting);
        RequestSpecification city = Entrance.within("3205", Roles.ADMINISTRATOR, accounting);
        workplace.staff(workplace.post("320509", LOW));
        JsonPath county = desk(own, "");
        assertThat(county.getString("code")).isEqualTo("320509");
        JsonPath row = desk(city, "?region=3205&sort=rate");
        Map<String, Object> wujiang = row.getMap("rows.find { it.code == '320509' }");
        assertThat(wujiang).containsEntry("level", "COUNTY");
        assertThat(row.getInt("rows.find { it.code == '320509' }.fall.requiredAfter"))
                .isPositive();
        assertThat(row.getInt("total.fall.requiredAfter"))
                .isEqualTo(row.getList("rows.fall.requiredAfter", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(given(own).get("/api/statistics/desk?region=3205").statusCode())
                .isEqualTo(404);
        assertThat(given(own).get("/statistics/desk?region=320508").statusCode())
                .isEqualTo(404);
        assertThat(given(own).get("/statistics/desk?region=nowhere").statusCode())
                .isEqualTo(404);
        assertThat(given(own).get("/statistics/desk/desk.xlsx?region=320509").statusCode())
                .isEqualTo(200);
        assertThat(given().redirects().follow(false).get("/api/statistics/desk").statusCode())
                .isEqualTo(401);
    }

    /** Since yesterday's figures were frozen, or before that, when they stand in for themselves. */
    @Test
    void whatTheTotalsSayIsWhatTheCausesAddUpTo() {
        RequestSpecification door = Entrance.within("3205", Roles.REGULATOR, accounting);
        workplace.staff(workplace.post("320509", LOW));
        JsonPath desk = desk(door, "?region=3205");
        assertThat(desk.getBoolean("causesTold")).isTrue();
        assertThat(desk.getInt("rows.find { it.code == '320509' }.unexplained")).isZero();
        assertThat(given(door).get("/statistics/desk?region=3205&lang=en").asString())
                .contains("Holder rate desk", "Newly without certificate");
    }

    @Test
    void theComparisonIsPublicAndHasAllCities() {
        JsonPath view = given().get("/api/statistics/comparison").jsonPath();
        assertThat(view.getList("rows")).hasSize(13);
        assertThat(view.getInt("required"))
                .isEqualTo(view.getList("rows.required", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(given().get("/api/statistics/comparison?asOf=soon").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theTableOpensInExcelAndHasARowForEachRegion() {
        Response answer = given().get("/api/statistics/holder-rate.csv?region=3205");
        byte[] bytes = answer.asByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String[] lines = new String(bytes, UTF_8).substring(1).split("\r\n");
        assertThat(lines).hasSize(11);
        assertThat(lines[0]).isEqualTo("code,zh,en,percent,covered,required,grace,as_of,known_at");
        assertThat(lines[1]).startsWith("3205,苏州市,");
        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(given().get("/api/statistics/holder-rate.csv?region=1").statusCode())
                .isEqualTo(400);
        assertThat(given().get("/api/statistics/holder-rate.csv?knownAt="
                                + Instant.now().plusSeconds(90))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatProgramsCanAskIsDescribed() {
        assertThat(given().get("/q/openapi?format=json")
                        .jsonPath()
                        .getMap("paths")
                        .keySet())
                .map(Object::toString)
                .contains(
                        "/api/statistics/holder-rate",
                        "/api/statistics/holder-rate.csv",
                        "/api/statistics/comparison",
                        "/api/statistics/desk",
                        "/api/statistics/alerts",
                        "/api/statistics/reports");
    }
}
