package org.chizheng.calibration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Item analysis as authors read it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AnalysisPageTest {
    @Inject
    Accounting accounting;

    @Inject
    MadeUpSittings madeUp;

    @Inject
    Counting counting;

    @Inject
    Calibrating calibrating;

    @Inject
    Calibrations calibrations;

    @Inject
    Sql sql;

    private String subject;
    private String page;

    @BeforeEach
    void aSubject() {
        subject = madeUp.subject();
        page = "/bank/" + subject + "/analysis";
    }

    private void sit(int candidates) {
        Object[] ids = madeUp.sit(madeUp.session(20), subject, candidates, new Random(3)).stream()
                .map(MadeUpSittings.Sat::sitting)
                .toArray(UUID[]::new);
        while (sql.first("SELECT 1 FROM calibration_pending WHERE sitting_id = ANY (?) LIMIT 1", row -> 1, (Object) ids)
                .isPresent()) {
            counting.countWaiting();
        }
    }

    private String itemPage(String stem) {
        return sql.first(
                        "SELECT r.item FROM item_revision r JOIN item i ON i.code = r.item WHERE i.subject = ? AND r.stem = ?",
                        row -> "/bank/items/" + row.getString(1) + "/analysis",
                        subject,
                        stem)
                .orElseThrow();
    }

    private static String read(RequestSpecification door, String address) {
        Response answer = given(door).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.asString()).as(address).doesNotContain("??");
        return answer.asString();
    }

    @Test
    void beforeTheFirstExaminationThePagesSayThatThereIsNothing() {
        RequestSpecification door = Entrance.as("author", accounting);
        assertThat(read(door, page + "?lang=zh")).contains("还没有已评分的正式考试").doesNotContain("<svg class=\"plot\"");
        assertThat(read(door, page + "?lang=en")).contains("No real examination");
        assertThat(read(door, itemPage("第01章第7题") + "?lang=zh")).contains("还没有在正式考试中出现过");
        assertThat(read(door, itemPage("第01章第7题") + "?lang=en")).contains("has not been in a real examination");
    }

    @Test
    void withFewAnswersNoFigureIsShown() {
        sit(20);
        RequestSpecification door = Entrance.as("reviewer", accounting);
        assertThat(read(door, page + "?lang=zh"))
                .contains("只有 20 份答卷", "作答不足 30 份")
                .doesNotContain("KR-20/α）</dt>");
        assertThat(read(door, itemPage("第01章第7题") + "?lang=zh"))
                .contains("不足 30 次")
                .doesNotContain("<svg class=\"plot\"");
        Response refused = ask(door);
        assertThat(refused.statusCode())
                .as("20 sittings are too few to calibrate")
                .isEqualTo(409);
    }

    @Test
    void theSubjectsPageListsSortsAndFilters() {
        sit(250);
        RequestSpecification door = Entrance.as("author", accounting);
        String first = read(door, page + "?lang=zh");
        assertThat(first).contains("信度（KR-20/α）", "共 200 题，第 1 页，共 8 页", "?page=2");
        assertThat(rows(first)).hasSize(25);
        assertThat(rows(read(door, page + "?lang=zh&sort=easiest&chapter=01")).get(0))
                .contains("第2题");
        String wrong = read(door, page + "?lang=zh&finding=KEY_PROBABLY_WRONG");
        assertThat(rows(wrong)).isNotEmpty().first().asString().contains("答案可能有误");
        assertThat(wrong).contains("第01章第50题", "value=\"KEY_PROBABLY_WRONG\" selected", "finding=KEY_PROBABLY_WRONG");
        assertThat(read(door, page + "?lang=en&type=MULTIPLE&sort=hardest&page=99"))
                .contains("page 2 of 2", "sort=hardest");
        for (String odd : List.of("?page=0", "?page=x", "?chapter=%27", "?sort=x", "?finding=x")) {
            read(door, page + odd);
        }
    }

    private static List<String> rows(String html) {
        String table = html.substring(html.indexOf("id=\"items\""));
        return List.of(table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>"))
                        .split("</tr>"))
                .stream()
                .filter(row -> row.contains("<tr>"))
                .toList();
    }

    @Test
    void anItemsPageTellsItsAuthorThatTheKeyIsProbablyWrongAndShowsWhy() {
        sit(900);
        calibrating.ask(subject);
        while (calibrations.awaited(subject)) {
            calibrating.calibrateNext();
        }
        RequestSpecification door = Entrance.as("author", accounting);
        String zh = read(door, itemPage(MadeUpSittings.MISKEYED) + "?lang=zh&sort=hardest&page=2");
        assertThat(zh)
                .contains("答案可能有误", "成绩好的考生多选 B", "请核对答案")
                .contains("<svg class=\"plot\"", "aria-label=\"各选项的选择率\"", "aria-label=\"试题特征曲线\"", "line-key")
                .contains(page + "?page=2&amp;sort=hardest");
        assertThat(read(door, itemPage(MadeUpSittings.MISKEYED) + "?lang=en"))
                .contains("Option B draws the strongest", "2PL", "Infit");
        String list = read(door, page + "?lang=en");
        assertThat(list).contains("Done at", "Information of a paper").doesNotContain("Nothing is calibrated yet");
    }

    @Test
    void whoAsksForACalibrationSeesThatItWaits() {
        sit(40);
        RequestSpecification door = Entrance.as("administrator", accounting);
        Response asked = ask(door);
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).endsWith(page);
        assertThat(sql.list(
                        "SELECT 1 FROM audit_entry WHERE act = 'calibration asked for' AND subject_id = ?",
                        row -> 1,
                        subject))
                .hasSize(1);
    }

    private Response ask(RequestSpecification door) {
        Response read = given(door).get(page);
        String token = Entrance.token(read);
        return given(door)
                .redirects()
                .follow(false)
                .cookies(read.cookies())
                .formParam("csrf-token", token)
                .post(page + "/calibrations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regulator",
                "certificate-officer",
                "centre-manager",
                "invigilator",
                "assessor",
                "employer",
                "candidate",
                "examinee"
            })
    void nobodyElseReadsIt(String role) {
        RequestSpecification door = Entrance.as(role, accounting);
        given(door).get(page).then().statusCode(403);
        given(door).get(itemPage("第01章第7题")).then().statusCode(403);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        RequestSpecification door = Entrance.as("author", accounting);
        given(door).get("/bank/none/analysis").then().statusCode(404);
        given(door).get("/bank/items/ZZZ-99-001/analysis").then().statusCode(404);
    }
}
