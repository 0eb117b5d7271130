package org.chizheng.statistics.figures.rule;

import java.util.UUID;

/** Days on which one requirement of one person on post stands and counts in the same way. */
public record Stretch(UUID appointment, UUID enterprise, Cell cell, Cover cover, Span days) {

    /** Whether the other one begins where this one ends, and only the days differ. */
    boolean goesOnIn(Stretch other) {
        return days.until() == other.days.from()
                && appointment.equals(other.appointment)
                && cover == other.cover
                && cell.equals(other.cell)
                && enterprise.equals(other.enterprise);
    }

    Stretch until(int day) {
        return new Stretch(appointment, enterprise, cell, cover, new Span(days.from(), day));
    }
}
