package org.chizheng.scoring.rule;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Which sums are told, so that nobody can be picked out, not even by taking one answer from another. All figures are sums of whole cells, one room, one qualification and one
 * calendar month each; a cell of too few people is in none of them. Whatever is subtracted from whatever leaves whole cells, and so never fewer people than one of them has.
 * The month that is not over is in none either: a cell that grows from day to day tells of those who came last.
 */
public final class ToldCells {
    private ToldCells() {}

    /** The least of which figures are made. */
    public record Cell(UUID room, String qualification, YearMonth month) {}

    /**
     * @param people of a sum, in its cell
     * @param least of a cell that is told; 0 for a reader who may know everybody: then all are
     * @param running the month that is not over
     * @return the sums that are told, in their order
     */
    public static <T> List<T> of(
            List<T> sums, Function<T, Cell> cell, ToLongFunction<T> people, long least, YearMonth running) {
        if (least == 0) {
            return sums;
        }
        Map<Cell, Long> sizes = new HashMap<>();
        sums.forEach(sum -> sizes.merge(cell.apply(sum), people.applyAsLong(sum), Long::sum));
        Set<Cell> told = new HashSet<>();
        sizes.forEach((one, size) -> {
            if (size >= least && !one.month().equals(running)) {
                told.add(one);
            }
        });
        return sums.stream().filter(sum -> told.contains(cell.apply(sum))).toList();
    }
}
