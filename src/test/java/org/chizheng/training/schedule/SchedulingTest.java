package org.chizheng.training.schedule;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.CreditCodes;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.training.Providing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Classes are planned one by one or as a list, all of it or nothing, and never twice; they are cancelled with a reason, and nothing is deleted. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SchedulingTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String HEAD = "资格项目,培训类型,开始日期,结束日期,每人学时,名额,区县\n";

    @Inject
    Providing providing;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID provider;
    private String name;
    private String page;
    private LocalDate today;
    private RequestSpecification administrator;

    @BeforeEach
    void aProvider() {
        today = clock.today();
        name = "测试培训" + UUID.randomUUID().toString().substring(0, 8);
        provider = providing.provider(CreditCodes.provider(), name, "320205");
        page = "/training/classes/providers/" + provider;
        administrator = Entrance.within("3202", Roles.ADMINISTRATOR, accounting);
    }

    private Response plan(String kind, LocalDate starts, LocalDate ends, String hours, String places) {
        return Entrance.post(
                administrator,
                page + "?lang=en",
                page + "?lang=en",
                "region",
                "320205",
                "qualification",
                LOW,
                "kind",
                kind,
                "startsOn",
                starts.toString(),
                "endsOn",
                ends.toString(),
                "hours",
                hours,
                "places",
                places);
    }

    private long classes() {
        return sql.first(
                        "SELECT count(*) FROM training_class WHERE provider_id = ? AND cancelled_at IS NULL",
                        row -> row.getLong(1),
                        provider)
                .orElseThrow();
    }

    @Test
    void aClassIsPlannedOnceSeenByItsRegionAndCancelledWithAReason() throws IOException {
        assertThat(plan("INITIAL", today, today.plusDays(9), "40", "50").statusCode())
                .isEqualTo(303);
        Response again = plan("INITIAL", today, today.plusDays(9), "40", "60");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("planned the same class already", "value=\"60\"");
        assertThat(classes()).isEqualTo(1);
        RequestSpecification regulator = Entrance.within("32", Roles.REGULATOR, accounting);
        assertThat(given(regulator).get("/training/classes?lang=en").asString()).contains(name, "2000");
        assertThat(given(regulator).get(page + "?lang=en").asString())
                .contains("Ahead or running")
                .doesNotContain("Plan a class");
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(given(regulator).get(page + "/file").asByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(8).getNumericCellValue())
                    .isEqualTo(2000);
        }
        RequestSpecification elsewhere = Entrance.within("3203", Roles.REGULATOR, accounting);
        assertThat(given(elsewhere).get("/training/classes").asString()).doesNotContain(name);
        assertThat(given(elsewhere).get(page).statusCode()).isEqualTo(404);

        UUID id = sql.first(
                        "SELECT id FROM training_class WHERE provider_id = ?",
                        row -> row.getObject(1, UUID.class),
                        provider)
                .orElseThrow();
        assertThat(cancel(id, " ").statusCode()).isEqualTo(400);
        assertThat(cancel(id, "报名不足").statusCode()).isEqualTo(303);
        assertThat(cancel(id, "报名不足").statusCode()).isEqualTo(409);
        assertThat(classes()).isZero();
        assertThat(given(administrator).get(page).asString()).contains("已取消", "报名不足");
        assertThat(plan("INITIAL", today, today.plusDays(9), "40", "60").statusCode())
                .as("planned anew")
                .isEqualTo(303);
    }

    private Response cancel(UUID id, String reason) {
        return Entrance.post(administrator, page, page + "/" + id + "/cancel", "reason", reason);
    }

    @ParameterizedTest
    @CsvSource({
        "EVENING,0,9,40,50,The kind is one of",
        "INITIAL,0,-1,40,50,Check the dates",
        "INITIAL,5,4,40,50,Check the dates",
        "INITIAL,0,2000,40,50,Check the dates",
        "INITIAL,0,9,0,50,Hours each",
        "INITIAL,0,9,many,50,Hours each",
        "INITIAL,0,9,40,10001,Places are",
    })
    void whatDoesNotHoldIsNamed(String kind, int starts, int ends, String hours, String places, String why) {
        Response refused = plan(kind, today.plusDays(starts), today.plusDays(ends), hours, places);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains(why);
        assertThat(classes()).isZero();
    }

    @Test
    void aListIsTakenAsAWholeAndTheSameListAgainAddsNothing() {
        String row = "低压电工作业,换证培训,%s,%s,8,30,%s\n";
        String list = HEAD
                + row.formatted(today.plusDays(1), today.plusDays(2), "")
                + row.formatted(today.plusDays(3), today.plusDays(4), "江阴市");
        Response bad = upload(list
                + row.formatted(today.minusDays(9), today.minusDays(8), "")
                + row.formatted(today, today, "没有这个县"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.asString())
                .contains("2 rows cannot be entered", "Row 4:", "Check the dates", "Row 5:", "no such county");
        assertThat(classes()).isZero();
        assertThat(upload(list).header("Location")).endsWith("planned=2&known=0");
        assertThat(upload(list).header("Location")).endsWith("planned=0&known=2");
        assertThat(sql.list(
                        "SELECT region FROM training_class WHERE provider_id = ? ORDER BY starts_on",
                        one -> one.getString(1),
                        provider))
                .containsExactly("320205", "320281");
        assertThat(upload("一,二\n1,2\n").asString()).contains("No head was found");
        assertThat(upload("").asString()).contains("Choose a file");
        assertThat(upload(HEAD + row.formatted(today, today, "320102")).asString())
                .as("a county of another city is not this administrator's")
                .contains("no such county");
        assertThat(given(administrator).get(page + "/template").contentType()).contains("spreadsheet");
    }

    private Response upload(String list) {
        Response shown = given(administrator).get(page);
        return given(administrator)
                .redirects()
                .follow(false)
                .cookies(shown.cookies())
                .multiPart("csrf-token", Entrance.token(shown))
                .multiPart("file", "开班.csv", list.getBytes(UTF_8))
                .post(page + "/upload?lang=en");
    }
}
