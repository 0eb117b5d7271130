package org.chizheng.practice.rule;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.chizheng.paper.rule.Draw;

/** The order of a round's items and of an item's options, drawn from the round's seed: the same for that round whenever it is asked, another for everybody else. */
public final class RoundOrder {
    private static final String RIGHT = "正确";

    private RoundOrder() {}

    /**
     * Each order is equally likely, but that of the round before, which is turned by one place.
     *
     * @param items without repetition, in any fixed order
     * @param previous order of the same person's round before, empty if there was none
     */
    public static <T> List<T> items(List<T> items, byte[] seed, List<T> previous) {
        List<T> drawn = new ArrayList<>(new Draw(seed).shuffle(items));
        if (drawn.size() > 1 && drawn.equals(previous)) {
            Collections.rotate(drawn, 1);
        }
        return drawn;
    }

    /** @return by place shown, the author's index. True stands before false, so that their order tells nothing and confuses nobody. */
    public static List<Integer> options(String type, List<String> texts, byte[] seed, UUID revision) {
        List<Integer> order = IntStream.range(0, texts.size()).boxed().toList();
        if (type.equals("TRUE_FALSE")) {
            return order.stream()
                    .sorted(Comparator.comparing(i -> !texts.get(i).equals(RIGHT)))
                    .toList();
        }
        byte[] own = ByteBuffer.allocate(seed.length + 2 * Long.BYTES)
                .put(seed)
                .putLong(revision.getMostSignificantBits())
                .putLong(revision.getLeastSignificantBits())
                .array();
        return new Draw(own).shuffle(order);
    }
}
