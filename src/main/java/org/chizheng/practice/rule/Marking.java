package org.chizheng.practice.rule;

import java.util.List;
import java.util.stream.IntStream;

/** What is right and wrong about an answer, option by option. An answer is a set of places as bits: bit i stands for the option shown at place i + 1. */
public final class Marking {
    /** What is told of an option after the answer. */
    public enum Mark {
        /** Right, and chosen. */
        HIT,
        /** Right, but not chosen. */
        MISSED,
        /** Wrong, but chosen. */
        WRONG,
        /** Wrong, and not chosen. */
        LEFT
    }

    private Marking() {}

    /** Right when exactly the right options are chosen, as the examination counts it. */
    public static boolean isRight(List<Boolean> key, int chosen) {
        return bits(key) == chosen;
    }

    private static int bits(List<Boolean> key) {
        return IntStream.range(0, key.size()).filter(key::get).map(i -> 1 << i).sum();
    }

    /** @param key by place, whether the option is right */
    public static List<Mark> marks(List<Boolean> key, int chosen) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> mark(key.get(i), (chosen >> i & 1) == 1))
                .toList();
    }

    private static Mark mark(boolean right, boolean chosen) {
        if (right) {
            return chosen ? Mark.HIT : Mark.MISSED;
        }
        return chosen ? Mark.WRONG : Mark.LEFT;
    }

    /**
     * The places of a form as bits.
     *
     * @param options how many the item has
     * @return -1 when a place is not one of the item's, or several are named where one is to be chosen
     */
    public static int chosen(List<String> places, int options, boolean several) {
        int bits = 0;
        for (String place : places) {
            if (!place.matches("[1-9]") || Integer.parseInt(place) > options) {
                return -1;
            }
            bits |= 1 << (Integer.parseInt(place) - 1);
        }
        return several || Integer.bitCount(bits) <= 1 ? bits : -1;
    }
}
