package org.chizheng.goal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Numbers of the plan and those that we had to assume, as of a day: eight or so rows. */
@ApplicationScoped
public class GoalTerms {
    private static final String ON = """
            SELECT DISTINCT ON (term) * FROM goal_term WHERE in_force_from <= ? ORDER BY term, in_force_from DESC""";
    private final Sql sql;

    public GoalTerms(Sql sql) {
        this.sql = sql;
    }

    /** A number with what it rests on. */
    public record Term(GoalTerm term, int value, String unit, String mark, String source) {
        /** Not confirmed by any text: readers must see that. */
        public boolean provisional() {
            return "UNCERTAIN".equals(mark);
        }
    }

    /** All that were in force on a day. */
    public record Terms(Map<GoalTerm, Term> terms) {
        /** @throws IllegalStateException if the data holds none: a fault of the data, never a default */
        public int number(GoalTerm term) {
            return get(term).value();
        }

        public Term get(GoalTerm term) {
            Term found = terms.get(term);
            if (found == null) {
                throw new IllegalStateException("no " + term + " in force");
            }
            return found;
        }
    }

    public Terms on(LocalDate day) {
        Map<GoalTerm, Term> terms = new EnumMap<>(GoalTerm.class);
        sql.list(
                        ON,
                        row -> new Term(
                                GoalTerm.valueOf(row.getString("term")),
                                row.getInt("value"),
                                row.getString("unit"),
                                row.getString("mark"),
                                row.getString("source")),
                        day)
                .forEach(term -> terms.put(term.term(), term));
        return new Terms(terms);
    }
}
