package org.chizheng.fitness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Requirements of people on post, counted by county, as the world was on a day and as far as it was known at an instant. */
@ApplicationScoped
public class Fitness {
    private static final String COUNT = """
            SELECT region, count(*) required, count(covered_until) covered, count(*) FILTER (WHERE in_grace AND covered_until IS NULL) grace
            FROM fitness_on(?, ?) WHERE %s GROUP BY region ORDER BY region""";
    private static final String IN_COUNTIES = COUNT.formatted("region = ANY (string_to_array(?, ','))");
    private static final String IN_ZONE = COUNT.formatted("zone = ?");
    private static final String OF_ENTERPRISE = """
            SELECT f.appointment_id, f.person_id, p.name, o.id AS post_id, o.title, a.valid_from, f.qualification, f.covered_until, f.in_grace
            FROM fitness_on(?, ?) f
            JOIN appointment a ON a.id = f.appointment_id JOIN post o ON o.id = a.post_id JOIN person p ON p.id = f.person_id
            WHERE f.enterprise_id = ? ORDER BY f.covered_until IS NOT NULL, o.title, p.name, f.appointment_id""";
    private final Sql sql;

    public Fitness(Sql sql) {
        this.sql = sql;
    }

    /** grace: not covered, but within the policy's months after the appointment. */
    public record Count(String region, long required, long covered, long grace) {}

    /** Of these counties; the work grows with what they hold. */
    public List<Count> byCounty(List<String> counties, LocalDate asOf, Instant knownAt) {
        return counts(IN_COUNTIES, asOf, knownAt, String.join(",", counties));
    }

    /** Of the enterprises in a functional zone, by their counties. */
    public List<Count> inZone(String zone, LocalDate asOf, Instant knownAt) {
        return counts(IN_ZONE, asOf, knownAt, zone);
    }

    private List<Count> counts(String statement, LocalDate asOf, Instant knownAt, String where) {
        return sql.list(
                statement,
                row -> new Count(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                asOf,
                knownAt,
                where);
    }

    /** One requirement of one person on post. validTo: last day of the certificate that covers it, null if none does. */
    public record OnPost(
            UUID appointment,
            UUID person,
            String name,
            UUID postId,
            String post,
            LocalDate since,
            String qualification,
            boolean grace,
            LocalDate validTo) {
        public boolean covered() {
            return validTo != null;
        }
    }

    /** Who lacks what stands first. */
    public List<OnPost> ofEnterprise(UUID enterprise, LocalDate asOf, Instant knownAt) {
        return sql.list(
                OF_ENTERPRISE,
                row -> new OnPost(
                        row.getObject("appointment_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getObject("post_id", UUID.class),
                        row.getString("title"),
                        Sql.date(row, "valid_from"),
                        row.getString("qualification"),
                        row.getBoolean("in_grace"),
                        Sql.date(row, "covered_until")),
                asOf,
                knownAt,
                enterprise);
    }
}
