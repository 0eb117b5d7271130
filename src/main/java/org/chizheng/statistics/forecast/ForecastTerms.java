package org.chizheng.statistics.forecast;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Numbers of the forecast that no text gives, as of a day. */
@ApplicationScoped
public class ForecastTerms {
    private static final String ON = """
            SELECT DISTINCT ON (term) * FROM forecast_term WHERE in_force_from <= ? ORDER BY term, in_force_from DESC""";
    private final Sql sql;

    public ForecastTerms(Sql sql) {
        this.sql = sql;
    }

    /** A number with what it rests on. */
    public record Term(ForecastTerm term, int value, String unit, String mark, String source) {
        /** Not confirmed by any text: readers must see that. */
        public boolean isProvisional() {
            return "UNCERTAIN".equals(mark);
        }
    }

    public List<Term> on(LocalDate day) {
        return sql.list(
                ON,
                row -> new Term(
                        ForecastTerm.valueOf(row.getString("term")),
                        row.getInt("value"),
                        row.getString("unit"),
                        row.getString("mark"),
                        row.getString("source")),
                day);
    }

    /** @throws IllegalStateException if the data holds none: a fault of the data, never a default */
    static int number(List<Term> terms, ForecastTerm term) {
        return terms.stream()
                .filter(one -> one.term() == term)
                .map(Term::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + term + " in force"));
    }
}
