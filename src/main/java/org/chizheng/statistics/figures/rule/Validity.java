package org.chizheng.statistics.figures.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.chizheng.statistics.figures.rule.Person.Event;
import org.chizheng.statistics.figures.rule.Person.Held;
import org.chizheng.statistics.figures.rule.Person.Kind;

/** On which days a certificate is valid: within its dates, not ended, not suspended, no review overdue (as the function certificates_on has it). */
final class Validity {
    private Validity() {}

    /** @return apart from each other, in order */
    static List<Span> days(Held held, Law law) {
        if (held.events().isEmpty() && held.reviewDue() == Span.FOREVER) {
            return List.of(held.days());
        }
        TreeSet<Integer> turns = new TreeSet<>();
        turns.add(held.days().from());
        turnAfter(held.reviewDue(), turns);
        for (Event event : held.events()) {
            turns.add(event.day());
            turnAfter(event.reviewDue(), turns);
        }
        turns.removeIf(turn -> !held.days().holds(turn));
        List<Span> valid = new ArrayList<>();
        for (int turn : turns) {
            Integer next = turns.higher(turn);
            if (isFit(held, turn, law)) {
                valid.add(new Span(turn, next == null ? held.days().until() : next));
            }
        }
        return valid;
    }

    private static void turnAfter(int due, TreeSet<Integer> turns) {
        if (due != Span.FOREVER) {
            turns.add(due + 1);
        }
    }

    private static boolean isFit(Held held, int day, Law law) {
        Event deciding = null;
        Event review = null;
        for (Event event : held.events()) {
            if (event.day() > day) {
                continue;
            }
            if (event.kind() == Kind.ENDED) {
                return false;
            }
            // Of the same day, what was recorded later stands.
            if (event.kind() == Kind.REVIEWED) {
                review = review == null || event.day() >= review.day() ? event : review;
            } else {
                deciding = deciding == null || event.day() >= deciding.day() ? event : deciding;
            }
        }
        return (deciding == null || deciding.kind() != Kind.SUSPENDED) && isReviewed(held, review, day, law);
    }

    private static boolean isReviewed(Held held, Event review, int day, Law law) {
        if (held.reviewDue() == Span.FOREVER) {
            return true;
        }
        int due = review == null ? held.reviewDue() : review.reviewDue();
        return due == Span.FOREVER || due > law.reviewsUntil(held.policy()) || due >= day;
    }
}
