package org.chizheng.statistics.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.forecast.ForecastView.Ahead;
import org.chizheng.statistics.forecast.ForecastView.Point;
import org.chizheng.statistics.forecast.ForecastView.Standing;
import org.chizheng.statistics.forecast.Plans.Line;
import org.chizheng.statistics.forecast.rule.Course;
import org.chizheng.statistics.forecast.rule.Flow;

/** How the requirements that are asked for stand, today and on coming days. */
final class Standings {
    private Standings() {}

    static Standing now(Asked asked, Outlook.Seen seen) {
        return Standing.of(asked.today(), sum(asked, seen.now()));
    }

    /** When the plan begins. */
    static Standing start(Asked asked, List<Line> lines) {
        return Standing.of(asked.points().get(0), point(lines, 0));
    }

    static List<Point> band(Asked asked, List<Line> lines) {
        List<LocalDate> points = asked.points();
        return IntStream.range(0, points.size())
                .mapToObj(i -> band(points.get(i), lines, i))
                .toList();
    }

    private static Counts sum(Asked asked, Map<Place, Counts> counts) {
        return counts.entrySet().stream()
                .filter(one -> asked.holds(one.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    private static Counts point(List<Line> lines, int point) {
        return lines.stream()
                .map(line -> line.plan().course().points().get(point))
                .reduce(Counts.NONE, Counts::plus);
    }

    /** Changes are told place by place before they are added, so that a lapse in one does not hide behind a new certificate in another. */
    static List<Ahead> ahead(Asked asked, Outlook.Seen seen) {
        List<Ahead> ahead = new ArrayList<>();
        for (int i = 0; i < seen.ahead().size(); i++) {
            Map<Place, Counts> then = seen.ahead().get(i);
            Flow flow = Stream.concat(seen.now().keySet().stream(), then.keySet().stream())
                    .distinct()
                    .filter(asked::holds)
                    .map(place -> new Course(List.of(
                                    seen.now().getOrDefault(place, Counts.NONE), then.getOrDefault(place, Counts.NONE)))
                            .flow(0))
                    .reduce(Flow.NONE, Flow::plus);
            int days = Outlook.DAYS_AHEAD.get(i);
            ahead.add(new Ahead(days, Standing.of(asked.today().plusDays(days), sum(asked, then)), flow));
        }
        return ahead;
    }

    private static Point band(LocalDate day, List<Line> lines, int point) {
        Counts counts = point(lines, point);
        long open = lines.stream().mapToLong(line -> line.plan().open(point)).sum();
        return new Point(
                day,
                counts.required(),
                Course.open(counts),
                open,
                ForecastView.percentOf(counts.covered(), counts.required()),
                ForecastView.percentOf(counts.required() - open, counts.required()));
    }
}
