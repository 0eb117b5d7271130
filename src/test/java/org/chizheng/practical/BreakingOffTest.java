package org.chizheng.practical;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.LOW;
import static org.chizheng.PracticalDay.marked;
import static org.chizheng.PracticalDay.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.record.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What cannot go on: an assessor falls ill before signing, a candidate leaves or falls ill, a station fails. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BreakingOffTest {
    private static final String WHY = "考评员突发不适，已由医务人员接走";

    @Inject
    PracticalDay days;

    @Inject
    Practicals practicals;

    @Inject
    PracticalResults results;

    @Inject
    ReleasingPracticals releasing;

    @Inject
    Drawing drawing;

    @Inject
    Sheets sheets;

    @Inject
    Standing standing;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private PracticalDay.Day day;
    private Workplace.Someone someone;
    private UUID candidate;
    private RequestSpecification one;
    private RequestSpecification other;
    private RequestSpecification manager;

    @BeforeEach
    void aCandidateAtAStation() {
        day = days.today(1);
        someone = days.passedTheory(clock.today());
        candidate = days.admit(day, someone);
        drawing.checkIn(candidate, day.station(), "test");
        one = days.assessor(day);
        other = days.assessor(day);
        manager = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, day.centre(), null), null, accounting);
    }

    private String page() {
        return "/practicals/" + day.id() + "/candidates/" + candidate;
    }

    private Response manages(String act, String... fields) {
        return Entrance.post(manager, page(), page() + act, fields);
    }

    private static void assertReason(String reason, Response response) {
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.jsonPath().getString("reason")).isEqualTo(reason);
    }

    private String state() {
        return practicals.candidate(candidate).state();
    }

    @Test
    void anAssessorWhoFallsIllIsReplacedAndWhatWasTappedStays() {
        PracticalDay.start(candidate, one, other);
        Response opened = post(other, candidate, "/open", Map.of());
        Map<String, String> half = Map.of("1", PracticalDay.marks(opened, 0).get("1"));
        PracticalDay.tap(other, candidate, opened, half);
        UUID left = sheets.ofCandidate(candidate).get(1).id();
        RequestSpecification third = days.assessor(day);
        assertReason("PLACES_TAKEN", post(third, candidate, "/open", Map.of()));
        assertThat(manages("/places/2/release", "reason", "短").statusCode()).isEqualTo(400);
        assertThat(manages("/places/2/release", "reason", WHY).statusCode()).isEqualTo(303);
        assertReason("SHEET_RELEASED", post(other, candidate, "/open", Map.of()));
        int epoch = opened.jsonPath().getInt("epoch");
        assertReason("SHEET_RELEASED", post(other, candidate, "/sign", Map.of("epoch", epoch, "answers", half)));
        assertThat(given(other)
                        .get("/practicals/" + day.id() + "/stations/" + day.station())
                        .asString())
                .as("whoever was released is not asked to mark")
                .doesNotContain("data-candidate");
        Response fresh = post(third, candidate, "/open", Map.of());
        assertThat(fresh.jsonPath().getInt("place")).isEqualTo(2);
        assertThat(fresh.jsonPath().getMap("answers")).as("an empty sheet").isEmpty();
        marked(one, candidate, 10, false);
        assertThat(manages("/places/1/release", "reason", WHY).statusCode())
                .as("what is signed stands")
                .isEqualTo(409);
        marked(third, candidate, 12, false);
        assertThat(results.ofCandidate(candidate).orElseThrow().points()).isEqualByComparingTo("89.0");
        assertThat(sql.list("SELECT 1 FROM practical_tap WHERE sheet_id = ?", row -> 1, left))
                .hasSize(1);
        assertThatThrownBy(() -> sql.update("UPDATE practical_sheet SET epoch = 9 WHERE id = ?", left))
                .hasMessageContaining("was released");
        assertThat(sql.list(
                        "SELECT details FROM audit_entry WHERE act = 'released place' AND subject_id = ?",
                        row -> row.getString(1),
                        candidate.toString()))
                .singleElement()
                .asString()
                .startsWith("assessor 2 ")
                .endsWith(WHY);
        for (String lang : List.of("zh", "en")) {
            assertThat(given(manager).get(page() + "?lang=" + lang).asString())
                    .contains(WHY)
                    .doesNotContain("??");
        }
    }

    @Test
    void onlyTheManagerOfTheCentreReleasesAndEnds() {
        post(one, candidate, "/open", Map.of()).then().statusCode(200);
        RequestSpecification elsewhere =
                Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, days.today(1).centre(), null), null, accounting);
        RequestSpecification officer = Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting);
        for (String act : List.of("/places/1/release", "/end")) {
            assertThat(Entrance.post(elsewhere, "/practicals", page() + act, "reason", WHY, "cause", "ILL")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Entrance.post(officer, page(), page() + act, "reason", WHY, "cause", "ILL")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(given(officer).get(page()).asString()).doesNotContain("/end\"", "/release\"");
        assertThat(state()).isEqualTo("AT_STATION");
    }

    @Test
    void whoLeavesHasUsedAnAttempt() throws IOException {
        PracticalDay.start(candidate, one, other);
        assertThat(manages("/end", "cause", "LEFT", "reason", "考生中途离场，经劝说不返回").statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo("ENDED");
        int epoch = 1;
        assertReason("BROKEN_OFF", post(one, candidate, "/taps", Map.of("epoch", epoch, "events", List.of())));
        assertThat(given(manager).get("/practicals/" + day.id() + "?lang=zh").asString())
                .contains("已终止：考生离场", "1 / 1");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(given(manager)
                .get("/practicals/" + day.id() + "/candidates.xlsx?lang=zh")
                .asByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("已终止：考生离场");
        }
        assertThat(standing.practicals(someone.id(), LOW, clock.today(), false)).isZero();
        assertThatThrownBy(() -> days.admit(day, someone)).hasMessage("ALREADY_ADMITTED");
        releasing.release(day.id(), "account:officer");
        assertThat(standing.practicals(someone.id(), LOW, clock.today(), false)).isEqualTo(1);
        PracticalResultView result = results.ofCandidate(candidate).orElseThrow();
        assertThat(result.points()).isEqualByComparingTo("0");
        RequestSpecification own = Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), someone.id(), accounting);
        assertThat(given(own).get("/my/practicals/" + result.id() + "?lang=zh").asString())
                .contains("您的实操在结束前中止", "还可以考实操 4 次", "/recheck\"");
        assertThat(Entrance.post(
                                own,
                                "/my/practicals/" + result.id() + "/recheck",
                                "/my/practicals/" + result.id() + "/recheck",
                                "words",
                                "我没有离场，是工位停电")
                        .statusCode())
                .isEqualTo(303);
        String recheck = sql.first("SELECT id FROM recheck WHERE subject_id = ?", row -> row.getString(1), result.id())
                .orElseThrow();
        assertThat(given(Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting))
                        .get("/rechecks/" + recheck + "?lang=zh")
                        .asString())
                .contains("由考试点中止", "维持原成绩");
    }

    private Response takesBack(RequestSpecification who, String reason) {
        return Entrance.post(who, page() + "?lang=zh", page() + "/take-back?lang=zh", "reason", reason);
    }

    private RequestSpecification anotherManager() {
        return Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, day.centre(), null), null, accounting);
    }

    @Test
    void whatWasBrokenOffByMistakeIsTakenBackByASecondPersonAndGoesOn() {
        PracticalDay.start(candidate, one, other);
        Instant deadline = practicals.candidate(candidate).deadline();
        manages("/end", "cause", "LEFT", "reason", "看错了人，点错了考生");
        assertThat(results.ofCandidate(candidate)).isPresent();
        Response own = takesBack(manager, "点错了，应为另一名考生");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.asString()).contains("须由另一人撤回");
        RequestSpecification second = anotherManager();
        assertThat(takesBack(second, "短").statusCode()).isEqualTo(400);
        assertThat(takesBack(second, "点错了，应为另一名考生").statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("RUNNING");
        assertThat(results.ofCandidate(candidate)).isEmpty();
        assertThat(practicals.candidate(candidate).deadline())
                .as("with the time that was left")
                .isAfter(deadline);
        assertThat(takesBack(second, "点错了，应为另一名考生").statusCode())
                .as("nothing is broken off now")
                .isEqualTo(409);
        marked(one, candidate, 10, false);
        marked(other, candidate, 12, false);
        assertThat(results.ofCandidate(candidate).orElseThrow().points()).isEqualByComparingTo("89.0");
        assertThat(sql.list(
                        "SELECT details FROM audit_entry WHERE act = 'took back breaking off' AND subject_id = ?",
                        row -> row.getString(1),
                        candidate.toString()))
                .containsExactly("goes on: 点错了，应为另一名考生");
        for (String lang : List.of("zh", "en")) {
            assertThat(given(manager).get(page() + "?lang=" + lang).asString())
                    .contains("看错了人，点错了考生", "点错了，应为另一名考生")
                    .doesNotContain("??");
        }
    }

    @Test
    void whereItCannotGoOnNoAttemptIsUsed() {
        manages("/end", "cause", "LEFT", "reason", "考生不见了，等了十分钟");
        UUID next = days.admit(day, days.passedTheory(clock.today()));
        drawing.checkIn(next, day.station(), "test");
        assertThat(takesBack(anotherManager(), "考生被误导到别的楼层").statusCode()).isEqualTo(303);
        assertThat(state()).isEqualTo("ENDED");
        assertThat(practicals.ending(candidate).orElseThrow().counts()).isFalse();
        assertThat(results.ofCandidate(candidate)).isEmpty();
        assertThat(takesBack(manager, "再撤回一次看看").statusCode())
                .as("it used no attempt, and the station is taken")
                .isEqualTo(409);
        assertThat(days.admit(day, someone)).as("admitted anew").isNotEqualTo(candidate);
    }

    @Test
    void whatIsReleasedIsNotTakenBack() {
        manages("/end", "cause", "LEFT", "reason", "考生中途离场，经劝说不返回");
        releasing.release(day.id(), "account:officer");
        Response refused = takesBack(anotherManager(), "考生被误导到别的楼层");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("成绩已发布，不能撤回");
        assertThatThrownBy(() -> sql.update(
                        "UPDATE practical_ending SET undone_at = now(), undone_by = 'x', undo_reason = '直接改数据库' WHERE candidate_id = ?",
                        candidate))
                .hasMessageContaining("no result that can be taken back");
    }

    @Test
    void troubleWithTheStationUsesNoneAndThePersonIsDrawnForAnewTheSameDay() {
        PracticalDay.start(candidate, one, other);
        marked(one, candidate, 0, false);
        assertThat(manages("/end", "cause", "LEFT", "reason", "考生已经考完才离场").statusCode())
                .as("marked to the end")
                .isEqualTo(409);
        assertThat(manages("/end", "cause", "TECHNICAL", "reason", "工位跳闸，无法恢复").statusCode())
                .isEqualTo(303);
        assertThat(results.ofCandidate(candidate)).isEmpty();
        assertThat(practicals.ending(candidate).orElseThrow().counts()).isFalse();
        assertThatThrownBy(() -> releasing.release(day.id(), "account:officer")).hasMessage("NOTHING_TO_RELEASE");
        UUID again = days.admit(day, someone);
        assertThat(again).isNotEqualTo(candidate);
        drawing.checkIn(again, day.station(), "test");
        assertThat(practicals.candidate(again).seed())
                .isNotEqualTo(practicals.candidate(candidate).seed());
        assertThat(standing.practicals(someone.id(), LOW, clock.today(), false)).isZero();
    }

    @Test
    void whoFallsIllBeforeTheStartIsNotToBlame() {
        assertThat(manages("/end", "cause", "SLEEPY", "reason", "考生困了想回家").statusCode())
                .isEqualTo(400);
        assertThat(manages("/end", "cause", "ILL", "reason", "考生低血糖，送医").statusCode())
                .isEqualTo(303);
        assertThat(manages("/end", "cause", "ILL", "reason", "考生低血糖，送医").statusCode())
                .isEqualTo(409);
        assertReason("WRONG_STATE", post(one, candidate, "/open", Map.of()));
        assertThat(given(manager).get(page() + "?lang=zh").asString()).contains("不计实操次数", "考生低血糖，送医");
        assertThat(sql.list(
                        "SELECT details FROM audit_entry WHERE act = 'broke off' AND subject_id = ?",
                        row -> row.getString(1),
                        candidate.toString()))
                .containsExactly("ILL: 考生低血糖，送医");
    }
}
