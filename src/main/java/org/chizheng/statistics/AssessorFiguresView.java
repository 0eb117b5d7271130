package org.chizheng.statistics;

import java.util.List;

import org.chizheng.scoring.rule.Period;

/**
 * Severity of assessors in a period.
 *
 * @param least shared candidates below which an assessor is not shown, few how many those are
 */
public record AssessorFiguresView(Period period, String qualification, List<AssessorRow> rows, int least, int few) {
    public AssessorFiguresView {
        rows = List.copyOf(rows);
    }
}
