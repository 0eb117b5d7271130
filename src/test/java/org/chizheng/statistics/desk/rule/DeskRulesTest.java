package org.chizheng.statistics.desk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.chizheng.statistics.desk.rule.Cohort.Part;
import org.chizheng.statistics.desk.rule.Move.Cause;
import org.chizheng.statistics.desk.rule.Move.Stand;
import org.chizheng.statistics.desk.rule.Move.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Comparing cities and days, against values published elsewhere. */
class DeskRulesTest {
    @Test
    void tailsAreThoseOfTheTables() {
        assertThat(new BinomialTail(10, 0.5).atMost(3)).isCloseTo(0.171875, within(1e-12));
        assertThat(new BinomialTail(10, 0.5).atLeast(8)).isCloseTo(0.0546875, within(1e-12));
        assertThat(new BinomialTail(20, 0.1).atMost(0)).isCloseTo(Math.pow(0.9, 20), within(1e-12));
    }

    /** Exact limits (Clopper and Pearson) of 95 % as in Newcombe, Statistics in Medicine 17 (1998) 857, table I: at each of them the tail is 2.5 %. */
    @ParameterizedTest
    @CsvSource({"81,263,0.2527,0.3676", "15,148,0.0578,0.1617", "1,29,0.0009,0.1776"})
    void atPublishedExactLimitsTheTailIsTwoAndAHalfPerCent(long covered, long required, double low, double high) {
        assertThat(new BinomialTail(required, high).atMost(covered)).isCloseTo(0.025, within(0.0005));
        assertThat(new BinomialTail(required, low).atLeast(covered)).isCloseTo(0.025, within(0.0015));
    }

    @Test
    void noneOfTwentyIsNotTooFewUntilAProbabilityOfSeventeenPerCent() {
        assertThat(new BinomialTail(20, 0.1684).atMost(0)).isCloseTo(0.025, within(0.0002));
    }

    @Test
    void aWholeProvinceIsAsExact() {
        BinomialTail province = new BinomialTail(1_500_000, 0.97);
        assertThat(province.atMost(1_455_000)).isCloseTo(0.5, within(0.002));
        // Three standard deviations of 208.9 below the mean: 0.00135 by the normal distribution.
        assertThat(province.atMost(1_455_000 - 627)).isCloseTo(0.00135, within(0.00005));
    }

    /** Against all probabilities one by one, each from the one before it by the recursion over trials. */
    @Property(tries = 300)
    void tailsAreTheSumOfAllProbabilities(
            @ForAll @IntRange(max = 60) int trials,
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @IntRange(min = -2, max = 62) int successes) {
        double[] each = new double[trials + 1];
        each[0] = 1;
        for (int n = 1; n <= trials; n++) {
            for (int k = n; k > 0; k--) {
                each[k] = each[k] * (1 - probability) + each[k - 1] * probability;
            }
            each[0] *= 1 - probability;
        }
        double sum = 0;
        for (int k = 0; k <= Math.min(successes, trials); k++) {
            sum += each[k];
        }
        BinomialTail tail = new BinomialTail(trials, probability);
        assertThat(tail.atMost(successes)).isCloseTo(sum, within(1e-9));
        assertThat(tail.atLeast(successes + 1)).isCloseTo(1 - sum, within(1e-9));
    }

    @Property(tries = 300)
    void limitsHoldAllThatIsNotTooRare(
            @ForAll @IntRange(max = 400) int trials, @ForAll @DoubleRange(max = 1) double probability) {
        BinomialTail tail = new BinomialTail(trials, probability);
        long low = tail.lowest(0.025);
        long high = tail.highest(0.025);
        assertThat(low).isLessThanOrEqualTo(high);
        assertThat(tail.atMost(low - 1)).isLessThanOrEqualTo(0.025);
        assertThat(low == trials || tail.atMost(low) > 0.025).isTrue();
        assertThat(tail.atLeast(high + 1)).isLessThanOrEqualTo(0.025 + 1e-12);
        assertThat(high == 0 || tail.atLeast(high) > 0.025 - 1e-12).isTrue();
    }

    private static Cohort<String> cohort(long requiredOne, long coveredOne, long requiredTwo, long coveredTwo) {
        return new Cohort<>(Map.of("one", new Part(requiredOne, coveredOne), "two", new Part(requiredTwo, coveredTwo)));
    }

    /** Kidney stones, small and large (Charig and others, BMJ 292 (1986) 879; Julious and Mullee, BMJ 309 (1994) 1480): 78 % against 83 % as they are, 83.3 % against 77.9 % with one mix. */
    @Test
    void withOneMixTheOtherOneIsBetter() {
        Cohort<String> open = cohort(87, 81, 263, 192);
        Cohort<String> percutaneous = cohort(270, 234, 80, 55);
        Cohort<String> both = cohort(357, 315, 343, 247);
        assertThat(100.0 * open.total().covered() / open.total().required()).isCloseTo(78, within(0.1));
        assertThat(Standardization.of(open, both, 5).rate().getAsDouble()).isCloseTo(0.8325, within(0.0005));
        assertThat(Standardization.of(percutaneous, both, 5).rate().getAsDouble())
                .isCloseTo(0.7789, within(0.0005));
    }

    @Test
    void groupsThatAreTooSmallAreLeftOutAndCounted() {
        Cohort<String> province = cohort(600, 540, 400, 200);
        Standardization small = Standardization.of(cohort(10, 9, 4, 0), province, 5);
        assertThat(small.rate().getAsDouble()).isCloseTo(0.9, within(1e-12));
        assertThat(small.compared()).isEqualTo(0.6);
        assertThat(small.small()).isEqualTo(1);
        assertThat(Standardization.of(cohort(4, 4, 10, 5), province, 5).rate())
                .as("less than half of the province")
                .isEmpty();
    }

