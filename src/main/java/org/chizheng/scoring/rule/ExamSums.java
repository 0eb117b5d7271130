package org.chizheng.scoring.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Sums over candidates from which every figure of an examination is made; sums of sessions are sums of their sums.
 *
 * @param candidates enrolled
 * @param present checked in
 * @param scored with a released result
 * @param points sum of raw scores, squares the sum of their squares
 * @param timed closed sittings, seconds the sum of their lengths from begin to hand-in
 */
public record ExamSums(
        long candidates,
        long present,
        long scored,
        long passed,
        long points,
        long squares,
        long timed,
        long seconds,
        long secondSquares) {
    public static final ExamSums NONE = new ExamSums(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public ExamSums {
        if (present > candidates || passed > scored || present < 0 || passed < 0) {
            throw new IllegalArgumentException(present + " of " + candidates + ", " + passed + " of " + scored);
        }
    }

    public ExamSums plus(ExamSums other) {
        return new ExamSums(
                candidates + other.candidates,
                present + other.present,
                scored + other.scored,
                passed + other.passed,
                points + other.points,
                squares + other.squares,
                timed + other.timed,
                seconds + other.seconds,
                secondSquares + other.secondSquares);
    }

    public long absent() {
        return candidates - present;
    }

    /** Passed of scored in per cent with two decimals, rounded down, so that 99.999 % never prints as 100 %; empty when nobody was scored. */
    public Optional<BigDecimal> passRate() {
        return share(passed, scored);
    }

    /** Absent of enrolled in per cent with two decimals, rounded down; empty when nobody was enrolled. */
    public Optional<BigDecimal> absentRate() {
        return share(absent(), candidates);
    }

    private static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.FLOOR));
    }

    /** Points, with one decimal; empty when nobody was scored. */
    public Optional<BigDecimal> mean() {
        return quotient(points, scored);
    }

    /** Standard deviation of the points within those who were scored (divided by their number less one), with one decimal; empty for fewer than two. */
    public Optional<BigDecimal> spread() {
        return deviation(points, squares, scored, 1);
    }

    /** Minutes from begin to hand-in, with one decimal; empty when nobody handed in. */
    public Optional<BigDecimal> minutes() {
        return timed == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60 * timed), 1, RoundingMode.HALF_UP));
    }

    /** Standard deviation of the minutes, with one decimal; empty for fewer than two. */
    public Optional<BigDecimal> minutesSpread() {
        return deviation(seconds, secondSquares, timed, 60);
    }

    private static Optional<BigDecimal> quotient(long sum, long number) {
        return number == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number), 1, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> deviation(long sum, long squares, long number, int unit) {
        if (number < 2) {
            return Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(number);
        BigDecimal spread = BigDecimal.valueOf(squares)
                .multiply(n)
                .subtract(BigDecimal.valueOf(sum).pow(2));
        double variance = spread.doubleValue() / ((double) number * (number - 1));
        return Optional.of(
                BigDecimal.valueOf(Math.sqrt(Math.max(0, variance)) / unit).setScale(1, RoundingMode.HALF_UP));
    }
}
