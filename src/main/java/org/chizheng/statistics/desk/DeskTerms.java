package org.chizheng.statistics.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.desk.rule.Fall;

/** Numbers that we had to assume, by level of region, as of a day: table {@code desk_term}. */
@ApplicationScoped
public class DeskTerms {
    private static final String ON =
            "SELECT DISTINCT ON (term, level) * FROM desk_term WHERE in_force_from <= ? ORDER BY term, level DESC, in_force_from DESC";
    private final Sql sql;

    DeskTerms(Sql sql) {
        this.sql = sql;
    }

    /** A number with what it rests on. */
    public record Term(String term, String level, long value, String unit, String mark, String source) {}

    /** Within how many days a fall is looked for. */
    public enum Span {
        DAY(1),
        WEEK(7);

        private final int days;

        Span(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** All that were in force on a day. */
    public record Terms(List<Term> all, Map<String, Long> values) {
        private long number(String term, String level) {
            Long found = values.get(term + " " + level);
            if (found == null) {
                throw new IllegalStateException("no " + term + " for " + level + " in force");
            }
            return found;
        }

        /** @param level PROVINCE, CITY or COUNTY */
        public Fall.Limit limit(Span span, String level) {
            return new Fall.Limit(
                    number("FALL_" + span + "_HUNDREDTHS", level),
                    number("FALL_" + span + "_PEOPLE", level),
                    number("FALL_LEAST_REQUIRED", level));
        }

        /** Below so many required a group of a city is too small to be standardized by. */
        public long smallCell() {
            return number("SMALL_CELL", "CITY");
        }
    }

    public Terms on(LocalDate day) {
        List<Term> all = sql.list(
                ON,
                row -> new Term(
                        row.getString("term"),
                        row.getString("level"),
                        row.getLong("value"),
                        row.getString("unit"),
                        row.getString("mark"),
                        row.getString("source")),
                day);
        Map<String, Long> values = new HashMap<>();
        all.forEach(term -> values.put(term.term() + " " + term.level(), term.value()));
        return new Terms(all, values);
    }
}
