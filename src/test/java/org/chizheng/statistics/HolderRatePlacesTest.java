package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.statistics.figures.Freezing;
import org.chizheng.workforce.Describing;
import org.chizheng.workforce.EnterpriseFacts;
import org.chizheng.workforce.Siting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** The holder rate is that of the place where people stood on the day, as it was known; past figures do not follow an enterprise that moves. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HolderRatePlacesTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String PATH = "/statistics/holder-rate/enterprises";
    private static final String MAIN = "320303";
    private static final String OTHER = "320321";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Describing describing;

    @Inject
    Siting siting;

    @Inject
    Freezing freezing;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    @Inject
    OfficialClock clock;

    private UUID enterprise;
    private UUID post;
    private LocalDate today;

    @BeforeEach
    void anEnterprise() {
        today = clock.today();
        enterprise = workplace.enterprise(MAIN);
        post = workplace.post(enterprise, LOW);
    }

    private void move(LocalDate from) {
        describing.describe(enterprise, new EnterpriseFacts(OTHER, null, null, true, null, null, false), from);
    }

    @Test
    void whoMovedWithTheEnterpriseIsCountedWhereItStoodOnTheDay() {
        Rate main = Rate.of(MAIN);
        Rate other = Rate.of(OTHER);
        certified.issue(workplace.staff(post), LOW);
        move(today.minusMonths(2));
        assertThat(Rate.of(MAIN)).isEqualTo(main);
        assertThat(Rate.of(OTHER).denominator()).isEqualTo(other.denominator() + 1);
        LocalDate before = today.minusMonths(2).minusDays(1);
        assertThat(list(MAIN, MAIN, before)).contains(enterprise.toString());
        assertThat(list(OTHER, OTHER, before)).doesNotContain(enterprise.toString());
        assertThat(list(MAIN, MAIN, today)).doesNotContain(enterprise.toString());
        assertThat(list(OTHER, OTHER, today)).contains(enterprise.toString(), "100.00%");
    }

    @Test
    void thoseAtASiteAreShownToTheCountyWhereItLiesAndTheOthersAreNot() {
        UUID site = siting.site(enterprise, "二厂", OTHER, null);
        UUID there = Ids.next();
        sql.update(
                "INSERT INTO post (id, enterprise_id, title, site_id) VALUES (?, ?, '二厂电工', ?)",
                there,
                enterprise,
                site);
        workplace.alsoRequires(there, LOW);
        workplace.staff(there);
        workplace.staff(post);
        assertThat(list(OTHER, OTHER, today)).contains(PATH + "/" + enterprise);
        assertThat(one(OTHER)).contains("二厂电工").doesNotContain("测试岗位");
        assertThat(one(MAIN)).contains("二厂电工", "测试岗位");
        assertThat(given().spec(regulator("321302"))
                        .get(PATH + "/" + enterprise)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPublishedFigureHoldsWhenAnEnterpriseMovesLaterAndDiffersWhenRowsWereChangedByHand() throws SQLException {
        UUID appointment = workplace.appoint(post, workplace.someone(), today.minusYears(2));
        LocalDate day = today.minusDays(41);
        String known = " SET known_from = '" + day.minusDays(9) + "' WHERE ";
        PostgresResource.asOwner("UPDATE enterprise_fact" + known + "enterprise_id = '" + enterprise + "'");
        PostgresResource.asOwner("UPDATE requirement" + known + "post_id = '" + post + "'");
        PostgresResource.asOwner("UPDATE appointment" + known + "id = '" + appointment + "'");
        freezing.freeze(day);
        RequestSpecification officer = regulator("32");
        String body = given().spec(officer)
                .get("/statistics/snapshots/" + day + "/figures.json")
                .asString();
        assertThat(body).contains("[\"" + MAIN + "\",1,0,0]");
        assertThat(body.substring(body.indexOf("\"industriesAndSizes\""))).contains("[\"3203\",");
        move(day.minusDays(20));
        assertThat(Rate.of(OTHER, day).denominator()).isPositive();
        assertThat(check(officer, day)).contains("Holds:");
        PostgresResource.asOwner("UPDATE enterprise_fact SET region = '" + OTHER + "' WHERE enterprise_id = '"
                + enterprise + "' AND known_until IS NOT NULL");
        assertThat(check(officer, day)).contains("rows were changed or deleted by hand");
        PostgresResource.asOwner("UPDATE enterprise_fact SET region = '" + MAIN + "' WHERE enterprise_id = '"
                + enterprise + "' AND known_until IS NOT NULL");
        assertThat(check(officer, day)).contains("Holds:");
    }

    private String list(String officerOf, String county, LocalDate day) {
        return given().spec(regulator(officerOf))
                .get(PATH + "?lang=en&region=" + county + "&asOf=" + day)
                .asString();
    }

    private String one(String officerOf) {
        return given().spec(regulator(officerOf)).get(PATH + "/" + enterprise).asString();
    }

    private static String check(RequestSpecification officer, LocalDate day) {
        return Entrance.post(officer, "/statistics/snapshots", "/statistics/snapshots/" + day + "/check?lang=en")
                .asString();
    }

    private RequestSpecification regulator(String region) {
        return Entrance.within(region, Roles.REGULATOR, accounting);
    }
}
