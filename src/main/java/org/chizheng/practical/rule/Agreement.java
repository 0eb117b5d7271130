package org.chizheng.practical.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the marks of independent assessors come to. Two who differ by more than the threshold, or of whom one alone saw a veto item, need a third. The third's sum and the nearer of the two others
 * are averaged: an outlier, which is what called the third, then counts nothing, and no one assessor decides alone. Lies the third exactly between the two, neither is the outlier, and the third's
 * own sum, which is the mean of both pairs, stands. A veto item stands when two assessors saw it: it takes away the whole practical, so one pair of eyes is never enough.
 */
public final class Agreement {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Agreement() {}

    /** One assessor's word. @param points 0 to 100; @param vetoes the veto items that were met, by any name that is their own */
    public record Word(int points, Set<String> vetoes) {
        public Word {
            vetoes = Set.copyOf(vetoes);
        }
    }

    /** @param points to a half; @param vetoed whether any veto item stands */
    public record Outcome(BigDecimal points, boolean vetoed) {
        /** @param cut the least points that pass */
        public boolean passes(int cut) {
            return !vetoed && points.compareTo(BigDecimal.valueOf(cut)) >= 0;
        }
    }

    /** @param threshold the most points that two may differ by; @return empty when a third must be called */
    public static Optional<Outcome> ofTwo(Word one, Word other, int threshold) {
        boolean near = Math.abs(one.points() - other.points()) <= threshold;
        if (!near || !one.vetoes().equals(other.vetoes())) {
            return Optional.empty();
        }
        return Optional.of(
                new Outcome(mean(one.points(), other.points()), !one.vetoes().isEmpty()));
    }

    public static Outcome ofThree(Word one, Word other, Word third) {
        return new Outcome(
                mean(nearer(one.points(), other.points(), third.points()), third.points()),
                seenByTwo(one, other, third));
    }

    private static int nearer(int one, int other, int third) {
        int toOne = Math.abs(third - one);
        int toOther = Math.abs(third - other);
        if (toOne == toOther && one != other) {
            return third;
        }
        return toOne <= toOther ? one : other;
    }

    private static boolean seenByTwo(Word one, Word other, Word third) {
        Set<String> all = new TreeSet<>(one.vetoes());
        all.addAll(other.vetoes());
        all.addAll(third.vetoes());
        return all.stream().anyMatch(item -> seen(one, item) + seen(other, item) + seen(third, item) >= 2);
    }

    private static int seen(Word word, String item) {
        return word.vetoes().contains(item) ? 1 : 0;
    }

    private static BigDecimal mean(int one, int other) {
        return BigDecimal.valueOf((long) one + other).divide(TWO, 1, RoundingMode.UNNECESSARY);
    }
}
