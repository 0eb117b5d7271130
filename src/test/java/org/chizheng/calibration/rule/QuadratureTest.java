package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {
    private static double moment(Quadrature quadrature, int power) {
        double sum = 0;
        for (int q = 0; q < quadrature.size(); q++) {
            sum += quadrature.weights()[q] * Math.pow(quadrature.nodes()[q], power);
        }
        return sum;
    }

    /** Moments of N(0, 1) are 0 for odd powers and 1 · 3 · 5 … for even ones. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 21, 40})
    void gaussHermiteHasAllMomentsUpToTwiceItsSize(int size) {
        Quadrature quadrature = Quadrature.gaussHermite(size);
        double expected = 1;
        for (int power = 0; power < Math.min(2 * size, 20); power += 2) {
            assertThat(moment(quadrature, power) / expected).isEqualTo(1, within(1e-9));
            assertThat(moment(quadrature, power + 1) / expected).isEqualTo(0, within(1e-9));
            expected *= power + 1;
        }
    }

    /** Abramowitz & Stegun, table 25.10, n = 5, times √2 and divided by √π. */
    @Test
    void gaussHermiteOfFiveIsThatOfTheTable() {
        Quadrature five = Quadrature.gaussHermite(5);
        double root = Math.sqrt(2);
        assertThat(five.nodes())
                .containsExactly(
                        new double[] {
                            -2.020182870456086 * root,
                            -0.958572464613819 * root,
                            0,
                            0.958572464613819 * root,
                            2.020182870456086 * root
                        },
                        within(1e-12));
        assertThat(five.weights()[2]).isEqualTo(0.9453087204829 / Math.sqrt(Math.PI), within(1e-12));
        assertThat(five.weights()[0]).isEqualTo(0.01995324205905 / Math.sqrt(Math.PI), within(1e-12));
    }

    @Test
    void equallySpacedNodesDoForSmoothFunctions() {
        Quadrature quadrature = Quadrature.equallySpaced(41, 5);
        assertThat(quadrature.nodes()).startsWith(-5, -4.75).endsWith(5);
        assertThat(moment(quadrature, 0)).isEqualTo(1, within(1e-12));
        assertThat(moment(quadrature, 2)).isEqualTo(1, within(2e-5));
        assertThat(moment(quadrature, 4)).isEqualTo(3, within(5e-4));
    }

    @Test
    void oneNodeIsNone() {
        assertThatThrownBy(() -> Quadrature.gaussHermite(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quadrature(new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
