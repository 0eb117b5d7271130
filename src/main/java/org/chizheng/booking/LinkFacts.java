package org.chizheng.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.ConflictGuard.Candidate;
import org.chizheng.booking.rule.ConflictGuard.Officer;
import org.chizheng.booking.rule.ConflictGuard.Teaching;
import org.chizheng.common.Sql;

/** What links people to trainers, providers and enterprises; one query however many they are. */
@ApplicationScoped
public class LinkFacts {
    private static final String FACTS = """
            WITH who AS (SELECT unnest(?::uuid[]) person), day AS (SELECT ?::date d)
            SELECT w.person, 'TRAINER' kind, t.person_id ref, r.started_on since, NULL::date until, p.name
            FROM who w JOIN training_record r ON r.person_id = w.person JOIN trainer t ON t.id = r.trainer_id JOIN person p ON p.id = t.person_id
            UNION ALL SELECT w.person, 'TRAINED', r.provider_id, r.started_on, NULL, v.name
            FROM who w JOIN training_record r ON r.person_id = w.person JOIN training_provider v ON v.id = r.provider_id
            UNION ALL SELECT w.person, 'TRAINED', a.provider_id, (a.applied_at AT TIME ZONE 'Asia/Shanghai')::date, NULL, v.name
            FROM who w JOIN application a ON a.person_id = w.person AND a.state = 'ACCEPTED' JOIN training_provider v ON v.id = a.provider_id
            UNION ALL SELECT w.person, 'TEACHES', t.provider_id, t.since, t.until, v.name
            FROM who w JOIN trainer t ON t.person_id = w.person JOIN training_provider v ON v.id = t.provider_id
            UNION ALL SELECT w.person, 'WORKS', e.id, a.valid_from, NULL, e.name
            FROM who w CROSS JOIN day JOIN appointment a ON a.person_id = w.person AND a.known_until IS NULL
                 AND a.valid_from <= d AND (a.valid_until IS NULL OR a.valid_until > d)
            JOIN post p ON p.id = a.post_id JOIN enterprise e ON e.id = p.enterprise_id
            UNION ALL SELECT w.person, 'WORKS', e.id, NULL, NULL, e.name
            FROM who w JOIN application a ON a.person_id = w.person AND a.state = 'ACCEPTED' JOIN enterprise e ON e.id = a.enterprise_id""";
    private final Sql sql;

    public LinkFacts(Sql sql) {
        this.sql = sql;
    }

    private record Fact(UUID person, String kind, UUID ref, LocalDate since, LocalDate until, String name) {
        static Fact of(ResultSet row) throws SQLException {
            return new Fact(
                    row.getObject("person", UUID.class),
                    row.getString("kind"),
                    row.getObject("ref", UUID.class),
                    Sql.date(row, "since"),
                    Sql.date(row, "until"),
                    row.getString("name"));
        }
    }

    /** Facts of some people on a day. */
    static final class Known {
        private final Map<UUID, List<Fact>> facts = new HashMap<>();
        private final Map<UUID, String> names = new HashMap<>();

        private Known(List<Fact> all) {
            all.forEach(fact -> {
                facts.computeIfAbsent(fact.person(), person -> new ArrayList<>())
                        .add(fact);
                names.put(fact.ref(), fact.name());
            });
        }

        private List<Fact> of(UUID person, String kind) {
            return facts.getOrDefault(person, List.of()).stream()
                    .filter(fact -> fact.kind().equals(kind))
                    .toList();
        }

        private Set<UUID> refs(UUID person, String kind) {
            Set<UUID> refs = new HashSet<>();
            of(person, kind).forEach(fact -> refs.add(fact.ref()));
            return refs;
        }

        Candidate candidate(UUID person) {
            Map<UUID, LocalDate> providers = new HashMap<>();
            of(person, "TRAINED")
                    .forEach(fact -> providers.merge(
                            fact.ref(), fact.since(), (one, other) -> one.isBefore(other) ? one : other));
            return new Candidate(person, refs(person, "TRAINER"), providers, refs(person, "WORKS"));
        }

        Officer officer(UUID person) {
            List<Teaching> teaching = of(person, "TEACHES").stream()
                    .map(fact -> new Teaching(fact.ref(), fact.since(), fact.until()))
                    .toList();
            return new Officer(person, teaching, refs(person, "WORKS"));
        }

        /** Name of a trainer, provider or enterprise; empty for a person who is linked to nobody but himself. */
        String name(UUID ref) {
            return names.getOrDefault(ref, "");
        }
    }

    /** @param day on which people are at the enterprises where they work */
    Known of(Collection<UUID> persons, LocalDate day) {
        return new Known(sql.list(FACTS, Fact::of, persons.toArray(UUID[]::new), day));
    }
}
