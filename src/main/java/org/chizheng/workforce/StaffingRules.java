package org.chizheng.workforce;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.workforce.rule.StaffingNeed;

/** The rules about safety staff in force on a day, and what an enterprise has on that day, as known now. */
@ApplicationScoped
public class StaffingRules {
    private static final String MANAGERS = """
            SELECT count(DISTINCT a.person_id) FILTER (WHERE NOT a.part_time), count(DISTINCT a.person_id) FILTER (WHERE a.part_time)
            FROM post p
            JOIN requirement r ON r.post_id = p.id AND r.known_until IS NULL AND r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until > ?)
            JOIN qualification q ON q.code = r.qualification AND q.post_category = 'MANAGER'
            JOIN appointment a ON a.post_id = p.id AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
            WHERE p.enterprise_id = ?""";
    private final Enterprises enterprises;
    private final Sql sql;

    public StaffingRules(Enterprises enterprises, Sql sql) {
        this.enterprises = enterprises;
        this.sql = sql;
    }

    public List<StaffingNeed.Rule> inForce(LocalDate day) {
        return sql.list(
                "SELECT * FROM staffing_rule WHERE in_force_from <= ? AND (in_force_until IS NULL OR in_force_until > ?) ORDER BY code",
                StaffingRules::rule,
                day,
                day);
    }

    private static StaffingNeed.Rule rule(ResultSet row) throws SQLException {
        Array industries = row.getArray("industries");
        return new StaffingNeed.Rule(
                row.getString("code"),
                industries == null ? List.of() : List.of((String[]) industries.getArray()),
                row.getInt("staff_from"),
                row.getObject("staff_to", Integer.class),
                StaffingNeed.Need.valueOf(row.getString("need")),
                row.getString("source"));
    }

    /** What the enterprise lacks on that day; empty when nothing, or when it is not known. */
    public Optional<StaffingNeed.Finding> lack(UUID enterprise, LocalDate day) {
        return enterprises
                .facts(enterprise)
                .flatMap(facts -> sql.first(
                        MANAGERS,
                        row -> new StaffingNeed.Enterprise(
                                facts.industry(), facts.staff(), facts.safetyBody(), row.getInt(1), row.getInt(2)),
                        day,
                        day,
                        day,
                        day,
                        enterprise))
                .flatMap(found -> StaffingNeed.of(found, inForce(day)));
    }
}
