package org.chizheng.common;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of a table of terms as of a day, each with what it rests on: those of a plan, and those that had to be assumed.
 *
 * @param <T> names of the numbers
 */
public record DatedTerms<T extends Enum<T>>(Map<String, Term> terms) {
    private static final String ON =
            "SELECT DISTINCT ON (term) term, value, unit, mark, source FROM %s WHERE in_force_from <= ? ORDER BY term, in_force_from DESC";

    /** A number with what it rests on. */
    public record Term(String name, int value, String unit, String mark, String source) {
        /** Not confirmed by any text: readers must see that. */
        public boolean provisional() {
            return "UNCERTAIN".equals(mark);
        }
    }

    /** @param table its name: never from outside */
    public static <T extends Enum<T>> DatedTerms<T> on(Sql sql, String table, LocalDate day) {
        Map<String, Term> terms = new LinkedHashMap<>();
        sql.list(
                        ON.formatted(table),
                        row -> new Term(
                                row.getString("term"),
                                row.getInt("value"),
                                row.getString("unit"),
                                row.getString("mark"),
                                row.getString("source")),
                        day)
                .forEach(term -> terms.put(term.name(), term));
        return new DatedTerms<>(terms);
    }

    /** All that were in force. */
    public List<Term> all() {
        return List.copyOf(terms.values());
    }

    /** @throws IllegalStateException if the data holds none: a fault of the data, never a default */
    public int number(T term) {
        return get(term).value();
    }

    /** @throws IllegalStateException if the data holds none */
    public Term get(T term) {
        Term found = terms.get(term.name());
        if (found == null) {
            throw new IllegalStateException("no " + term + " in force");
        }
        return found;
    }
}
