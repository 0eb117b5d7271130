package org.chizheng.statistics.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.forecast.rule.Course;

/** The kept sums of coming days: a certificate lapses there by itself, grace ends by itself. No person is read. */
@ApplicationScoped
class Outlook {
    static final List<Integer> DAYS_AHEAD = List.of(30, 90, 180);
    private final Figures figures;

    Outlook(Figures figures) {
        this.figures = figures;
    }

    /**
     * All of one moment.
     *
     * @param now by place, today
     * @param ahead the same in 30, 90 and 180 days
     * @param courses over the months of the plan, those of a city one after the other
     */
    record Seen(Map<Place, Counts> now, List<Map<Place, Counts>> ahead, TreeMap<Place, Course> courses) {}

    Seen of(Asked asked) {
        List<LocalDate> days = new ArrayList<>(List.of(asked.today()));
        DAYS_AHEAD.forEach(ahead -> days.add(asked.today().plusDays(ahead)));
        days.addAll(asked.points());
        List<Map<Place, Counts>> sums = figures.byQualification(asked.cityCodes(), days, null).stream()
                .map(found -> {
                    Map<Place, Counts> places = new HashMap<>();
                    found.forEach((cell, counts) ->
                            places.merge(new Place(cell.region(), cell.qualification()), counts, Counts::plus));
                    return places;
                })
                .toList();
        int first = 1 + DAYS_AHEAD.size();
        List<Map<Place, Counts>> points = sums.subList(first, sums.size());
        Set<Place> all = new HashSet<>();
        points.forEach(point -> all.addAll(point.keySet()));
        TreeMap<Place, Course> courses = new TreeMap<>();
        all.forEach(place -> courses.put(
                place,
                new Course(points.stream()
                        .map(point -> point.getOrDefault(place, Counts.NONE))
                        .toList())));
        return new Seen(sums.get(0), sums.subList(1, first), courses);
    }
}
