package org.chizheng.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.bank.Items;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Equipping;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.practice.Learner.Question;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Scheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Practising by chapter and from the wrong-answer book, as a candidate meets it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PracticePageTest {
    private static final String SUBJECT = "/practice/" + PracticeBank.SUBJECT;
    private static final String CHAPTER = SUBJECT + "/chapters/01";
    private static final String WRONG = SUBJECT + "/wrong";

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprints;

    @Inject
    Items items;

    @Inject
    Accounting accounting;

    @Inject
    Workplace workplace;

    @Inject
    Equipping equipping;

    @Inject
    Scheduling scheduling;

    @Inject
    Enrolling enrolling;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private Workplace.Someone someone;
    private Learner learner;

    @BeforeEach
    void aCandidateAndABank() throws IOException {
        Path bank = PracticeBank.write(Files.createTempDirectory(Path.of("target"), "practice"));
        loading.load(bank);
        blueprints.load(bank);
        someone = workplace.someone();
        learner = Learner.of(someone.id(), accounting);
    }

    private static Map<String, Object> nothing() {
        return Map.of();
    }

    private String begin() {
        return learner.press(CHAPTER, nothing());
    }

    private Question answer(String round, boolean right) {
        Question question = Question.of(learner.page(round));
        List<String> texts = right ? PracticeBank.right(question.stem()) : PracticeBank.wrong(question.stem());
        assertThat(learner.press(round, question.choosing(question.idsOf(texts))))
                .isEqualTo(round + "?place=" + question.place());
        return question;
    }

    @Test
    void everyPageIsThereInBothLanguages() {
        String round = begin();
        answer(round, false);
        for (String page : List.of(
                "/practice",
                SUBJECT,
                CHAPTER,
                WRONG,
                SUBJECT + "/mock",
                round,
                round + "?place=1",
                "/practice/erase",
                "/my")) {
            assertThat(learner.page(page + (page.contains("?") ? "&" : "?") + "lang=zh"))
                    .as(page)
                    .containsPattern("练习|考试");
            assertThat(learner.page(page + (page.contains("?") ? "&" : "?") + "lang=en"))
                    .as(page)
                    .containsIgnoringCase("practice");
        }
    }

    @Test
    void whatOneIsEnrolledForStandsFirst() {
        assertThat(learner.page("/practice?lang=zh")).contains("测试科目").doesNotContain("您报考的科目");
        UUID centre = equipping.centre("P" + UUID.randomUUID(), "练习测试考点", "Practice test centre", "320302");
        UUID session = scheduling.schedule(equipping.room(centre, "1", 2), PracticeBank.QUALIFICATION, clock.now());
        enrolling.enrol(session, someone.name(), someone.idNumber(), null);
        String page = learner.page("/practice?lang=zh");
        assertThat(page).contains("您报考的科目");
        assertThat(page.indexOf("您报考的科目")).isLessThan(page.indexOf("href=\"" + SUBJECT + "\""));
    }

    @Test
    void aRightAnswerIsToldWithItsReasonAndSourceAndTheNextStep() {
        String round = begin();
        Question question = answer(round, true);
        String judged = learner.page(round + "?lang=zh&place=" + question.place());
        assertThat(judged).contains("答对了", "说明", "《测试》（2026）第一条", "下一题", "已答 1 / 20", "选对");
        assertThat(judged).doesNotContain("答错了", "选错");
        assertThat(learner.page(round + "?lang=en&place=" + question.place()))
                .contains("Right", "Next question", "Answered 1 / 20", "Right choice");
    }

    @Test
    void aWrongMultipleChoiceTellsWhatWasMissedAndWhatWasWrong() {
        String round = begin();
        while (true) {
            Question question = Question.of(learner.page(round));
            boolean several = PracticeBank.number(question.stem()) > 80;
            answer(round, false);
            if (several) {
                String judged = learner.page(round + "?lang=zh&place=" + question.place());
                assertThat(judged).contains("答错了", "选对", "漏选", "选错", "有正确的选项没有选", "选了错误的选项");
                return;
            }
        }
    }

    @Test
    void aQuestionTellsNothingOfItsKeyAndItsRightOptionStandsAtAnyPlace() {
        String round = begin();
        Set<String> places = new HashSet<>();
        for (int i = 0; i < PracticeBank.CHAPTER_ITEMS; i++) {
            String page = learner.page(round + "?lang=zh");
            assertThat(page)
                    .doesNotContain("说明", "《测试》", "PRA-", "right", "correct", "mark-", "difficulty")
                    .doesNotContain("value=\"对")
                    .doesNotContain("checked");
            Question question = Question.of(page);
            int number = PracticeBank.number(question.stem());
            if (number > 40 && number <= 80) {
                places.addAll(question.idsOf(PracticeBank.right(question.stem())));
            }
            answer(round, true);
        }
        assertThat(places).as("places of the right option in eight items").hasSizeGreaterThan(1);
    }

    @Test
    void anUnansweredItemOfARoundIsNeverExplained() {
        String round = begin();
        for (int place = 1; place <= PracticeBank.CHAPTER_ITEMS; place++) {
            assertThat(learner.page(round + "?place=" + place)).doesNotContain("说明", "《测试》", "mark-");
        }
    }

    @Test
    void aFormSentTwiceCountsOnceEvenWithAnotherAnswer() {
        String round = begin();
        Question question = answer(round, false);
        List<String> right = question.idsOf(PracticeBank.right(question.stem()));
        learner.press(round, question.choosing(right));
        assertThat(learner.page(round + "?lang=zh&place=" + question.place())).contains("答错了", "已答 1 / 20");
        assertThat(learner.page(WRONG + "?lang=zh")).contains(question.stem());
    }

    @Test
    void noChoiceAndAnImpossibleOneAreRefusedOnTheSameQuestion() {
        String round = begin();
        Question question = Question.of(learner.page(round));
        Response none = learner.post(round + "?lang=zh", Map.of("place", question.place()));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.asString()).contains("请先选择答案", question.stem());
        Response odd = learner.post(round + "?lang=en", question.choosing(List.of("7")));
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.asString()).contains("does not fit", question.stem());
        assertThat(learner.post(round, Map.of("place", "99", "choice", "1")).statusCode())
                .isEqualTo(404);
        assertThat(learner.post(round, Map.of("place", "x", "choice", "1")).statusCode())
                .isEqualTo(404);
        assertThat(learner.page(CHAPTER + "?lang=zh")).contains("已答 0 / 20");
    }

    @Test
    void oneGoesOnWhereOneStoppedAlsoAtAnotherDevice() {
        String round = begin();
        Question first = answer(round, true);
        Learner elsewhere = learner.elsewhere();
        assertThat(elsewhere.page(CHAPTER + "?lang=zh")).contains("继续上次的练习", "已答 1 / 20");
        assertThat(elsewhere.press(CHAPTER, nothing())).isEqualTo(round);
        Question second = Question.of(elsewhere.page(round));
        assertThat(second.place()).isEqualTo(first.place() + 1);
    }

    @Test
    void aFinishedRoundSaysHowItWentAndTheNextHasAnotherOrder() {
        String round = begin();
        List<String> order = new ArrayList<>();
        Question wrong = answer(round, false);
        order.add(wrong.stem());
        for (int i = 1; i < PracticeBank.CHAPTER_ITEMS; i++) {
            order.add(answer(round, true).stem());
        }
        assertThat(order)
                .doesNotHaveDuplicates()
                .hasSize(PracticeBank.CHAPTER_ITEMS)
                .allMatch(PracticeBank::isPublished);
        assertThat(learner.page(round + "?lang=zh"))
                .contains("这一轮做完了", "共答 20 题，答对 19 题", "再做一遍", round + "?place=" + wrong.place());
        assertThat(learner.page(CHAPTER + "?lang=zh")).contains("95%");
        String again = learner.press(CHAPTER, nothing());
        assertThat(again).isNotEqualTo(round);
        List<String> orderAgain = new ArrayList<>();
        for (int i = 0; i < PracticeBank.CHAPTER_ITEMS; i++) {
            orderAgain.add(answer(again, true).stem());
        }
        assertThat(orderAgain).isNotEqualTo(order).containsExactlyInAnyOrderElementsOf(order);
        assertThat(learner.page(CHAPTER + "?lang=en")).contains("100%");
    }

    @Test
    void whoBeginsAfreshEndsTheOldRoundForTheOtherTab() {
        String round = begin();
        Question question = Question.of(learner.page(round));
        String fresh = learner.press(CHAPTER, Map.of("again", "true"));
        assertThat(fresh).isNotEqualTo(round);
        assertThat(learner.post(round, question.choosing(List.of("1"))).statusCode())
                .isEqualTo(409);
        assertThat(learner.page(round + "?lang=zh")).contains("这一轮提前结束了");
    }

    @Test
    void aWrongItemEntersTheBookAndLeavesItAfterTwoRightAnswersInARow() {
        assertThat(learner.page(WRONG + "?lang=zh")).contains("错题本是空的");
        assertThat(learner.post(WRONG, nothing()).statusCode()).isEqualTo(409);
        Question wrong = answer(begin(), false);
        assertThat(learner.page(WRONG + "?lang=zh")).contains(wrong.stem(), "连续答对 2 次");
        assertThat(learner.page(SUBJECT + "?lang=zh")).contains("答对最少的章");
        String first = learner.press(WRONG, Map.of("chapter", "01"));
        assertThat(answer(first, true).stem()).isEqualTo(wrong.stem());
        assertThat(learner.page(first + "?lang=zh")).contains("这一轮做完了", "全部答对");
        assertThat(learner.page(WRONG)).contains(wrong.stem());
        String second = learner.press(WRONG, nothing());
        answer(second, true);
        assertThat(learner.page(WRONG + "?lang=zh")).contains("错题本是空的").doesNotContain(wrong.stem());
    }

    @Test
    void anothersRoundDoesNotExist() {
        String round = begin();
        Question question = Question.of(learner.page(round));
        Learner other = Learner.of(workplace.someone().id(), accounting);
        assertThat(other.get(round).statusCode()).isEqualTo(404);
        assertThat(other.get(round + "?place=1").statusCode()).isEqualTo(404);
        assertThat(other.post(round, question.choosing(List.of("1"))).statusCode())
                .isEqualTo(404);
        assertThat(other.page(SUBJECT + "?lang=zh")).contains("已答 0 / 40");
        assertThat(learner.page(round + "?lang=zh")).contains("已答 0 / 20");
    }

    @Test
    void whatNamesNoPublishedItemIsNotFound() {
        String round = begin();
        for (String page : List.of(
                "/practice/none",
                SUBJECT + "/chapters/99",
                "/practice/none/wrong",
                "/practice/none/mock",
                "/practice/rounds/" + UUID.randomUUID(),
                "/practice/rounds/1",
                "/practice/mocks/" + round.substring(round.lastIndexOf('/') + 1),
                "/practice/figures/" + "0".repeat(64),
                round + "?place=0",
                round + "?place=21",
                round + "?place=-1",
                round + "?place=x")) {
            assertThat(learner.get(page).statusCode()).as(page).isEqualTo(404);
        }
        for (String door : List.of("/practice/none/wrong", "/practice/none/mock", "/practice/none/chapters/01")) {
            assertThat(learner.post(door, nothing()).statusCode()).as(door).isEqualTo(404);
        }
        assertThat(learner.post(SUBJECT + "/chapters/99", nothing()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void figuresOfPublishedItemsAreShownAndThoseOfExaminationItemsAreNot() {
        assertThat(learner.get(figure("PRA-01-085")).statusCode()).isEqualTo(200);
        assertThat(learner.get(figure("PRA-01-081")).statusCode()).isEqualTo(404);
    }

    @Test
    void anItemThatLeavesTheShareIsGoneFromRoundsThatWereBegun() {
        String round = begin();
        Question question = answer(round, false);
        String code = "PRA-01-%03d".formatted(PracticeBank.number(question.stem()));
        sql.update("UPDATE item SET practice = false WHERE code = ?", code);
        try {
            assertThat(learner.get(round + "?place=" + question.place()).statusCode())
                    .isEqualTo(404);
            assertThat(learner.page(WRONG)).doesNotContain(question.stem());
            assertThat(learner.page(round + "?lang=zh")).contains("已答 0 / 19");
        } finally {
            sql.update("UPDATE item SET practice = true WHERE code = ?", code);
        }
    }

    @Test
    void practisingLeavesTheRecordsOfExaminationsAlone() {
        answer(begin(), false);
        answer(begin(), true);
        assertThat(examinationRecords()).isEmpty();
    }

    @Test
    void erasingAsksFirstAndLeavesNothing() {
        answer(begin(), false);
        Learner other = Learner.of(workplace.someone().id(), accounting);
        String kept = other.press(CHAPTER, nothing());
        Response unasked = learner.post("/practice/erase?lang=zh", nothing());
        assertThat(unasked.statusCode()).isEqualTo(400);
        assertThat(unasked.asString()).contains("请先勾选确认");
        assertThat(rows(learner.person())).isEqualTo(2);
        String done = learner.press("/practice/erase", Map.of("confirmed", "true"));
        assertThat(learner.page(done + "&lang=zh")).contains("已全部删除");
        assertThat(rows(learner.person())).isZero();
        assertThat(learner.page(SUBJECT + "?lang=zh")).contains("已答 0 / 40");
        assertThat(other.get(kept).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyCandidatesPractise() {
        for (String role : List.of(Roles.AUTHOR, Roles.INVIGILATOR, Roles.REGULATOR)) {
            assertThat(RestAssured.given(Entrance.as(role, accounting))
                            .get("/practice")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(RestAssured.given(Entrance.as(Roles.CANDIDATE, accounting))
                        .get("/practice")
                        .statusCode())
                .as("an account that stands for no person")
                .isEqualTo(403);
    }

    @Test
    void theShareAndTheExaminationsPoolAreDisjoint() {
        Set<String> exam = new HashSet<>();
        items.current(PracticeBank.SUBJECT).forEach(revision -> exam.add(revision.item()));
        assertThat(items.forPractice(PracticeBank.SUBJECT))
                .hasSize(2 * PracticeBank.CHAPTER_ITEMS)
                .extracting(Revision::item)
                .doesNotContainAnyElementsOf(exam);
    }

    private String figure(String item) {
        return sql.first(
                        "SELECT figure FROM item_revision WHERE item = ? ORDER BY number DESC",
                        row -> "/practice/figures/" + row.getString(1),
                        item)
                .orElseThrow();
    }

    private int rows(UUID person) {
        return sql.first(
                        "SELECT (SELECT count(*) FROM practice_round WHERE person_id = ?) + (SELECT count(*) FROM practice_standing WHERE person_id = ?)",
                        row -> row.getInt(1),
                        person,
                        person)
                .orElseThrow();
    }

    private List<String> examinationRecords() {
        return sql.list(
                "SELECT 'result' FROM result WHERE person_id = ? UNION ALL SELECT 'sitting' FROM sitting WHERE person_id = ?"
                        + " UNION ALL SELECT 'enrolment' FROM enrolment WHERE person_id = ? UNION ALL SELECT 'pass' FROM certificate WHERE person_id = ?",
                row -> row.getString(1),
                learner.person(),
                learner.person(),
                learner.person(),
                learner.person());
    }
}
