package org.chizheng.practice.rule;

import java.util.Comparator;
import java.util.List;

/**
 * How far a person is with a chapter.
 *
 * @param items published for practice
 * @param answered of them, at least once
 * @param right of them, at the last answer
 * @param inBook of them, standing in the wrong-answer book
 */
public record Mastery(String chapter, int items, int answered, int right, int inBook) {
    private static final Comparator<Mastery> WEAKEST_FIRST = (a, b) -> {
        int shares = Integer.compare(a.right * b.answered, b.right * a.answered);
        return shares != 0 ? shares : a.chapter.compareTo(b.chapter);
    };

    /** Right at the last answer of those answered, in whole percent, rounded down; 0 before the first answer. */
    public int percent() {
        return answered == 0 ? 0 : right * 100 / answered;
    }

    public boolean isBegun() {
        return answered > 0;
    }

    /** Chapters that were begun and are not all right, the smallest share of right answers first. */
    public static List<Mastery> weakest(List<Mastery> chapters, int most) {
        return chapters.stream()
                .filter(c -> c.isBegun() && c.right < c.answered)
                .sorted(WEAKEST_FIRST)
                .limit(most)
                .toList();
    }
}
