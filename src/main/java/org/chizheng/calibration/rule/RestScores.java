package org.chizheng.calibration.rule;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Sums over rest scores, shares of the other items answered right, of a group of candidates. Whole numbers (scores to 10⁻⁵), so
 * that the order of adding does not matter, and that they can be kept and added to later.
 */
public final class RestScores {
    private static final int UNIT = 100_000;
    static final int BINS = 101;
    private long times;
    private long sum;
    private long squares;
    /** By per cent. */
    private final long[] histogram = new long[BINS];

    /** As they were kept: {@link #times}, {@link #sum}, {@link #squares} and {@link #histogram}. */
    public static RestScores kept(long times, long sum, long squares, long[] histogram) {
        RestScores scores = new RestScores();
        scores.times = times;
        scores.sum = sum;
        scores.squares = squares;
        System.arraycopy(histogram, 0, scores.histogram, 0, BINS);
        return scores;
    }

    /**
     * @param right of the other items
     * @param others how many those are, 1 or more
     */
    void add(int right, int others, int candidates) {
        long rest = Math.round((double) UNIT * right / others);
        times += candidates;
        sum += candidates * rest;
        squares += candidates * rest * rest;
        histogram[(int) Math.round((BINS - 1.0) * right / others)] += candidates;
    }

    public void plus(RestScores other) {
        times += other.times;
        sum += other.sum;
        squares += other.squares;
        for (int bin = 0; bin < BINS; bin++) {
            histogram[bin] += other.histogram[bin];
        }
    }

    /** Candidates. */
    public long times() {
        return times;
    }

    /** Of the rest scores, in hundred-thousandths. */
    public long sum() {
        return sum;
    }

    /** Of the squared rest scores, in those of hundred-thousandths. */
    public long squares() {
        return squares;
    }

    /** Candidates by rest score in per cent, 0 to 100. */
    public long[] histogram() {
        return Arrays.copyOf(histogram, BINS);
    }

    OptionalDouble mean() {
        return times == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / UNIT / times);
    }

    /** Standard error of the mean; from two candidates on. */
    OptionalDouble standardError() {
        return times < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squareSum() / times / (times - 1)) / UNIT);
    }

    /** Sum of squared distances from the mean. */
    private double squareSum() {
        return Math.max(0, squares - (double) sum / times * sum);
    }

    /** Correlation of rest score and belonging to a part of this group; empty if either does not vary. */
    OptionalDouble correlation(RestScores part) {
        double among = (double) part.times * (times - part.times) / Math.max(1, times);
        double scale = Math.sqrt(among * squareSum());
        return scale > 0
                ? OptionalDouble.of((part.sum - (double) sum / times * part.times) / scale)
                : OptionalDouble.empty();
    }

    /**
     * How many of a part are among the so many of this group with the highest rest scores; of candidates level at the border,
     * an even share.
     */
    double highest(RestScores part, double size) {
        return extreme(part, size, BINS - 1, -1);
    }

    double lowest(RestScores part, double size) {
        return extreme(part, size, 0, 1);
    }

    private double extreme(RestScores part, double size, int first, int direction) {
        double left = size;
        double found = 0;
        for (int bin = first; left > 0 && bin >= 0 && bin < BINS; bin += direction) {
            if (histogram[bin] > 0) {
                double share = Math.min(1, left / histogram[bin]);
                found += share * part.histogram[bin];
                left -= histogram[bin];
            }
        }
        return found;
    }
}
