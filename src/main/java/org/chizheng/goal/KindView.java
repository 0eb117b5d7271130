package org.chizheng.goal;

import java.util.List;

/**
 * One kind of goal.
 *
 * @param year the year asked for, whole all years of the reading
 * @param cities of the year asked for; they add up to it, with the province's own people where there are any
 * @param split rule by which the year's target is split, null without a target
 */
public record KindView(
        GoalKind kind, Figure year, Figure whole, List<Figure> years, List<CityRow> cities, String split) {
    public KindView {
        years = List.copyOf(years);
        cities = List.copyOf(cities);
    }

    /**
     * A city's part.
     *
     * @param own whether the target was set for the city, and not by the rule
     * @param needed persons a month from now on, null where over or not told
     */
    public record CityRow(String code, String zh, String en, Cell done, boolean own, Long needed) {}
}
