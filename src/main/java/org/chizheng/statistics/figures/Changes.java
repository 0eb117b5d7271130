package org.chizheng.statistics.figures;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Stretch;

/** By what figures as they were known at an instant differ from those that are kept: by the people of whom something became known since, and by nobody else. */
@ApplicationScoped
class Changes {
    /** Of an enterprise that only said again what it is, as when its staff is counted anew, nobody. */
    private static final String SINCE = """
            SELECT person_id FROM appointment WHERE known_from > ?
            UNION SELECT person_id FROM appointment WHERE known_until > ?
            UNION SELECT a.person_id FROM requirement r JOIN appointment a ON a.post_id = r.post_id WHERE r.known_from > ?
            UNION SELECT a.person_id FROM requirement r JOIN appointment a ON a.post_id = r.post_id WHERE r.known_until > ?
            UNION SELECT person_id FROM certificate WHERE issued_at > ?
            UNION SELECT c.person_id FROM certificate_event v JOIN certificate c ON c.id = v.certificate_id WHERE v.recorded_at > ?
            UNION SELECT person_id FROM foreign_certificate WHERE recorded_at > ?
            UNION SELECT person_id FROM post_absence WHERE known_from > ?
            UNION SELECT person_id FROM post_absence WHERE known_until > ?
            UNION SELECT person_id FROM reconfirmation WHERE known_from > ?
            UNION SELECT person_id FROM reconfirmation WHERE known_until > ?
            UNION SELECT person_id FROM record_fact WHERE kind = 'PRACTICAL_PASSED' AND recorded_at > ?
            UNION SELECT d.person_id FROM record_withdrawal w JOIN record_fact d ON d.id = w.fact_id WHERE d.kind = 'PRACTICAL_PASSED' AND w.withdrawn_at > ?
            UNION SELECT a.person_id
            FROM (SELECT enterprise_id FROM enterprise_fact WHERE known_from > ? OR known_until > ? GROUP BY enterprise_id
                  HAVING count(DISTINCT (region, zone, high_risk, industry, size)) > 1 OR min(known_from) > ?) f
            JOIN post p ON p.enterprise_id = f.enterprise_id JOIN appointment a ON a.post_id = p.id
            LIMIT ?""";

    private static final int INSTANTS = 16;
    private final Sql sql;
    private final Timelines timelines;
    private final Intervals intervals;

    Changes(Sql sql, Timelines timelines, Intervals intervals) {
        this.sql = sql;
        this.timelines = timelines;
        this.intervals = intervals;
    }

    /** @return at most so many */
    Set<UUID> since(Instant known, int most) {
        Object[] parameters = new Object[INSTANTS + 1];
        Arrays.fill(parameters, known);
        parameters[INSTANTS] = most;
        return new HashSet<>(sql.list(SINCE, row -> row.getObject(1, UUID.class), parameters));
    }

    /**
     * Tells for each stretch that comes or goes with these people whose it is.
     *
     * @param knownAt null for all that is recorded
     */
    void each(
            int generation,
            Collection<UUID> people,
            Instant knownAt,
            BiConsumer<UUID, Stretch> comes,
            BiConsumer<UUID, Stretch> goes) {
        if (!people.isEmpty()) {
            intervals
                    .ofPeople(generation, people)
                    .forEach((person, stretches) -> stretches.forEach(stretch -> goes.accept(person, stretch)));
            timelines
                    .of(people, knownAt)
                    .forEach((person, stretches) -> stretches.forEach(stretch -> comes.accept(person, stretch)));
        }
    }
}
