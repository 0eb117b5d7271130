package org.chizheng.practical;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.marked;
import static org.chizheng.PracticalDay.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Applicants;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.practical.SchemeView.TaskView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** At a station: the draw, two who mark without seeing each other, a third, a veto, and what a bad line or a second tablet may not do. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StationMarkingTest {
    @Inject
    PracticalDay days;

    @Inject
    Practicals practicals;

    @Inject
    PracticalResults results;

    @Inject
    Library library;

    @Inject
    Drawing drawing;

    @Inject
    Workplace workplace;

    @Inject
    Applicants applicants;

    @Inject
    Sheets sheets;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private PracticalDay.Day day;
    private UUID candidate;
    private RequestSpecification one;
    private RequestSpecification other;

    @BeforeEach
    void aCandidateAtAStation() {
        day = days.today(1);
        candidate = days.atStation(day);
        one = days.assessor(day);
        other = days.assessor(day);
    }

    private PracticalResultView result() {
        return results.ofCandidate(candidate).orElseThrow();
    }

    @Test
    void oneTaskOfEachPartIsDrawnAndTheDrawCanBeMadeAgainFromItsSeed() {
        CandidateView drawn = practicals.candidate(candidate);
        List<String> codes =
                library.drawn(candidate).stream().map(TaskView::code).toList();
        assertThat(codes).hasSize(4);
        assertThat(codes).extracting(code -> code.substring(0, 2)).containsExactly("K1", "K2", "K3", "K4");
        SchemeView scheme = library.find(practicals.get(day.id()).schemeId()).orElseThrow();
        assertThat(Drawing.draw(scheme, drawn.seed()).values().stream().map(TaskView::code))
                .containsExactlyElementsOf(codes);
        assertThat(sql.list(
                        "SELECT details FROM audit_entry WHERE act = 'drew' AND subject_id = ?",
                        row -> row.getString(1),
                        candidate.toString()))
                .containsExactly(drawn.seed() + " " + String.join(" ", codes));
    }

    @Test
    void aStationHasOneCandidateAndNobodyIsDrawnForTwice() {
        UUID next = days.admit(
                day,
                days.passedTheory(org.chizheng.common.OfficialClock.dateOf(
                        practicals.get(day.id()).startsAt())));
        assertRefused("STATION_TAKEN", () -> drawing.checkIn(next, day.station(), "test"));
        assertRefused("WRONG_STATE", () -> drawing.checkIn(candidate, day.station(), "test"));
    }

    private static void assertRefused(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(org.chizheng.common.Refused.class).hasMessage(reason);
    }

    @Test
    void theClockStartsWhenTwoDifferentPeopleAreThere() {
        Workplace.Someone person = workplace.someone();
        RequestSpecification first = days.assessor(day, person.id());
        post(first, candidate, "/open", Map.of()).then().statusCode(200);
        assertReason("SECOND_ASSESSOR_MISSING", post(first, candidate, "/start", Map.of()));
        assertReason("SAME_PERSON", post(days.assessor(day, person.id()), candidate, "/open", Map.of()));
        UUID self = practicals.candidate(candidate).personId();
        assertReason("OWN_PRACTICAL", post(days.assessor(day, self), candidate, "/open", Map.of()));
        post(other, candidate, "/open", Map.of()).then().statusCode(200);
        Response started = post(first, candidate, "/start", Map.of());
        assertThat(started.jsonPath().getLong("remainingMillis")).isBetween(3_590_000L, 3_600_000L);
        assertThat(post(other, candidate, "/start", Map.of()).jsonPath().getLong("remainingMillis"))
                .as("the first word counts")
                .isLessThanOrEqualTo(started.jsonPath().getLong("remainingMillis"));
        assertReason("PLACES_TAKEN", post(one, candidate, "/open", Map.of()));
    }

    @Test
    void nobodyMarksSomebodyOfTheSameEnterprise() {
        PracticalDay.Day elsewhere = days.today(1);
        Workplace.Someone worker = days.passedTheory(clock.today());
        UUID colleague = days.admit(elsewhere, worker);
        drawing.checkIn(colleague, elsewhere.station(), "test");
        UUID post = workplace.post("320102", PracticalDay.LOW);
        workplace.appoint(post, worker, clock.today().minusDays(5));
        UUID assessor = workplace.staff(post).id();
        assertReason("LINKED", post(days.assessor(elsewhere, assessor), colleague, "/open", Map.of()));
        post(days.assessor(elsewhere, workplace.someone().id()), colleague, "/open", Map.of())
                .then()
                .statusCode(200);
    }

    @Test
    void onlyWhoeverTheCentreHasQualifiedForTheItemOnTheDayAssesses() {
        Grant grant = new Grant(Roles.ASSESSOR, null, day.centre(), null);
        assertReason("ASSESSOR_UNKNOWN", post(days.signedIn(grant, null), candidate, "/open", Map.of()));
        UUID person = workplace.someone().id();
        RequestSpecification assessor = days.signedIn(grant, person);
        assertReason("NOT_QUALIFIED", post(assessor, candidate, "/open", Map.of()));
        applicants.staff(day.centre(), person, "INVIGILATOR");
        days.qualify(days.today(1).centre(), person, null);
        assertReason("NOT_QUALIFIED", post(assessor, candidate, "/open", Map.of()));
        LocalDate today = OfficialClock.dateOf(practicals.get(day.id()).startsAt());
        days.qualify(day.centre(), person, today.minusDays(1));
        Response lapsed = post(assessor, candidate, "/open", Map.of());
        assertReason("QUALIFICATION_LAPSED", lapsed);
        assertThat(lapsed.asString()).contains(today.minusDays(1).toString());
        sql.update(
                "UPDATE centre_staff SET qualified_until = ? WHERE person_id = ? AND centre_id = ?",
                today,
                person,
                day.centre());
        post(assessor, candidate, "/open", Map.of()).then().statusCode(200);
    }

    @Test
    void nobodyAssessesAtTwoStationsAtATime() {
        PracticalDay.Day elsewhere = days.at(day.centre(), clock.today(), 1, "另一工位");
        UUID second = days.atStation(elsewhere);
        post(one, candidate, "/open", Map.of()).then().statusCode(200);
        Response refused = post(one, second, "/open", Map.of());
        assertReason("ASSESSING_ELSEWHERE", refused);
        assertThat(refused.asString()).contains("1号工位");
        UUID person = sheets.ofCandidate(candidate).get(0).personId();
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO practical_sheet (id, candidate_id, place, assessor, person_id, epoch, opened_at) VALUES (?, ?, 1, 'another account', ?, 1, now())",
                        Ids.next(),
                        second,
                        person))
                .hasMessageContaining("is at another station");
        post(one, candidate, "/give-back", Map.of()).then().statusCode(200);
        post(one, second, "/open", Map.of()).then().statusCode(200);
    }

    private static void assertReason(String reason, Response refused) {
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.jsonPath().getString("reason")).isEqualTo(reason);
    }

    @Test
    void twoWhoAgreeDecideAndNeitherSeesTheOtherBeforeBothHaveSigned() {
        PracticalDay.start(candidate, one, other);
        Response first = marked(one, candidate, 12, false);
        assertThat(first.jsonPath().getString("state")).isEqualTo("RUNNING");
        assertThat(first.jsonPath().getMap("outcome")).isNull();
        Response seen = post(other, candidate, "/open", Map.of());
        assertThat(seen.jsonPath().getMap("answers"))
                .as("nothing of the first one's")
                .isEmpty();
        assertThat(seen.asString()).doesNotContain("\"sums\"");
        assertThat(seen.jsonPath().getMap("stand.outcome")).isNull();
        Response second = marked(other, candidate, 20, false);
        assertThat(second.jsonPath().getList("outcome.sums")).containsExactly(88, 80);
        assertThat(result().points()).isEqualByComparingTo("84.0");
        assertThat(result().passed()).isTrue();
        assertThat(result().assessors()).isEqualTo(2);
        assertThat(given(one)
                        .get("/api/practicals/candidates/" + candidate)
                        .jsonPath()
                        .getList("outcome.sums"))
                .containsExactly(88, 80);
    }

    @Test
    void theListOfADayIsThereForExcel() throws IOException {
        PracticalDay.start(candidate, one, other);
        marked(one, candidate, 12, false);
        marked(other, candidate, 20, false);
        byte[] file = given(one)
                .get("/practicals/" + day.id() + "/candidates.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Row row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("测试工人");
            assertThat(row.getCell(5).getStringCellValue()).isEqualTo("84.0");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("合格");
        }
    }

    @Test
    void tooFarApartCallsAThirdWhoDecidesWithTheNearerOne() {
        PracticalDay.start(candidate, one, other);
        marked(one, candidate, 10, false);
        Response second = marked(other, candidate, 30, false);
        assertThat(second.jsonPath().getString("state")).isEqualTo("DISPUTED");
        assertThat(second.jsonPath().getMap("outcome")).isNull();
        assertThat(results.ofCandidate(candidate)).isEmpty();
        RequestSpecification third = days.assessor(day);
        assertThat(post(third, candidate, "/open", Map.of()).jsonPath().getInt("place"))
                .isEqualTo(3);
        assertReason("PLACES_TAKEN", post(days.assessor(day), candidate, "/open", Map.of()));
        marked(third, candidate, 28, false);
        assertThat(result().points()).isEqualByComparingTo("71.0");
        assertThat(result().passed()).isFalse();
        assertThat(result().assessors()).isEqualTo(3);
    }

    @Test
    void aVetoItemThatBothSawFailsTheWholePractical() {
        PracticalDay.start(candidate, one, other);
        marked(one, candidate, 0, true);
        marked(other, candidate, 4, true);
        assertThat(result().points()).isEqualByComparingTo("98.0");
        assertThat(result().vetoed()).isTrue();
        assertThat(result().passed()).isFalse();
    }

    @Test
    void aVetoItemThatOneAloneSawCallsAThird() {
        PracticalDay.start(candidate, one, other);
        marked(one, candidate, 4, true);
        marked(other, candidate, 4, false);
        assertThat(practicals.candidate(candidate).state()).isEqualTo("DISPUTED");
        marked(days.assessor(day), candidate, 4, false);
        assertThat(result().vetoed()).isFalse();
        assertThat(result().passed()).isTrue();
    }

    @Test
    void aTapThatComesTwiceIsKeptOnceAndTheLastOneOfAStepCounts() {
        PracticalDay.start(candidate, one, other);
        Response opened = post(one, candidate, "/open", Map.of());
        int epoch = opened.jsonPath().getInt("epoch");
        Map<String, Object> full = Map.of("sequence", 1, "item", 1, "answer", "3");
        Map<String, Object> less = Map.of("sequence", 2, "item", 1, "answer", "2");
        for (int i = 0; i < 2; i++) {
            Response taken = post(one, candidate, "/taps", Map.of("epoch", epoch, "events", List.of(full, less)));
            assertThat(taken.jsonPath().getList("saved")).containsExactly(1, 2);
        }
        post(one, candidate, "/taps", Map.of("epoch", epoch, "events", List.of(full)))
                .then()
                .statusCode(200);
        assertThat(post(one, candidate, "/open", Map.of()).jsonPath().getMap("answers"))
                .isEqualTo(Map.of("1", "2"));
        assertReason("SHEET_ELSEWHERE", post(one, candidate, "/taps", Map.of("epoch", epoch, "events", List.of(full))));
        for (Object wrong : List.of(
                Map.of("sequence", 3, "item", 1, "answer", "99"),
                Map.of("sequence", 3, "item", 999, "answer", "1"),
                Map.of("sequence", 0, "item", 1, "answer", "1"))) {
            assertReason(
                    "TAP_INVALID", post(one, candidate, "/taps", Map.of("epoch", epoch + 1, "events", List.of(wrong))));
        }
    }

    @Test
    void nothingIsSignedThatHasNotArrivedOrIsNotComplete() {
        PracticalDay.start(candidate, one, other);
        Response opened = post(one, candidate, "/open", Map.of());
        Map<String, String> marks = PracticalDay.marks(opened, 5);
        assertReason(
                "NOT_ALL_ARRIVED",
                post(one, candidate, "/sign", Map.of("epoch", opened.jsonPath().getInt("epoch"), "answers", marks)));
        assertReason(
                "INCOMPLETE",
                post(one, candidate, "/sign", Map.of("epoch", opened.jsonPath().getInt("epoch"), "answers", Map.of())));
        marked(one, candidate, 5, false);
        assertReason(
                "SHEET_SIGNED",
                post(one, candidate, "/sign", Map.of("epoch", opened.jsonPath().getInt("epoch"), "answers", marks)));
    }

    @Test
    void aSignedSheetAndAResultCannotBeChangedInTheDatabaseEither() {
        PracticalDay.start(candidate, one, other);
        marked(one, candidate, 0, false);
        marked(other, candidate, 0, false);
        UUID sheet = sheets.ofCandidate(candidate).get(0).id();
        assertThatThrownBy(() -> sql.update("UPDATE practical_sheet SET points = 1 WHERE id = ?", sheet))
                .hasMessageContaining("is signed");
        for (String act : List.of(
                "UPDATE practical_result SET points = 1 WHERE id = ?",
                "DELETE FROM practical_result WHERE id = ?",
                "DELETE FROM practical_mark WHERE sheet_id = ?",
                "UPDATE practical_mark SET points = 0 WHERE sheet_id = ?",
                "UPDATE practical_step SET points = 0 WHERE id = ?")) {
            assertThatThrownBy(() -> sql.update(act, sheet)).as(act).hasMessageContaining("permission denied");
        }
        assertThat(sql.list(
                        "SELECT sum(points) p, sum(deducted) d FROM practical_mark WHERE sheet_id = ?",
                        row -> row.getInt(1) + " " + row.getInt(2),
                        sheet))
                .containsExactly("100 0");
    }

    @Test
    void aSheetOpenedByMistakeIsGivenBackAsLongAsNothingWasTapped() {
        post(one, candidate, "/open", Map.of()).then().statusCode(200);
        RequestSpecification wrong = days.assessor(day);
        post(wrong, candidate, "/open", Map.of()).then().statusCode(200);
        assertThat(post(wrong, candidate, "/give-back", Map.of()).jsonPath().getInt("assessors"))
                .isEqualTo(1);
        PracticalDay.start(candidate, other, one);
        assertThat(sheets.ofCandidate(candidate)).extracting(SheetView::place).containsExactly(1, 2);
        marked(other, candidate, 0, false);
        assertReason("MARKS_THERE", post(other, candidate, "/give-back", Map.of()));
        UUID sheet = sheets.ofCandidate(candidate).get(1).id();
        assertThatThrownBy(() -> sql.update("DELETE FROM practical_sheet WHERE id = ?", sheet))
                .hasMessageContaining("is signed");
    }

    @Test
    void photosAreSealedAndKeptOnce() {
        PracticalDay.start(candidate, one, other);
        int epoch = post(one, candidate, "/open", Map.of()).path("epoch");
        byte[] picture = MadeUpPortrait.draw(7);
        UUID photo = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            given(one)
                    .contentType(ContentType.BINARY)
                    .body(picture)
                    .post("/api/practicals/candidates/" + candidate + "/photos/" + photo + "?epoch=" + epoch)
                    .then()
                    .statusCode(200);
        }
        assertThat(sheets.photos(candidate)).hasSize(1);
        assertThat(sql.list(
                        "SELECT 1 FROM practical_photo WHERE id = ? AND position('\\xffd8ff'::bytea IN photo_sealed) = 1",
                        row -> 1,
                        photo))
                .as("nothing in clear")
                .isEmpty();
        assertReason(
                "PHOTO_FORM",
                given(one)
                        .contentType(ContentType.BINARY)
                        .body("no picture".getBytes(UTF_8))
                        .post("/api/practicals/candidates/" + candidate + "/photos/" + UUID.randomUUID() + "?epoch="
                                + epoch));
    }

    @Test
    void anotherCentresAssessorDoesNotReachTheCandidate() {
        RequestSpecification stranger = days.assessor(days.today(1));
        assertThat(post(stranger, candidate, "/open", Map.of()).statusCode()).isEqualTo(404);
        assertThat(given(stranger)
                        .get("/practicals/" + day.id() + "/stations/" + day.station())
                        .statusCode())
                .isEqualTo(404);
    }
}
