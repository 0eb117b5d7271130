package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.chizheng.practice.rule.MockScore.Item;
import org.chizheng.practice.rule.MockScore.Share;
import org.junit.jupiter.api.Test;

class MockScoreTest {
    private static final Instant DEADLINE = Instant.parse("2026-06-01T01:00:00Z");

    @Test
    void pointsAreSummedAndChaptersCounted() {
        MockScore score = MockScore.of(List.of(
                new Item("01", 1, true), new Item("01", 1, false), new Item("02", 2, true), new Item("02", 2, false)));
        assertThat(score.points()).isEqualTo(3);
        assertThat(score.most()).isEqualTo(6);
        assertThat(score.chapters()).containsEntry("01", new Share(1, 2)).containsEntry("02", new Share(1, 2));
        assertThat(score.scaled(100)).isEqualTo(50);
    }

    @Test
    void theCutItselfReachesItAndOnePointBelowDoesNot() {
        assertThat(rightOf(32, 40).reaches(80, 100)).isTrue();
        assertThat(rightOf(31, 40).reaches(80, 100)).isFalse();
        assertThat(rightOf(31, 40).scaled(100)).as("77.5 is rounded down").isEqualTo(77);
        assertThat(MockScore.of(List.of()).reaches(80, 100)).isFalse();
    }

    @Test
    void aSmallerPaperHasTimeInProportionRoundedUp() {
        assertThat(MockClock.minutes(120, 90, 90)).isEqualTo(120);
        assertThat(MockClock.minutes(120, 36, 90)).isEqualTo(48);
        assertThat(MockClock.minutes(120, 28, 100)).isEqualTo(34);
    }

    @Test
    void theDeadlineItselfCountsAndTheMicrosecondAfterItDoesNot() {
        assertThat(MockClock.counts(DEADLINE, DEADLINE)).isTrue();
        assertThat(MockClock.counts(DEADLINE.plusNanos(1000), DEADLINE)).isFalse();
        assertThat(MockClock.secondsLeft(DEADLINE.minusMillis(1500), DEADLINE)).isEqualTo(2);
        assertThat(MockClock.secondsLeft(DEADLINE, DEADLINE)).isZero();
        assertThat(MockClock.secondsLeft(DEADLINE.plusSeconds(9), DEADLINE)).isZero();
    }

    private static MockScore rightOf(int right, int all) {
        return MockScore.of(java.util.stream.IntStream.range(0, all)
                .mapToObj(i -> new Item("01", 1, i < right))
                .toList());
    }
}
