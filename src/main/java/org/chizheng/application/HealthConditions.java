package org.chizheng.application;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Illnesses that a policy lists, as data. */
@ApplicationScoped
public class HealthConditions {
    private static final String LISTED = """
            SELECT c.*, h.source FROM policy_health h JOIN health_condition c ON c.code = h.condition WHERE h.policy = ? ORDER BY c.ordinal""";
    private final Sql sql;

    public HealthConditions(Sql sql) {
        this.sql = sql;
    }

    /** source: where the policy names it. */
    public record Condition(String code, String zh, String en, String source) {}

    /** Empty for a policy that asks for no declaration. */
    public List<Condition> of(String policy) {
        return sql.list(
                LISTED,
                row -> new Condition(
                        row.getString("code"), row.getString("zh"), row.getString("en"), row.getString("source")),
                policy);
    }

    /** All that any policy lists, for a form that is filled in before the qualification is chosen. */
    public List<Condition> all() {
        return sql.list(
                "SELECT * FROM health_condition ORDER BY ordinal",
                row -> new Condition(row.getString("code"), row.getString("zh"), row.getString("en"), ""));
    }

    Optional<String> article(String policy) {
        return of(policy).stream().findFirst().map(Condition::source);
    }
}
