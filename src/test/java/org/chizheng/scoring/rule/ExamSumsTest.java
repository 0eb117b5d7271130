package org.chizheng.scoring.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Figures of an examination from its sums. */
class ExamSumsTest {
    private static ExamSums of(List<Integer> points) {
        long squares = points.stream().mapToLong(p -> (long) p * p).sum();
        long sum = points.stream().mapToLong(p -> p).sum();
        long passed = points.stream().filter(p -> p >= 80).count();
        int n = points.size();
        return new ExamSums(n + 1, n, n, passed, sum, squares, n, 60 * sum, 3600 * squares);
    }

    @Property
    void whatIsAddedByParts(
            @ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> one,
            @ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> other) {
        List<Integer> all =
                java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
        ExamSums parts = of(one).plus(of(other));
        ExamSums whole = of(all);
        assertThat(parts.mean()).isEqualTo(whole.mean());
        assertThat(parts.spread()).isEqualTo(whole.spread());
        assertThat(parts.passRate()).isEqualTo(whole.passRate());
        assertThat(parts.minutes()).isEqualTo(whole.minutes());
    }

    @Property
    void theSpreadIsTheTextbooks(@ForAll @Size(min = 2, max = 40) List<@IntRange(max = 100) Integer> points) {
        double mean = points.stream().mapToInt(p -> p).average().orElseThrow();
        double squares =
                points.stream().mapToDouble(p -> (p - mean) * (p - mean)).sum();
        double spread = Math.sqrt(squares / (points.size() - 1));
        assertThat(of(points).spread().orElseThrow().doubleValue()).isCloseTo(spread, within(0.0501));
        assertThat(of(points).minutesSpread().orElseThrow().doubleValue()).isCloseTo(spread, within(0.0501));
    }

    @Example
    void nearlyAllIsNeverPrintedAsAll() {
        ExamSums sums = new ExamSums(100_000, 100_000, 100_000, 99_999, 0, 0, 0, 0, 0);
        assertThat(sums.passRate()).contains(new BigDecimal("99.99"));
    }

    @Example
    void nothingIsNotZero() {
        assertThat(ExamSums.NONE.passRate()).isEmpty();
        assertThat(ExamSums.NONE.mean()).isEmpty();
        assertThat(ExamSums.NONE.spread()).isEmpty();
        assertThat(ExamSums.NONE.minutes()).isEmpty();
        assertThat(ExamSums.NONE.absentRate()).isEmpty();
    }

    @Example
    void aPeriodThatIsNoneIsTheLastTwelveMonths() {
        LocalDate today = LocalDate.of(2026, 11, 26);
        Period usual = new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 30));
        assertThat(Period.asked(null, "", today)).isEqualTo(usual);
        assertThat(Period.asked("x", "+999999999-12-31", today)).isEqualTo(usual);
    }

    @Example
    void whateverIsAskedForWholeMonthsAreTold() {
        LocalDate today = LocalDate.of(2026, 11, 26);
        Period asked = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28));
        assertThat(Period.asked("2026-01", "2026-02", today)).isEqualTo(asked);
        assertThat(Period.asked("2026-01-15", "2026-02-03", today)).isEqualTo(asked);
        assertThat(asked.firstMonth() + " " + asked.lastMonth()).isEqualTo("2026-01 2026-02");
    }
}
