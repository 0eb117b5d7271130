package org.chizheng.statistics.forecast;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Seats of sessions and places of practical days that are planned, by city, qualification and month. A row is read for each session; of its candidates only how many there are. */
@ApplicationScoped
class Capacities {
    private static final String MONTH = "to_char(%s AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')";
    private static final String THEORY = """
            SELECT city, qualification, month, sum(greatest(0, seats - booked)), sum(booked) FROM (
                SELECT left(c.region, 4) city, s.qualification, %s AS month,
                       least(r.capacity, (SELECT count(*) FROM seat t WHERE t.room_id = s.room_id AND t.out_since IS NULL)) seats,
                       (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id) booked
                FROM exam_session s JOIN centre c ON c.id = s.centre_id JOIN room r ON r.id = s.room_id
                WHERE s.state = 'SCHEDULED' AND NOT s.rehearsal AND s.starts_at >= ? AND s.starts_at < ? AND left(c.region, 4) = ANY (?)) o
            GROUP BY 1, 2, 3""".formatted(MONTH.formatted("s.starts_at"));
    private static final String PRACTICAL = """
            SELECT city, qualification, month, sum(greatest(0, places - booked)), sum(booked) FROM (
                SELECT left(c.region, 4) city, s.qualification, %s AS month,
                       floor(extract(epoch FROM s.ends_at - s.starts_at) / 60 / s.minutes) * (SELECT count(*) FROM practical_session_station t WHERE t.session_id = s.id) places,
                       (SELECT count(*) FROM practical_candidate e WHERE e.session_id = s.id AND e.state <> 'WITHDRAWN') booked
                FROM practical_session s JOIN centre c ON c.id = s.centre_id
                WHERE s.cancelled_at IS NULL AND s.starts_at >= ? AND s.starts_at < ? AND left(c.region, 4) = ANY (?)) o
            GROUP BY 1, 2, 3""".formatted(MONTH.formatted("s.starts_at"));
    private final Sql sql;

    Capacities(Sql sql) {
        this.sql = sql;
    }

    /** What is planned in a month. */
    record Planned(long free, long booked) {
        static final Planned NONE = new Planned(0, 0);
    }

    private record Row(Place place, YearMonth month, Planned planned) {}

    Map<Place, Map<YearMonth, Planned>> theory(List<String> cities, YearMonth first, YearMonth end) {
        return planned(THEORY, cities, first, end);
    }

    Map<Place, Map<YearMonth, Planned>> practical(List<String> cities, YearMonth first, YearMonth end) {
        return planned(PRACTICAL, cities, first, end);
    }

    /** @param end the first month after them */
    private Map<Place, Map<YearMonth, Planned>> planned(
            String query, List<String> cities, YearMonth first, YearMonth end) {
        Map<Place, Map<YearMonth, Planned>> planned = new HashMap<>();
        sql.list(
                        query,
                        row -> new Row(
                                new Place(row.getString(1), row.getString(2)),
                                YearMonth.parse(row.getString(3)),
                                new Planned(row.getLong(4), row.getLong(5))),
                        start(first),
                        start(end),
                        cities.toArray(String[]::new))
                .forEach(row -> planned.computeIfAbsent(row.place(), none -> new HashMap<>())
                        .put(row.month(), row.planned()));
        return planned;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(OfficialClock.ZONE).toInstant();
    }
}
