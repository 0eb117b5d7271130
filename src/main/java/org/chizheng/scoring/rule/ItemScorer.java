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
        return score(key, answers, Map.of());
    }

    /** @param amendments corrections by the number of the item, each list in the order in which they were applied: the last one decides, unless it holds what was earned before */
    public static Score score(List<Keyed> key, Map<Integer, String> answers, Map<Integer, List<Amendment>> amendments) {
        int raw = 0;
        Map<String, Share> chapters = new TreeMap<>();
        for (Keyed item : key) {
            String answer = answers.get(item.no());
            boolean right = isExactly(item.right(), answer);
            for (Amendment amendment : amendments.getOrDefault(item.no(), List.of())) {
                right = amendment.earns(right, answer);
            }
            raw += right ? item.points() : 0;
            chapters.merge(
                    item.chapter(),
                    new Share(right ? 1 : 0, 1),
                    (a, b) -> new Share(a.right() + b.right(), a.total() + b.total()));
        }
        return new Score(raw, chapters);
    }

    static boolean isExactly(List<String> right, String answer) {
        return String.join(",", right).equals(answer);
    }
}
