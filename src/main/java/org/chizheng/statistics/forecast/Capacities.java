package org.chizheng.statistics.forecast;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/**
 * Seats of sessions, places of practical days and hours of training classes that are planned, by city, qualification and month. A row is read for each session; of its candidates only how
 * many there are.
 */
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
    /** A class counts where it is held, in the month in which it ends: then its participants can be examined. */
    private static final String CLASSES = """
            SELECT left(region, 4), qualification, to_char(ends_on, 'YYYY-MM'),
                   coalesce(sum(hours::bigint * places) FILTER (WHERE kind = 'INITIAL'), 0), coalesce(sum(hours::bigint * places) FILTER (WHERE kind = 'RENEWAL'), 0)
            FROM training_class WHERE cancelled_at IS NULL AND ends_on >= ? AND ends_on < ? AND left(region, 4) = ANY (?) GROUP BY 1, 2, 3""";

    private final Sql sql;

    Capacities(Sql sql) {
        this.sql = sql;
    }

    /** Seats or places of a month. */
    record Planned(long free, long booked) {
        static final Planned NONE = new Planned(0, 0);
    }

    /** Hours of the classes that end in a month, before a first certificate and before a renewal. */
    record Hours(long initial, long renewal) {
        static final Hours NONE = new Hours(0, 0);
    }

    private record Row<T>(Place place, YearMonth month, T planned) {}

    Map<Place, Map<YearMonth, Planned>> theory(List<String> cities, YearMonth first, YearMonth end) {
        return planned(THEORY, start(first), start(end), cities, Planned::new);
    }

    Map<Place, Map<YearMonth, Planned>> practical(List<String> cities, YearMonth first, YearMonth end) {
        return planned(PRACTICAL, start(first), start(end), cities, Planned::new);
    }

    Map<Place, Map<YearMonth, Hours>> classes(List<String> cities, YearMonth first, YearMonth end) {
        return planned(CLASSES, first.atDay(1), end.atDay(1), cities, Hours::new);
    }

    /** @param end the first instant or day after them */
    private <T> Map<Place, Map<YearMonth, T>> planned(
            String query, Object first, Object end, List<String> cities, BiFunction<Long, Long, T> of) {
        Map<Place, Map<YearMonth, T>> planned = new HashMap<>();
        sql.list(
                        query,
                        row -> new Row<>(
                                new Place(row.getString(1), row.getString(2)),
                                YearMonth.parse(row.getString(3)),
                                of.apply(row.getLong(4), row.getLong(5))),
                        first,
                        end,
                        cities.toArray(String[]::new))
                .forEach(row -> planned.computeIfAbsent(row.place(), none -> new HashMap<>())
                        .put(row.month(), row.planned()));
        return planned;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(OfficialClock.ZONE).toInstant();
    }
}
