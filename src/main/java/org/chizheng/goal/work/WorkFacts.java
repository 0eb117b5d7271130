package org.chizheng.goal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.goal.rule.Standing;

/** How enterprises stand, by the one match of requirement and certificate; and which of them have to be looked at. */
@ApplicationScoped
public class WorkFacts {
    /** One after the other: asked for all at once, the planner reads the facts of every enterprise there is. Appointments are looked up of those alone who lack something. */
    private static final String STANDING = """
            SELECT e.id, e.region, e.high_risk, s.*
            FROM unnest(?::uuid[]) w (id) JOIN enterprise e ON e.id = w.id
            CROSS JOIN LATERAL (
                  SELECT count(DISTINCT f.person_id) people,
                         count(*) FILTER (WHERE f.qualification = ANY (ARRAY(SELECT code FROM qualification WHERE post_category = 'MANAGER'))
                                            AND (f.covered_until IS NOT NULL OR f.in_grace)) managers,
                         count(*) FILTER (WHERE f.covered_until IS NULL AND NOT f.in_grace) missing,
                         min((SELECT a.valid_from FROM appointment a WHERE a.id = f.appointment_id)) FILTER (WHERE f.covered_until IS NULL AND NOT f.in_grace) missing_since,
                         count(*) FILTER (WHERE f.covered_until <= ?) expiring, min(f.covered_until) FILTER (WHERE f.covered_until <= ?) expiring_on
                  FROM fitness_on(?, ?) f WHERE f.enterprise_id = w.id) s
            WHERE s.people > 0""";

    private static final String TAKE = """
            WITH taken AS (DELETE FROM work_pending WHERE seq IN (SELECT seq FROM work_pending ORDER BY seq LIMIT ?) RETURNING enterprise_id, post_id, person_id)
            SELECT enterprise_id FROM taken WHERE enterprise_id IS NOT NULL
            UNION SELECT p.enterprise_id FROM taken t JOIN post p ON p.id = t.post_id
            UNION SELECT p.enterprise_id FROM taken t JOIN appointment a ON a.person_id = t.person_id AND a.known_until IS NULL JOIN post p ON p.id = a.post_id""";
    /** A certificate ran out on the day before, or its last day comes within reach; or somebody's grace is over, or somebody is off the post for too long now. */
    private static final String PASSING = """
            INSERT INTO work_pending (person_id)
            SELECT person_id FROM certificate WHERE valid_to IN (?::date - 1, ?::date + ?::int)
            UNION SELECT person_id FROM foreign_certificate WHERE valid_to IN (?::date - 1, ?::date + ?::int)
            UNION SELECT a.person_id FROM (SELECT DISTINCT value::int months FROM policy_term WHERE term = 'GRACE_MONTHS') g
            JOIN appointment a ON a.known_until IS NULL AND a.valid_from BETWEEN (?::date - make_interval(months => g.months, days => 3))::date AND (?::date - make_interval(months => g.months, days => -3))::date
            WHERE (a.valid_from + make_interval(months => g.months))::date = ?::date
            UNION SELECT b.person_id FROM (SELECT DISTINCT value::int months FROM policy_term WHERE term = 'ABSENCE_MONTHS' AND value <> '0') g
            JOIN post_absence b ON b.known_until IS NULL AND b.valid_from BETWEEN (?::date - make_interval(months => g.months, days => 3))::date AND (?::date - make_interval(months => g.months, days => -3))::date
            WHERE (b.valid_from + make_interval(months => g.months))::date = ?::date""";

    private final Sql sql;

    public WorkFacts(Sql sql) {
        this.sql = sql;
    }

    /** An enterprise's county and how it stands. */
    record Placed(String region, Standing standing) {}

    /** Of enterprises that have people on post; the work grows with theirs alone. @param expiring last day of what is called expiring */
    Map<UUID, Placed> standings(Collection<UUID> enterprises, LocalDate today, Instant now, LocalDate expiring) {
        Map<UUID, Placed> found = new HashMap<>();
        sql.list(
                STANDING,
                row -> found.put(
                        row.getObject("id", UUID.class),
                        new Placed(
                                row.getString("region"),
                                new Standing(
                                        row.getBoolean("high_risk"),
                                        row.getLong("people"),
                                        row.getLong("managers"),
                                        row.getLong("missing"),
                                        Sql.date(row, "missing_since"),
                                        row.getLong("expiring"),
                                        Sql.date(row, "expiring_on")))),
                enterprises.toArray(UUID[]::new),
                expiring,
                expiring,
                today,
                now);
        return found;
    }

    /** Takes entries of what has changed away, and says whom they are about. */
    Set<UUID> take(int most) {
        List<UUID> found = sql.list(TAKE, row -> row.getObject(1, UUID.class), most);
        return new HashSet<>(found);
    }

    /** Lays down whom the passing of a day alone has changed: work grows with what runs out on it. */
    void passing(LocalDate day, int expiringDays) {
        sql.update(PASSING, day, day, expiringDays, day, day, expiringDays, day, day, day, day, day, day);
    }
}
