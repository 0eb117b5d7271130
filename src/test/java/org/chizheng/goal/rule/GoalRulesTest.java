package org.chizheng.goal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Splits add up, paces are cut to the careful side, shares are never rounded up. */
class GoalRulesTest {
    private static TreeMap<String, Long> keyed(List<Long> values) {
        TreeMap<String, Long> keyed = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            keyed.put("%02d".formatted(i), values.get(i));
        }
        return keyed;
    }

    @Property
    void partsAddUpAndAreWithinOneOfTheirQuota(
            @ForAll @LongRange(max = 100_000_000) long whole,
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1_000_000_000) Long> weights) {
        Map<String, Long> shares = LargestRemainder.split(whole, keyed(weights), Map.of());
        assertThat(shares.values().stream().mapToLong(share -> share).sum()).isEqualTo(whole);
        BigDecimal sum = BigDecimal.valueOf(weights.stream().mapToLong(w -> w).sum());
        keyed(weights)
                .forEach((key, weight) -> assertThat(BigDecimal.valueOf(shares.get(key))
                                .multiply(sum)
                                .subtract(BigDecimal.valueOf(whole).multiply(BigDecimal.valueOf(weight)))
                                .abs())
                        .isLessThan(sum));
    }

    @Property
    void ownSharesAreKeptAndTheOthersTakeTheRest(
            @ForAll @LongRange(max = 1_000_000) long own, @ForAll @LongRange(max = 1_000_000) long rest) {
        Map<String, Long> shares = LargestRemainder.split(own + rest, keyed(List.of(3L, 5L, 7L)), Map.of("01", own));
        assertThat(shares).containsEntry("01", own);
        assertThat(shares.get("00") + shares.get("02")).isEqualTo(rest);
    }

    @Example
    void whatCannotAddUpIsRefused() {
        TreeMap<String, Long> weights = keyed(List.of(1L, 1L));
        assertThatThrownBy(() -> LargestRemainder.split(10, weights, Map.of("00", 11L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.split(10, weights, Map.of("00", 4L, "01", 5L)))
                .as("nobody takes the last one")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LargestRemainder.split(9, weights, Map.of("00", 4L, "01", 5L)))
                .isEqualTo(Map.of("00", 4L, "01", 5L));
    }

    @Example
    void thePlansHalfMillionByTheCountiesOfThirteenCities() {
        TreeMap<String, Long> counties = keyed(List.of(11L, 7L, 10L, 6L, 9L, 7L, 6L, 7L, 9L, 6L, 6L, 6L, 5L));
        Map<String, Long> shares = LargestRemainder.split(500_000, counties, Map.of());
        assertThat(shares.values())
                .containsExactly(
                        57_895L, 36_842L, 52_632L, 31_579L, 47_368L, 36_842L, 31_579L, 36_842L, 47_368L, 31_579L,
                        31_579L, 31_579L, 26_316L);
    }

    @Property
    void aShareIsNeverRoundedUp(
            @ForAll @LongRange(max = 5_000_000) long part, @ForAll @LongRange(min = 1, max = 5_000_000) long whole) {
        Share share = new Share(part, whole);
        BigDecimal percent = share.percent().orElseThrow();
        assertThat(percent.multiply(BigDecimal.valueOf(whole))).isLessThanOrEqualTo(BigDecimal.valueOf(part * 100));
        assertThat(percent.compareTo(BigDecimal.valueOf(100)) >= 0).isEqualTo(part >= whole);
        assertThat(share.reaches(100)).isEqualTo(part >= whole);
    }

    @Example
    void almostAllIsNotAllAndNothingOfNothingIsNoShare() {
        assertThat(new Share(99_999, 100_000).percent()).contains(new BigDecimal("99.99"));
        assertThat(new Share(0, 0).percent()).isEmpty();
        assertThat(new Share(0, 0).reaches(75)).isFalse();
        assertThat(new Share(3, 4).reaches(75)).isTrue();
        assertThat(new Share(749_999, 1_000_000).reaches(75)).isFalse();
    }

    @Property
    void noHiddenCellCanBeFoundFromTheTotal(@ForAll @Size(max = 14) List<@LongRange(max = 40) Long> sizes) {
        Set<Integer> hidden = SmallCells.hidden(sizes, 10);
        if (hidden.size() == 1) {
            assertThat(sizes.stream().filter(size -> size > 0).count())
                    .as("there is no other to take from the total")
                    .isEqualTo(1);
        }
        for (int place = 0; place < sizes.size(); place++) {
            if (sizes.get(place) > 0 && sizes.get(place) < 10) {
                assertThat(hidden).contains(place);
            }
        }
    }

    /** Cities and their total beside each other: whoever takes what is told of a line from its total is left with two cells or more, of ten people or more. */
    @Property
    void noHiddenCellOfATableCanBeFoundFromItsRowOrItsColumn(
            @ForAll @Size(min = 1, max = 6) List<@Size(value = 4) List<@LongRange(max = 25) Long>> rows) {
        long[][] table = new long[rows.size()][];
        for (int row = 0; row < table.length; row++) {
            List<Long> cells = rows.get(row);
            long total = cells.stream().mapToLong(Long::longValue).sum();
            table[row] = java.util.stream.LongStream.concat(
                            cells.stream().mapToLong(Long::longValue), java.util.stream.LongStream.of(total))
                    .toArray();
        }
        boolean[][] hidden = SmallCells.hidden(table, 10);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (table[row][column] < 10) {
                    assertThat(hidden[row][column]).isEqualTo(table[row][column] > 0);
                }
            }
            cannotBeFound(table[row], hidden[row]);
        }
        for (int column = 0; column < table[0].length; column++) {
            long[] sizes = new long[table.length];
            boolean[] untold = new boolean[table.length];
            for (int row = 0; row < table.length; row++) {
                sizes[row] = table[row][column];
                untold[row] = hidden[row][column];
            }
            cannotBeFound(sizes, untold);
        }
    }

    private static void cannotBeFound(long[] sizes, boolean[] hidden) {
        long untold = 0;
        long people = 0;
        long told = 0;
        for (int i = 0; i < sizes.length; i++) {
            untold += hidden[i] ? 1 : 0;
            people += hidden[i] ? sizes[i] : 0;
            told += !hidden[i] && sizes[i] > 0 ? 1 : 0;
        }
        if (untold > 0 && told > 0) {
            assertThat(untold).isGreaterThan(1);
            assertThat(people).isGreaterThanOrEqualTo(10);
        }
    }

    @Example
    void aTableWithoutSmallCellsHidesNothing() {
        assertThat(SmallCells.hidden(new long[][] {{10, 0, 10}, {12, 40, 52}}, 10))
                .isDeepEqualTo(new boolean[][] {{false, false, false}, {false, false, false}});
        assertThat(SmallCells.hidden(new long[][] {{9, 20, 30, 59}, {50, 60, 70, 180}, {11, 12, 90, 113}}, 10))
                .as("beside the nine the twenty of its row, and what is least in both their columns")
                .isDeepEqualTo(new boolean[][] {
                    {true, true, false, false}, {false, false, false, false}, {true, true, false, false}
                });
        assertThat(SmallCells.hidden(new long[0][], 10)).isEmpty();
    }

    @Example
    void thePaceOfAYear() {
        Pace pace = Pace.ofYear(365, 100, 2025, LocalDate.of(2025, 7, 19));
        assertThat(pace.perMonth()).as("100 ÷ 200 days × 365 ÷ 12 = 15.2").hasValue(15);
        assertThat(pace.neededPerMonth()).as("265 ÷ 165 days × 365 ÷ 12 = 48.9").hasValue(49);
        assertThat(pace.projected()).as("100 ÷ 200 × 365 = 182.5").hasValue(182);
        assertThat(pace.reachedOn()).as("730 days from 1 January 2025").contains(LocalDate.of(2026, 12, 31));
        assertThat(pace.reached()).isFalse();
        assertThat(pace.over()).isFalse();
    }

    @Example
    void beforeTheFirstDayNothingIsSaidAndAfterTheLastItIsOver() {
        Pace before = Pace.ofYear(1000, 0, 2030, LocalDate.of(2029, 12, 31));
        assertThat(before.perMonth()).isEmpty();
        assertThat(before.projected()).isEmpty();
        assertThat(before.reachedOn()).isEmpty();
        assertThat(before.neededPerMonth()).hasValue(84);
        Pace after = Pace.ofYear(1000, 999, 2020, LocalDate.of(2026, 1, 1));
        assertThat(after.neededPerMonth()).isEmpty();
        assertThat(after.over()).isTrue();
        assertThat(after.reached()).isFalse();
        assertThat(after.projected()).hasValue(999);
    }

    @Property
    void whoKeepsTheNeededPaceArrives(
            @ForAll @LongRange(min = 1, max = 1_000_000) long target,
            @ForAll @LongRange(max = 1_000_000) long done,
            @ForAll @IntRange(min = 1, max = 364) int day) {
        Pace pace = Pace.ofYear(target, done, 2025, LocalDate.ofYearDay(2025, day));
        long needed = pace.neededPerMonth().orElseThrow();
        assertThat(needed * 12 * (365 - day)).isGreaterThanOrEqualTo(Math.max(0, target - done) * 365);
        pace.reachedOn()
                .ifPresent(on -> assertThat(done
                                * (on.toEpochDay() - LocalDate.of(2025, 1, 1).toEpochDay() + 1))
                        .as("so many days at this pace are enough, one less is not")
                        .isGreaterThanOrEqualTo(target * day)
                        .isLessThan(target * day + done));
    }

    @Example
    void anEnterpriseIsCalledToAnswerForWhatIsWrong() {
        LocalDate day = LocalDate.of(2026, 1, 2);
        assertThat(new Standing(true, 5, 0, 2, day, 5, day).findings(5))
                .extracting(Standing.Finding::kind)
                .containsExactly(WorkKind.NO_SAFETY_MANAGER, WorkKind.UNCERTIFIED, WorkKind.EXPIRING);
        assertThat(new Standing(false, 5, 0, 0, null, 4, day).findings(5)).isEmpty();
        assertThat(new Standing(true, 0, 0, 0, null, 0, null).findings(5))
                .as("nobody on record")
                .isEmpty();
    }

    @Example
    void whatIsClosedStaysClosedAndOnlyAnAnswerIsAccepted() {
        for (WorkState.Act act : WorkState.Act.values()) {
            assertThat(WorkState.CLOSED.allows(act)).isFalse();
        }
        assertThat(WorkState.OPEN.allows(WorkState.Act.ACCEPT)).isFalse();
        assertThat(WorkState.ANSWERED.allows(WorkState.Act.ACCEPT)).isTrue();
        assertThat(WorkState.ACCEPTED.allows(WorkState.Act.ANSWER)).isFalse();
        assertThat(WorkState.Act.GIVE_BACK.to()).isEqualTo(WorkState.OPEN);
    }
}
