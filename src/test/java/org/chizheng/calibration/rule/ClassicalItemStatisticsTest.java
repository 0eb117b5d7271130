package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

import org.chizheng.calibration.rule.ItemStatistics.Chosen;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicalItemStatisticsTest {
    private static ClassicalItemStatistics of(int[] options, Responses... sessions) {
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(options);
        for (Responses session : sessions) {
            statistics.absorb(session);
        }
        return statistics;
    }

    /** ltm's descript and mirt's itemstats print these: share right, correlation with the total without the item. */
    @ParameterizedTest
    @CsvSource({
        "6, 0, 0.924, 0.1128",
        "6, 1, 0.709, 0.1532",
        "6, 2, 0.553, 0.1728",
        "6, 3, 0.763, 0.1444",
        "6, 4, 0.870, 0.1216",
        "7, 0, 0.828, 0.246",
        "7, 1, 0.658, 0.247",
        "7, 2, 0.772, 0.313",
        "7, 3, 0.606, 0.223",
        "7, 4, 0.843, 0.175"
    })
    void lsatIsThatOfLtmAndMirt(int section, int item, double facility, double pointBiserial) {
        ItemStatistics statistics =
                of(new int[5], section == 6 ? Lsat.SIX : Lsat.SEVEN).item(item);
        assertThat(statistics.responses()).isEqualTo(1000);
        assertThat(statistics.facility().orElseThrow()).isEqualTo(facility, within(1e-12));
        assertThat(statistics.pointBiserial().orElseThrow())
                .isEqualTo(pointBiserial, within(section == 6 ? 5e-5 : 5e-4));
    }

    /** ltm: alpha 0.2950; mirt: standard errors of measurement 0.869 and 0.886, alpha 0.453. */
    @Test
    void reliabilityOfLsatIsThatOfLtmAndMirt() {
        Reliability six = of(new int[5], Lsat.SIX).reliability().orElseThrow();
        assertThat(six.items()).isEqualTo(5);
        assertThat(six.alpha()).isEqualTo(0.2950, within(5e-5));
        assertThat(six.error()).isEqualTo(0.869, within(5e-4));
        Reliability seven = of(new int[5], Lsat.SEVEN).reliability().orElseThrow();
        assertThat(seven.alpha()).isEqualTo(0.453, within(5e-4));
        assertThat(seven.error()).isEqualTo(0.886, within(5e-4));
        assertThat(seven.dependability()).isLessThan(seven.alpha());
        assertThat(seven.drawnError()).isGreaterThan(seven.error());
    }

    /**
     * Ten candidates with 0 to 9 of the other items right; those with 5 and more have the item right, with option 2. Rest
     * scores are kept to 10⁻⁵.
     */
    @Test
    void aSmallExampleByHand() {
        Responses.Builder builder = Responses.of(10);
        for (int n = 0; n < 10; n++) {
            builder.candidate().answer(0, n >= 5, n >= 5 ? 0b10 : n == 0 ? 0 : n == 4 ? 0b101 : 0b1);
            for (int item = 1; item < 10; item++) {
                builder.answer(item, item <= n);
            }
        }
        ItemStatistics item =
                of(new int[] {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}, builder.build()).item(0);
        assertThat(item.facility()).hasValue(0.5);
        assertThat(item.discrimination()).hasValue(1);
        assertThat(item.pointBiserial().orElseThrow()).isEqualTo(2.5 / Math.sqrt(8.25), within(1e-5));
        assertThat(item.right().times()).isEqualTo(5);
        assertThat(item.right().rest().orElseThrow()).isEqualTo(7.0 / 9, within(1e-5));
        assertThat(item.right().restError().orElseThrow()).isEqualTo(Math.sqrt(2.5 / 5) / 9, within(1e-5));
        assertThat(item.right().upper().orElseThrow()).isEqualTo(1, within(1e-12));
        assertThat(item.options()).extracting(Chosen::times).containsExactly(4L, 5L, 1L, 0L);
        assertThat(item.options()).extracting(Chosen::options).containsExactly(1, 2, 4, 8);
        assertThat(item.options().get(0).share()).hasValue(0.4);
        assertThat(item.options().get(0).rest().orElseThrow()).isEqualTo(2.5 / 9, within(1e-5));
        assertThat(item.options().get(2).restError()).isEmpty();
        assertThat(item.options().get(3).rest()).isEmpty();
        assertThat(item.answers()).extracting(Chosen::options).containsExactly(0b0, 0b1, 0b10, 0b101);
        assertThat(item.answers()).extracting(Chosen::times).containsExactly(1L, 3L, 5L, 1L);
    }

    /**
     * At the border of the upper 27 of 100 stand 50 candidates level, 10 of whom have the item right: an even share of them
     * belongs to the group.
     */
    @Test
    void candidatesLevelAtTheBorderCountInPart() {
        Responses.Builder builder = Responses.of(3);
        builder.candidates(2).answer(0, true).answer(1, true).answer(2, true);
        builder.candidates(10).answer(0, true).answer(1, true).answer(2, false);
        builder.candidates(40).answer(0, false).answer(1, true).answer(2, false);
        builder.candidates(48).answer(0, false).answer(1, false).answer(2, false);
        ItemStatistics item = of(new int[3], builder.build()).item(0);
        assertThat(item.discrimination().orElseThrow()).isEqualTo((2 + 25 * 0.2) / 27, within(1e-12));
    }

    @RepeatedTest(20)
    void sessionsOneByOneGiveWhatAllAtOnceGives(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] options = new int[12];
        for (int i = 0; i < options.length; i++) {
            options[i] = 2 + random.nextInt(4);
        }
        Responses.Builder all = Responses.of(12);
        List<Responses> sessions = new ArrayList<>();
        for (int s = 0; s < 1 + random.nextInt(5); s++) {
            Responses.Builder session = Responses.of(12);
            for (int n = random.nextInt(20); n > 0; n--) {
                int times = 1 + random.nextInt(2);
                session.candidates(times);
                all.candidates(times);
                for (int item = 0; item < 12; item++) {
                    if (random.nextInt(3) > 0) {
                        boolean right = random.nextInt(12) > item;
                        int chosen = random.nextInt(1 << options[item]);
                        session.answer(item, right, chosen);
                        all.answer(item, right, chosen);
                    }
                }
            }
            sessions.add(session.build());
        }
        ClassicalItemStatistics once = of(options, all.build());
        ClassicalItemStatistics parts = of(options, sessions.toArray(Responses[]::new));
        ClassicalItemStatistics sums = new ClassicalItemStatistics(options);
        sessions.stream()
                .sorted(Comparator.comparing(Responses::candidates))
                .forEach(session -> sums.absorb(of(options, session)));
        for (int item = 0; item < 12; item++) {
            assertThat(parts.item(item)).isEqualTo(once.item(item));
            assertThat(sums.item(item)).isEqualTo(once.item(item));
            assertBounds(once.item(item));
        }
        assertThat(parts.reliability()).isEqualTo(once.reliability());
        assertThat(sums.reliability()).isEqualTo(once.reliability());
    }

    private static void assertBounds(ItemStatistics item) {
        item.facility().ifPresent(p -> assertThat(p).isBetween(0.0, 1.0));
        item.pointBiserial().ifPresent(r -> assertThat(r).isBetween(-1 - 1e-9, 1 + 1e-9));
        item.discrimination().ifPresent(d -> assertThat(d).isBetween(-1 - 1e-9, 1 + 1e-9));
        assertThat(item.answers().stream().mapToLong(Chosen::times).sum()).isEqualTo(item.responses());
        for (Chosen answer : item.answers()) {
            answer.rest().ifPresent(rest -> assertThat(rest).isBetween(0.0, 1.0));
            answer.restError().ifPresent(error -> assertThat(error).isBetween(0.0, 1.0));
            answer.upper().ifPresent(upper -> assertThat(upper).isBetween(0.0, 1 + 1e-9));
        }
    }

    @Test
    void withNobodyThereIsNothingToSay() {
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[] {3});
        ItemStatistics item = statistics.item(0);
        assertThat(item.responses()).isZero();
        assertThat(List.of(item.facility(), item.pointBiserial(), item.discrimination()))
                .containsOnly(OptionalDouble.empty());
        assertThat(item.options()).hasSize(3).allSatisfy(option -> {
            assertThat(option.share()).isEmpty();
            assertThat(option.rest()).isEmpty();
            assertThat(option.upper()).isEmpty();
        });
        assertThat(item.answers()).isEmpty();
        assertThat(statistics.reliability()).isEmpty();
    }

    @Test
    void whatDoesNotVaryDoesNotCorrelate() {
        Responses same =
                Responses.of(2).candidates(50).answer(0, true).answer(1, true).build();
        ClassicalItemStatistics statistics = of(new int[2], same);
        assertThat(statistics.item(0).facility()).hasValue(1);
        assertThat(statistics.item(0).pointBiserial()).isEmpty();
        assertThat(statistics.item(0).discrimination()).hasValue(0);
        assertThat(statistics.reliability()).isEmpty();
        Responses one =
                Responses.of(2).candidate().answer(0, true).answer(1, false).build();
        assertThat(of(new int[2], one).item(0).discrimination()).isEmpty();
        assertThat(of(new int[2], one).reliability()).isEmpty();
    }

    @Test
    void aCandidateWithOneItemHasNoRest() {
        Responses single = Responses.of(2).candidates(9).answer(0, true).build();
        assertThat(of(new int[2], single).item(0).responses()).isZero();
    }

    @Test
    void anOptionThatThereIsNotIsAFaultAndNothingIsAdded() {
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[] {2, 2});
        Responses wrong = Responses.of(2)
                .candidate()
                .answer(0, true, 1)
                .answer(1, true, 4)
                .build();
        assertThatThrownBy(() -> statistics.absorb(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThat(statistics.item(0).responses()).isZero();
        assertThatThrownBy(() -> statistics.absorb(new ClassicalItemStatistics(new int[] {2})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClassicalItemStatistics(new int[] {31}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
