package org.chizheng.statistics.rule;

import java.util.Map;

/** Where a region stands on the tile map, and how dark it is: cities roughly as on the map, counties of a city in the order of their codes. */
public final class TileMap {
    /** Columns of the map of cities. */
    public static final int COLUMNS = 5;

    private static final Map<String, Place> CITIES = Map.ofEntries(
            Map.entry("3203", new Place(1, 1)),
            Map.entry("3207", new Place(1, 3)),
            Map.entry("3213", new Place(2, 2)),
            Map.entry("3208", new Place(2, 3)),
            Map.entry("3209", new Place(2, 4)),
            Map.entry("3210", new Place(3, 3)),
            Map.entry("3212", new Place(3, 4)),
            Map.entry("3206", new Place(3, 5)),
            Map.entry("3201", new Place(4, 1)),
            Map.entry("3211", new Place(4, 2)),
            Map.entry("3204", new Place(4, 3)),
            Map.entry("3202", new Place(4, 4)),
            Map.entry("3205", new Place(4, 5)));

    private TileMap() {}

    /** Both from 1 on. */
    public record Place(int row, int column) {}

    /** The lower, the darker; only all of all is {@link #ALL}. NONE: nothing is required. */
    public enum Band {
        UNDER_80,
        UNDER_90,
        UNDER_95,
        UNDER_100,
        ALL,
        NONE
    }

    /** @param index from 0 on, among the regions that are shown beside each other */
    public static Place place(String code, int index) {
        Place city = CITIES.get(code);
        return city != null ? city : new Place(index / COLUMNS + 1, index % COLUMNS + 1);
    }

    public static Band band(HolderRate rate) {
        if (rate.denominator() == 0) {
            return Band.NONE;
        }
        if (rate.numerator() == rate.denominator()) {
            return Band.ALL;
        }
        long percent = rate.numerator() * 100 / rate.denominator();
        return percent < 80
                ? Band.UNDER_80
                : percent < 90 ? Band.UNDER_90 : percent < 95 ? Band.UNDER_95 : Band.UNDER_100;
    }
}
