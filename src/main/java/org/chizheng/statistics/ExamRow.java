package org.chizheng.statistics;

import java.math.BigDecimal;
import java.util.Optional;

import org.chizheng.scoring.rule.ExamSums;

/** Figures of a centre, room or qualification; hidden: nothing of it is told to the reader's role but that it is there. Figures that cannot be told are null. */
public record ExamRow(String zh, String en, int sessions, ExamSums sums, boolean hidden) {
    public String passRate() {
        return text(sums.passRate());
    }

    public String absentRate() {
        return text(sums.absentRate());
    }

    public String mean() {
        return text(sums.mean());
    }

    public String spread() {
        return text(sums.spread());
    }

    public String minutes() {
        return text(sums.minutes());
    }

    public String minutesSpread() {
        return text(sums.minutesSpread());
    }

    private static String text(Optional<BigDecimal> figure) {
        return figure.map(BigDecimal::toPlainString).orElse(null);
    }
}
