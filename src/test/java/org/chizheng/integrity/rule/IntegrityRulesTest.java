package org.chizheng.integrity.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.chizheng.integrity.rule.AnswerTimes.Act;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Reference distributions against numbers worked out by hand and against tables. */
class IntegrityRulesTest {
    @Example
    void threeUnequalChancesByHand() {
        double[] found = GeneralisedBinomial.distribution(new double[] {0.1, 0.2, 0.5});
        assertThat(found[0]).as("0.9 · 0.8 · 0.5").isCloseTo(0.36, within(1e-15));
        assertThat(found[1])
                .as("0.1 · 0.8 · 0.5 + 0.9 · 0.2 · 0.5 + 0.9 · 0.8 · 0.5")
                .isCloseTo(0.49, within(1e-15));
        assertThat(found[2])
                .as("0.1 · 0.2 · 0.5 + 0.1 · 0.8 · 0.5 + 0.9 · 0.2 · 0.5")
                .isCloseTo(0.14, within(1e-15));
        assertThat(found[3]).as("0.1 · 0.2 · 0.5").isCloseTo(0.01, within(1e-15));
        assertThat(GeneralisedBinomial.atLeast(new double[] {0.1, 0.2, 0.5}, 2)).isCloseTo(0.15, within(1e-15));
    }

    @Example
    void equalChancesAreTheBinomialOfTheTables() {
        double[] even = new double[20];
        java.util.Arrays.fill(even, 0.5);
        assertThat(GeneralisedBinomial.atLeast(even, 15)).isCloseTo(0.0207, within(0.00005));
        double[] fifth = new double[10];
        java.util.Arrays.fill(fifth, 0.2);
        assertThat(GeneralisedBinomial.atLeast(fifth, 5)).isCloseTo(0.0328, within(0.00005));
    }

    @Property
    void aDistributionAddsUpToOneWithItsMean(@ForAll @Size(max = 60) List<@DoubleRange(max = 1) Double> some) {
        double[] chances = some.stream().mapToDouble(d -> d).toArray();
        double[] found = GeneralisedBinomial.distribution(chances);
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < found.length; k++) {
            sum += found[k];
            mean += k * found[k];
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(GeneralisedBinomial.expected(chances), within(1e-9));
        assertThat(GeneralisedBinomial.atLeast(chances, 0)).isCloseTo(1, within(1e-9));
    }

    @Example
    void twoWhoAreBothWrongAgreeByTheSquaresOfTheShares() {
        AnsweredItem item = new AnsweredItem(1, Map.of(1, 60L, 2, 30L, 4, 6L, 0, 4L));
        assertThat(item.sameWrong()).as("(30² + 6²) / 40²").isCloseTo(0.585, within(1e-12));
        assertThat(item.difficulty()).as("ln(40.5 / 60.5)").isCloseTo(-0.40134, within(0.00001));
        assertThat(new AnsweredItem(1, Map.of(1, 7L)).sameWrong())
                .as("nothing is known: taken as certain")
                .isEqualTo(1);
    }

    @Example
    void agreementIsCountedOnSharedItemsOnlyAndNeverForRightOrBlank() {
        AnsweredItem even = new AnsweredItem(1, Map.of(1, 50L, 2, 25L, 4, 25L));
        Similarity.Sheet one = Similarity.Sheet.of(Map.of(1, 1, 2, 2, 3, 0, 4, 4, 5, 2), n -> even);
        Similarity.Sheet other = Similarity.Sheet.of(Map.of(1, 1, 2, 2, 3, 0, 4, 2, 9, 2), n -> even);
        Similarity.Agreement found = Similarity.of(one, other, n -> even);
        assertThat(found.observed()).isEqualTo(1);
        assertThat(found.chances()).hasSize(4);
        assertThat(one.ability()).as("1 of 5 right at even items: ln(1/4)").isCloseTo(-1.3863, within(0.0001));
        assertThat(found.chances()[0]).as("0.8 · 0.8 · ½").isCloseTo(0.32, within(0.0001));
    }

    @Example
    void answersThatArriveTogetherTellNoTimes() {
        Instant start = Instant.parse("2026-11-01T01:00:00Z");
        List<Act> acts = List.of(
                new Act(0, start),
                new Act(1, start.plusSeconds(5)),
                new Act(2, start.plusSeconds(7)),
                new Act(3, start.plusSeconds(60)),
                new Act(4, start.plusSeconds(60)),
                new Act(1, start.plusSeconds(61)),
                new Act(5, start.plusMillis(62_500)));
        assertThat(AnswerTimes.of(acts)).isEqualTo(Map.of(1, 5.0, 2, 2.0, 5, 1.5));
    }

