package org.chizheng.statistics.forecast.rule;

/**
 * What changes in a month if nothing is done. It is read from sums, so each figure is net: two people who change places do not show.
 *
 * @param lapses held at the month's beginning, required and not held at its end
 * @param coming newly required and not held
 * @param falling open before, no longer required or held by itself
 * @param graceEnds open all the time, of whom the months of grace end
 */
public record Flow(long lapses, long coming, long falling, long graceEnds) {
    public static final Flow NONE = new Flow(0, 0, 0, 0);

    public Flow plus(Flow more) {
        return new Flow(lapses + more.lapses, coming + more.coming, falling + more.falling, graceEnds + more.graceEnds);
    }
}
