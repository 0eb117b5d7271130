package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {
    /** Quantiles from the tables, and p values as R prints them. */
    @ParameterizedTest
    @CsvSource({
        "3.841459, 1, 0.05",
        "6.634897, 1, 0.01",
        "5.991465, 2, 0.05",
        "18.307038, 10, 0.05",
        "29.588298, 10, 0.001",
        "124.342113, 100, 0.05",
        "31.70, 21, 0.0628"
    })
    void theTailIsThatOfTheTables(double value, int degrees, double chance) {
        assertThat(ChiSquare.beyond(value, degrees)).isEqualTo(chance, within(5e-5));
    }

    @Test
    void theTailRunsFromOneToNothing() {
        for (int degrees = 1; degrees < 50; degrees++) {
            assertThat(ChiSquare.beyond(0, degrees)).isEqualTo(1);
            assertThat(ChiSquare.beyond(1e4, degrees)).isZero();
            double before = 1;
            for (double value = 0.5; value < 1500; value *= 1.3) {
                double chance = ChiSquare.beyond(value, degrees);
                assertThat(chance).isBetween(0.0, before + 1e-12);
                before = chance;
            }
        }
    }
}
