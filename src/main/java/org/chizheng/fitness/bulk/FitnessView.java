package org.chizheng.fitness.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chizheng.fitness.rule.FitReason;

/** What a program gets back: the rows in their order, from 1; nothing of what it sent but the qualification's code. counts: by reason, none left out that occurs. */
public record FitnessView(Instant answeredAt, Map<FitReason, Integer> counts, List<Row> rows) {
    /** fit: YES, EXPIRING or NO. */
    public record Row(
            int row,
            FitReason.Fit fit,
            FitReason reason,
            String qualification,
            String certificate,
            LocalDate validTo,
            boolean otherAuthority,
            List<String> holds) {}

    static FitnessView of(Checking.Answers answers) {
        return new FitnessView(
                answers.at(),
                counts(answers.rows()),
                answers.rows().stream()
                        .map(row -> new Row(
                                row.number(),
                                row.reason().fit(),
                                row.reason(),
                                row.reason() == FitReason.QUALIFICATION_UNKNOWN ? null : row.qualification(),
                                row.certificate(),
                                row.validTo(),
                                row.otherAuthority(),
                                row.holds()))
                        .toList());
    }

    /** In the order of the reasons. */
    static Map<FitReason, Integer> counts(List<AnsweredRow> rows) {
        Map<FitReason, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.reason(), 1, Integer::sum));
        return counts;
    }
}
