package org.chizheng.calibration.rule;

import java.util.Arrays;

/**
 * Answers of candidates to the items they were shown, candidate by candidate; an item that was not shown takes no room. Items
 * are numbered from 0. An item shown and left blank counts as wrong, with no option chosen.
 */
public final class Responses {
    final int items;
    final int candidates;
    final int responses;
    /** Where a candidate's responses begin; one more entry than candidates. */
    final int[] start;
    /** 2 × item + (1 if right). */
    final int[] cell;
    /** Options chosen, bit 0 for the first. */
    final int[] chosen;
    /** How many candidates answered like this one. */
    final int[] times;
    /** By item, how many candidates were shown it. */
    private final int[] answered;

    private Responses(Builder builder) {
        items = builder.lastSeen.length;
        candidates = builder.candidates;
        responses = builder.responses;
        start = Arrays.copyOf(builder.start, candidates + 1);
        start[candidates] = responses;
        cell = Arrays.copyOf(builder.cell, responses);
        chosen = Arrays.copyOf(builder.chosen, responses);
        times = Arrays.copyOf(builder.times, candidates);
        answered = new int[items];
        for (int n = 0; n < candidates; n++) {
            for (int r = start[n]; r < start[n + 1]; r++) {
                answered[cell[r] / 2] += times[n];
            }
        }
    }

    public static Builder of(int items) {
        return new Builder(items);
    }

    /** Rows of the data: candidates, or patterns of answers that came more than once. */
    public int candidates() {
        return candidates;
    }

    /** Candidates who were shown an item. */
    public int answered(int item) {
        return answered[item];
    }

    /** Right answers of a candidate. */
    int right(int candidate) {
        int right = 0;
        for (int r = start[candidate]; r < start[candidate + 1]; r++) {
            right += cell[r] & 1;
        }
        return right;
    }

    /** How often each item was answered wrong (at 2 × item) and right (at 2 × item + 1). */
    double[] totals() {
        double[] totals = new double[2 * items];
        for (int n = 0; n < candidates; n++) {
            for (int r = start[n]; r < start[n + 1]; r++) {
                totals[cell[r]] += times[n];
            }
        }
        return totals;
    }

    /** Takes one candidate after the other, and after each candidate its answers. */
    public static final class Builder {
        private final int[] lastSeen;
        private int candidates;
        private int responses;
        private int[] start = new int[16];
        private int[] times = new int[16];
        private int[] cell = new int[256];
        private int[] chosen = new int[256];

        private Builder(int items) {
            lastSeen = new int[items];
        }

        public Builder candidate() {
            return candidates(1);
        }

        /** So many candidates whose answers are all alike. */
        public Builder candidates(int times) {
            if (times < 1) {
                throw new IllegalArgumentException("candidates must be positive: " + times);
            }
            if (candidates + 1 == start.length) {
                start = Arrays.copyOf(start, 2 * start.length);
                this.times = Arrays.copyOf(this.times, 2 * this.times.length);
            }
            start[candidates] = responses;
            this.times[candidates++] = times;
            return this;
        }

        /** An answer where the options do not matter. */
        public Builder answer(int item, boolean right) {
            return answer(item, right, 0);
        }

        /**
         * @param options those chosen, bit 0 for the first
         * @throws IllegalArgumentException for an item that there is not, or that the candidate has answered already
         */
        public Builder answer(int item, boolean right, int options) {
            if (candidates == 0 || item < 0 || item >= lastSeen.length || lastSeen[item] == candidates) {
                throw new IllegalArgumentException("no such item, or twice for a candidate: " + item);
            }
            lastSeen[item] = candidates;
            if (responses == cell.length) {
                cell = Arrays.copyOf(cell, 2 * responses);
                chosen = Arrays.copyOf(chosen, 2 * responses);
            }
            cell[responses] = 2 * item + (right ? 1 : 0);
            chosen[responses++] = options;
            return this;
        }

        public Responses build() {
            return new Responses(this);
        }
    }
}
