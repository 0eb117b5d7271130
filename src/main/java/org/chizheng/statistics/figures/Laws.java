package org.chizheng.statistics.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Law;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Terms;

/** What of policies and catalogue decides how a requirement stands, as the rows say now. */
@ApplicationScoped
class Laws {
    private static final String SPAN = "in_force_from - DATE '1970-01-01', in_force_until - DATE '1970-01-01'";
    private static final String COVERINGS = "SELECT covering, covered, " + SPAN + " FROM qualification_cover";
    private static final String ACCEPTANCES = "SELECT department, qualification, " + SPAN + " FROM foreign_acceptance";
    private static final String TERMS = """
            SELECT n.code, o.qualification IS NOT NULL, %s, t.value
            FROM qualification n JOIN policy o ON o.post_category = n.post_category AND (o.qualification IS NULL OR o.qualification = n.code)
            JOIN policy_term t ON t.policy = o.id AND t.term = ?""".formatted(SPAN);
    private static final String REVIEWS =
            "SELECT policy, value::date - DATE '1970-01-01' FROM policy_term WHERE term = 'REVIEW_UNTIL' AND value <> 'NONE'";
    private final Sql sql;

    Laws(Sql sql) {
        this.sql = sql;
    }

    Law law() {
        Map<String, Integer> reviews = new HashMap<>();
        sql.list(REVIEWS, row -> reviews.put(row.getString(1), row.getInt(2)));
        return new Law(
                sql.list(COVERINGS, row -> new Law.Covering(row.getString(1), row.getString(2), span(row))),
                sql.list(ACCEPTANCES, row -> new Law.Acceptance(row.getString(1), row.getString(2), span(row))),
                terms("GRACE_MONTHS", Integer::valueOf),
                terms("ABSENCE_MONTHS", Integer::valueOf),
                terms("COUNTED_WORKERS", kinds -> Set.copyOf(Arrays.asList(kinds.split(",")))),
                reviews);
    }

    private <T> Terms<T> terms(String term, Function<String, T> value) {
        return new Terms<>(sql.list(
                TERMS,
                row -> new Terms.Term<>(row.getString(1), row.getBoolean(2), span(row), value.apply(row.getString(5))),
                term));
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(row.getInt(3), Facts.open(row, 4));
    }
}
