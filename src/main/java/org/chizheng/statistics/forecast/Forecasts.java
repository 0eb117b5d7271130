package org.chizheng.statistics.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.forecast.ForecastView.Detail;
import org.chizheng.statistics.forecast.ForecastView.Row;
import org.chizheng.statistics.forecast.Plans.Line;
import org.chizheng.statistics.forecast.rule.Demand;

/** Puts a forecast together from kept sums, policies, planned sessions and what was counted last. */
@ApplicationScoped
public class Forecasts {
    private final Outlook outlook;
    private final Plans plans;
    private final Progress progress;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    Forecasts(Outlook outlook, Plans plans, Progress progress, Qualifications qualifications, OfficialClock clock) {
        this.outlook = outlook;
        this.plans = plans;
        this.progress = progress;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    ForecastView of(Asked asked) {
        Instant at = clock.now();
        Outlook.Seen seen = outlook.of(asked);
        Progress.Known known = progress.known(asked.today());
        List<Line> lines = plans.of(asked, seen.courses(), known.rates());
        List<Row> rows = rows(asked, lines);
        List<Demand> sums = sums(lines);
        return new ForecastView(
                asked.today(),
                at,
                asked.region().code(),
                asked.region().zh(),
                asked.region().en(),
                asked.by().toString(),
                asked.qualification(),
                asked.months().stream().map(Object::toString).toList(),
                Standings.now(asked, seen),
                Standings.start(asked, lines),
                Standings.ahead(asked, seen),
                Standings.band(asked, lines),
                rows,
                sums,
                sums.stream().reduce(Demand.NONE, Demand::plus),
                progress.counted(asked, known, lines),
                details(asked, lines),
                lines.stream()
                        .filter(Line::lawless)
                        .map(line -> line.place().qualification())
                        .distinct()
                        .toList());
    }

    private List<Row> rows(Asked asked, List<Line> lines) {
        if (asked.cities().size() > 1) {
            return rows(
                    lines,
                    line -> line.place().city(),
                    asked.cities(),
                    RegionView::code,
                    RegionView::zh,
                    RegionView::en);
        }
        return rows(
                lines,
                line -> line.place().qualification(),
                qualifications.all(),
                QualificationView::code,
                QualificationView::zh,
                QualificationView::en);
    }

    /** In the order of the heads; those of which there is no line are left out. */
    private static <T> List<Row> rows(
            List<Line> lines,
            Function<Line, String> by,
            Collection<T> heads,
            Function<T, String> code,
            Function<T, String> zh,
            Function<T, String> en) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        heads.forEach(head -> groups.put(code.apply(head), new ArrayList<>()));
        lines.forEach(line -> groups.get(by.apply(line)).add(line));
        List<Row> rows = new ArrayList<>();
        for (T head : heads) {
            List<Line> of = groups.get(code.apply(head));
            if (!of.isEmpty()) {
                List<Demand> months = sums(of);
                rows.add(new Row(
                        code.apply(head),
                        zh.apply(head),
                        en.apply(head),
                        months,
                        months.stream().reduce(Demand.NONE, Demand::plus)));
            }
        }
        return rows;
    }

    private static List<Demand> sums(List<Line> lines) {
        return IntStream.range(0, Asked.MONTHS)
                .mapToObj(month ->
                        lines.stream().map(line -> line.months().get(month)).reduce(Demand.NONE, Demand::plus))
                .toList();
    }

    private static List<Detail> details(Asked asked, List<Line> lines) {
        List<Detail> details = new ArrayList<>();
        for (Line line : lines) {
            for (int month = 0; month < Asked.MONTHS; month++) {
                Demand demand = line.months().get(month);
                if (!demand.equals(Demand.NONE)) {
                    details.add(new Detail(
                            line.place().city(),
                            line.place().qualification(),
                            asked.months().get(month).toString(),
                            demand));
                }
            }
        }
        return details;
    }
}
