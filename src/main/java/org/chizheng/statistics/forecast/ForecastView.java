package org.chizheng.statistics.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.forecast.rule.Course;
import org.chizheng.statistics.forecast.rule.Demand;
import org.chizheng.statistics.forecast.rule.Flow;
import org.chizheng.statistics.rule.HolderRate;

/**
 * A forecast and a plan, for the page, the files and the JSON door.
 *
 * @param at the instant of the sums
 * @param by month at whose end 100 % is to be reached
 * @param qualification its code, or empty for all
 * @param months of the plan, as 2027-02
 * @param now today
 * @param start at the first day of the plan, if nothing is done
 * @param band at the first day of each month and at the end of the last one
 * @param rows by city in the province, by qualification in a city
 * @param sums by month, of all rows
 * @param counted null before the first count
 * @param details what is not nothing, by city, qualification and month
 * @param lawless qualifications without a policy in some month
 */
public record ForecastView(
        LocalDate asOf,
        Instant at,
        String region,
        String zh,
        String en,
        String by,
        String qualification,
        List<String> months,
        Standing now,
        Standing start,
        List<Ahead> ahead,
        List<Point> band,
        List<Row> rows,
        List<Demand> sums,
        Demand total,
        Counted counted,
        List<Detail> details,
        List<String> lawless) {
    public ForecastView {
        months = List.copyOf(months);
        ahead = List.copyOf(ahead);
        band = List.copyOf(band);
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
        details = List.copyOf(details);
        lawless = List.copyOf(lawless);
    }

    public boolean isProvince() {
        return region.length() == 2;
    }

    /** open: required and not held, those in grace included; percent cut to two decimals, null where nothing is required. */
    public record Standing(LocalDate day, long required, long held, long open, long grace, String percent) {
        static Standing of(LocalDate day, Counts counts) {
            return new Standing(
                    day,
                    counts.required(),
                    counts.covered(),
                    Course.open(counts),
                    counts.grace(),
                    percentOf(counts.covered(), counts.required()));
        }
    }

    /** In so many days if nothing is done, with what has changed until then. */
    public record Ahead(int days, Standing standing, Flow flow) {}

    /** The rates of a day: if nothing is done, and with the plan; null where nothing is required. */
    public record Point(LocalDate day, long required, long open, long openPlanned, String nothing, String planned) {}

    /** months in the order of the view's. */
    public record Row(String code, String zh, String en, List<Demand> months, Demand total) {
        public Row {
            months = List.copyOf(months);
        }
    }

    public record Detail(String city, String qualification, String month, Demand demand) {}

    /**
     * What was counted last, and when.
     *
     * @param resultsFrom first day of the months whose results make the pass rates
     * @param resultsTo last day
     */
    public record Counted(Instant at, LocalDate resultsFrom, LocalDate resultsTo, List<Step> steps, List<Rate> rates) {
        public Counted {
            steps = List.copyOf(steps);
            rates = List.copyOf(rates);
        }
    }

    /** How many requirements have come so far or further; share: per cent of those required, for a bar. */
    public record Step(String name, long requirements, String share) {}

    /** Pass rates of a qualification in per cent: null while not known. practicalResults is null where no practical is asked for. */
    public record Rate(
            String code,
            String zh,
            String en,
            long theoryResults,
            String theory,
            Long practicalResults,
            String practical) {}

    static String percentOf(long part, long whole) {
        return new HolderRate(part, whole)
                .percent()
                .map(java.math.BigDecimal::toPlainString)
                .orElse(null);
    }
}
