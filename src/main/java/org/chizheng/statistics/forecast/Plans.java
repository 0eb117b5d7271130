package org.chizheng.statistics.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.statistics.forecast.Capacities.Hours;
import org.chizheng.statistics.forecast.Capacities.Planned;
import org.chizheng.statistics.forecast.rule.Certified;
import org.chizheng.statistics.forecast.rule.Course;
import org.chizheng.statistics.forecast.rule.Demand;
import org.chizheng.statistics.forecast.rule.ExamTerms;
import org.chizheng.statistics.forecast.rule.PassRate;
import org.chizheng.statistics.forecast.rule.Places;
import org.chizheng.statistics.forecast.rule.Plan;

/** What it takes by city, qualification and month, beside what is planned. */
@ApplicationScoped
class Plans {
    private final ExamLaws laws;
    private final Capacities capacities;

    Plans(ExamLaws laws, Capacities capacities) {
        this.laws = laws;
        this.capacities = capacities;
    }

    /** One city and qualification: the plan, and what each month takes. lawless: whether there is no policy in some month. */
    record Line(Place place, Plan plan, List<Demand> months, boolean lawless) {
        Demand total() {
            return months.stream().reduce(Demand.NONE, Demand::plus);
        }
    }

    /** Pass rates by qualification. */
    record Rates(Map<String, PassRate> theory, Map<String, PassRate> practical) {}

    /** Planned by city as a whole, so that a choice of qualifications does not move the months. */
    List<Line> of(Asked asked, TreeMap<Place, Course> courses, Rates rates) {
        List<YearMonth> months = asked.months();
        Map<String, ExamTerms[]> terms = laws.on(
                courses.keySet().stream().map(Place::qualification).distinct().toList(),
                months.stream().map(month -> month.atDay(1)).toList());
        YearMonth end = months.get(months.size() - 1).plusMonths(1);
        Map<Place, Map<YearMonth, Planned>> theory = capacities.theory(asked.cityCodes(), months.get(0), end);
        Map<Place, Map<YearMonth, Planned>> practical = capacities.practical(asked.cityCodes(), months.get(0), end);
        Map<Place, Map<YearMonth, Hours>> classes = capacities.classes(asked.cityCodes(), months.get(0), end);
        Map<String, Integer> first = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        courses.forEach((place, course) -> {
            int from = first.getOrDefault(place.city(), 0);
            Plan plan = Plan.of(course, asked.target(), from);
            first.put(place.city(), (int) ((from + course.open(0)) % asked.target()));
            if (asked.holds(place)) {
                String code = place.qualification();
                ExamTerms[] law = terms.get(code);
                List<Places> seats = places(
                        months,
                        month -> law[month].theory(plan.month(month)),
                        rates.theory().get(code),
                        theory.getOrDefault(place, Map.of()));
                List<Places> stations = places(
                        months,
                        month -> law[month].practical(plan.month(month)),
                        rates.practical().get(code),
                        practical.getOrDefault(place, Map.of()));
                Map<YearMonth, Hours> taught = classes.getOrDefault(place, Map.of());
                lines.add(line(
                        place,
                        plan,
                        law,
                        seats,
                        stations,
                        months.stream()
                                .map(month -> taught.getOrDefault(month, Hours.NONE))
                                .toList()));
            }
        });
        return lines;
    }

    private static Line line(
            Place place, Plan plan, ExamTerms[] law, List<Places> seats, List<Places> stations, List<Hours> classes) {
        List<Demand> months = IntStream.range(0, law.length)
                .mapToObj(month -> {
                    Certified certified = plan.month(month);
                    return new Demand(
                            plan.shares().get(month),
                            plan.course().flow(month),
                            certified,
                            seats.get(month),
                            stations.get(month),
                            law[month].hours(certified),
                            law[month].training(
                                    certified,
                                    classes.get(month).initial(),
                                    classes.get(month).renewal()),
                            law[month].unsaid(certified));
                })
                .toList();
        return new Line(place, plan, months, List.of(law).contains(ExamTerms.UNKNOWN));
    }

    private static List<Places> places(
            List<YearMonth> months,
            java.util.function.IntToLongFunction people,
            PassRate rate,
            Map<YearMonth, Planned> planned) {
        List<Long> sit =
                IntStream.range(0, months.size()).mapToObj(people::applyAsLong).toList();
        List<Long> attempts = rate == null ? sit : rate.attempts(sit);
        return IntStream.range(0, months.size())
                .mapToObj(month -> {
                    Planned there = planned.getOrDefault(months.get(month), Planned.NONE);
                    long need = attempts.get(month);
                    return Places.of(need, need - sit.get(month), there.free(), there.booked());
                })
                .toList();
    }
}
