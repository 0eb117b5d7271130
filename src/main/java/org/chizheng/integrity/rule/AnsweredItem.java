package org.chizheng.integrity.rule;

import java.util.Map;

/**
 * How all candidates so far have answered an item: options chosen as a number, bit 0 for the author's first, 0 for blank.
 *
 * @param key the number that is right
 * @param times how often each number was chosen
 */
public record AnsweredItem(int key, Map<Integer, Long> times) {
    /** Added to right and to wrong answers, so that an item that nobody missed is not taken as never missed. */
    private static final double HALF = 0.5;

    public AnsweredItem {
        times = Map.copyOf(times);
    }

    private long all() {
        return times.values().stream().mapToLong(n -> n).sum();
    }

    private long right() {
        return times.getOrDefault(key, 0L);
    }

    /** In logits: of a candidate whose chance at the average item is even, the odds against this one. */
    public double difficulty() {
        double right = right() + HALF;
        double wrong = all() - right() + HALF;
        return Math.log(wrong / right);
    }

    /** The chance that two who are both wrong chose the same: squares of the shares of the wrong choices; to leave it blank is wrong, but two blanks are not the same answer. */
    public double sameWrong() {
        double wrong = all() - right();
        if (wrong == 0) {
            return 1;
        }
        return times.entrySet().stream()
                .filter(choice -> choice.getKey() != key && choice.getKey() != 0)
                .mapToDouble(choice -> Math.pow(choice.getValue() / wrong, 2))
                .sum();
    }
}
