package org.chizheng.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.chizheng.common.Sql;
import org.chizheng.common.Ui;
import org.chizheng.regulation.TermView;
import org.chizheng.regulation.Wording;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.statistics.figures.Moments;

/** What stands beside each holder rate: which rows of which policies decide on its day, and whether it is still that of the law before. */
@Named("basis")
@RequestScoped
public class FigureBasis {
    private static final String DECIDING = """
            SELECT DISTINCT ON (c.ordinal, o.qualification, t.term)
                   c.zh post_zh, c.en post_en, q.zh, q.en, o.instrument_zh, o.instrument_en, o.in_force_from, o.in_force_until, t.term, t.value, t.unit, t.mark, t.source
            FROM policy o JOIN post_category c ON c.code = o.post_category
            JOIN policy_term t ON t.policy = o.id AND t.term IN ('CERTIFICATE_YEARS', 'REVIEW_UNTIL', 'GRACE_MONTHS', 'COUNTED_WORKERS', 'ABSENCE_MONTHS')
            LEFT JOIN qualification q ON q.code = o.qualification
            WHERE o.in_force_from <= ? AND (o.in_force_until IS NULL OR o.in_force_until > ?)
            ORDER BY c.ordinal, o.qualification NULLS FIRST, t.term, o.in_force_from DESC""";
    private static final Set<String> MEASURED = Set.of("months", "years");
    private final Sql sql;
    private final Moments moments;
    private final Ui ui;

    FigureBasis(Sql sql, Moments moments, Ui ui) {
        this.sql = sql;
        this.moments = moments;
        this.ui = ui;
    }

    /**
     * A version of the law, in the reader's language.
     *
     * @param of the key post, or the one qualification that the policy was made for
     * @param until exclusive, null while in force
     * @param terms of it that decide, in the order of their names
     */
    public record Deciding(String of, String name, LocalDate from, LocalDate until, List<Term> terms) {}

    /** One legal number or word. @param unit empty where the value is a word */
    public record Term(String term, String value, String unit, boolean provisional, String source) {}

    /** Certificates are valid as the policies under which they were issued say; their years here are those of what is issued on the day. */
    public List<Deciding> on(LocalDate day) {
        Wording wording = Wording.in(ui.getLang());
        Map<List<Object>, Deciding> policies = new LinkedHashMap<>();
        sql.list(
                DECIDING,
                row -> {
                    Deciding policy = policy(row);
                    return policies.computeIfAbsent(
                                    Arrays.asList(policy.of(), policy.name(), policy.from()), none -> policy)
                            .terms()
                            .add(term(row, wording));
                },
                day,
                day);
        policies.values()
                .forEach(policy -> policy.terms().sort(Comparator.comparing(term -> PolicyTerm.valueOf(term.term()))));
        return List.copyOf(policies.values());
    }

    /** Figures are those under the law before until everybody is counted again. */
    public boolean isBeforeTheLaw() {
        return moments.isBeforeTheLaw();
    }

    private Deciding policy(ResultSet row) throws SQLException {
        String post = ui.pick(row.getString("post_zh"), row.getString("post_en"));
        String qualification = ui.pick(row.getString("zh"), row.getString("en"));
        return new Deciding(
                qualification == null ? post : qualification,
                ui.pick(row.getString("instrument_zh"), row.getString("instrument_en")),
                Sql.date(row, "in_force_from"),
                Sql.date(row, "in_force_until"),
                new ArrayList<>());
    }

    private Term term(ResultSet row, Wording wording) throws SQLException {
        TermView term = new TermView(
                row.getString("term"),
                row.getString("value"),
                row.getString("unit"),
                row.getString("mark"),
                row.getString("source"));
        return new Term(
                term.term(),
                wording.value(term),
                MEASURED.contains(term.unit()) ? " " + ui.text("regulation_unit_", term.unitKey()) : "",
                term.provisional(),
                term.source());
    }
}
