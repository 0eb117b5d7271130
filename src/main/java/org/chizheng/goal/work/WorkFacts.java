package org.chizheng.goal.work;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Which enterprises have to be looked at. */
@ApplicationScoped
public class WorkFacts {
    private static final String WAITING = """
            WITH waiting AS (SELECT seq, enterprise_id, person_id FROM work_pending ORDER BY seq LIMIT ?)
            SELECT seq, enterprise_id FROM waiting
            UNION ALL SELECT w.seq, p.enterprise_id FROM waiting w JOIN appointment a ON a.person_id = w.person_id AND a.known_until IS NULL JOIN post p ON p.id = a.post_id""";

    private static final String CHANGED = "INSERT INTO work_pending (enterprise_id) SELECT unnest(?)";
    private static final String ALL = "INSERT INTO work_pending (enterprise_id) SELECT id FROM enterprise";

    /** The last day of a certificate was the day before, or comes within reach; or what was laid down for the day takes effect; or somebody's grace is over, or somebody is off the post for too long now. */
    private static final String PASSING = """
            INSERT INTO work_pending (person_id)
            SELECT person_id FROM certificate WHERE valid_to IN (?::date - 1, ?::date + ?::int)
            UNION SELECT c.person_id FROM certificate_event v JOIN certificate c ON c.id = v.certificate_id WHERE v.effective_on = ?::date
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

    /** Lays down that somebody's requirements at these enterprises stand otherwise than before; in the transaction that writes how they stand. */
    public void changed(Collection<UUID> enterprises) {
        if (!enterprises.isEmpty()) {
            sql.update(CHANGED, (Object) enterprises.toArray(UUID[]::new));
        }
    }

    /** The same of every enterprise. */
    public void allChanged() {
        sql.update(ALL);
    }

    /** Entries of what has changed, and whom they are about. */
    record Waiting(Set<Long> entries, Set<UUID> enterprises) {}

    private record Entry(long seq, UUID enterprise) {}

    /** The oldest. */
    Waiting waiting(int most) {
        List<Entry> found = sql.list(WAITING, row -> new Entry(row.getLong(1), row.getObject(2, UUID.class)), most);
        return new Waiting(
                found.stream().map(Entry::seq).collect(Collectors.toSet()),
                found.stream().map(Entry::enterprise).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    void done(Waiting waiting) {
        sql.update("DELETE FROM work_pending WHERE seq = ANY (?)", (Object)
                waiting.entries().toArray(Long[]::new));
    }

    /** Lays down whom the passing of a day alone has changed: work grows with what runs out on it. */
    void passing(LocalDate day, int expiringDays) {
        sql.update(PASSING, day, day, expiringDays, day, day, day, expiringDays, day, day, day, day, day, day);
    }
}
