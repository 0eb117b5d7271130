package org.chizheng.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.chizheng.goal.rule.Share;
import org.chizheng.goal.rule.SmallCells;

/**
 * A share as it is told to a reader.
 *
 * @param part null where the reader sees rates only
 * @param whole the same
 * @param percent cut to two decimals, null where nothing is asked for or the cell is hidden
 * @param hidden too few people for a reader from outside
 */
public record Cell(Long part, Long whole, String percent, boolean hidden) {
    /** Fewer people than that are not told to readers from outside. */
    public static final int LEAST = 10;

    /** @param open whether the reader sees numbers of people */
    public static Cell of(Share share, boolean open, boolean hidden) {
        String percent = share.percent().map(BigDecimal::toPlainString).orElse(null);
        return open
                ? new Cell(share.part(), share.whole(), percent, false)
                : new Cell(null, null, hidden ? null : percent, hidden);
    }

    /** Alone, by its own size. */
    public static Cell of(Share share, boolean open, ToLongFunction<Share> people) {
        long size = people.applyAsLong(share);
        return of(share, open, size > 0 && size < LEAST);
    }

    /**
     * Beside each other, where one alone could be found by taking the others from the total.
     *
     * @param open by place
     * @param people how many stand behind a share
     */
    public static List<Cell> beside(List<Share> shares, List<Boolean> open, ToLongFunction<Share> people) {
        Set<Integer> hidden =
                SmallCells.hidden(shares.stream().map(people::applyAsLong).toList(), LEAST);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            cells.add(of(shares.get(i), open.get(i), hidden.contains(i)));
        }
        return cells;
    }

    /** Width of a bar, 0 to 100. */
    public String bar() {
        return percent == null
                ? "0"
                : new BigDecimal(percent).min(BigDecimal.valueOf(100)).toPlainString();
    }
}
