package org.chizheng.authoring.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * One edition of a law, an order or a standard.
 *
 * @param marks other names that mean this edition alone or, for a standard, its number: 总局令第30号, GB 30871
 * @param edition begins with the year that names it
 * @param supersededOn first day on which it no longer holds, null while that is not known; a later edition of the same title supersedes it too
 * @param supersededBy what holds instead, null with supersededOn
 */
public record LawEdition(
        String title,
        List<String> marks,
        String edition,
        LocalDate effectiveFrom,
        LocalDate supersededOn,
        String supersededBy) {
    public LawEdition {
        marks = List.copyOf(marks);
    }

    int year() {
        return Integer.parseInt(edition.substring(0, 4));
    }
}
