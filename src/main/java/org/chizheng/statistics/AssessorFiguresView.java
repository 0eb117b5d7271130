package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * Severity of assessors in a period.
 *
 * @param least shared candidates below which an assessor is not shown, few how many those are
 */
public record AssessorFiguresView(
        LocalDate from, LocalDate to, String qualification, List<AssessorRow> rows, int least, int few) {
    public AssessorFiguresView {
        rows = List.copyOf(rows);
    }
}
