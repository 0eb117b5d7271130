package org.chizheng.fitness.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.chizheng.fitness.roster.RosterAnswer.Outcome;
import org.chizheng.fitness.roster.RosterTaking.Taken;

/**
 * What a program is told. Rows that are fresh or known already are counted only.
 *
 * @param taken whether it was written down: never after a dry run, nor when a row is refused
 * @param people who are new
 * @param rows that change something known or are refused, in their order
 */
public record RosterView(boolean taken, int people, Map<Outcome, Integer> counts, List<Row> rows) {
    /** reason: the last word of the text's key, for programs. */
    public record Row(int row, Outcome outcome, String reason, String zh, String en) {}

    static RosterView of(Taken taken) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Row> rows = new ArrayList<>();
        for (RosterAnswer answer : taken.answers()) {
            counts.merge(answer.outcome(), 1, Integer::sum);
            if (answer.reason() != null) {
                rows.add(new Row(
                        answer.number(),
                        answer.outcome(),
                        answer.reason().replaceAll("^[a-z]+_(refused_)?", ""),
                        answer.text("zh"),
                        answer.text("en")));
            }
        }
        return new RosterView(taken.taken(), taken.people(), counts, rows);
    }
}
