package org.chizheng.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** All policies with their terms, for reading. Deciding by them is the work of {@link Policies}. */
@ApplicationScoped
public class PolicyVersions {
    private static final String POLICIES = """
            SELECT p.*, c.zh post_zh, c.en post_en, c.document_zh, c.document_en
            FROM policy p JOIN post_category c ON c.code = p.post_category
            ORDER BY c.ordinal, p.qualification NULLS FIRST, p.in_force_from""";
    private final Sql sql;

    public PolicyVersions(Sql sql) {
        this.sql = sql;
    }

    /** By post category and date; terms in the order of their names' list. Two queries, however many policies there are. */
    public List<PolicyView> policies() {
        Map<String, List<TermView>> terms = terms();
        return sql.list(
                POLICIES,
                row -> new PolicyView(
                        row.getString("id"),
                        row.getString("instrument_zh"),
                        row.getString("instrument_en"),
                        row.getString("post_category"),
                        row.getString("post_zh"),
                        row.getString("post_en"),
                        row.getString("document_zh"),
                        row.getString("document_en"),
                        row.getString("qualification"),
                        Sql.date(row, "in_force_from"),
                        Sql.date(row, "in_force_until"),
                        terms.getOrDefault(row.getString("id"), List.of())));
    }

    private Map<String, List<TermView>> terms() {
        Map<String, List<TermView>> terms = new LinkedHashMap<>();
        sql.list(
                "SELECT * FROM policy_term",
                row -> terms.computeIfAbsent(row.getString("policy"), id -> new ArrayList<>())
                        .add(new TermView(
                                row.getString("term"),
                                row.getString("value"),
                                row.getString("unit"),
                                row.getString("mark"),
                                row.getString("source"))));
        terms.values().forEach(list -> list.sort(Comparator.comparingInt(TermView::order)));
        return terms;
    }

    /** Every post category with what decides for it on that day; where two versions overlap, the later one, as in {@link Policies}. */
    public List<PostCategoryView> onDay(List<PolicyView> policies, LocalDate day) {
        return sql.list(
                "SELECT * FROM post_category ORDER BY ordinal",
                row -> new PostCategoryView(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("document_zh"),
                        row.getString("document_en"),
                        deciding(policies, row.getString("code"), day)));
    }

    private static List<PolicyView> deciding(List<PolicyView> policies, String category, LocalDate day) {
        Map<String, PolicyView> latest = new LinkedHashMap<>();
        policies.stream()
                .filter(policy -> policy.postCategory().equals(category) && policy.inForceOn(day))
                .forEach(policy -> latest.merge(
                        String.valueOf(policy.qualification()),
                        policy,
                        (one, other) -> other.from().isAfter(one.from()) ? other : one));
        return latest.values().stream()
                .sorted(Comparator.comparing(
                        PolicyView::qualification, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
