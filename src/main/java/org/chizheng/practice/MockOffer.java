package org.chizheng.practice;

/**
 * A mock paper beside the examination it is like. Times in minutes.
 *
 * @param cut points of the examination that pass it
 */
public record MockOffer(int items, int points, int minutes, int examItems, int examPoints, int examMinutes, int cut) {
    public boolean isSmaller() {
        return items < examItems;
    }
}
