package org.chizheng.integrity.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chizheng.invigilation.rule.SeatMap;

/** Where the seats of one room stand to each other, as their labels tell it: the same rows that the invigilator's map shows. What stands between two seats, and where an aisle is, no label tells. */
public final class Seating {
    private record Spot(int row, int place) {}

    private final Map<String, Spot> spots = new HashMap<>();

    /** @param labels of all seats of the room */
    public Seating(List<String> labels) {
        List<SeatMap.Row> rows = SeatMap.of(labels);
        for (int row = 0; row < rows.size(); row++) {
            List<String> places = rows.get(row).places();
            for (int place = 0; place < places.size(); place++) {
                if (places.get(place) != null) {
                    spots.put(places.get(place), new Spot(row, place));
                }
            }
        }
    }

    /** How two seats lie to each other. */
    public enum Relation {
        BESIDE,
        BEHIND,
        DIAGONAL,
        APART
    }

    /**
     * From one seat to another.
     *
     * @param rows 0 in the same row
     * @param places 0 in the same place of different rows
     */
    public record Distance(int rows, int places) {
        public Relation relation() {
            if (Math.max(rows, places) != 1) {
                return Relation.APART;
            }
            return rows == 0 ? Relation.BESIDE : places == 0 ? Relation.BEHIND : Relation.DIAGONAL;
        }

        /** Beside, behind or diagonally: who sits so can see the other's screen or speak to the other. */
        public boolean neighbours() {
            return relation() != Relation.APART;
        }
    }

    /** @return empty where either label is null or no seat of the room */
    public Optional<Distance> between(String one, String other) {
        Spot first = spots.get(one);
        Spot second = spots.get(other);
        return first == null || second == null
                ? Optional.empty()
                : Optional.of(
                        new Distance(Math.abs(first.row() - second.row()), Math.abs(first.place() - second.place())));
    }
}
