package org.chizheng.centre.rule;

/** Seats in rows of ten: A01 … A10, B01 …, and after Z10 AA01. */
public final class SeatLabels {
    private static final int ROW = 10;
    private static final int LETTERS = 26;

    private SeatLabels() {}

    /** @param place from 0 */
    public static String at(int place) {
        StringBuilder row = new StringBuilder();
        for (int n = place / ROW + 1; n > 0; n = (n - 1) / LETTERS) {
            row.insert(0, (char) ('A' + (n - 1) % LETTERS));
        }
        return row + "%02d".formatted(place % ROW + 1);
    }
}