    @Example
    void fastRightAnswersAreHeldAgainstGuessing() {
        List<FastAnswers.Answer> answers = List.of(
                new FastAnswers.Answer(1, true, 0.5),
                new FastAnswers.Answer(2.9, true, 0.25),
                new FastAnswers.Answer(3, true, 0.25),
                new FastAnswers.Answer(0.5, false, 0.5));
        FastAnswers.Found found = FastAnswers.of(answers, 3);
        assertThat(found.right()).isEqualTo(2);
        assertThat(found.chances()).containsExactly(0.5, 0.25, 0.5);
        assertThat(found.probability())
                .as("two of them or more: 0.5·0.25·0.5 twice, 0.5·0.75·0.5, 0.5·0.25·0.5")
                .isCloseTo(0.375, within(1e-12));
        assertThat(FastAnswers.guess("TRUE_FALSE", 2)).isEqualTo(0.5);
        assertThat(FastAnswers.guess("MULTIPLE", 4)).as("eleven sets").isCloseTo(1 / 11.0, within(1e-12));
    }

    @Example
    void theFunnelsLimitByHand() {
        assertThat(Funnel.limit(10, 0.5, 0.025))
                .as("P(R ≤ 1) = 11/1024, P(R ≤ 2) = 56/1024: (2 − (56 − 25.6) / 45) / 10")
                .isCloseTo(0.13244, within(0.00001));
        assertThat(Funnel.atMost(5, 20, 0.5)).isCloseTo(0.0207, within(0.00005));
        assertThat(Funnel.atMost(1840, 2000, 0.93)).isBetween(0.03, 0.06);
    }

    @Property
    void limitsEncloseTheRateAndNarrow(
            @ForAll @IntRange(min = 30, max = 3000) int n, @ForAll @DoubleRange(min = 0.05, max = 0.95) double rate) {
        double low = Funnel.limit(n, rate, 0.025);
        double high = Funnel.limit(n, rate, 0.975);
        assertThat(low).isLessThan(rate);
        assertThat(high).isGreaterThan(rate);
        assertThat(Funnel.limit(n, rate, 0.001)).isLessThanOrEqualTo(low);
        assertThat(Funnel.limit(16L * n, rate, 0.975)).isLessThan(high + 1e-9);
    }

    @Example
    void whereACentreLies() {
        assertThat(Funnel.place(50, 100, 0.5)).isEqualTo(Funnel.Place.WITHIN);
        assertThat(Funnel.place(39, 100, 0.5)).isEqualTo(Funnel.Place.LOW);
        assertThat(Funnel.place(34, 100, 0.5)).isEqualTo(Funnel.Place.FAR_LOW);
        assertThat(Funnel.place(61, 100, 0.5)).isEqualTo(Funnel.Place.HIGH);
        assertThat(Funnel.place(66, 100, 0.5)).isEqualTo(Funnel.Place.FAR_HIGH);
        assertThat(Funnel.place(3, 3, 0.5)).as("three say nothing").isEqualTo(Funnel.Place.WITHIN);
    }

    @Example
    void seatsStandToEachOtherAsTheirLabelsTell() {
        Seating room = new Seating(List.of("A01", "A02", "A03", "B01", "B02", "B10"));
        assertThat(room.between("A01", "A02").orElseThrow().relation()).isEqualTo(Seating.Relation.BESIDE);
        assertThat(room.between("A02", "B02").orElseThrow().relation()).isEqualTo(Seating.Relation.BEHIND);
        assertThat(room.between("B01", "A02").orElseThrow().relation()).isEqualTo(Seating.Relation.DIAGONAL);
        assertThat(room.between("A01", "A03").orElseThrow()).isEqualTo(new Seating.Distance(0, 2));
        assertThat(room.between("A03", "B10").orElseThrow().neighbours()).isFalse();
        assertThat(room.between("A01", null)).isEmpty();
        assertThat(room.between("A01", "C01")).isEmpty();
        Seating numbers = new Seating(List.of("9", "10", "11", "20"));
        assertThat(numbers.between("10", "20").orElseThrow().relation()).isEqualTo(Seating.Relation.BEHIND);
        assertThat(numbers.between("10", "11").orElseThrow().neighbours())
                .as("the end of a row of ten and the beginning of the next")
                .isFalse();
    }
}
