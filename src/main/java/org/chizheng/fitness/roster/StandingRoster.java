package org.chizheng.fitness.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.people.rule.IdType;
import org.chizheng.workforce.rule.WorkerKind;

/** Who stands at which post of an enterprise today, as rows of a roster: to be corrected and sent back. Numbers are in clear, so each reading is noted. */
@ApplicationScoped
public class StandingRoster {
    private static final String ON_POST = """
            SELECT e.credit_code, e.id AS enterprise, h.id, h.id_type, h.id_number_sealed, h.name, p.title, p.department, p.site_id, s.name AS site, r.qualification,
              a.worker_kind, a.part_time, a.valid_from
            FROM post p JOIN enterprise e ON e.id = p.enterprise_id JOIN appointment a ON a.post_id = p.id JOIN person h ON h.id = a.person_id
            LEFT JOIN site s ON s.id = p.site_id
            JOIN requirement r ON r.post_id = p.id AND r.known_until IS NULL AND r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until > ?)
            WHERE p.enterprise_id = ANY (?) AND h.id_type = ANY (?) AND a.known_until IS NULL AND a.valid_from <= ? AND a.valid_until IS NULL
            ORDER BY e.credit_code, p.title, h.name, h.id, r.qualification""";
    private static final String[] TYPES =
            java.util.Arrays.stream(IdType.values()).map(Enum::name).toArray(String[]::new);
    private final Persons persons;
    private final Auditing auditing;
    private final OfficialClock clock;
    private final Sql sql;

    public StandingRoster(Persons persons, Auditing auditing, OfficialClock clock, Sql sql) {
        this.persons = persons;
        this.auditing = auditing;
        this.clock = clock;
        this.sql = sql;
    }

    /** A row as {@link RosterTable} writes it; site: the name of the place of production, null for the main one. */
    record Standing(
            RosterRow.Place place,
            String name,
            String creditCode,
            String site,
            String qualification,
            String department,
            WorkerKind kind,
            boolean partTime,
            LocalDate from) {}

    /** Everybody at a post that requires a certificate, without those whose last day is known already. */
    @Transactional
    List<Standing> of(UUID enterprise) {
        List<Standing> standing = standing(Set.of(enterprise));
        auditing.note("read roster", "enterprise", enterprise, standing.size() + " rows");
        return standing;
    }

    /** Those of the roster's enterprises whom it does not name at the post where they stand. */
    @Transactional
    List<Standing> notNamed(UUID upload, List<RosterRow> rows) {
        Set<RosterRow.Place> named = rows.stream().map(RosterRow::place).collect(Collectors.toSet());
        List<Standing> missing = standing(
                        rows.stream().map(RosterRow::enterprise).collect(Collectors.toSet()))
                .stream()
                .filter(one -> !named.contains(one.place()))
                .toList();
        auditing.note("read people not in roster", "roster", upload, missing.size() + " rows");
        return missing;
    }

    private List<Standing> standing(Collection<UUID> enterprises) {
        LocalDate today = clock.today();
        return sql.list(
                ON_POST,
                row -> new Standing(
                        new RosterRow.Place(
                                row.getObject("enterprise", UUID.class),
                                IdDocument.of(
                                        IdType.valueOf(row.getString("id_type")),
                                        persons.number(
                                                row.getObject("id", UUID.class), row.getBytes("id_number_sealed"))),
                                row.getString("title"),
                                row.getObject("site_id", UUID.class)),
                        row.getString("name"),
                        row.getString("credit_code"),
                        row.getString("site"),
                        row.getString("qualification"),
                        row.getString("department"),
                        WorkerKind.valueOf(row.getString("worker_kind")),
                        row.getBoolean("part_time"),
                        row.getObject("valid_from", LocalDate.class)),
                today,
                today,
                enterprises.toArray(UUID[]::new),
                TYPES,
                today);
    }
}
