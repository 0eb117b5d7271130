package org.chizheng.goal;

import java.time.LocalDate;
import java.util.List;

import org.chizheng.goal.register.RegisterShare;

/**
 * The goals under one reading of the plan, seen from one year of it.
 *
 * @param readings all of them: none is hidden
 * @param years that have a target under the reading
 * @param open whether the reader sees numbers of people in the province as a whole
 * @param pass null before the first count
 */
public record GoalsView(
        LocalDate asOf,
        Reading reading,
        List<Reading> readings,
        int year,
        List<Integer> years,
        boolean open,
        List<KindView> kinds,
        PassView pass,
        List<RegisterShare> registers) {
    public GoalsView {
        readings = List.copyOf(readings);
        years = List.copyOf(years);
        kinds = List.copyOf(kinds);
        registers = List.copyOf(registers);
    }

    /** As a year is written, without a mark between its digits. */
    public String yearText() {
        return String.valueOf(year);
    }
}
