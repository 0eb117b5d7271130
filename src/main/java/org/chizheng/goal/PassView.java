package org.chizheng.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Pass rates of training tests at enterprises of high risk, as counted last. */
public record PassView(
        LocalDate day, Instant countedAt, int hireMonths, int passMonths, PassRow total, List<PassRow> rows) {
    public PassView {
        rows = List.copyOf(rows);
    }

    /** newly: the newly hired, onPost: all others. */
    public record PassRow(String code, String zh, String en, Cell onPost, Cell newly) {}
}
