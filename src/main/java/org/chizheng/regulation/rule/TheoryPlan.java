package org.chizheng.regulation.rule;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many items of which type at how many points, in the order of the paper: {@code TRUE_FALSE:40x1,SINGLE:40x1,MULTIPLE:10x2}. */
public record TheoryPlan(Map<String, Part> parts) {
    /** Items of one type, and points for each. */
    public record Part(int items, int points) {}

    /** @throws IllegalArgumentException if the text is not of that form */
    public static TheoryPlan parse(String text) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            if (!part.matches("(TRUE_FALSE|SINGLE|MULTIPLE):[1-9]\\d{0,2}x[1-9]\\d?")) {
                throw new IllegalArgumentException("not a theory plan: " + text);
            }
            String[] words = part.split("[:x]");
            parts.put(words[0], new Part(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        }
        return new TheoryPlan(parts);
    }

    public int totalPoints() {
        return parts.values().stream()
                .mapToInt(part -> part.items() * part.points())
                .sum();
    }
}
