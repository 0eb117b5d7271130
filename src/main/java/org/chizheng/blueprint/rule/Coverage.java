package org.chizheng.blueprint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a bank can do for a blueprint.
 *
 * @param lines by quota
 * @param disjoint how many papers could be made that share no item
 * @param overlap how many items two papers share on average, when every item comes as often as every other of its cell
 */
public record Coverage(List<Line> lines, int disjoint, double overlap) {
    /** A quota, and what the bank has in use for it. */
    public record Line(Quota quota, int available) {
        /** Items that are missing before one paper can be made. */
        public int missing() {
            return Math.max(0, quota.items() - available);
        }

        public int disjoint() {
            return available / quota.items();
        }
    }

    /** @param available items in use by cell */
    public static Coverage of(List<Quota> quotas, Map<Quota.Cell, Integer> available) {
        List<Line> lines = new ArrayList<>();
        int disjoint = quotas.isEmpty() ? 0 : Integer.MAX_VALUE;
        double overlap = 0;
        for (Quota quota : quotas) {
            Line line = new Line(quota, available.getOrDefault(quota.cell(), 0));
            lines.add(line);
            disjoint = Math.min(disjoint, line.disjoint());
            overlap += line.available() == 0 ? 0 : (double) quota.items() * quota.items() / line.available();
        }
        return new Coverage(List.copyOf(lines), disjoint, overlap);
    }

    /** Whether one paper can be made. */
    public boolean isFilled() {
        return lines.stream().allMatch(line -> line.missing() == 0);
    }

    public int missing() {
        return lines.stream().mapToInt(Line::missing).sum();
    }

    public int items() {
        return lines.stream().mapToInt(line -> line.quota().items()).sum();
    }

    public int points() {
        return lines.stream()
                .mapToInt(line -> line.quota().items() * line.quota().points())
                .sum();
    }
}
