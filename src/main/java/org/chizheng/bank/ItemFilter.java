package org.chizheng.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.MultivaluedMap;

/** Which items of a subject to list, as the address says it; what it does not know is as if it were not there. Pages count from 1. */
public record ItemFilter(
        String chapter,
        String type,
        String difficulty,
        String state,
        String level,
        String practice,
        String text,
        int page) {
    public static final int PAGE_SIZE = 25;
    private static final int LONGEST_TEXT = 100;
    private static final Set<String> TYPES = Set.of("TRUE_FALSE", "SINGLE", "MULTIPLE");
    private static final Set<String> STATES = Set.of("APPROVED", "DRAFT", "IN_REVIEW", "RETIRED");
    private static final Set<String> LEVELS = Set.of("NATIONAL", "PROVINCIAL");
    private static final Set<String> ANSWERS = Set.of("true", "false");

    public ItemFilter {
        chapter = chapter != null && chapter.matches("\\d\\d") ? chapter : "";
        type = known(type, TYPES);
        difficulty = difficulty != null && difficulty.matches("[1-3]") ? difficulty : "";
        state = known(state, STATES);
        level = known(level, LEVELS);
        practice = known(practice, ANSWERS);
        text = text == null ? "" : plain(text).strip();
        page = Math.max(1, page);
    }

    /** Without what no database takes, and not endless. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String known(String asked, Set<String> all) {
        return asked != null && all.contains(asked) ? asked : "";
    }

    /** From the parameters of an address, or the fields of a form, by their names there. */
    public static ItemFilter asked(MultivaluedMap<String, String> address) {
        String page = address.getFirst("page");
        boolean counts = page != null && page.matches("\\d{1,5}");
        return new ItemFilter(
                address.getFirst("chapter"),
                address.getFirst("type"),
                address.getFirst("difficulty"),
                address.getFirst("state"),
                address.getFirst("level"),
                address.getFirst("practice"),
                address.getFirst("q"),
                counts ? Integer.parseInt(page) : 1);
    }

    /** The same list at its last page when it has fewer than the address says. */
    ItemFilter within(int pages) {
        return new ItemFilter(chapter, type, difficulty, state, level, practice, text, Math.min(page, pages));
    }

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** The query part of the address that leads to another page of the same list. */
    public String on(int otherPage) {
        StringBuilder query = new StringBuilder("?page=").append(otherPage);
        for (Map.Entry<String, String> word : words()) {
            if (!word.getValue().isEmpty()) {
                query.append('&').append(word.getKey()).append('=').append(URLEncoder.encode(word.getValue(), UTF_8));
            }
        }
        return query.toString();
    }

    private List<Map.Entry<String, String>> words() {
        return List.of(
                Map.entry("chapter", chapter),
                Map.entry("type", type),
                Map.entry("difficulty", difficulty),
                Map.entry("state", state),
                Map.entry("level", level),
                Map.entry("practice", practice),
                Map.entry("q", text));
    }

    /** The query part of this very page. */
    public String here() {
        return on(page);
    }
}
