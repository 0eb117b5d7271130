package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.chizheng.practice.rule.Advice.Step;
import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void whoHasNotBegunBeginsWithTheFirstChapter() {
        assertThat(next(chapter("01", 8, 0, 0, 0), chapter("02", 8, 0, 0, 0))).isEqualTo(new Advice(Step.BEGIN, "01"));
    }

    @Test
    void whatIsHalfDoneComesBeforeWhatIsNew() {
        assertThat(next(chapter("01", 8, 0, 0, 0), chapter("02", 8, 3, 3, 0))).isEqualTo(new Advice(Step.FINISH, "02"));
    }

    @Test
    void fiveWrongItemsComeBeforeEverythingAndFourDoNot() {
        assertThat(next(chapter("01", 8, 6, 3, 3), chapter("02", 8, 2, 0, 2)).step())
                .isEqualTo(Step.WRONG_BOOK);
        assertThat(next(chapter("01", 8, 6, 4, 2), chapter("02", 8, 2, 0, 2)).step())
                .isEqualTo(Step.FINISH);
    }

    @Test
    void theWeakestChapterIsAdvisedOnlyBelowTheCut() {
        assertThat(next(chapter("01", 10, 10, 10, 0), chapter("02", 10, 10, 7, 3)))
                .isEqualTo(new Advice(Step.WEAKEST, "02"));
        assertThat(next(chapter("01", 10, 10, 10, 0), chapter("02", 10, 10, 8, 2)))
                .as("the cut itself is reached")
                .isEqualTo(new Advice(Step.LAST_WRONG, ""));
    }

    @Test
    void whoHasAllRightTriesAWholePaper() {
        assertThat(next(chapter("01", 8, 8, 8, 0))).isEqualTo(new Advice(Step.MOCK, ""));
    }

    @Test
    void theWeakestComeFirstAndWhatIsAllRightOrNotBegunIsNotWeak() {
        Mastery half = chapter("02", 8, 4, 2, 2);
        Mastery third = chapter("03", 9, 3, 1, 2);
        Mastery twin = chapter("04", 9, 6, 2, 4);
        List<Mastery> all = List.of(chapter("01", 8, 8, 8, 0), twin, half, third, chapter("05", 8, 0, 0, 0));
        assertThat(Mastery.weakest(all, 9)).containsExactly(third, twin, half);
        assertThat(Mastery.weakest(all, 1)).containsExactly(third);
    }

    @Test
    void percentIsRoundedDownAndZeroBeforeTheFirstAnswer() {
        assertThat(chapter("01", 8, 3, 2, 1).percent()).isEqualTo(66);
        assertThat(chapter("01", 8, 0, 0, 0).percent()).isZero();
    }

    private static Advice next(Mastery... chapters) {
        return Advice.next(List.of(chapters), 80);
    }

    private static Mastery chapter(String code, int items, int answered, int right, int inBook) {
        return new Mastery(code, items, answered, right, inBook);
    }
}
