package org.chizheng.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.calibration.Plot;
import org.chizheng.common.Ui;
import org.chizheng.goal.Tallies.Tally;
import org.chizheng.goal.rule.Share;

/** What was done month by month beside an even pace, drawn and as the rows of a table. */
@RequestScoped
public class GoalPlots {
    private static final int MONTHS = 12;
    private static final int STEP = 25;
    private static final double HUNDRED = 100;
    private final Tallies tallies;
    private final Ui ui;

    public GoalPlots(Tallies tallies, Ui ui) {
        this.tallies = tallies;
        this.ui = ui;
    }

    /** A month's end. done: persons since January; percent of the year's target, cut; even: what an even pace would have reached, cut. */
    public record Month(int month, long persons, long done, String percent, String even) {}

    /** @param plot null without a target or before the first month */
    public record Course(Plot plot, List<Month> months) {
        public Course {
            months = List.copyOf(months);
        }
    }

    /** Of the whole province in a year, up to the month of the day. */
    Course of(GoalKind kind, int year, long target, LocalDate day) {
        List<Tally> done = tallies.of(year, year).stream()
                .filter(one -> one.kind() == kind)
                .toList();
        int last = year < day.getYear() ? MONTHS : year > day.getYear() ? 0 : day.getMonthValue();
        List<Month> months = new ArrayList<>();
        long sum = 0;
        for (int m = 1; m <= last; m++) {
            int month = m;
            long persons = done.stream()
                    .filter(one -> one.month() == month)
                    .mapToLong(Tally::persons)
                    .sum();
            sum += persons;
            months.add(new Month(m, persons, sum, percent(sum, target), percent(m, MONTHS)));
        }
        return new Course(target == 0 || months.isEmpty() ? null : plot(months, target), months);
    }

    private static String percent(long part, long whole) {
        return new Share(part, whole).percent().map(Object::toString).orElse(null);
    }

    private Plot plot(List<Month> months, long target) {
        double most = Math.max(HUNDRED, HUNDRED * months.get(months.size() - 1).done() / target);
        Plot plot = new Plot(0, MONTHS, most);
        for (int percent = 0; percent <= HUNDRED; percent += STEP) {
            plot.tickY(percent, percent + "%");
        }
        for (int month = 1; month <= MONTHS; month++) {
            plot.tickX(month, String.valueOf(month));
        }
        List<Plot.Point> line = new ArrayList<>(List.of(new Plot.Point(0, 0)));
        months.forEach(month -> line.add(new Plot.Point(month.month(), HUNDRED * month.done() / target)));
        return plot.line("line-2", "", List.of(new Plot.Point(0, 0), new Plot.Point(MONTHS, HUNDRED)))
                .line("line-key", ui.text("goal_", "line_done"), line);
    }
}