    @Test
    void whatIsExpectedIsTheCitysNumbersAtTheProvincesRates() {
        assertThat(Standardization.expected(cohort(10, 0, 20, 0), cohort(100, 90, 100, 50)))
                .isEqualTo(19);
    }

    @Test
    void aSmallCityIsNotWorstByLuck() {
        assertThat(Verdict.of(3, 2, 2.9)).isEqualTo(Verdict.WITHIN);
        assertThat(Verdict.of(3000, 2000, 2900)).isEqualTo(Verdict.FAR_BELOW);
        assertThat(Verdict.of(100, 84, 90)).as("4.0 %: within").isEqualTo(Verdict.WITHIN);
        assertThat(Verdict.of(100, 83, 90)).as("2.06 %").isEqualTo(Verdict.BELOW);
        assertThat(Verdict.of(1000, 960, 900)).isEqualTo(Verdict.FAR_ABOVE);
        assertThat(Verdict.of(0, 0, 0)).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void onlyWhatIsBeyondChanceIsRankedAndTheMixIsTakenOut() {
        Map<String, Cohort<String>> cities = Map.of(
                "3201", cohort(100_000, 98_000, 100_000, 80_000),
                "3202", cohort(2, 1, 0, 0),
                "3203", cohort(1_000, 980, 9_000, 7_200),
                "3204", cohort(500, 450, 500, 400),
                "3205", cohort(0, 0, 0, 0));
        List<Comparison> order = Comparison.of(cities, 5);
        assertThat(order).extracting(Comparison::city).containsExactly("3204", "3201", "3202", "3203", "3205");
        assertThat(order)
                .extracting(Comparison::verdict)
                .as("the second has the lowest plain rate and is small, the third the next and is only mixed otherwise")
                .containsExactly(Verdict.FAR_BELOW, Verdict.WITHIN, Verdict.WITHIN, Verdict.WITHIN, Verdict.NOTHING);
    }

    @Test
    void fallsAreToldCutAndJudgedExactly() {
        Fall fall = new Fall(1000, 950, 1000, 940);
        assertThat(fall.points().orElseThrow()).isEqualByComparingTo("-1.00");
        assertThat(fall.covered()).isEqualTo(-10);
        assertThat(fall.uncovered()).isEqualTo(10);
        assertThat(fall.exceeds(new Fall.Limit(100, 10, 50)))
                .as("not more than")
                .isFalse();
        assertThat(fall.exceeds(new Fall.Limit(99, 10, 50))).isTrue();
        assertThat(fall.exceeds(new Fall.Limit(100, 9, 50))).isTrue();
        assertThat(new Fall(3, 3, 3, 2).exceeds(new Fall.Limit(100, 10, 50)))
                .as("33 points, and one person")
                .isFalse();
        assertThat(new Fall(100, 90, 50, 45).exceeds(new Fall.Limit(0, 0, 1)))
                .as("half of them left")
                .isFalse();
        assertThat(new Fall(0, 0, 100, 0).points()).isEmpty();
        assertThat(new Fall(0, 0, 100, 0).exceeds(new Fall.Limit(100, 99, 50))).isTrue();
    }

    @Test
    void theLargestFallComesFirst() {
        Fall many = new Fall(10_000, 9_000, 10_000, 8_900);
        Fall steep = new Fall(100, 90, 100, 80);
        Fall none = new Fall(100, 90, 100, 90);
        List<Fall> falls = new ArrayList<>(List.of(none, steep, many));
        Collections.sort(falls, Fall.BY_COVERED);
        assertThat(falls).containsExactly(many, steep, none);
        Collections.sort(falls, Fall.BY_RATE);
        assertThat(falls).containsExactly(steep, many, none);
    }

    private static State state(Stand stand) {
        return new State("320102", stand, false);
    }

    private static Cause cause(State before, State after, boolean stopped) {
        List<Move> moves = Move.of(before, after, stopped);
        assertThat(moves).hasSize(1);
        return moves.get(0).cause();
    }

    @Test
    void eachChangeHasItsCause() {
        State held = state(Stand.HELD);
        State open = state(Stand.OPEN);
        State grace = state(Stand.GRACE);
        assertThat(cause(new State("320102", Stand.HELD, true), open, true)).isEqualTo(Cause.LAPSED);
        assertThat(cause(held, open, true)).isEqualTo(Cause.STOPPED);
        assertThat(cause(held, open, false)).isEqualTo(Cause.LOST);
        assertThat(cause(null, open, false)).isEqualTo(Cause.HIRED);
        assertThat(cause(null, grace, false)).isEqualTo(Cause.HIRED);
        assertThat(cause(grace, open, false)).isEqualTo(Cause.GRACE_ENDED);
        assertThat(cause(open, held, false)).isEqualTo(Cause.COVERED);
        assertThat(cause(null, held, false)).isEqualTo(Cause.HIRED_COVERED);
        assertThat(cause(held, null, false)).isEqualTo(Cause.LEFT_COVERED);
        assertThat(cause(open, null, false)).isEqualTo(Cause.LEFT_OPEN);
        assertThat(Move.of(held, held, true)).isEmpty();
        assertThat(Move.of(open, grace, false)).isEmpty();
        assertThat(Move.of(held, new State("320104", Stand.OPEN, false), false))
                .containsExactly(new Move("320102", Cause.MOVED, -1, -1), new Move("320104", Cause.MOVED, 0, 1));
    }
}
