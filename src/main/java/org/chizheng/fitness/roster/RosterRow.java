package org.chizheng.fitness.roster;

import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.people.rule.IdDocument;
import org.chizheng.workforce.rule.WorkerKind;

/**
 * A row of a roster that could be understood: one person at one post of one enterprise, and one qualification that the post requires.
 *
 * @param birthDate null where neither number nor row tells it, and so is male
 * @param site null for the main place of production
 * @param department of the post, by its code
 * @param until first day off the post; null while there
 */
record RosterRow(
        int number,
        String name,
        IdDocument document,
        LocalDate birthDate,
        Boolean male,
        UUID enterprise,
        String post,
        UUID site,
        String qualification,
        String department,
        WorkerKind kind,
        boolean partTime,
        LocalDate from,
        LocalDate until) {
    /** Of whom and which post a row speaks. */
    record Place(UUID enterprise, IdDocument document, String post, UUID site) {}

    Place place() {
        return new Place(enterprise, document, post, site);
    }

    boolean isSameStay(RosterRow other) {
        return from.equals(other.from)
                && java.util.Objects.equals(until, other.until)
                && kind == other.kind
                && partTime == other.partTime;
    }

    boolean overlaps(RosterRow other) {
        return (until == null || until.isAfter(other.from)) && (other.until == null || other.until.isAfter(from));
    }
}
