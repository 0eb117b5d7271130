package org.chizheng.appeal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.LOW;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.appeal.rule.Outcome;
import org.chizheng.appeal.rule.RecheckState;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Issuing;
import org.chizheng.certificate.IssuingOnPracticals;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.practical.Drawing;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.ReleasingPracticals;
import org.chizheng.practical.Sheets;
import org.chizheng.record.Recording;
import org.chizheng.record.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A candidate doubts the result of a practical: what is compared, who decides, what moves, and what becomes of the certificate. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PracticalRecheckTest {
    private static final String WORDS = "对第二项的评分有疑问";

    @Inject
    PracticalDay days;

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Recording recording;

    @Inject
    Standing standing;

    @Inject
    Drawing drawing;

    @Inject
    Sheets sheets;

    @Inject
    PracticalResults results;

    @Inject
    ReleasingPracticals releasing;

    @Inject
    Asking asking;

    @Inject
    Deciding deciding;

    @Inject
    Rechecks rechecks;

    @Inject
    Certificates certificates;

    @Inject
    Issuing issuing;

    @Inject
    IssuingOnPracticals issuingOnPracticals;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private PracticalDay.Day day;
    private Workplace.Someone electrician;
    private LocalDate today;
    private UUID candidate;
    private UUID photo;

    @BeforeEach
    void anElectricianAtAStation() {
        today = clock.today();
        day = days.today(1);
        electrician = workplace.someone();
        UUID theory = certified.passed(electrician.id(), LOW);
        recording.add(electrician.id(), LOW, "THEORY_PASSED", today, today.plusMonths(12), theory, "order-19-operator");
        candidate = days.admit(day, electrician);
        drawing.checkIn(candidate, day.station(), "test");
    }

    /** Two assessors take off so many points each; the first leaves a photo. */
    private UUID judged(int one, int other) {
        RequestSpecification first = days.assessor(day);
        RequestSpecification second = days.assessor(day);
        PracticalDay.start(candidate, first, second);
        int epoch = PracticalDay.post(first, candidate, "/open", Map.of()).path("epoch");
        photo = UUID.randomUUID();
        given(first)
                .contentType(ContentType.BINARY)
                .body(MadeUpPortrait.draw(3))
                .post("/api/practicals/candidates/" + candidate + "/photos/" + photo + "?epoch=" + epoch)
                .then()
                .statusCode(200);
        PracticalDay.marked(first, candidate, one, false);
        PracticalDay.marked(second, candidate, other, false);
        return results.ofCandidate(candidate).orElseThrow().id();
    }

    /** The stored result becomes another, by a fault of the machine; then it is released. */
    private void releasedAs(UUID result, String points, boolean passed) throws SQLException {
        PostgresResource.asOwner("UPDATE practical_result SET points = %s, passed = %b WHERE id = '%s'"
                .formatted(points, passed, result));
        releasing.release(day.id(), "account:officer");
    }

    private PracticalResultView result(UUID id) {
        return results.find(id).orElseThrow();
    }

    private UUID asked(UUID result) {
        return asking.recheck(electrician.id(), "PRACTICAL", result, WORDS, "candidate");
    }

    private RecheckState state(UUID recheck) {
        return rechecks.find(recheck).orElseThrow().state();
    }

    private List<CertificateView> afterTheSweeps() {
        for (int i = 0; i < 40 && certificates.ofPerson(electrician.id()).isEmpty(); i++) {
            issuing.issueWaiting();
            issuingOnPracticals.issueWaiting();
            LockSupport.parkNanos(25_000_000);
        }
        return certificates.ofPerson(electrician.id());
    }

    @Test
    void fromTheSheetToTheCertificateByTheDoorsAlone() throws SQLException, IOException {
        UUID result = judged(10, 14);
        RequestSpecification own =
                Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), electrician.id(), accounting);
        String sheet = "/my/practicals/" + result;
        given(own).get(sheet).then().statusCode(404);
        assertThat(given(own).get("/my").asString()).doesNotContain(sheet);
        releasedAs(result, "70", false);
        given(Entrance.as(
                        new Grant(Roles.CANDIDATE, null, null, null),
                        workplace.someone().id(),
                        accounting))
                .get(sheet)
                .then()
                .statusCode(404);
        for (String lang : List.of("en", "zh")) {
            assertThat(given(own).get("/my?lang=" + lang).asString())
                    .doesNotContain("??")
                    .contains(sheet);
            assertThat(given(own).get(sheet + "?lang=" + lang).asString())
                    .doesNotContain("??")
                    .contains(">70.0 ", "K1", ">90<", ">86<", "/recheck\"");
        }
        try (PDDocument pdf =
                Loader.loadPDF(given(own).get(sheet + "/sheet.pdf").asByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("70  不合格 Failed", "K1", "90 · 86", electrician.name())
                    .doesNotContain("??", electrician.idNumber());
        }
        String staff = "/sheets/practical/" + result + ".pdf";
        given(own).get(staff).then().statusCode(403);
        given(Entrance.within("32", Roles.CERTIFICATE_OFFICER, accounting))
                .get(staff)
                .then()
                .statusCode(200);
        assertThat(given(own).get(sheet + "?lang=zh").asString()).contains("还可以考实操 4 次（共 5 次）");
        assertThat(given(own).get(sheet + "/recheck?lang=zh").asString()).contains("用签名核对每名考评员的评分");
        assertThat(Entrance.post(own, sheet + "/recheck", sheet + "/recheck", "words", "短")
                        .asString())
                .contains("请写明理由", ">短</textarea>");
        assertThat(Entrance.post(own, sheet + "/recheck", sheet + "/recheck", "words", WORDS)
                        .header("Location"))
                .endsWith(sheet + "#recheck");
        UUID recheck = rechecks.ofResult("PRACTICAL", result).orElseThrow().id();
        twoOfficersConfirm(recheck);
        assertThat(result(result).points()).isEqualByComparingTo("88.0");
        assertThat(result(result).passed()).isTrue();
        assertThat(result(result).changed()).isTrue();
        assertThat(standing.practicals(electrician.id(), LOW, today, false)).isZero();
        assertThat(standing.practicals(electrician.id(), LOW, today, true)).isEqualTo(1);
        assertThat(afterTheSweeps())
                .singleElement()
                .extracting(CertificateView::qualification)
                .isEqualTo(LOW);
        assertThat(given(own).get(sheet + "?lang=zh").asString())
                .contains("由 70 分更正为 88 分", "已更正成绩", "/appeal\"")
                .doesNotContain("officer");
        assertThat(Entrance.post(own, sheet, sheet + "/appeal", "words", "还有疑问请再看")
                        .statusCode())
                .isEqualTo(303);
        RequestSpecification regulator = Entrance.within("3201", Roles.REGULATOR, accounting);
        assertThat(given(regulator).get("/rechecks/" + recheck + "?lang=zh").asString())
                .contains("由另外的人重新复核");
        evidenceIsSeen(regulator);
        given(Entrance.within("3203", Roles.REGULATOR, accounting))
                .get("/practicals/" + day.id() + "/candidates/" + candidate)
                .then()
                .statusCode(404);
    }

    private void twoOfficersConfirm(UUID recheck) {
        RequestSpecification one = Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting);
        RequestSpecification other = Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting);
        String page = "/rechecks/" + recheck;
        for (String lang : List.of("en", "zh")) {
            assertThat(given(one).get(page + "?lang=" + lang).asString())
                    .doesNotContain("??")
                    .contains(">70.0<", ">88.0<", ">90<", ">86<");
        }
        assertThat(given(one).get(page + "?lang=zh").asString())
                .contains("结论只能是", "更正成绩", WORDS, "逐步评分和照片（1 张）")
                .doesNotContain("作答记录");
        evidenceIsSeen(one);
        assertThat(Entrance.post(one, page, page + "/propose", "words", "评分与签名一致")
                        .statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(one, page, page + "/confirm", "words", "自己确认自己")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Entrance.post(other, page, page + "/confirm", "words", "同意按评分更正")
                        .statusCode())
                .isEqualTo(303);
        assertThat(sql.list(
                        "SELECT c.reason FROM practical_result_change c WHERE recheck_id = ?",
                        row -> row.getString(1),
                        recheck))
                .containsExactly("同意按评分更正");
        assertThat(given(one).get(page + "?lang=zh").asString()).contains("当时：现有 70 分，重新计分 88 分");
    }

    private void evidenceIsSeen(RequestSpecification decider) {
        String marks = "/practicals/" + day.id() + "/candidates/" + candidate;
        assertThat(given(decider).get(marks).asString()).contains(marks + "/photos/" + photo);
        assertThat(given(decider).get(marks + "/photos/" + photo).contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void aPassThatTheMarksDoNotGiveIsTakenBackAndTheOfficerSeesTheCertificate() throws SQLException {
        UUID result = judged(22, 21);
        releasedAs(result, "90", true);
        CertificateView certificate = afterTheSweeps().get(0);
        UUID recheck = asked(result);
        deciding.propose(recheck, null, "评分合计不足八十分", "officer:a");
        deciding.confirm(recheck, "同意按评分更正", "officer:b");
        assertThat(state(recheck)).isEqualTo(RecheckState.CHANGED);
        assertThat(result(result).points()).isEqualByComparingTo("78.5");
        assertThat(result(result).passed()).isFalse();
        assertThat(standing.practicals(electrician.id(), LOW, today, true)).isZero();
        assertThat(standing.practicals(electrician.id(), LOW, today, false)).isEqualTo(1);
        assertThat(certificates.onLostPasses(Certified.REGION))
                .extracting(CertificateView::id)
                .contains(certificate.id());
    }

    @Test
    void aRightResultStandsAndItsAssessorsDoNotJudgeItAgain() throws SQLException {
        UUID result = judged(0, 5);
        assertThatThrownBy(() -> asked(result)).hasMessage("NOT_RELEASED");
        releasing.release(day.id(), "account:officer");
        OnTheDay.at(
                today.plusDays(60) + "T09:00",
                () -> assertThatThrownBy(() -> asked(result)).hasMessage("TOO_LATE"));
        UUID recheck = asked(result);
        assertThatThrownBy(() -> asked(result)).hasMessage("ALREADY_ASKED");
        String assessor = sheets.ofCandidate(candidate).get(0).assessor();
        assertThatThrownBy(() -> deciding.propose(recheck, null, "我评的分没有问题", assessor))
                .hasMessage("SAME_PERSON");
        deciding.propose(recheck, Outcome.CHANGED, "核对一致，维持", "officer:a");
        assertThatThrownBy(() -> deciding.confirm(recheck, "我评的分没有问题", assessor))
                .hasMessage("SAME_PERSON");
        deciding.confirm(recheck, "同意维持原成绩", "officer:b");
        assertThat(state(recheck)).isEqualTo(RecheckState.UPHELD);
        assertThat(result(result).points()).isEqualByComparingTo("97.5");
        assertThat(result(result).changed()).isFalse();
    }

    @Test
    void marksThatAreNotWhatWasSignedDecideNothing() throws SQLException {
        UUID result = judged(10, 10);
        releasing.release(day.id(), "account:officer");
        UUID recheck = asked(result);
        UUID sheet = sheets.ofCandidate(candidate).get(0).id();
        PostgresResource.asOwner(
                "UPDATE practical_mark SET points = points - 1, deducted = deducted + 1 WHERE sheet_id = '%s' AND step_id = (SELECT min(step_id::text)::uuid FROM practical_mark WHERE sheet_id = '%s' AND points > 0)"
                        .formatted(sheet, sheet));
        assertThatThrownBy(() -> deciding.propose(recheck, null, "看看能不能提出", "officer:a"))
                .hasMessage("RECORD_BROKEN");
        assertThat(given(Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting))
                        .get("/rechecks/" + recheck + "?lang=zh")
                        .asString())
                .contains("评分与签名不一致");
    }
}
