package org.chizheng.practice.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Result of a mock paper, for orientation only.
 *
 * @param points reached; an item earns its points when exactly the right options are chosen
 * @param most that could be reached
 * @param chapters in the order of their codes
 */
public record MockScore(int points, int most, Map<String, Share> chapters) {
    /** An item of the paper. */
    public record Item(String chapter, int points, boolean right) {}

    /** Items right of all items of a chapter. */
    public record Share(int right, int total) {}

    public static MockScore of(List<Item> items) {
        Map<String, Share> chapters = new TreeMap<>();
        for (Item item : items) {
            chapters.merge(
                    item.chapter(),
                    new Share(item.right() ? 1 : 0, 1),
                    (a, b) -> new Share(a.right() + b.right(), a.total() + b.total()));
        }
        int points = items.stream().filter(Item::right).mapToInt(Item::points).sum();
        return new MockScore(points, items.stream().mapToInt(Item::points).sum(), chapters);
    }

    /** The points on the scale of the examination, rounded down, so that what shows as the cut has reached it. */
    public int scaled(int examPoints) {
        return most == 0 ? 0 : points * examPoints / most;
    }

    /** Whether the share of points reaches the cut of the examination; the cut itself does. */
    public boolean reaches(int cut, int examPoints) {
        return most > 0 && points * examPoints >= cut * most;
    }
}
