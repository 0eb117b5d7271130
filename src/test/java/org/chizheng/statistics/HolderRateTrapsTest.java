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
import org.chizheng.Workplace.Someone;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.statistics.figures.Freezing;
import org.chizheng.workforce.Founding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** The traps of the domain rules that others leave open, and what stands below the county. A covering item, a manager in grace, a person at two posts: HolderRateCountTest. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HolderRateTrapsTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String PATH = "/statistics/holder-rate/enterprises";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Founding founding;

    @Inject
    Freezing freezing;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    @Inject
    OfficialClock clock;

    private LocalDate today;

    @BeforeEach
    void now() {
        today = clock.today();
    }

    @Test
    void theTwoDistrictsNamedGulouAreCountedEachForItself() {
        Rate nanjing = Rate.of("320106");
        Rate xuzhou = Rate.of("320302");
        certified.issue(workplace.staff(workplace.post("320106", LOW)), LOW);
        workplace.staff(workplace.post("320302", LOW));
        workplace.staff(workplace.post("320302", LOW));
        assertThat(Rate.of("320106"))
                .hasToString("%d of %d".formatted(nanjing.numerator() + 1, nanjing.denominator() + 1));
        assertThat(Rate.of("320302")).hasToString("%d of %d".formatted(xuzhou.numerator(), xuzhou.denominator() + 2));
    }

    @Test
    void anotherAuthoritysCertificateCountsAtPostsOfItsDepartmentWhereTheDataSaysSoAndNowhereElse()
            throws SQLException {
        LocalDate from = today.minusDays(100);
        UUID enterprise = workplace.enterprise("321084");
        UUID ofHousing = founding.post(enterprise, "建筑电工", LOW, "HOUSING", today.minusYears(3));
        UUID ofOurs = founding.post(enterprise, "电工", LOW, "EMERGENCY", today.minusYears(3));
        foreign(workplace.staff(ofHousing));
        foreign(workplace.staff(ofOurs));
        assertThat(Rate.of("321084")).as("nothing says that it counts").hasToString("0 of 2");
        PostgresResource.asOwner(
                "INSERT INTO foreign_acceptance (department, qualification, in_force_from, mark, source) VALUES ('HOUSING', '%s', '%s', 'UNCERTAIN', 'trap')"
                        .formatted(LOW, from));
        try {
            assertThat(Rate.of("321084")).hasToString("1 of 2");
            assertThat(Rate.of("321084", from.minusDays(1))).hasToString("0 of 2");
        } finally {
            PostgresResource.asOwner("DELETE FROM foreign_acceptance WHERE source = 'trap'");
        }
    }

    private void foreign(Someone holder) {
        sql.update(
                "INSERT INTO foreign_certificate (id, person_id, qualification, department, issuer, number_sealed, number_index, valid_from, valid_to, file_digest, region,"
                        + " recorded_by, recorded_at) VALUES (?, ?, ?, 'HOUSING', '测试', '', uuid_send(?), ?, ?, '', '', 'test', ?)",
                Ids.next(),
                holder.id(),
                LOW,
                holder.id(),
                today.minusYears(1),
                today.plusYears(1),
                clock.now());
    }

    @Test
    void theSameNumberOnADocumentOfAnotherTypeIsAnotherPersonWhoseCertificateDoesNotCount() {
        Someone onPost = workplace.staff(workplace.post("320813", LOW));
        UUID other = Ids.next();
        sql.update(
                "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)"
                        + " SELECT ?, 'PERMANENT_RESIDENCE', id_number_index, id_number_sealed, name, sex, birth_date, created_at FROM person WHERE id = ?",
                other,
                onPost.id());
        Rate before = Rate.of("320813");
        certified.issue(new Someone(other, onPost.name(), onPost.idNumber()), LOW);
        assertThat(Rate.of("320813")).isEqualTo(before);
        certified.issue(onPost, LOW);
        assertThat(Rate.of("320813").numerator()).isEqualTo(before.numerator() + 1);
    }

    @Test
    void whatLapsesIfNothingIsDoneIsToldAhead() {
        certified.issue(workplace.staff(workplace.post("321302", LOW)), LOW, today.minusYears(1), today.plusDays(45));
        certified.issue(workplace.staff(workplace.post("321302", LOW)), LOW, today.minusYears(1), today.plusDays(400));
        var answer = given().get("/api/statistics/holder-rate?region=321302");
        assertThat(answer.<java.util.List<Integer>>path("ahead.days")).containsExactly(30, 90, 180);
        assertThat(answer.<java.util.List<Integer>>path("ahead.rate.numerator")).containsExactly(2, 1, 1);
        assertThat(answer.<java.util.List<String>>path("ahead.rate.percent"))
                .containsExactly("100.00", "50.00", "50.00");
    }

    @Test
    void belowTheCountyStandEnterprisesPostsAndPeopleForThoseWhoReachThem() {
        UUID enterprise = workplace.enterprise("321311");
        UUID post = workplace.post(enterprise, LOW);
        certified.issue(workplace.staff(post), LOW, today.minusYears(1), today.plusDays(45));
        workplace.staff(post);
        RequestSpecification here = regulator("321311");
        assertThat(given().spec(here).get(PATH + "?region=321311&lang=en").asString())
                .contains("测试企业321311", "50.00%", PATH + "/" + enterprise);
        String one =
                given().spec(here).get(PATH + "/" + enterprise + "?lang=en").asString();
        assertThat(one)
                .contains(
                        "no valid certificate",
                        "valid certificate",
                        today.plusDays(45).toString(),
                        "50.00%");
        assertThat(one.indexOf("no valid certificate"))
                .isLessThan(one.indexOf(today.plusDays(45).toString()));
        assertThat(given().spec(here)
                        .get(PATH + "/" + enterprise + "?asOf=" + today.plusDays(46))
                        .asString())
                .contains("0.00%");
        for (String file : new String[] {"/enterprises.xlsx?region=321311", "/" + enterprise + "/people.xlsx"}) {
            assertThat(given().spec(here).get(PATH + file).contentType()).contains("spreadsheet");
        }
        RequestSpecification elsewhere = regulator("321302");
        assertThat(given().spec(elsewhere).get(PATH + "?region=321311").statusCode())
                .isEqualTo(404);
        assertThat(given().spec(elsewhere).get(PATH + "/" + enterprise).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPublishedFigureStaysAndSaysWhetherTheFactsStillGiveIt() throws SQLException {
        UUID enterprise = workplace.enterprise("321322");
        UUID post = workplace.post(enterprise, LOW);
        LocalDate day = today.minusDays(1);
        // The sweep may have frozen it before other tests entered what they say was known then.
        PostgresResource.asOwner("DELETE FROM figure_snapshot WHERE as_of = '" + day + "'");
        freezing.freeze(day);
        RequestSpecification regulator = regulator("32");
        String body = given().spec(regulator)
                .get("/statistics/snapshots/" + day + "/figures.json")
                .asString();
        assertThat(body).contains("\"asOf\":\"" + day + "\"");
        workplace.staff(post);
        assertThat(check(regulator, day)).contains("Holds:");
        assertThat(given().spec(regulator)
                        .get("/statistics/snapshots/" + day + "/figures.json")
                        .asString())
                .isEqualTo(body);
        PostgresResource.asOwner(
                "UPDATE figure_snapshot SET body = replace(body, '\"regions\":[', '\"regions\":[ ') WHERE as_of = '"
                        + day + "'");
        try {
            assertThat(check(regulator, day)).contains("Does not hold");
        } finally {
            PostgresResource.asOwner(
                    "UPDATE figure_snapshot SET body = replace(body, '\"regions\":[ ', '\"regions\":[') WHERE as_of = '"
                            + day + "'");
        }
    }

    private static String check(RequestSpecification regulator, LocalDate day) {
        return Entrance.post(regulator, "/statistics/snapshots", "/statistics/snapshots/" + day + "/check?lang=en")
                .asString();
    }

    private RequestSpecification regulator(String region) {
        return Entrance.within(region, Roles.REGULATOR, accounting);
    }
}
