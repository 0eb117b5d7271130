package org.chizheng.practical.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;

import org.chizheng.practical.rule.Agreement.Outcome;
import org.chizheng.practical.rule.Agreement.Word;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AgreementTest {
    private static final int CUT = 80;
    private static final int THRESHOLD = 10;

    private static Word word(int points, String... vetoes) {
        return new Word(points, Set.of(vetoes));
    }

    private static BigDecimal points(String text) {
        return new BigDecimal(text);
    }

    @Test
    void twoWhoAreNearAreAveraged() {
        assertThat(Agreement.ofTwo(word(85), word(80), THRESHOLD)).contains(new Outcome(points("82.5"), false));
        assertThat(Agreement.ofTwo(word(85), word(75), THRESHOLD)).contains(new Outcome(points("80.0"), false));
    }

    @Test
    void aThirdIsCalledAboveTheThresholdOrForAVetoItemThatOneAloneSaw() {
        assertThat(Agreement.ofTwo(word(86), word(75), THRESHOLD)).isEmpty();
        assertThat(Agreement.ofTwo(word(90, "a"), word(90), THRESHOLD)).isEmpty();
        assertThat(Agreement.ofTwo(word(90, "a"), word(90, "b"), THRESHOLD)).isEmpty();
    }

    @Test
    void aVetoItemThatBothSawFailsWhateverTheSum() {
        Outcome outcome =
                Agreement.ofTwo(word(100, "a"), word(100, "a"), THRESHOLD).orElseThrow();
        assertThat(outcome).isEqualTo(new Outcome(points("100.0"), true));
        assertThat(outcome.passes(CUT)).isFalse();
    }

    @Test
    void theThirdAndTheNearerOneDecide() {
        assertThat(Agreement.ofThree(word(90), word(70), word(86)).points()).isEqualTo(points("88.0"));
        assertThat(Agreement.ofThree(word(90), word(70), word(74)).points()).isEqualTo(points("72.0"));
    }

    @Test
    void exactlyBetweenTheTwoTheThirdsOwnSumStands() {
        assertThat(Agreement.ofThree(word(90), word(70), word(80)).points()).isEqualTo(points("80.0"));
    }

    @Test
    void aVetoItemStandsWhenTwoOfThreeSawIt() {
        assertThat(Agreement.ofThree(word(90, "a"), word(90), word(90, "a")).vetoed())
                .isTrue();
        assertThat(Agreement.ofThree(word(90, "a"), word(90), word(90)).vetoed())
                .isFalse();
        assertThat(Agreement.ofThree(word(90, "a"), word(90, "b"), word(90, "c"))
                        .vetoed())
                .isFalse();
        assertThat(Agreement.ofThree(word(90, "a"), word(80), word(88)).points())
                .isEqualTo(points("89.0"));
    }

    @Test
    void justBelowTheCutIsNotRoundedUp() {
        assertThat(Agreement.ofTwo(word(79), word(80), THRESHOLD).orElseThrow().passes(CUT))
                .isFalse();
        assertThat(Agreement.ofTwo(word(79), word(81), THRESHOLD).orElseThrow().passes(CUT))
                .isTrue();
    }

    @Property
    void theOrderOfTheFirstTwoDoesNotMatter(
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other,
            @ForAll @IntRange(max = 100) int third) {
        assertThat(Agreement.ofTwo(word(one), word(other), THRESHOLD))
                .isEqualTo(Agreement.ofTwo(word(other), word(one), THRESHOLD));
        assertThat(Agreement.ofThree(word(one), word(other), word(third)))
                .isEqualTo(Agreement.ofThree(word(other), word(one), word(third)));
    }

    @Property
    void whatComesOutLiesBetweenTheThirdAndTheNearerOne(
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other,
            @ForAll @IntRange(max = 100) int third) {
        int distance = Math.min(Math.abs(third - one), Math.abs(third - other));
        BigDecimal off = Agreement.ofThree(word(one), word(other), word(third))
                .points()
                .subtract(BigDecimal.valueOf(third))
                .abs();
        assertThat(off).isLessThanOrEqualTo(BigDecimal.valueOf(distance).divide(BigDecimal.valueOf(2)));
    }
}
