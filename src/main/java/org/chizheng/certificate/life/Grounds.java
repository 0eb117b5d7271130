package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.rule.Act;
import org.chizheng.common.Sql;

/** The grounds that a policy knows on a day. */
@ApplicationScoped
public class Grounds {
    private static final String ON = """
            SELECT g.*, COALESCE(t.value::int, 0) ban_years
            FROM certificate_act_ground g LEFT JOIN policy_term t ON t.policy = g.policy AND t.term = g.ban_term
            WHERE g.policy = ? AND g.in_force_from <= ? AND (g.in_force_until IS NULL OR g.in_force_until > ?)
            ORDER BY g.ordinal, g.ground""";
    private final Sql sql;

    public Grounds(Sql sql) {
        this.sql = sql;
    }

    public List<Ground> on(String policy, LocalDate day) {
        return sql.list(
                ON,
                row -> new Ground(
                        row.getString("policy"),
                        Act.valueOf(row.getString("act")),
                        row.getString("ground"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("article"),
                        row.getBoolean("severe"),
                        row.getInt("ban_years"),
                        row.getString("mark")),
                policy,
                day,
                day);
    }

    public Optional<Ground> find(String policy, Act act, String code, LocalDate day) {
        return on(policy, day).stream()
                .filter(ground -> ground.act() == act && ground.code().equals(code))
                .findFirst();
    }
}
