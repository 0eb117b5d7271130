package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.scoring.SatExam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Figures of examinations by the sums of their sessions: right, floored, and silent where a role would learn of a few people. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamFiguresTest extends SatExam {
    private static final String DAY = "2031-03-04";
    private static final String COUNTY = "321324";

    /** So that centres of one test are not those of another. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private UUID large;
    private UUID small;

    /** Sums as sessions of another year left them: a large centre and a small one. */
    @BeforeEach
    void twoCentresWithSums() {
        large = centre("统计大考点" + mark, 1000, 990, 980, 979);
        small = centre("统计小考点" + mark, 5, 4, 4, 1);
        centre("统计中考点" + mark, 60, 55, 50, 40);
    }

    private UUID centre(String zh, int candidates, int present, int scored, int passed) {
        UUID centre = equipping.centre("S" + UUID.randomUUID(), zh, zh + " EN", COUNTY);
        UUID room = equipping.room(centre, "一", 2);
        UUID copy = UUID.randomUUID();
        sql.update(
                "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state)"
                        + " SELECT ?, ?, ?, qualification, batch_id, policy, ?::timestamptz, minutes, late_minutes, 'ENDED' FROM exam_session WHERE id = ?",
                copy,
                room,
                centre,
                DAY + "T09:00:00+08:00",
                session);
        sql.update(
                "INSERT INTO session_tally (session_id, candidates, present, scored, passed, points, squares, timed, seconds, second_squares, counted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                copy,
                candidates,
                present,
                scored,
                passed,
                85L * scored,
                85L * 85 * scored,
                scored,
                3600L * scored,
                3600L * 3600 * scored,
                clock.now());
        return centre;
    }

    private static String page(RequestSpecification door, String more) {
        return given(door)
                .get("/statistics/exams?lang=zh&from=" + DAY + "&to=" + DAY + more)
                .asString();
    }

    private static String row(String page, String name) {
        int at = page.indexOf(name);
        return page.substring(at, page.indexOf("</tr>", at));
    }

    @Test
    void aRegulatorSeesItsRegionWithoutTheFew() throws IOException {
        RequestSpecification regulator = Entrance.within("3213", Roles.REGULATOR, accounting);
        String page = page(regulator, "");
        assertThat(row(page, "统计大考点" + mark)).contains(">99.89%<", ">85.0<", ">0.0<", ">60.0<", ">10<");
        assertThat(row(page, "统计小考点" + mark)).contains("人数少或本月未结束，不显示").doesNotContain("25.00");
        assertThat(page).contains("没有计入任何数字", "口径", "只舍不入", "统计截至");
        assertThat(page(Entrance.within("3203", Roles.REGULATOR, accounting), ""))
                .doesNotContain("统计大考点")
                .contains("没有已公布成绩的考试");
        for (String lang : List.of("zh", "en")) {
            for (String by : List.of("centre", "room", "qualification")) {
                assertThat(given(regulator)
                                .get("/statistics/exams?lang=" + lang + "&by=" + by + "&from=" + DAY + "&to=" + DAY)
                                .asString())
                        .doesNotContain("??");
            }
            assertThat(given(regulator)
                            .get("/statistics/exams/items?lang=" + lang)
                            .asString())
                    .doesNotContain("??");
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(given(regulator)
                .get("/statistics/exams/exams.xlsx?from=" + DAY + "&to=" + DAY)
                .asByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void whatTwoPeriodsDifferByTellsNothingOfTheFew() {
        RequestSpecification regulator = Entrance.within("3213", Roles.REGULATOR, accounting);
        String short1 = given(regulator)
                .get("/statistics/exams?lang=en&from=2031-03-04&to=2031-03-04")
                .asString();
        String long1 = given(regulator)
                .get("/statistics/exams?lang=en&from=2031-02-20&to=2031-03-31")
                .asString();
        assertThat(total(long1))
                .as("days stand for their months, and small units are in no total")
                .isEqualTo(total(short1));
        RequestSpecification manager =
                Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, small, null), null, accounting);
        assertThat(page(manager, "")).as("a centre knows its own few").contains(">25.00%<");
    }

    private static String total(String page) {
        int at = page.indexOf("class=\"figures\"");
        return page.substring(at, page.indexOf("</dl>", at));
    }

    @Test
    void aManagerSeesEveryRowOfItsOwnCentre() {
        RequestSpecification own = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, large, null), null, accounting);
        String page = page(own, "&by=room");
        assertThat(page).contains("统计大考点" + mark + " 一").doesNotContain("统计小考点", "统计中考点");
        given(own).get("/statistics/exams/items").then().statusCode(403);
    }

    @Test
    void oddQuestionsAreAnsweredAsIfNothingWereAsked() {
        RequestSpecification regulator = Entrance.within("3213", Roles.REGULATOR, accounting);
        given(regulator)
                .get("/statistics/exams?from=x&to=" + LocalDate.MAX + "&by=y&qualification=z")
                .then()
                .statusCode(200);
    }
}
