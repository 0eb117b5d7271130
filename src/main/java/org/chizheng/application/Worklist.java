package org.chizheng.application;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.ApplicationState;
import org.chizheng.common.Sql;

/** Applications that wait for an answer, what is due first on top, and all others; a page at a time. */
@ApplicationScoped
public class Worklist {
    static final int PAGE_SIZE = 50;
    /** An export's most rows: what Excel opens without waiting. */
    static final int MOST_ROWS = 20_000;

    private static final String OVER = " AND a.state = 'SUBMITTED' AND a.answer_due < ?";
    private final Sql sql;

    public Worklist(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is looked for.
     *
     * @param state name of a state, blank for all
     * @param qualification code, blank for all
     * @param words the application's number or the person's name, blank for all
     */
    public record Filter(String state, String qualification, String words) {
        static Filter of(String state, String qualification, String words) {
            boolean known = state != null
                    && (state.isEmpty()
                            || Arrays.stream(ApplicationState.values())
                                    .anyMatch(value -> value.name().equals(state)));
            return new Filter(known ? state : "SUBMITTED", tidy(qualification), tidy(words));
        }

        /** As the query of an address. */
        public String address() {
            return "state=" + state + "&qualification=" + encoded(qualification) + "&q=" + encoded(words);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private boolean isNumber() {
            return words.matches("BM\\d{9,}");
        }

        private static String tidy(String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** A page of them. total: of all pages. */
    public record Found(List<ApplicationView> rows, int page, int total) {
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        public boolean hasPrevious() {
            return page > 1;
        }

        public boolean hasNext() {
            return page < pages();
        }

        public int previous() {
            return page - 1;
        }

        public int next() {
            return page + 1;
        }
    }

    /** @param page from 1; what is no such number is the first */
    public Found find(List<String> regions, Filter filter, String page) {
        return page("a.region = ANY (?)", regions.toArray(String[]::new), filter, page);
    }

    /** An enterprise's own. */
    public Found ofEnterprise(UUID enterprise, Filter filter, String page) {
        return page("a.enterprise_id = ? AND a.channel = 'ENTERPRISE'", enterprise, filter, page);
    }

    /** All rows, for an export. */
    List<ApplicationView> all(List<String> regions, Filter filter) {
        return rows("a.region = ANY (?)", regions.toArray(String[]::new), filter, MOST_ROWS, 0);
    }

    /** How many should have been answered before a day. */
    public int overdue(List<String> regions, LocalDate today) {
        return sql.first(
                        "SELECT count(*) FROM application a WHERE a.region = ANY (?)" + OVER,
                        row -> row.getInt(1),
                        regions.toArray(String[]::new),
                        today)
                .orElseThrow();
    }

    private Found page(String scope, Object within, Filter filter, String page) {
        int total = sql.first(
                        "SELECT count(*) FROM application a JOIN person p ON p.id = a.person_id WHERE " + scope
                                + where(filter),
                        row -> row.getInt(1),
                        parameters(within, filter).toArray())
                .orElseThrow();
        int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = page != null && page.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(page), pages) : 1;
        return new Found(rows(scope, within, filter, PAGE_SIZE, (number - 1) * PAGE_SIZE), number, total);
    }

    private List<ApplicationView> rows(String scope, Object within, Filter filter, int limit, int offset) {
        List<Object> parameters = parameters(within, filter);
        parameters.add(limit);
        parameters.add(offset);
        return sql.list(
                Applications.SELECT + "WHERE " + scope + where(filter)
                        + " ORDER BY a.state <> 'SUBMITTED', CASE a.state WHEN 'SUBMITTED' THEN a.answer_due END, a.applied_at DESC, a.id LIMIT ? OFFSET ?",
                Applications::view,
                parameters.toArray());
    }

    private static String where(Filter filter) {
        return (filter.state().isEmpty() ? "" : " AND a.state = ?")
                + (filter.qualification().isEmpty() ? "" : " AND a.qualification = ?")
                + (filter.words().isEmpty() ? "" : filter.isNumber() ? " AND a.number = ?" : " AND p.name = ?");
    }

    private static List<Object> parameters(Object within, Filter filter) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(within);
        if (!filter.state().isEmpty()) {
            parameters.add(filter.state());
        }
        if (!filter.qualification().isEmpty()) {
            parameters.add(filter.qualification());
        }
        if (!filter.words().isEmpty()) {
            parameters.add(filter.words());
        }
        return parameters;
    }
}
