package org.chizheng.regulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

import io.quarkus.cache.CacheResult;

/** Which policy is in force for a qualification on a date, and what it says. */
@ApplicationScoped
public class Policies {
    private static final String IN_FORCE = """
            SELECT p.id FROM policy p JOIN qualification q ON q.post_category = p.post_category
            WHERE q.code = ? AND (p.qualification IS NULL OR p.qualification = q.code)
              AND p.in_force_from <= ? AND (p.in_force_until IS NULL OR p.in_force_until > ?)
            ORDER BY p.qualification NULLS LAST, p.in_force_from DESC LIMIT 1""";
    private final Sql sql;

    public Policies(Sql sql) {
        this.sql = sql;
    }

    /** The policy of that day; one made for the qualification goes before the general one. */
    public PolicyTerms inForce(String qualification, LocalDate date) {
        String id = sql.first(IN_FORCE, row -> row.getString(1), qualification, date, date)
                .orElseThrow(() -> new Refused(RegulationRefusal.NO_POLICY, qualification, date));
        return byId(id);
    }

    @CacheResult(cacheName = "policies")
    public PolicyTerms byId(String id) {
        Map<PolicyTerm, String> values = new EnumMap<>(PolicyTerm.class);
        sql.list("SELECT term, value FROM policy_term WHERE policy = ?", row -> keep(row, values), id);
        return new PolicyTerms(id, values);
    }

    /** What a policy is called: the law or order that it stands in. */
    public record Instrument(String zh, String en) {}

    public Instrument instrument(String policy) {
        return sql.first(
                        "SELECT instrument_zh, instrument_en FROM policy WHERE id = ?",
                        row -> new Instrument(row.getString(1), row.getString(2)),
                        policy)
                .orElseThrow();
    }

    /** Where a term of a policy is written, as the data has it. */
    public String article(String policy, PolicyTerm term) {
        return sql.first(
                        "SELECT source FROM policy_term WHERE policy = ? AND term = ?",
                        row -> row.getString(1),
                        policy,
                        term.name())
                .orElseThrow();
    }

    private static PolicyTerm keep(ResultSet row, Map<PolicyTerm, String> values) throws SQLException {
        PolicyTerm term = PolicyTerm.valueOf(row.getString(1));
        values.put(term, row.getString(2));
        return term;
    }
}
