package org.chizheng.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.practice.Learner.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A mock paper against the clock, as a candidate meets it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MockPaperTest {
    private static final String MOCK = "/practice/" + PracticeBank.SUBJECT + "/mock";
    private static final int ITEMS = 36;

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprints;

    @Inject
    Accounting accounting;

    @Inject
    Workplace workplace;

    @Inject
    Sql sql;

    private Learner learner;
    private String paper;

    @BeforeEach
    void aPaperThatWasBegun() throws IOException {
        Path bank = PracticeBank.write(Files.createTempDirectory(Path.of("target"), "mock"));
        loading.load(bank);
        blueprints.load(bank);
        learner = Learner.of(workplace.someone().id(), accounting);
        paper = learner.press(MOCK, Map.of());
    }

    private String save(Question question, List<String> texts) {
        return learner.press(paper, question.choosing(question.idsOf(texts)));
    }

    @Test
    void thePageBeforeSaysPlainlyHowMuchSmallerThePaperIs() {
        assertThat(learner.page(MOCK + "?lang=zh")).contains("这份模拟试卷有 36 题，正式考试有 90 题", "继续这份模拟试卷");
        assertThat(learner.page(MOCK + "?lang=en"))
                .contains("This practice paper has 36 items; the examination has 90");
    }

    @Test
    void noPageTellsAnythingOfTheKeyBeforeHandIn() {
        String next = paper + "?place=1";
        for (int place = 1; place <= ITEMS; place++) {
            String page = learner.page(next);
            assertThat(page).doesNotContain("说明", "《测试》", "PRA-", "mark-", "place-right", "place-wrong", "difficulty");
            Question question = Question.of(page);
            assertThat(question.stem()).matches(PracticeBank::isPublished);
            next = save(question, PracticeBank.wrong(question.stem()));
            assertThat(learner.get(paper + "/result?place=" + place).header("Location"))
                    .endsWith(paper);
        }
        assertThat(next).isEqualTo(paper + "/hand-in");
        assertThat(learner.page(next + "?lang=zh")).contains("全部 36 题都已作答").doesNotContain("答错");
        assertThat(learner.get(paper + "/result").statusCode()).isEqualTo(303);
        assertThat(learner.page("/practice/" + PracticeBank.SUBJECT + "/wrong?lang=zh"))
                .as("nothing is judged yet")
                .contains("错题本是空的");
    }

    @Test
    void allRightAnswersEarnAllPointsAndEveryItemIsExplained() {
        for (int place = 1; place <= ITEMS; place++) {
            Question question = Question.of(learner.page(paper));
            save(question, PracticeBank.right(question.stem()));
        }
        String result = learner.press(paper + "/hand-in", Map.of());
        assertThat(result).isEqualTo(paper + "/result");
        assertThat(learner.page(result + "?lang=zh"))
                .contains("100 分", "达到合格线", "共 36 题，答对 36 题，得 40 / 40 分", "考试合格线是 80 分", "第一章", "第二章")
                .doesNotContain("没有达到");
        assertThat(learner.page(result + "?lang=en")).contains("Pass mark reached", "36 of 36 questions right");
        for (int place = 1; place <= ITEMS; place++) {
            assertThat(learner.page(result + "?lang=zh&place=" + place)).contains("答对了", "说明", "《测试》（2026）第一条");
        }
        assertThat(learner.get(result + "?place=37").statusCode()).isEqualTo(404);
        assertThat(learner.page(MOCK + "?lang=zh")).contains("做过的模拟试卷", "36 / 36", "40 / 40");
    }

    @Test
    void aSavedChoiceIsFoundAgainAtAnotherDeviceAndCanBeChangedAndTakenBack() {
        Question first = Question.of(learner.page(paper + "?place=1"));
        save(first, PracticeBank.wrong(first.stem()));
        Learner elsewhere = learner.elsewhere();
        assertThat(elsewhere.press(MOCK, Map.of())).as("one open paper").isEqualTo(paper);
        Question found = Question.of(elsewhere.page(paper + "?place=1"));
        assertThat(found.texts()).isEqualTo(first.texts());
        assertThat(found.checked()).isEqualTo(first.idsOf(PracticeBank.wrong(first.stem())));
        List<String> right = first.idsOf(PracticeBank.right(first.stem()));
        elsewhere.press(paper, first.choosing(right));
        assertThat(Question.of(learner.page(paper + "?place=1")).checked()).isEqualTo(right);
        elsewhere.press(paper, Map.of("place", 1));
        assertThat(Question.of(learner.page(paper + "?place=1")).checked()).isEmpty();
        assertThat(learner.page(paper + "/hand-in?lang=zh")).contains("还有 36 题没有作答");
    }

    @Test
    void whatComesAfterTheDeadlineIsNotCountedAndThatIsTold() throws SQLException {
        Question first = Question.of(learner.page(paper + "?place=1"));
        save(first, PracticeBank.right(first.stem()));
        Question second = Question.of(learner.page(paper + "?place=2"));
        timeIsOver();
        String late = save(second, PracticeBank.right(second.stem()));
        assertThat(late).isEqualTo(paper + "/result?late=true");
        assertThat(learner.page(late + "&lang=zh")).contains("刚才的答案没有计入", "时间到，试卷已自动结束", "共 36 题，答对 1 题", "未答 35 题");
        assertThat(learner.page(late + "&lang=en")).contains("your last answer was not counted");
        assertThat(learner.page(paper + "/result?lang=zh&place=2")).contains("没有作答");
    }

    @Test
    void aPaperWhoseTimeIsOverEndsAtTheNextVisitWithoutAHandIn() throws SQLException {
        Question first = Question.of(learner.page(paper + "?place=1"));
        save(first, PracticeBank.wrong(first.stem()));
        timeIsOver();
        assertThat(learner.get(paper).header("Location")).endsWith(paper + "/result");
        assertThat(learner.page("/practice/" + PracticeBank.SUBJECT + "/wrong")).contains(first.stem());
        assertThat(learner.press(MOCK, Map.of())).as("a new paper").isNotEqualTo(paper);
    }

    @Test
    void afterItsTimeNoPageOfTheSubjectSpeaksOfAnOpenPaperOrLeavesItsAnswersOut() throws SQLException {
        Question first = Question.of(learner.page(paper + "?place=1"));
        save(first, PracticeBank.wrong(first.stem()));
        String subject = "/practice/" + PracticeBank.SUBJECT;
        assertThat(learner.page(subject + "?lang=zh")).contains("继续这份模拟试卷");
        timeIsOver();
        assertThat(learner.page(subject + "/wrong")).contains(first.stem());
        assertThat(learner.page(subject + "?lang=zh")).doesNotContain("继续这份模拟试卷");
    }

    @Test
    void handingInTwiceAndChoosingAfterwardsChangeNothing() {
        Question first = Question.of(learner.page(paper + "?place=1"));
        save(first, PracticeBank.right(first.stem()));
        learner.press(paper + "/hand-in", Map.of());
        String once = learner.page(paper + "/result?lang=zh");
        learner.press(paper + "/hand-in", Map.of());
        assertThat(save(first, PracticeBank.wrong(first.stem()))).isEqualTo(paper + "/result?late=true");
        assertThat(learner.page(paper + "/result?lang=zh")).contains("答对 1 题");
        assertThat(once).contains("答对 1 题");
    }

    @Test
    void anImpossibleChoiceIsRefusedOnTheSameQuestion() {
        Question first = Question.of(learner.page(paper + "?place=1"));
        var refused = learner.post(paper + "?lang=zh", first.choosing(List.of("1", "9")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("这个选择对这道题无效", first.stem());
        assertThat(learner.post(paper, Map.of("place", 37, "choice", 1)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anothersPaperDoesNotExist() {
        Learner other = Learner.of(workplace.someone().id(), accounting);
        for (String page : List.of(paper, paper + "?place=1", paper + "/hand-in", paper + "/result")) {
            assertThat(other.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(other.post(paper, Map.of("place", 1, "choice", 1)).statusCode())
                .isEqualTo(404);
        assertThat(other.post(paper + "/hand-in", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void noResultNoSittingAndNoCertificateComesOfIt() {
        learner.press(paper + "/hand-in", Map.of());
        for (String table : List.of("result", "sitting", "certificate")) {
            assertThat(sql.list("SELECT 1 FROM " + table + " WHERE person_id = ?", row -> 1, learner.person()))
                    .as(table)
                    .isEmpty();
        }
    }

    private void timeIsOver() throws SQLException {
        PostgresResource.asOwner(
                "UPDATE practice_round SET deadline = clock_timestamp() - interval '2 seconds' WHERE id = '"
                        + paper.substring(paper.lastIndexOf('/') + 1) + "'");
    }
}
