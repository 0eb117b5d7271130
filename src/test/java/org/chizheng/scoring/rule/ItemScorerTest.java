package org.chizheng.scoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.scoring.rule.ItemScorer.Keyed;
import org.chizheng.scoring.rule.ItemScorer.Score;
import org.chizheng.scoring.rule.ItemScorer.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ItemScorerTest {
    private static final Keyed MULTIPLE = new Keyed(1, "01", 2, List.of("1", "3"));

    @Test
    void exactlyTheRightOptionsEarnThePoints() {
        assertThat(ItemScorer.score(List.of(MULTIPLE), Map.of(1, "1,3")).raw()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "3", "1,2", "1,2,3", "2,4", "1,3,4", "13"})
    void aMissingOrAWrongOptionEarnsNothing(String answer) {
        assertThat(ItemScorer.score(List.of(MULTIPLE), Map.of(1, answer)).raw()).isZero();
    }

    @Test
    void anItemWithoutAnAnswerEarnsNothingAndStillCountsInItsChapter() {
        Score score = ItemScorer.score(List.of(MULTIPLE), Map.of());
        assertThat(score.raw()).isZero();
        assertThat(score.chapters()).containsExactly(Map.entry("01", new Share(0, 1)));
    }

    @Test
    void anAnswerToANumberThatIsNotOnThePaperEarnsNothing() {
        assertThat(ItemScorer.score(List.of(MULTIPLE), Map.of(2, "1,3")).raw()).isZero();
    }

    @Test
    void chaptersComeInTheOrderOfTheirCodesWithItemsNotPoints() {
        List<Keyed> key = List.of(
                new Keyed(1, "02", 2, List.of("1")),
                new Keyed(2, "01", 1, List.of("2")),
                new Keyed(3, "02", 5, List.of("1")));
        assertThat(ItemScorer.score(key, Map.of(1, "1", 2, "1", 3, "2")).chapters())
                .containsExactly(Map.entry("01", new Share(0, 1)), Map.entry("02", new Share(1, 2)));
    }

    @Property
    void theScoreIsTheSumOfThePointsOfTheItemsAnsweredRight(
            @ForAll @Size(max = 60) List<Boolean> right, @ForAll @IntRange(min = 1, max = 9) int step) {
        List<Keyed> key = new ArrayList<>();
        Map<Integer, String> answers = new HashMap<>();
        int expected = 0;
        for (int i = 0; i < right.size(); i++) {
            int points = 1 + i % step;
            key.add(new Keyed(i + 1, "0" + i % 3, points, List.of("2")));
            answers.put(i + 1, right.get(i) ? "2" : "1");
            expected += right.get(i) ? points : 0;
        }
        Score score = ItemScorer.score(key, answers);
        assertThat(score.raw()).isEqualTo(expected);
        assertThat(score.chapters().values().stream().mapToInt(Share::total).sum())
                .isEqualTo(right.size());
        assertThat(score.chapters().values().stream().mapToInt(Share::right).sum())
                .isEqualTo((int) right.stream().filter(r -> r).count());
    }
}
