package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import org.chizheng.calibration.rule.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemAdviceTest {
    private static final int KEY = 0b1;

    /** Chance of each answer to item 0 for a candidate of an ability; the other 20 items are Rasch items. */
    private interface Answers {
        int chosen(double ability, Random random);
    }

    private static ItemStatistics statistics(int candidates, Answers answers) {
        Random random = new Random(12);
        Responses.Builder builder = Responses.of(21);
        for (int n = 0; n < candidates; n++) {
            double ability = random.nextGaussian();
            int chosen = answers.chosen(ability, random);
            builder.candidate().answer(0, chosen == KEY, chosen);
            for (int item = 1; item <= 20; item++) {
                boolean right = random.nextDouble() < 1 / (1 + Math.exp((item - 10) / 8.0 - ability));
                builder.answer(item, right, right ? 1 : 2);
            }
        }
        int[] options = new int[21];
        Arrays.fill(options, 4);
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(options);
        statistics.absorb(builder.build());
        return statistics.item(0);
    }

    /** The key with the chance of a Rasch item of this difficulty, else one of the other three options. */
    private static int rasch(double difficulty, double ability, Random random) {
        return random.nextDouble() < 1 / (1 + Math.exp(difficulty - ability)) ? KEY : 2 << random.nextInt(3);
    }

    private static List<Finding> advice(ItemStatistics item) {
        return ItemAdvice.of(item, KEY, Optional.empty(), Thresholds.USUAL);
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    @Test
    void ofAGoodItemThereIsNothingToSay() {
        assertThat(advice(statistics(1000, (ability, random) -> rasch(0, ability, random))))
                .isEmpty();
    }

    /** Those who know choose option 3, and the key is option 1. */
    @Test
    void aKeyThatTheBestDoNotChooseIsProbablyWrong() {
        List<Finding> findings = advice(statistics(1000, (ability, random) -> switch (rasch(0, ability, random)) {
            case 1 -> 4;
            case 4 -> 1;
            default -> 2 << 2 * random.nextInt(2);
        }));
        assertThat(kinds(findings)).startsWith(Kind.KEY_PROBABLY_WRONG).contains(Kind.DISCRIMINATES_BADLY);
        Finding key = findings.get(0);
        assertThat(key.options()).hasValue(4);
        assertThat(key.figures().get("rest score"))
                .isGreaterThan(key.figures().get("rest score with the key")
                        + 3 * key.figures().get("standard error of the difference"));
        assertThat(key.figures().get("share of the upper group"))
                .isGreaterThan(key.figures().get("share of the upper group with the key"));
        assertThat(key.figures().get("choosers")).isGreaterThan(300);
        assertThat(findings.stream().filter(f -> f.kind() == Kind.KEY_PROBABLY_WRONG))
                .hasSize(1);
    }

    /** Where several options are right: those who know leave out option 1, or choose option 2 besides. */
    @ParameterizedTest
    @CsvSource({"4", "3", "7"})
    void aSetOfOptionsMayBeTheRightAnswerToo(int truth) {
        List<Finding> findings = advice(statistics(
                1000, (ability, random) -> rasch(0, ability, random) == KEY ? truth : 1 + 7 * random.nextInt(2)));
        assertThat(findings.get(0).kind()).isEqualTo(Kind.KEY_PROBABLY_WRONG);
        assertThat(findings.get(0).options()).hasValue(truth);
    }

    /** The best few fall for option 2; but the upper group as a whole chooses the key, so it stays right. */
    @Test
    void aDistractorForTheVeryBestDoesNotMakeTheKeyWrong() {
        List<Finding> findings = advice(statistics(
                2000,
                (ability, random) -> ability > 1.2 && random.nextInt(2) == 0 ? 2 : random.nextInt(10) == 0 ? 12 : KEY));
        assertThat(kinds(findings)).doesNotContain(Kind.KEY_PROBABLY_WRONG);
    }

    /** Chance alone must not accuse a key: 200 items answered at random, one option as good as the other. */
    @Test
    void guessingDoesNotMakeKeysWrong() {
        Random random = new Random(13);
        Responses.Builder builder = Responses.of(200);
        for (int n = 0; n < 400; n++) {
            builder.candidate();
            for (int item = 0; item < 200; item++) {
                int chosen = 1 << random.nextInt(4);
                builder.answer(item, chosen == KEY, chosen);
            }
        }
        int[] options = new int[200];
        Arrays.fill(options, 4);
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(options);
        statistics.absorb(builder.build());
        List<Finding> findings = new ArrayList<>();
        for (int item = 0; item < 200; item++) {
            findings.addAll(advice(statistics.item(item)));
        }
        assertThat(findings.stream().filter(f -> f.kind() == Kind.KEY_PROBABLY_WRONG))
                .hasSizeLessThan(4);
        assertThat(findings.stream().filter(f -> f.kind() == Kind.DISCRIMINATES_BADLY))
                .hasSizeGreaterThan(190);
    }

    @ParameterizedTest
    @CsvSource({"-4.5, TOO_EASY", "2.5, TOO_HARD"})
    void facilityHasABoundEitherWay(double difficulty, Kind kind) {
        List<Finding> findings = advice(statistics(2000, (ability, random) -> rasch(difficulty, ability, random)));
        Finding first = findings.get(0);
        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.figures()).containsKeys("facility", "threshold", "responses");
        assertThat(first.figures().get("facility") > first.figures().get("threshold"))
                .isEqualTo(kind == Kind.TOO_EASY);
    }

    @Test
    void answersThatHaveNothingToDoWithAbilityDiscriminateBadly() {
        List<Finding> findings = advice(statistics(1000, (ability, random) -> 1 << random.nextInt(3)));
        assertThat(kinds(findings)).containsExactly(Kind.DISCRIMINATES_BADLY, Kind.OPTION_NEVER_CHOSEN);
        assertThat(findings.get(0).figures().get("point-biserial")).isEqualTo(0, within(0.1));
        assertThat(findings.get(0).figures()).containsKey("upper less lower 27 %");
    }

    @Test
    void aWrongOptionThatNobodyChoosesIsNamed() {
        Answers three = (ability, random) -> rasch(0, ability, random) == KEY ? KEY : 2 << random.nextInt(2);
        List<Finding> findings = advice(statistics(1000, three));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.OPTION_NEVER_CHOSEN);
            assertThat(finding.item()).isZero();
            assertThat(finding.options()).isEqualTo(OptionalInt.of(8));
            assertThat(finding.figures()).containsEntry("share", 0.0).containsEntry("responses", 1000.0);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.9, 0.1, 5, true",
        "0.9, 0.0, 0.1, -5, true",
        "0.0, 0.2, 0.01, 5, false",
        "0.0, 0.9, 0.35, 5, false",
        "0.0, 0.9, 0.1, 2.5, false"
    })
    void driftTakesARobustZAndAShiftBeyondItsError(
            double before, double after, double error, double z, boolean drifted) {
        ItemStatistics item = statistics(1000, (ability, random) -> rasch(0, ability, random));
        List<Finding> findings =
                ItemAdvice.of(item, KEY, Optional.of(new Drift.Shift(before, after, error, z)), Thresholds.USUAL);
        assertThat(kinds(findings)).isEqualTo(drifted ? List.of(Kind.DRIFTED) : List.of());
        findings.forEach(finding -> assertThat(finding.figures())
                .containsEntry("robust z", z)
                .containsEntry("difficulty before", before)
                .containsEntry("difficulty after", after));
    }

    @ParameterizedTest
    @CsvSource({"99, true", "100, false"})
    void ofFewResponsesNothingElseIsSaid(int candidates, boolean few) {
        ItemStatistics item = statistics(candidates, (ability, random) -> KEY);
        List<Finding> findings = ItemAdvice.of(item, KEY, Optional.of(new Drift.Shift(0, 2, 0.1, 9)), Thresholds.USUAL);
        assertThat(findings.get(0).kind()).isEqualTo(few ? Kind.TOO_FEW_RESPONSES : Kind.TOO_EASY);
        assertThat(findings).hasSize(few ? 1 : 5);
        assertThat(findings.get(0).figures()).containsEntry("responses", (double) candidates);
    }

    @Test
    void noResponseAtAllIsTooFewWhateverTheThreshold() {
        ItemStatistics none = new ClassicalItemStatistics(new int[] {4}).item(0);
        Thresholds zero = new Thresholds(0, 0.95, 0.25, 0.15, 0, 3, 3, 0.3);
        assertThat(kinds(ItemAdvice.of(none, KEY, Optional.empty(), zero))).containsExactly(Kind.TOO_FEW_RESPONSES);
    }
}
