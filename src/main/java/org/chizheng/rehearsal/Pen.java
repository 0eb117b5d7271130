package org.chizheng.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** Chooses: goes through the paper, leaves some items for later, changes its mind about some. What is right it does not know. */
final class Pen {
    private static final double CLEARED = 0.1;
    private final int[] options;
    private final Deque<Integer> marked = new ArrayDeque<>();
    private int at;

    /** An answer to an item. */
    record Choice(int item, String answer) {}

    /** @param options as {@link Opened} reads them */
    Pen(int[] options) {
        this.options = options.clone();
    }

    int[] options() {
        return options.clone();
    }

    /** @return null when nothing is to be done: an item was left for later, or all is answered */
    Choice next(Script script, RandomGenerator random) {
        if (at > 0 && random.nextDouble() < script.changes()) {
            int item = 1 + random.nextInt(at);
            return new Choice(item, random.nextDouble() < CLEARED ? "" : answer(item, random));
        }
        if (at == options.length && script.endless()) {
            at = 0;
        }
        if (at < options.length) {
            at++;
            if (random.nextDouble() < script.marks()) {
                marked.add(at);
                return null;
            }
            return new Choice(at, answer(at, random));
        }
        return marked.isEmpty() ? null : choiceOf(marked.poll(), random);
    }

    private Choice choiceOf(int item, RandomGenerator random) {
        return new Choice(item, answer(item, random));
    }

    private String answer(int item, RandomGenerator random) {
        int most = options[item - 1];
        if (most > 0) {
            return String.valueOf(1 + random.nextInt(most));
        }
        int several = 1 + random.nextInt((1 << -most) - 1);
        StringBuilder answer = new StringBuilder();
        for (int option = 1; option <= -most; option++) {
            if ((several >> (option - 1) & 1) == 1) {
                answer.append(answer.isEmpty() ? "" : ",").append(option);
            }
        }
        return answer.toString();
    }
}
