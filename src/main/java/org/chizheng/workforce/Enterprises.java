package org.chizheng.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Enterprises and their posts. */
@ApplicationScoped
public class Enterprises {
    private static final Sql.Row<EnterpriseView> VIEW = row -> new EnterpriseView(
            row.getObject("id", UUID.class),
            row.getString("credit_code"),
            row.getString("name"),
            row.getString("region"),
            row.getBoolean("high_risk"));
    private static final String EMPLOYER = """
            SELECT e.name FROM appointment a JOIN post p ON p.id = a.post_id JOIN enterprise e ON e.id = p.enterprise_id
            WHERE a.person_id = ? AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
            ORDER BY a.valid_from DESC, a.id DESC LIMIT 1""";
    private static final String EMPLOYS = """
            SELECT 1 FROM appointment a JOIN post p ON p.id = a.post_id
            WHERE a.person_id = ? AND p.enterprise_id = ANY (?) AND a.known_until IS NULL
              AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?) LIMIT 1""";
    private static final String FACTS = """
            SELECT * FROM enterprise_fact WHERE enterprise_id = ? AND valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)
              AND known_from <= ? AND (known_until IS NULL OR known_until > ?) ORDER BY known_from DESC LIMIT 1""";
    private static final String SINCE = """
            SELECT * FROM enterprise_fact WHERE enterprise_id = ? AND known_until IS NULL AND (valid_until IS NULL OR valid_until > ?)""";
    private final Sql sql;

    public Enterprises(Sql sql) {
        this.sql = sql;
    }

    public Optional<EnterpriseView> find(UUID id) {
        return sql.first("SELECT * FROM enterprise WHERE id = ?", VIEW, id);
    }

    public Optional<EnterpriseView> byCreditCode(String code) {
        return sql.first("SELECT * FROM enterprise WHERE credit_code = ?", VIEW, code);
    }

    /** Within a region, by name; at most 100 are shown, so a search narrows them. */
    public List<EnterpriseView> search(String scope, String words) {
        return sql.list(
                "SELECT * FROM enterprise WHERE region LIKE ? AND (strpos(name, ?) > 0 OR credit_code = ?) ORDER BY name LIMIT 100",
                VIEW,
                scope.replaceAll("\\D", "") + "%",
                words,
                words);
    }

    /** The enterprise of a person's standing at a post. */
    public Optional<UUID> ofAppointment(UUID appointment) {
        return sql.first(
                "SELECT p.enterprise_id FROM appointment a JOIN post p ON p.id = a.post_id WHERE a.id = ?",
                row -> row.getObject(1, UUID.class),
                appointment);
    }

    /** Name of the enterprise where a person stands at a post that day, as far as is known now; the newest of several. */
    public Optional<String> employerOf(UUID person, LocalDate day) {
        return sql.first(EMPLOYER, row -> row.getString(1), person, day, day);
    }

    /** Whether a person stands at a post of one of these enterprises that day, as far as is known now. */
    public boolean employs(List<UUID> enterprises, UUID person, LocalDate day) {
        return !enterprises.isEmpty()
                && sql.first(EMPLOYS, row -> true, person, enterprises.toArray(UUID[]::new), day, day)
                        .isPresent();
    }

    public List<PostView> posts(UUID enterprise) {
        return sql.list(
                "SELECT * FROM post WHERE enterprise_id = ? ORDER BY title",
                row -> new PostView(
                        row.getObject("id", UUID.class),
                        row.getObject("enterprise_id", UUID.class),
                        row.getString("title")),
                enterprise);
    }

    public Optional<PostView> post(UUID id) {
        return sql.first(
                "SELECT * FROM post WHERE id = ?",
                row -> new PostView(
                        row.getObject("id", UUID.class),
                        row.getObject("enterprise_id", UUID.class),
                        row.getString("title")),
                id);
    }

    /** What an enterprise is today, as known now. */
    public Optional<EnterpriseFacts> facts(UUID enterprise) {
        return sql.first("SELECT * FROM enterprise WHERE id = ?", EnterpriseFacts::of, enterprise);
    }

    /** What it was on a day, as it was known at an instant; empty for an enterprise that was not known then. */
    public Optional<EnterpriseFacts> facts(UUID enterprise, LocalDate asOf, Instant knownAt) {
        return sql.first(FACTS, EnterpriseFacts::of, enterprise, asOf, asOf, knownAt, knownAt);
    }

    /** Whether all that is known of an enterprise from that day on is this. */
    boolean holdsSince(UUID enterprise, EnterpriseFacts facts, LocalDate from) {
        return sql.list(SINCE, EnterpriseFacts::of, enterprise, from).stream().allMatch(facts::equals);
    }

    /** A place of production beside the main one. */
    public record Site(UUID id, String name, String region, String zone) {}

    /** By name. */
    public List<Site> sites(UUID enterprise) {
        return sql.list(
                "SELECT * FROM site WHERE enterprise_id = ? ORDER BY name",
                row -> new Site(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("region"),
                        row.getString("zone")),
                enterprise);
    }
}
