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
            SELECT region, count(*) required, count(*) FILTER (WHERE covered) covered, count(*) FILTER (WHERE in_grace AND NOT covered) grace
            FROM fitness_on(?, ?) WHERE region LIKE ? GROUP BY region ORDER BY region""";
    private static final String OF_ENTERPRISE = """
            SELECT f.appointment_id, f.person_id, p.name, o.title, a.valid_from, f.qualification, f.covered, f.in_grace,
                   (SELECT max(c.valid_to) FROM certificate c WHERE c.person_id = f.person_id AND c.qualification = f.qualification) valid_to
            FROM fitness_on(?, ?) f
            JOIN appointment a ON a.id = f.appointment_id JOIN post o ON o.id = a.post_id JOIN person p ON p.id = f.person_id
            WHERE f.enterprise_id = ? ORDER BY f.covered, o.title, p.name, f.appointment_id""";
    private final Sql sql;

    public Fitness(Sql sql) {
        this.sql = sql;
    }

    /** grace: not covered, but within the policy's months after the appointment. */
    public record Count(String region, long required, long covered, long grace) {}

    /** @param scope a region's code; its own and all codes below it are counted */
    public List<Count> byCounty(String scope, LocalDate asOf, Instant knownAt) {
        return sql.list(
                COUNT,
                row -> new Count(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                asOf,
                knownAt,
                scope.replaceAll("\\D", "") + "%");
    }

    /** One requirement of one person on post. validTo: last day of the newest certificate in that qualification, null if there never was one. */
    public record OnPost(
            UUID appointment,
            UUID person,
            String name,
            String post,
            LocalDate since,
            String qualification,
            boolean covered,
            boolean grace,
            LocalDate validTo) {}

    /** Who lacks what stands first. */
    public List<OnPost> ofEnterprise(UUID enterprise, LocalDate asOf, Instant knownAt) {
        return sql.list(
                OF_ENTERPRISE,
                row -> new OnPost(
                        row.getObject("appointment_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getString("title"),
                        Sql.date(row, "valid_from"),
                        row.getString("qualification"),
                        row.getBoolean("covered"),
                        row.getBoolean("in_grace"),
                        Sql.date(row, "valid_to")),
                asOf,
                knownAt,
                enterprise);
    }
}
