package org.chizheng.statistics.forecast.rule;

/** How a cell of a table is shaded; what it means stands in it as words too. */
public enum Heat {
    NOTHING,
    ENOUGH,
    LOW,
    MIDDLE,
    HIGH;

    private static final int THIRDS = 3;

    /** Nothing of nothing, enough of what lacks nothing, else by thirds. @param part of the whole, both at least 0 */
    public static Heat of(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        if (part == 0) {
            return ENOUGH;
        }
        return part * THIRDS <= whole ? LOW : part * THIRDS <= 2 * whole ? MIDDLE : HIGH;
    }
}
