package org.chizheng.application.rule;

import java.util.List;

/**
 * One rule that stands against an application.
 *
 * @param words what its texts mention, in their order: numbers, ISO dates, or names of an {@link Education}
 */
public record Objection(EligibilityRule rule, List<String> words) {
    public Objection {
        words = List.copyOf(words);
    }

    static Objection of(EligibilityRule rule, Object... words) {
        return new Objection(rule, List.of(words).stream().map(String::valueOf).toList());
    }
}
