package org.chizheng.statistics.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.desk.rule.Move;
import org.chizheng.statistics.desk.rule.Move.Cause;
import org.chizheng.statistics.desk.rule.Move.Stand;

/** Whose requirements stand otherwise than at an earlier moment, and why. Found by indexes on instants and days, so the work grows with those who changed and never with all people. */
@ApplicationScoped
class Movements {
    /** Of more people than that no causes are told: the totals say how many. */
    static final int MOST = 20_000;

    /** By what was recorded since, then by what the days in between ended, began or brought into effect, grace and long absence among them. */
    private static final String PEOPLE = """
            SELECT person_id FROM appointment WHERE known_from >= ? OR known_until >= ?
            UNION SELECT a.person_id FROM requirement r JOIN appointment a ON a.post_id = r.post_id WHERE r.known_from >= ? OR r.known_until >= ?
            UNION SELECT person_id FROM certificate WHERE issued_at >= ?
            UNION SELECT c.person_id FROM certificate_event v JOIN certificate c ON c.id = v.certificate_id WHERE v.recorded_at >= ?
            UNION SELECT person_id FROM foreign_certificate WHERE recorded_at >= ?
            UNION SELECT person_id FROM post_absence WHERE known_from >= ? OR known_until >= ?
            UNION SELECT person_id FROM reconfirmation WHERE known_from >= ? OR known_until >= ?
            UNION SELECT person_id FROM record_fact WHERE kind = 'PRACTICAL_PASSED' AND recorded_at >= ?
            UNION SELECT d.person_id FROM record_withdrawal w JOIN record_fact d ON d.id = w.fact_id WHERE d.kind = 'PRACTICAL_PASSED' AND w.withdrawn_at >= ?
            UNION SELECT a.person_id
            FROM (SELECT enterprise_id FROM enterprise_fact WHERE known_from >= ? OR known_until >= ? GROUP BY enterprise_id HAVING count(DISTINCT region) > 1) f
            JOIN post p ON p.enterprise_id = f.enterprise_id JOIN appointment a ON a.post_id = p.id
            UNION SELECT person_id FROM certificate WHERE valid_to >= ? AND valid_to < ?
            UNION SELECT person_id FROM certificate WHERE valid_from > ? AND valid_from <= ?
            UNION SELECT c.person_id FROM certificate_event v JOIN certificate c ON c.id = v.certificate_id WHERE v.effective_on > ? AND v.effective_on <= ?
            UNION SELECT person_id FROM foreign_certificate WHERE valid_to >= ? AND valid_to < ?
            UNION SELECT person_id FROM foreign_certificate WHERE valid_from > ? AND valid_from <= ?
            UNION SELECT person_id FROM appointment WHERE known_until IS NULL AND valid_from > ? AND valid_from <= ?
            UNION SELECT person_id FROM appointment WHERE known_until IS NULL AND valid_until > ? AND valid_until <= ?
            UNION SELECT a.person_id FROM (SELECT DISTINCT value::int months FROM policy_term WHERE term = 'GRACE_MONTHS') g
            JOIN appointment a ON a.known_until IS NULL AND a.valid_from > (?::date - make_interval(months => g.months, days => 3))::date
                              AND a.valid_from <= (?::date - make_interval(months => g.months, days => -3))::date
            UNION SELECT b.person_id FROM (SELECT DISTINCT value::int months FROM policy_term WHERE term = 'ABSENCE_MONTHS' AND value <> '0') g
            JOIN post_absence b ON b.known_until IS NULL AND b.valid_from > (?::date - make_interval(months => g.months, days => 3))::date
                               AND b.valid_from <= (?::date - make_interval(months => g.months, days => -3))::date
            LIMIT ?""";

