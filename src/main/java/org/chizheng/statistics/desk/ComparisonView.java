package org.chizheng.statistics.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chizheng.statistics.desk.rule.Verdict;

/**
 * Cities beside each other.
 *
 * @param smallCell below so many required a group of a city is left out of its standardized rate
 */
public record ComparisonView(
        LocalDate asOf, Instant knownAt, long smallCell, long required, String percent, List<Row> rows) {
    public ComparisonView {
        rows = List.copyOf(rows);
    }

    /**
     * A city. Shares and rates are per cent.
     *
     * @param rank 1 for the worst of those that are below by more than chance; null for the others
     * @param standardized rate with the province's mix, null where less than half of it can be compared
     * @param compared share of the province's mix that was compared
     * @param smallGroups groups left out for being too small
     * @param expected rate that the province's rates give for the city's own mix
     * @param low from where the rate is within the limits of 95 %; high up to where; farLow and farHigh those of 99.8 %
     */
    public record Row(
            Integer rank,
            String code,
            String zh,
            String en,
            long required,
            long covered,
            Mix mix,
            String percent,
            String standardized,
            String compared,
            int smallGroups,
            String expected,
            String farLow,
            String low,
            String high,
            String farHigh,
            Verdict verdict) {}

    /** Shares of the required, in per cent; null where nothing is required. */
    public record Mix(String principals, String managers, String operators, String highRisk) {
        static Mix of(long principals, long managers, long operators, long highRisk, long required) {
            return new Mix(
                    share(principals, required),
                    share(managers, required),
                    share(operators, required),
                    share(highRisk, required));
        }
    }

    /** With one decimal, rounded. */
    static String share(double part, double whole) {
        return whole == 0 ? null : rounded(100 * part / whole, 1);
    }

    static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
