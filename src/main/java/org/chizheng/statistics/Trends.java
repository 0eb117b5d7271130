package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.calibration.Plot;
import org.chizheng.common.Ui;
import org.chizheng.region.RegionView;
import org.chizheng.statistics.TrendView.Month;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Counts;

/** The holder rate month by month, two years back and half a year ahead, as figures and drawn beside the line of 100 %. */
@RequestScoped
class Trends {
    private static final int BACK = 24;
    private static final int AHEAD = 6;
    private static final int STEP = 20;
    private static final int EVERY = 6;
    private static final double HUNDRED = 100;
    private final Figures figures;
    private final Ui ui;

    Trends(Figures figures, Ui ui) {
        this.figures = figures;
        this.ui = ui;
    }

    /** All months are read at one moment, from all that is known. */
    TrendView of(RegionView region, LocalDate asOf) {
        LocalDate latest = asOf.withDayOfMonth(1);
        List<LocalDate> days = IntStream.rangeClosed(1 - BACK, AHEAD)
                .mapToObj(latest::plusMonths)
                .toList();
        List<Map<String, Counts>> counts = figures.totals(List.of(region.code()), days, null);
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            months.add(new Month(
                    days.get(i),
                    days.get(i).isAfter(asOf),
                    HolderRates.rate(
                            region.code(),
                            region.zh(),
                            region.en(),
                            counts.get(i).get(region.code()))));
        }
        return new TrendView(asOf, region.code(), region.zh(), region.en(), months);
    }

    /** @return null where nothing was required in any month */
    Plot plot(TrendView view) {
        List<Plot.Point> past = new ArrayList<>();
        List<Plot.Point> ahead = new ArrayList<>();
        Plot plot = new Plot(0, view.months().size() - 1.0, HUNDRED);
        for (int percent = 0; percent <= HUNDRED; percent += STEP) {
            plot.tickY(percent, percent + "%");
        }
        for (int i = 0; i < view.months().size(); i++) {
            Month month = view.months().get(i);
            if (i % EVERY == (BACK - 1) % EVERY) {
                plot.tickX(i, month.day().toString().substring(0, "2026-01".length()));
            }
            if (month.rate().percent() != null) {
                Plot.Point point =
                        new Plot.Point(i, Double.parseDouble(month.rate().percent()));
                if (!month.ahead()) {
                    past.add(point);
                } else {
                    ahead.add(point);
                }
            }
        }
        return drawn(plot, view, past, ahead);
    }

    private Plot drawn(Plot plot, TrendView view, List<Plot.Point> past, List<Plot.Point> ahead) {
        if (past.isEmpty() && ahead.isEmpty()) {
            return null;
        }
        plot.line(
                "line-2",
                "",
                List.of(new Plot.Point(0, HUNDRED), new Plot.Point(view.months().size() - 1.0, HUNDRED)));
        if (!past.isEmpty()) {
            ahead.add(0, past.get(past.size() - 1));
            plot.line("line-key", "", past);
        }
        return ahead.size() < 2
                ? plot
                : plot.mark(BACK - 1.0, ui.text("statistics_", "trend_ahead")).line("line-4", "", ahead);
    }
}
