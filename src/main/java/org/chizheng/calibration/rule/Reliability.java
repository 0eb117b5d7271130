package org.chizheng.calibration.rule;

import java.util.Optional;

/**
 * Reliability of the number of right answers, from the variances between candidates, between items and of the remainder
 * (analysis of variance of incomplete data, Henderson's method 1, 1953). If all were shown the same items, alpha is KR-20 (Hoyt
 * 1941).
 *
 * @param items mean number of items shown
 * @param alpha Cronbach's alpha for that number of items, the same for everyone; negative if candidates differ less than chance
 *     would have it
 * @param error standard error of measurement, in items, among candidates with the same items
 * @param dependability the like of alpha where everyone's items are drawn anew (Φ, Brennan 2001), so that the difficulty of the
 *     draw is an error too; in truth more if a blueprint balances the draw, or the bank is not much larger than a paper
 * @param drawnError standard error of measurement, in items, among candidates with different items
 */
public record Reliability(double items, double alpha, double error, double dependability, double drawnError) {
    /** Candidates and their squared scores, by number of items shown. */
    static final class Sums {
        private static final double ROUNDING = 1e-12;
        private final long[] candidates;
        private final long[] squares;

        Sums(int items) {
            candidates = new long[items + 1];
            squares = new long[items + 1];
        }

        void add(int score, int shown, int times) {
            candidates[shown] += times;
            squares[shown] += (long) times * score * score;
        }

        void add(int shown, long times, long squaredScores) {
            candidates[shown] += times;
            squares[shown] += squaredScores;
        }

        void add(Sums other) {
            for (int m = 0; m < candidates.length; m++) {
                candidates[m] += other.candidates[m];
                squares[m] += other.squares[m];
            }
        }

        /** From how often each item was shown, and how often it was solved. */
        Optional<Reliability> result(long[] shown, long[] solved) {
            double people = 0;
            double responses = 0;
            double byPeople = 0;
            double overlapOfPeople = 0;
            for (int m = 1; m < candidates.length; m++) {
                people += candidates[m];
                responses += (double) m * candidates[m];
                byPeople += (double) squares[m] / m;
                overlapOfPeople += (double) m * m * candidates[m];
            }
            double items = 0;
            double right = 0;
            double byItems = 0;
            double overlapOfItems = 0;
            for (int i = 0; i < shown.length; i++) {
                if (shown[i] > 0) {
                    items++;
                    right += solved[i];
                    byItems += (double) solved[i] * solved[i] / shown[i];
                    overlapOfItems += (double) shown[i] * shown[i];
                }
            }
            double k1 = overlapOfPeople / responses;
            double k2 = overlapOfItems / responses;
            double withinPeople = (right - byPeople) / (responses - people);
            double withinItems = (right - byItems) / (responses - items);
            double total = right - right * right / responses;
            double remainder = (total - withinItems * (responses - k1) - withinPeople * (responses - k2))
                    / (k1 + k2 - responses - 1);
            return of(responses / people, withinItems - remainder, withinPeople - remainder, remainder);
        }

        private static Optional<Reliability> of(double m, double people, double items, double remainder) {
            double error = Math.max(0, remainder);
            double drawn = error + Math.max(0, items);
            if (!(remainder > -ROUNDING && m * people + error > 0 && Double.isFinite(drawn))) {
                return Optional.empty();
            }
            return Optional.of(new Reliability(
                    m,
                    m * people / (m * people + error),
                    Math.sqrt(m * error),
                    m * people / (m * people + drawn),
                    Math.sqrt(m * drawn)));
        }
    }
}
