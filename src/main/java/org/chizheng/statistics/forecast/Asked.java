package org.chizheng.statistics.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

import org.chizheng.region.RegionView;

/**
 * What a forecast is asked for.
 *
 * @param region the province or a city
 * @param cities those of it
 * @param by the month at whose end 100 % is to be reached, one of the months
 * @param qualification its code, or empty for all
 */
record Asked(LocalDate today, RegionView region, List<RegionView> cities, YearMonth by, String qualification) {
    static final int MONTHS = 12;

    /** The plan begins with the next whole month: what is left of this one is too short to announce examinations in. */
    static YearMonth first(LocalDate today) {
        return YearMonth.from(today).plusMonths(1);
    }

    List<YearMonth> months() {
        YearMonth first = first(today);
        return LongStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
    }

    /** First days of the months and of the one after them. */
    List<LocalDate> points() {
        YearMonth first = first(today);
        return LongStream.rangeClosed(0, MONTHS)
                .mapToObj(month -> first.plusMonths(month).atDay(1))
                .toList();
    }

    /** Months until 100 %, at least 1. */
    int target() {
        return (int) ChronoUnit.MONTHS.between(first(today), by) + 1;
    }

    List<String> cityCodes() {
        return cities.stream().map(RegionView::code).toList();
    }

    boolean holds(Place place) {
        return qualification.isEmpty() || qualification.equals(place.qualification());
    }
}