    private static final int INSTANTS = 15;
    private static final int DAYS = 9;
    private static final String STANDS = """
            SELECT f.person_id, f.appointment_id, f.qualification, f.region, f.covered_until, f.in_grace FROM fitness_on(?, ?) f WHERE f.person_id = ANY (?)""";
    private static final String STOPPED = """
            SELECT c.person_id FROM certificate_event v JOIN certificate c ON c.id = v.certificate_id
            WHERE (v.recorded_at >= ? OR v.effective_on > ? AND v.effective_on <= ?) AND v.kind IN ('SUSPENDED', 'REVOKED', 'WITHDRAWN', 'CANCELLED')""";
    private final Sql sql;

    Movements(Sql sql) {
        this.sql = sql;
    }

    /** A day, and what was known of it at an instant. */
    record Moment(LocalDate day, Instant knownAt) {}

    /** Of one county: how often each cause, and what all of them come to. */
    static final class Sum {
        private final Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        private int covered;
        private int required;

        private void add(Move move) {
            causes.merge(move.cause(), 1, Integer::sum);
            covered += move.covered();
            required += move.required();
        }

        Sum plus(Sum more) {
            more.causes.forEach((cause, times) -> causes.merge(cause, times, Integer::sum));
            covered += more.covered;
            required += more.required;
            return this;
        }

        Map<Cause, Integer> causes() {
            return causes;
        }

        int covered() {
            return covered;
        }

        int required() {
            return required;
        }
    }

    private record Key(UUID appointment, String qualification) {}

    private record Standing(UUID person, Move.State state) {}

    /** By county. @return empty where more than {@link #MOST} people changed */
    Optional<Map<String, Sum>> between(Moment before, Moment after) {
        List<UUID> people = people(before, after);
        if (people.size() > MOST) {
            return Optional.empty();
        }
        UUID[] array = people.toArray(UUID[]::new);
        Map<Key, Standing> then = stands(before, array, after.day());
        Map<Key, Standing> now = stands(after, array, after.day());
        Set<UUID> stopped = new HashSet<>(
                sql.list(STOPPED, row -> row.getObject(1, UUID.class), before.knownAt(), before.day(), after.day()));
        Map<String, Sum> sums = new HashMap<>();
        Set<Key> keys = new HashSet<>(then.keySet());
        keys.addAll(now.keySet());
        for (Key key : keys) {
            Standing was = then.get(key);
            Standing is = now.get(key);
            UUID person = was == null ? is.person() : was.person();
            Move.of(was == null ? null : was.state(), is == null ? null : is.state(), stopped.contains(person))
                    .forEach(move -> sums.computeIfAbsent(move.region(), none -> new Sum())
                            .add(move));
        }
        return Optional.of(sums);
    }

    private List<UUID> people(Moment before, Moment after) {
        Object[] parameters = new Object[INSTANTS + 2 * DAYS + 1];
        Arrays.fill(parameters, 0, INSTANTS, before.knownAt());
        for (int i = 0; i < DAYS; i++) {
            parameters[INSTANTS + 2 * i] = before.day();
            parameters[INSTANTS + 2 * i + 1] = after.day();
        }
        parameters[INSTANTS + 2 * DAYS] = MOST + 1;
        return sql.list(PEOPLE, row -> row.getObject(1, UUID.class), parameters);
    }

    private Map<Key, Standing> stands(Moment moment, UUID[] people, LocalDate later) {
        Map<Key, Standing> found = new HashMap<>();
        sql.list(
                STANDS,
                row -> {
                    LocalDate until = Sql.date(row, "covered_until");
                    boolean grace = row.getBoolean("in_grace");
                    Stand stand = until != null ? Stand.HELD : grace ? Stand.GRACE : Stand.OPEN;
                    return found.put(
                            new Key(row.getObject("appointment_id", UUID.class), row.getString("qualification")),
                            new Standing(
                                    row.getObject("person_id", UUID.class),
                                    new Move.State(
                                            row.getString("region"), stand, until != null && until.isBefore(later))));
                },
                moment.day(),
                moment.knownAt(),
                people);
        return found;
    }
}
