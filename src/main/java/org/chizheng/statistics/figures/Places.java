package org.chizheng.statistics.figures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.DayCurve;
import org.chizheng.statistics.figures.rule.Stretch;

/**
 * Where the stretches of one part of a rebuild are at home, one after the other, and the sums that they move. Places and groups are few and kept; what the two make together is not. Those of one post
 * follow on one another, so the last is often asked for again. For one thread.
 */
final class Places {
    private final Cells cells;
    private final Curves curves;
    private final Map<Cell, Sums> places = new HashMap<>();
    private final Map<Cell, Sums> groups = new HashMap<>();
    private Cell last;
    private Sums place;
    private Sums group;

    /** A number and what is added up under it. */
    private record Sums(int number, DayCurve[] curves) {
        private void add(Stretch stretch) {
            for (DayCurve curve : curves) {
                curve.add(stretch, 1);
            }
        }
    }

    Places(Cells cells, Curves curves) {
        this.cells = cells;
        this.curves = curves;
    }

    /** The others speak of this one then. */
    @SuppressWarnings("ReferenceEquality")
    void at(Cell home) {
        if (home == last) {
            return;
        }
        last = home;
        place = places.get(home.place());
        group = groups.get(home.group());
        if (place == null || group == null) {
            meet(home);
        }
    }

    private void meet(Cell home) {
        Cells.Home met = cells.home(home);
        int before = met.sums().length - 1;
        place = sums(met.place(), Arrays.copyOf(met.sums(), before));
        group = sums(met.group(), met.group());
        places.put(home.place(), place);
        groups.put(home.group(), group);
    }

    private Sums sums(int number, int... cells) {
        return new Sums(number, Arrays.stream(cells).mapToObj(curves::of).toArray(DayCurve[]::new));
    }

    int place() {
        return place.number();
    }

    int group() {
        return group.number();
    }

    void count(Stretch stretch) {
        place.add(stretch);
        group.add(stretch);
    }
}
