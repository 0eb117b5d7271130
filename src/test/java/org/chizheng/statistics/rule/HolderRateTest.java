package org.chizheng.statistics.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class HolderRateTest {
    @ParameterizedTest
    @CsvSource({
        "9999, 10000, 99.99",
        "19999, 20000, 99.99",
        "999999999, 1000000000, 99.99",
        "2, 3, 66.66",
        "1, 20000, 0.00",
        "0, 7, 0.00",
        "7, 7, 100.00"
    })
    void thePercentageIsCutNeverRounded(long numerator, long denominator, String percent) {
        assertThat(new HolderRate(numerator, denominator).percent()).contains(new BigDecimal(percent));
    }

    @Test
    void nothingRequiredIsNotApplicable() {
        assertThat(new HolderRate(0, 0).percent()).isEmpty();
    }

    @Test
    void moreCoveredThanRequiredIsAFaultOfTheCounting() {
        assertThatThrownBy(() -> new HolderRate(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HolderRate(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theRateIsTheLargestHundredthThatIsNotMoreThanTheTruth(
            @ForAll @LongRange(min = 1, max = 100_000_000) long denominator,
            @ForAll @IntRange(max = 1_000_000) int share) {
        long numerator = denominator * share / 1_000_000;
        long hundredths = new HolderRate(numerator, denominator)
                .percent()
                .orElseThrow()
                .movePointRight(2)
                .longValueExact();
        assertThat(hundredths * denominator).isLessThanOrEqualTo(numerator * 10_000);
        assertThat((hundredths + 1) * denominator).isGreaterThan(numerator * 10_000);
    }

    @Property
    void aHundredPerCentMeansEveryOne(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long denominator,
            @ForAll @IntRange(max = 100) int missing) {
        long numerator = Math.max(0, denominator - missing);
        boolean full =
                new HolderRate(numerator, denominator).percent().orElseThrow().intValue() == 100;
        assertThat(full).isEqualTo(numerator == denominator);
    }
}
