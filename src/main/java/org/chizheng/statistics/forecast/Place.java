package org.chizheng.statistics.forecast;

import java.util.Comparator;

/** Code of a city and code of a qualification. */
record Place(String city, String qualification) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::city).thenComparing(Place::qualification);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
