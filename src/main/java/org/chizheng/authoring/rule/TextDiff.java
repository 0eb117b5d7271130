package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one text to another: the longest common subsequence of its words, where each Chinese character is a word and letters and digits that stand together are one.
 * A single word that two changes have between them counts as changed, so that a rewritten phrase is read as one and not as confetti.
 */
public final class TextDiff {
    /** Larger tables than this (words × words, some 16 MB) are not filled; such a text counts as written anew. */
    private static final long LARGEST_TABLE = 4_000_000;

    private TextDiff() {}

    /** How a piece stands in the two texts. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** The pieces that are not ADDED make the old text, those that are not REMOVED the new one. */
    public record Piece(Kind kind, String text) {
        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }
    }

    /** Common words, then what stood after them and what stands there now. */
    private record Step(StringBuilder same, StringBuilder removed, StringBuilder added) {
        Step() {
            this(new StringBuilder(), new StringBuilder(), new StringBuilder());
        }

        boolean changes() {
            return removed.length() + added.length() > 0;
        }
    }

    public static List<Piece> of(String before, String after) {
        List<Step> steps = merged(steps(words(before), words(after)));
        List<Piece> pieces = new ArrayList<>();
        for (Step step : steps) {
            add(pieces, Kind.SAME, step.same());
            add(pieces, Kind.REMOVED, step.removed());
            add(pieces, Kind.ADDED, step.added());
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, StringBuilder text) {
        if (text.length() > 0) {
            pieces.add(new Piece(kind, text.toString()));
        }
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start + Character.charCount(text.codePointAt(start));
            while (isLatin(text.charAt(start)) && end < text.length() && isLatin(text.charAt(end))) {
                end++;
            }
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static List<Step> steps(List<String> before, List<String> after) {
        int[][] common = (long) before.size() * after.size() > LARGEST_TABLE ? null : table(before, after);
        List<Step> steps = new ArrayList<>(List.of(new Step()));
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            Step step = steps.get(steps.size() - 1);
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                if (step.changes()) {
                    step = new Step();
                    steps.add(step);
                }
                step.same().append(before.get(i++));
                j++;
            } else if (j == after.size()
                    || i < before.size() && (common == null || common[i + 1][j] >= common[i][j + 1])) {
                step.removed().append(before.get(i++));
            } else {
                step.added().append(after.get(j++));
            }
        }
        return steps;
    }

    /** Length of the longest common subsequence of what is left from i and j on. */
    private static int[][] table(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Step> merged(List<Step> steps) {
        List<Step> merged = new ArrayList<>();
        for (Step step : steps) {
            Step last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && last.changes()
                    && step.changes()
                    && words(step.same().toString()).size() == 1) {
                last.removed().append(step.same()).append(step.removed());
                last.added().append(step.same()).append(step.added());
            } else {
                merged.add(step);
            }
        }
        return merged;
    }

    /** Share of the longer text's characters that both have, 0 to 1; 1 for two empty texts. */
    static double likeness(String before, String after) {
        int longer = Math.max(before.length(), after.length());
        int same = of(before, after).stream()
                .filter(piece -> piece.kind() == Kind.SAME)
                .mapToInt(piece -> piece.text().length())
                .sum();
        return longer == 0 ? 1 : (double) same / longer;
    }
}
