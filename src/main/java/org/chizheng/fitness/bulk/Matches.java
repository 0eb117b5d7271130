package org.chizheng.fitness.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.fitness.rule.FitRule;

/** What the database knows of many people at once: one query for each question, however many rows are asked about. */
@ApplicationScoped
public class Matches {
    private static final String STANDING = """
            SELECT a.person_id, o.title, o.department FROM appointment a
            JOIN post o ON o.id = a.post_id JOIN enterprise e ON e.id = o.enterprise_id
            WHERE a.person_id = ANY (?) AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
              AND (e.id = ANY (?) OR e.region LIKE ANY (?))""";
    private static final String DEPARTMENTS =
            "SELECT title, min(department) department FROM post WHERE enterprise_id = ANY (?) GROUP BY title HAVING count(DISTINCT department) = 1";
    private static final String COVERING = """
            SELECT n.ordinal, m.*, COALESCE(e.value::int, 0) expiring_days, COALESCE(w.value::int, 0) review_days
            FROM unnest(?::int[], ?::uuid[], ?::text[], ?::text[]) n (ordinal, person, qualification, department)
            CROSS JOIN LATERAL covering_on(n.person, n.qualification, n.department, ?, ?) m
            LEFT JOIN policy_term e ON e.policy = m.policy AND e.term = 'EXPIRING_DAYS'
            LEFT JOIN policy_term w ON w.policy = m.policy AND w.term = 'REVIEW_WINDOW_DAYS'""";
    private static final String HELD = """
            SELECT DISTINCT n.person, m.qualification FROM unnest(?::uuid[]) n (person)
            CROSS JOIN LATERAL certificates_on(n.person, ?, ?) m WHERE m.state = 'FIT' ORDER BY m.qualification""";
    private final Sql sql;

    public Matches(Sql sql) {
        this.sql = sql;
    }

    /** Of these people those who stand at a post within the asker's reach, today and as known now: departments of their posts by title. */
    Map<UUID, Map<String, String>> standing(Collection<UUID> people, Asker asker, LocalDate today) {
        Map<UUID, Map<String, String>> found = new HashMap<>();
        sql.list(
                STANDING,
                row -> found.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new HashMap<>())
                        .put(row.getString("title"), row.getString("department")),
                people.toArray(UUID[]::new),
                today,
                today,
                asker.enterprises().toArray(UUID[]::new),
                asker.regions().stream()
                        .map(region -> region.replaceAll("\\D", "") + "%")
                        .toArray(String[]::new));
        return found;
    }

    /** Departments of an enterprise's posts by title, where the title says which. */
    Map<String, String> departments(List<UUID> enterprises) {
        Map<String, String> found = new HashMap<>();
        sql.list(DEPARTMENTS, row -> found.put(row.getString("title"), row.getString("department")), (Object)
                enterprises.toArray(UUID[]::new));
        return found;
    }

    /** A person and a requirement; ordinal tells them apart. */
    record Wanted(int ordinal, UUID person, String qualification, String department) {}

    /** Certificates that answer to each, by ordinal, by the matching that holder rates use. */
    Map<Integer, List<FitRule.Held>> covering(List<Wanted> wanted, LocalDate day, Instant knownAt) {
        Map<Integer, List<FitRule.Held>> found = new HashMap<>();
        sql.list(
                COVERING,
                row -> found.computeIfAbsent(row.getInt("ordinal"), n -> new ArrayList<>())
                        .add(held(row)),
                wanted.stream().map(Wanted::ordinal).toArray(Integer[]::new),
                wanted.stream().map(Wanted::person).toArray(UUID[]::new),
                wanted.stream().map(Wanted::qualification).toArray(String[]::new),
                wanted.stream().map(Wanted::department).toArray(String[]::new),
                day,
                knownAt);
        return found;
    }

    private static FitRule.Held held(ResultSet row) throws SQLException {
        return new FitRule.Held(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Sql.date(row, "valid_to"),
                Sql.date(row, "review_due"),
                row.getString("state"),
                row.getInt("expiring_days"),
                row.getInt("review_days"));
    }

    /** Codes of what each may work by on the day, whatever was asked. */
    Map<UUID, List<String>> held(Set<UUID> people, LocalDate day, Instant knownAt) {
        Map<UUID, List<String>> found = new HashMap<>();
        if (!people.isEmpty()) {
            sql.list(
                    HELD,
                    row -> found.computeIfAbsent(row.getObject("person", UUID.class), id -> new ArrayList<>())
                            .add(row.getString("qualification")),
                    people.toArray(UUID[]::new),
                    day,
                    knownAt);
        }
        return found;
    }
}
