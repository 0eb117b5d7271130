package org.chizheng.fitness.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.exchange.sheet.PlainTable.Line;

/** Rows of rosters for tests. */
final class Rosters {
    private static final String LOW = "operator-low-voltage-electrical";
    private final List<Line> lines = new ArrayList<>();

    Rosters row(String name, String number, String post, String from, String until) {
        return with(Map.of(
                "name", name, "id_number", number, "post", post, "qualification", LOW, "from", from, "until", until));
    }

    /** columns: as {@link RosterTable} names them. */
    Rosters with(Map<String, String> columns) {
        lines.add(new Line(lines.size() + 2, columns, List.of(), List.of()));
        return this;
    }

    /** The last row with more columns. */
    Rosters and(Map<String, String> columns) {
        Line last = lines.remove(lines.size() - 1);
        Map<String, String> all = new HashMap<>(last.texts());
        all.putAll(columns);
        return with(all);
    }

    List<Line> lines() {
        return lines;
    }
}
