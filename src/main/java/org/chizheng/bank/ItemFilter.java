package org.chizheng.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Set;

/** Which items of a subject to list, as the address says it; what it does not know is as if it were not there. Pages count from 1. */
public record ItemFilter(String chapter, String type, String difficulty, String text, int page) {
    public static final int PAGE_SIZE = 25;
    private static final int LONGEST_TEXT = 100;
    private static final Set<String> TYPES = Set.of("TRUE_FALSE", "SINGLE", "MULTIPLE");

    public ItemFilter {
        chapter = chapter != null && chapter.matches("\\d\\d") ? chapter : "";
        type = type != null && TYPES.contains(type) ? type : "";
        difficulty = difficulty != null && difficulty.matches("[1-3]") ? difficulty : "";
        text = text == null ? "" : text.strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        page = Math.max(1, page);
    }

    static ItemFilter asked(String chapter, String type, String difficulty, String text, String page) {
        boolean counts = page != null && page.matches("\\d{1,5}");
        return new ItemFilter(chapter, type, difficulty, text, counts ? Integer.parseInt(page) : 1);
    }

    /** The same list at its last page when it has fewer than the address says. */
    ItemFilter within(int pages) {
        return new ItemFilter(chapter, type, difficulty, text, Math.min(page, pages));
    }

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** The query part of the address that leads to another page of the same list. */
    public String on(int otherPage) {
        StringBuilder query = new StringBuilder("?page=").append(otherPage);
        add(query, "chapter", chapter);
        add(query, "type", type);
        add(query, "difficulty", difficulty);
        add(query, "q", text);
        return query.toString();
    }

    /** The query part of this very page. */
    public String here() {
        return on(page);
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
        }
    }
}
