package org.chizheng.invigilation.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a room as its seats' labels tell them: B07 is the seventh place of row B, 27 the seventh of the third row of ten. */
public final class SeatMap {
    private static final Pattern LABEL = Pattern.compile("(.*?)(\\d{1,6})");
    private static final int ROW = 10;
    /** A gap of more places than this is no aisle but another way of counting. */
    private static final int WIDEST = 40;

    private SeatMap() {}

    /**
     * One row.
     *
     * @param name what its labels begin with, empty where they are numbers only
     * @param places labels from left to right, null where there is no seat
     */
    public record Row(String name, List<String> places) {}

    /** @param labels of the seats of one room, in any order; @return rows by their names; labels that end in no number come last, in rows of ten */
    public static List<Row> of(List<String> labels) {
        Map<String, TreeMap<Integer, String>> byName = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (String label : labels) {
            Matcher parts = LABEL.matcher(label);
            if (parts.matches()) {
                byName.computeIfAbsent(parts.group(1), name -> new TreeMap<>())
                        .put(Integer.parseInt(parts.group(2)), label);
            } else {
                others.add(label);
            }
        }
        List<Row> rows = new ArrayList<>();
        byName.forEach((name, places) -> rows.addAll(
                name.isEmpty() || places.lastKey() > WIDEST ? tens(name, places) : List.of(row(name, places))));
        others.sort(null);
        for (int from = 0; from < others.size(); from += ROW) {
            rows.add(new Row("", others.subList(from, Math.min(others.size(), from + ROW))));
        }
        return rows;
    }

    /** The places start at 1, so that seats of several rows that are behind each other stand below each other. */
    private static Row row(String name, TreeMap<Integer, String> places) {
        List<String> row = new ArrayList<>();
        for (int place = Math.min(1, places.firstKey()); place <= places.lastKey(); place++) {
            row.add(places.get(place));
        }
        return new Row(name, row);
    }

    private static List<Row> tens(String name, TreeMap<Integer, String> places) {
        Map<Integer, List<String>> tens = new LinkedHashMap<>();
        places.forEach((place, label) -> {
            List<String> row = tens.computeIfAbsent((place + ROW - 1) / ROW, ten -> new ArrayList<>());
            while (row.size() < Math.floorMod(place - 1, ROW)) {
                row.add(null);
            }
            row.add(label);
        });
        return tens.values().stream().map(row -> new Row(name, row)).toList();
    }

    /** @return places of the longest row, at least 1 */
    public static int width(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.places().size()).max().orElse(1);
    }
}
