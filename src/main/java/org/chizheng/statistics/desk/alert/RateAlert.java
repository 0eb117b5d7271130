package org.chizheng.statistics.desk.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.statistics.desk.DeskTerms.Span;
import org.chizheng.statistics.desk.rule.Fall;

/**
 * A fall of a region's published rate.
 *
 * @param baseDay whose figures it fell from
 * @param raisedFor the first day whose figures showed it
 * @param day the last day that was looked at
 * @param limit by which it was raised
 * @param closedBy null unless somebody closed it
 */
public record RateAlert(
        UUID id,
        String region,
        Span span,
        LocalDate baseDay,
        LocalDate raisedFor,
        LocalDate day,
        Fall fall,
        Fall.Limit limit,
        State state,
        Instant raisedAt,
        Instant changedAt,
        String closedBy,
        String words) {
    /** How far it has come. */
    public enum State {
        OPEN,
        /** The fall has been made good. */
        GONE,
        /** By a regulator with a reason. */
        CLOSED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
