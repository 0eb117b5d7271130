package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures of examinations of a period.
 *
 * @param by centre, room or qualification
 * @param least below which a row is hidden from the reader's role; 0: nothing is
 * @param hidden how many rows are
 * @param asOf when the newest of the sums was counted, null without any
 */
public record ExamFiguresView(
        LocalDate from,
        LocalDate to,
        String by,
        String qualification,
        ExamRow total,
        List<ExamRow> rows,
        int least,
        int hidden,
        Instant asOf) {
    public ExamFiguresView {
        rows = List.copyOf(rows);
    }
}
