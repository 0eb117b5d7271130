package org.chizheng.scoring.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Raw score: an item earns its points when exactly the right options are chosen, nothing otherwise (policy term MULTIPLE_PARTIAL = NONE). */
public final class ItemScorer {
    private ItemScorer() {}

    /** An item's key: number, chapter, points, right option ids ascending. */
    public record Keyed(int no, String chapter, int points, List<String> right) {}

    /** Items right of all items of a chapter. */
    public record Share(int right, int total) {}

    /** raw: sum of points; chapters in the order of their codes. */
    public record Score(int raw, Map<String, Share> chapters) {}

    public static Score score(List<Keyed> key, Map<Integer, String> answers) {
        int raw = 0;
        Map<String, Share> chapters = new TreeMap<>();
        for (Keyed item : key) {
            boolean right = String.join(",", item.right()).equals(answers.get(item.no()));
            raw += right ? item.points() : 0;
            chapters.merge(
                    item.chapter(),
                    new Share(right ? 1 : 0, 1),
                    (a, b) -> new Share(a.right() + b.right(), a.total() + b.total()));
        }
        return new Score(raw, chapters);
    }
}
