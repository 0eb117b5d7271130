package org.chizheng.statistics;

import java.time.Instant;
import java.util.List;

import org.chizheng.scoring.rule.Period;

/**
 * Figures of examinations of a period.
 *
 * @param by centre, room or qualification
 * @param total of what is told; its row and the others are sums of the same cells
 * @param least people of a cell that is told to the reader's role; 0: all are
 * @param leftOut sessions in cells that are not
 * @param asOf when the newest of the sums was counted, null without any
 */
public record ExamFiguresView(
        Period period,
        String by,
        String qualification,
        ExamRow total,
        List<ExamRow> rows,
        int least,
        int leftOut,
        Instant asOf) {
    public ExamFiguresView {
        rows = List.copyOf(rows);
    }
}
