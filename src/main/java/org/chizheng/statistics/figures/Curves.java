package org.chizheng.statistics.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.chizheng.statistics.figures.rule.DayCurve;
import org.chizheng.statistics.figures.rule.Stretch;

/** Changes of sums in the making, cell by cell. */
final class Curves {
    private final Map<Integer, DayCurve> curves = new HashMap<>();

    /** A change of a sum on a day, or in the month or year that begins there. */
    record Change(int cell, int grain, LocalDate day, int required, int covered, int grace) {}

    /** Takes one change. */
    @FunctionalInterface
    interface Taker<X extends Exception> {
        void take(Change change) throws X;
    }

    void add(int[] cells, Stretch stretch, int times) {
        for (int cell : cells) {
            of(cell).add(stretch, times);
        }
    }

    /** What is added to it is a change here. */
    DayCurve of(int cell) {
        return curves.computeIfAbsent(cell, none -> new DayCurve());
    }

    void add(Curves more) {
        more.curves.forEach((cell, curve) -> of(cell).add(curve));
    }

    /** Those of days, then of months, then of years, cell by cell in the order of their numbers. */
    <X extends Exception> void each(Taker<X> taker) throws X {
        for (int cell : curves.keySet().stream().sorted().toList()) {
            Map<LocalDate, int[]> months = new java.util.TreeMap<>();
            Map<LocalDate, int[]> years = new java.util.TreeMap<>();
            curves.get(cell).each((number, required, covered, grace) -> {
                LocalDate day = LocalDate.ofEpochDay(number);
                taker.take(new Change(cell, 0, day, required, covered, grace));
                sum(months, day.withDayOfMonth(1), required, covered, grace);
                sum(years, day.withDayOfYear(1), required, covered, grace);
            });
            tell(cell, 1, months, taker);
            tell(cell, 2, years, taker);
        }
    }

    private static void sum(Map<LocalDate, int[]> sums, LocalDate first, int required, int covered, int grace) {
        int[] sum = sums.computeIfAbsent(first, none -> new int[3]);
        sum[0] += required;
        sum[1] += covered;
        sum[2] += grace;
    }

    private static <X extends Exception> void tell(int cell, int grain, Map<LocalDate, int[]> sums, Taker<X> taker)
            throws X {
        for (Map.Entry<LocalDate, int[]> one : sums.entrySet()) {
            int[] sum = one.getValue();
            taker.take(new Change(cell, grain, one.getKey(), sum[0], sum[1], sum[2]));
        }
    }
}
