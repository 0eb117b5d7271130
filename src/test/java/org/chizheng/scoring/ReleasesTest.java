package org.chizheng.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.people.Grant;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.session.SessionView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Results are released within the legal working days, by two people where the policy asks for two. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReleasesTest extends SatExam {
    private static final String TWO = "test-two-release";

    @Inject
    SessionTallies tallies;

    @Inject
    WorkingDays workingDays;

    @BeforeEach
    void aPolicyThatAsksForTwo() throws SQLException {
        PostgresResource.asOwner(
                "INSERT INTO policy (id, instrument_zh, instrument_en, post_category, in_force_from) VALUES ('%s', '测试', 'Test', 'PRINCIPAL', '2098-01-01')"
                        .formatted(TWO),
                "INSERT INTO policy_term SELECT '%s', term, CASE term WHEN 'RELEASE_PERSONS' THEN '2' ELSE value END, unit, mark, source FROM policy_term WHERE policy = 'order-44-principal'"
                        .formatted(TWO));
    }

    @AfterEach
    void noSuchPolicy() throws SQLException {
        for (String table : new String[] {"exam_session", "result", "record_fact"}) {
            PostgresResource.asOwner(
                    "UPDATE %s SET policy = 'order-44-principal' WHERE policy = '%s'".formatted(table, TWO));
        }
        PostgresResource.asOwner(
                "DELETE FROM policy_term WHERE policy = '%s'".formatted(TWO),
                "DELETE FROM policy WHERE id = '%s'".formatted(TWO));
    }

    private void underTwo() throws SQLException {
        PostgresResource.asOwner(
                "UPDATE exam_session SET policy = '%s' WHERE id = '%s'".formatted(TWO, session),
                "UPDATE result SET policy = '%s' WHERE session_id = '%s'".formatted(TWO, session));
    }

    private String page(RequestSpecification door) {
        return given(door).get("/results?lang=zh").asString();
    }

    private Response act(RequestSpecification door, String act) {
        return Entrance.post(door, "/results", "/results/" + session + "/" + act);
    }

    @Test
    void theDeskTellsTheLastWorkingDayAndNobodyReleasesWhileSomebodySits() {
        handsIn(first, "对", 0);
        RequestSpecification officer = Entrance.within("320102", "certificate-officer", accounting);
        String due = workingDays.after(clock.today(), 10).toString();
        assertThat(row(page(officer))).contains(due, "还有 10 个工作日", "还有 1 人没有交卷").doesNotContain("/release\"");
        assertThat(act(officer, "release").asString()).contains("没有公布");
        handsIn(second, "对", 0);
        assertThat(row(page(officer))).contains("可以公布", session + "/release");
        assertThat(given(officer).get("/results?lang=en").asString()).doesNotContain("??");
        assertThat(act(officer, "release").statusCode()).isEqualTo(303);
        assertThat(row(page(officer))).contains("results.xlsx").doesNotContain("/release\"");
        assertThat(count(
                        "SELECT count(*) FROM message_outbox WHERE person_id = ? AND template = 'result_released'",
                        first.who().id()))
                .isEqualTo(1);
    }

    /** The part of the page that is about this session. */
    private String row(String page) {
        int at = page.indexOf(session.toString());
        int centre = at < 0 ? page.indexOf("判分测试考点") : page.lastIndexOf("<tr>", at);
        return page.substring(centre, Math.min(page.length(), page.indexOf("</tr>", centre)));
    }

    @Test
    void whereThePolicyAsksForTwoOneApprovesAndAnotherReleases() throws SQLException {
        handsIn(first, "对", 0);
        handsIn(second, "对", 0);
        underTwo();
        RequestSpecification one = Entrance.within("320102", "certificate-officer", accounting);
        RequestSpecification other = Entrance.within("320102", "certificate-officer", accounting);
        assertThat(act(one, "release").asString()).contains("须先由一人审核");
        assertThat(act(one, "approve").statusCode()).isEqualTo(303);
        assertThat(row(page(one))).contains("由您审核，须由另一人公布");
        assertThat(act(one, "release").asString()).contains("须由另一人公布");
        PostgresResource.asOwner("UPDATE result SET raw = 81 WHERE id = '%s'"
                .formatted(result(first).id()));
        assertThat(act(other, "release").statusCode())
                .as("what was approved has moved since")
                .isEqualTo(409);
        assertThat(act(one, "approve").statusCode()).isEqualTo(303);
        assertThat(act(other, "release").statusCode()).isEqualTo(303);
        assertThat(result(first).provisional()).isFalse();
    }

    @Test
    void anOverdueSessionSaysByHowMuch() throws SQLException {
        handsIn(first, "对", 0);
        handsIn(second, "对", 0);
        PostgresResource.asOwner("UPDATE exam_session SET starts_at = starts_at - interval '60 days' WHERE id = '%s'"
                .formatted(session));
        RequestSpecification officer = Entrance.within("320102", "certificate-officer", accounting);
        assertThat(row(page(officer))).containsPattern("逾期 \\d+ 个工作日");
    }

    @Test
    void aCentresManagerTakesTheReleasedResultsOfItsOwnCentreOnly() throws IOException {
        handsIn(first, "对", 0);
        handsIn(second, "对", 0);
        SessionView view = sessions.find(session).orElseThrow();
        RequestSpecification own =
                Entrance.as(new Grant("centre-manager", null, view.centreId(), null), null, accounting);
        UUID elsewhere = equipping.centre("R" + UUID.randomUUID(), "别的考点", "Another", "320104");
        RequestSpecification other = Entrance.as(new Grant("centre-manager", null, elsewhere, null), null, accounting);
        String file = "/results/" + session + "/results.xlsx";
        given(other).get(file).then().statusCode(404);
        assertThat(sheet(given(own).get(file)).getLastRowNum())
                .as("nothing official yet")
                .isZero();
        releasing.release(session, "test");
        Sheet sheet = sheet(given(own).get(file));
        assertThat(sheet.getLastRowNum()).isEqualTo(2);
        assertThat(sheet.getRow(1).getCell(2).getStringCellValue())
                .matches("\\d{4}\\*{10}.{4}")
                .doesNotContain(first.who().idNumber().substring(6, 14));
        assertThat(page(other)).doesNotContain(session.toString());
        assertThat(page(own)).contains(session.toString());
        assertThat(sheet(given(own).get("/results/waiting.xlsx"))
                        .getRow(0)
                        .getCell(4)
                        .getStringCellValue())
                .isEqualTo("最后期限");
    }

    private static Sheet sheet(Response file) throws IOException {
        assertThat(file.statusCode()).isEqualTo(200);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            return book.getSheetAt(0);
        }
    }

    @Test
    void aReleasedSessionIsCountedAndCountedAgainWhenAResultMoves() throws SQLException {
        handsIn(first, "对", 0);
        handsIn(second, "对", 30);
        releasing.release(session, "test");
        assertThat(tally()).contains("candidates=3, present=3, scored=2, passed=1, points=170");
        PostgresResource.asOwner("UPDATE result SET raw = 60, passed = false WHERE id = '%s'"
                .formatted(result(first).id()));
        sql.update("INSERT INTO session_tally_pending (session_id) VALUES (?)", session);
        assertThat(tally()).contains("scored=2, passed=0, points=130");
    }

    private String tally() {
        while (count("SELECT count(*) FROM session_tally_pending WHERE session_id = ?", session) > 0) {
            tallies.countWaiting();
        }
        SessionView view = sessions.find(session).orElseThrow();
        return tallies.between(
                        new org.chizheng.scoring.rule.Period(clock.today(), clock.today()),
                        new Releases.Reach(java.util.List.of(view.centreId()), java.util.List.of()))
                .get(0)
                .sums()
                .toString();
    }
}
