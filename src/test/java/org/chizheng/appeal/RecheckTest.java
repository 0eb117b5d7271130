package org.chizheng.appeal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.Entrance;
import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.appeal.rule.Outcome;
import org.chizheng.appeal.rule.RecheckState;
import org.chizheng.common.Refused;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.scoring.ResultChange;
import org.chizheng.scoring.ResultChanges;
import org.chizheng.scoring.SatExam;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A candidate doubts a result: what is compared, who decides, what moves. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RecheckTest extends SatExam {
    private static final String WORDS = "对多选题的计分有疑问";

    @Inject
    Asking asking;

    @Inject
    Deciding deciding;

    @Inject
    Rechecks rechecks;

    @Inject
    ResultChanges changes;

    /** The first candidate has 100 points by the log; the stored score is another, by a fault of the machine. */
    private UUID released(int stored) throws SQLException {
        UUID result = handsIn(first, "对", 0).id();
        handsIn(second, "对", 0);
        PostgresResource.asOwner(
                "UPDATE result SET raw = %d, passed = %b WHERE id = '%s'".formatted(stored, stored >= 80, result));
        releasing.release(session, "test");
        return result;
    }

    private UUID asked(UUID result) {
        return asking.recheck(first.who().id(), "THEORY", result, WORDS, "candidate");
    }

    private RecheckView view(UUID recheck) {
        return rechecks.find(recheck).orElseThrow();
    }

    private int told(String template) {
        return count(
                "SELECT count(*) FROM message_outbox WHERE person_id = ? AND template = ?",
                first.who().id(),
                template);
    }

    @Test
    void aWrongScoreIsCorrectedByTwoPeopleWithItsHistory() throws SQLException {
        UUID result = released(60);
        UUID recheck = asked(result);
        assertThat(told("appeal_recheck_received")).isEqualTo(1);
        deciding.propose(recheck, null, "重新计分与记录不一致", "officer:a");
        assertThatThrownBy(() -> deciding.confirm(recheck, "确认重新计分结果", "officer:a"))
                .isInstanceOf(Refused.class)
                .hasMessage("SAME_PERSON");
        assertThat(result(first).raw()).as("nothing moved yet").isEqualTo(60);
        deciding.confirm(recheck, "确认重新计分结果", "officer:b");
        assertThat(view(recheck).state()).isEqualTo(RecheckState.CHANGED);
        assertThat(result(first).raw()).isEqualTo(100);
        assertThat(result(first).passed()).isTrue();
        List<ResultChange> history = changes.ofPerson(first.who().id()).of(result);
        assertThat(history).hasSize(1);
        assertThat(history.get(0).remedy()).isEqualTo("RECHECK");
        assertThat(history.get(0).oldRaw()).isEqualTo(60);
        assertThat(count(
                        "SELECT count(*) FROM record_fact f WHERE person_id = ? AND kind = 'THEORY_PASSED' AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id)",
                        first.who().id()))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM record_fact f WHERE person_id = ? AND kind = 'THEORY_FAILED' AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id)",
                        first.who().id()))
                .as("the wrong verdict counts no more")
                .isZero();
        assertThat(told("appeal_changed")).isEqualTo(1);
        assertThat(rechecks.steps(recheck))
                .extracting(RecheckStep::kind)
                .containsExactly("ASKED", "PROPOSED", "DECIDED");
        assertThat(rechecks.steps(recheck).get(2).compared().storedRaw()).isEqualByComparingTo("60");
    }

    @Test
    void aRightScoreStandsAndAnAppealIsDecidedByOthers() throws SQLException {
        UUID recheck = asked(released(100));
        deciding.propose(recheck, Outcome.CHANGED, "核对一致，维持", "officer:a");
        assertThat(rechecks.steps(recheck).get(1).outcome())
                .as("the comparison decides, not the wish")
                .isEqualTo(Outcome.UPHELD);
        deciding.giveBack(recheck, "请核对迟到的作答", "officer:b");
        deciding.propose(recheck, null, "没有迟到的作答，维持", "officer:b");
        deciding.confirm(recheck, "同意维持原成绩", "officer:a");
        assertThat(view(recheck).state()).isEqualTo(RecheckState.UPHELD);
        asking.appeal(first.who().id(), recheck, "仍然不能接受结论", "candidate");
        assertThatThrownBy(() -> deciding.propose(recheck, Outcome.DISMISSED, "驳回这次申诉", "officer:a"))
                .hasMessage("SAME_PERSON");
        assertThatThrownBy(() -> deciding.propose(recheck, Outcome.UPHELD, "驳回这次申诉", "regulator:c"))
                .hasMessage("OUTCOME_MISSING");
        deciding.propose(recheck, Outcome.AGAIN, "由别人再核对一次", "regulator:c");
        deciding.confirm(recheck, "同意再核对一次", "regulator:d");
        assertThat(view(recheck).round()).isEqualTo(2);
        assertThatThrownBy(() -> deciding.propose(recheck, null, "第一轮的人不再经办", "officer:b"))
                .hasMessage("SAME_PERSON");
        deciding.propose(recheck, null, "再次核对一致", "officer:e");
        deciding.confirm(recheck, "再次确认一致", "officer:f");
        asking.appeal(first.who().id(), recheck, "还是不能接受", "candidate");
        deciding.propose(recheck, Outcome.DISMISSED, "两轮核对都一致", "regulator:g");
        deciding.confirm(recheck, "同意驳回申诉", "regulator:h");
        assertThat(view(recheck).state()).isEqualTo(RecheckState.DISMISSED);
        assertThat(told("appeal_dismissed")).isEqualTo(1);
        assertThat(rechecks.steps(recheck)).as("nothing is lost").hasSize(13);
        assertThatThrownBy(() -> asking.appeal(first.who().id(), recheck, "第三次不能接受", "candidate"))
                .hasMessage("NOT_APPEALABLE");
    }

    @Test
    void aRecordThatDoesNotHoldDecidesNothing() throws SQLException {
        UUID result = released(100);
        UUID recheck = asked(result);
        PostgresResource.asOwner(
                "UPDATE response_event SET answer = '9' WHERE kind = 'ANSWERED' AND position = 5 AND sitting_id = '%s'"
                        .formatted(result(first).sittingId()));
        assertThatThrownBy(() -> deciding.propose(recheck, null, "看看能不能提出", "officer:a"))
                .hasMessage("RECORD_BROKEN");
    }

    @Test
    void onceAndInTimeAndOnlyForOnesOwn() throws SQLException {
        UUID result = released(100);
        UUID stranger = second.who().id();
        assertThatThrownBy(() -> asking.recheck(stranger, "THEORY", result, WORDS, "candidate"))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> asking.recheck(first.who().id(), "THEORY", result, "短", "candidate"))
                .hasMessage("WORDS_LENGTH");
        LocalDate late = clock.today().plusDays(60);
        OnTheDay.at(
                late + "T09:00", () -> assertThatThrownBy(() -> asked(result)).hasMessage("TOO_LATE"));
        asked(result);
        assertThatThrownBy(() -> asked(result)).hasMessage("ALREADY_ASKED");
    }

    /** The candidate's own, the staff's of the region, nobody else's. */
    private void printed(RequestSpecification candidate, String own, UUID result) {
        byte[] pdf = given(candidate).get(own).asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(first.who().name(), "60  不合格 Failed", "/draws/" + session)
                    .doesNotContain(first.who().idNumber(), "??");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String staff = "/sheets/theory/" + result + ".pdf";
        for (String role : List.of(Roles.CERTIFICATE_OFFICER, Roles.REGULATOR)) {
            given(Entrance.within("3201", role, accounting)).get(staff).then().statusCode(200);
            given(Entrance.within("3203", role, accounting)).get(staff).then().statusCode(404);
        }
        given(candidate).get(staff).then().statusCode(403);
        assertThat(count(
                        "SELECT count(*) FROM audit_entry WHERE act = 'printed result sheet' AND subject_id = ?",
                        result.toString()))
                .isEqualTo(3);
    }

    @Test
    void theSheetLeadsToTheRecheckAndTheDeskToItsOutcome() throws SQLException {
        UUID result = released(60);
        RequestSpecification candidate = Entrance.as(
                new Grant(Roles.CANDIDATE, null, null, null), first.who().id(), accounting);
        RequestSpecification stranger = Entrance.as(
                new Grant(Roles.CANDIDATE, null, null, null), second.who().id(), accounting);
        String sheet = "/my/results/" + result;
        given(stranger).get(sheet).then().statusCode(404);
        given(stranger).get(sheet + "/sheet.pdf").then().statusCode(404);
        printed(candidate, sheet + "/sheet.pdf", result);
        given(stranger).get(sheet + "/recheck").then().statusCode(404);
        assertThat(given(candidate).get("/my?lang=zh").asString()).contains(sheet);
        for (String lang : List.of("en", "zh")) {
            assertThat(given(candidate).get(sheet + "?lang=" + lang).asString())
                    .doesNotContain("??")
                    .contains("/draws/" + session, "/r/", ">60 ", "kind=RETAKE", "order-44-principal", "/recheck\"");
        }
        assertThat(given(candidate)
                        .get("/my/applications/new?qualification=principal-steelmaking&kind=RETAKE")
                        .asString())
                .containsPattern("value=\"principal-steelmaking\"\\s+selected")
                .containsPattern("value=\"RETAKE\"\\s+selected");
        assertThat(Entrance.post(candidate, sheet + "/recheck", sheet + "/recheck", "words", "短")
                        .asString())
                .contains("请写明理由", ">短</textarea>");
        assertThat(Entrance.post(candidate, sheet + "/recheck", sheet + "/recheck", "words", WORDS)
                        .statusCode())
                .isEqualTo(303);
        UUID recheck = rechecks.ofResult("THEORY", result).orElseThrow().id();
        decideByTheDesk(recheck);
        assertThat(given(candidate).get(sheet + "?lang=zh").asString())
                .contains("已更正成绩", ">100 ", "/appeal\"")
                .doesNotContain("officer", "kind=RETAKE");
        assertThat(Entrance.post(candidate, sheet, sheet + "/appeal", "words", "还有疑问请再看")
                        .statusCode())
                .isEqualTo(303);
        RequestSpecification regulator = Entrance.within("3201", Roles.REGULATOR, accounting);
        String page = "/rechecks/" + recheck;
        assertThat(given(regulator).get(page + "?lang=zh").asString()).contains("由另外的人重新复核");
        assertThat(Entrance.post(regulator, page, page + "/propose", "outcome", "DISMISSED", "words", "核对无误")
                        .statusCode())
                .as("five characters at least")
                .isEqualTo(400);
        RequestSpecification elsewhere = Entrance.within("3203", Roles.REGULATOR, accounting);
        given(elsewhere).get(page).then().statusCode(404);
    }

    private void decideByTheDesk(UUID recheck) {
        RequestSpecification one = Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting);
        RequestSpecification other = Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting);
        RequestSpecification regulator = Entrance.within("320102", Roles.REGULATOR, accounting);
        String page = "/rechecks/" + recheck;
        for (String lang : List.of("en", "zh")) {
            assertThat(given(one).get("/rechecks?lang=" + lang).asString())
                    .doesNotContain("??")
                    .contains(page);
            assertThat(given(one).get(page + "?lang=" + lang).asString()).doesNotContain("??");
        }
        assertThat(given(one).get(page + "?lang=zh").asString()).contains("与回执一致", "结论只能是", "更正成绩", WORDS);
        assertThat(given(one).get("/rechecks/rechecks.xlsx").statusCode()).isEqualTo(200);
        assertThat(Entrance.post(regulator, page, page + "/propose", "words", "监管人员不办理复核")
                        .statusCode())
                .isEqualTo(404);
        Response proposed = Entrance.post(one, page, page + "/propose", "words", "重新计分为一百分");
        assertThat(proposed.statusCode()).isEqualTo(303);
        assertThat(given(one).get(page + "?lang=zh").asString()).contains("须由另一人办理");
        assertThat(Entrance.post(one, page, page + "/confirm", "words", "自己确认自己")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Entrance.post(other, page, page + "/confirm", "words", "同意更正成绩")
                        .statusCode())
                .isEqualTo(303);
    }
}
