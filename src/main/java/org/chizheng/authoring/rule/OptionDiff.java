package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.List;

/** What changed among the options: each is held against the one it grew from, whatever their order. */
public final class OptionDiff {
    /** Options that share less than this are two different ones. */
    private static final double KIN = 0.4;

    private OptionDiff() {}

    /** An option and whether it is right. */
    public record Choice(String text, boolean right) {}

    /**
     * An option of the new text, or one that is gone.
     *
     * @param kind SAME: it was there, its words may have changed; REMOVED, ADDED
     * @param right whether it is right; of one that is gone, whether it was
     * @param turned it was right and is not, or the other way round
     */
    public record Line(TextDiff.Kind kind, List<TextDiff.Piece> pieces, boolean right, boolean turned) {
        public Line {
            pieces = List.copyOf(pieces);
        }

        public boolean isGone() {
            return kind == TextDiff.Kind.REMOVED;
        }

        /** Same words, same mark. */
        public boolean isUntouched() {
            return kind == TextDiff.Kind.SAME
                    && !turned
                    && pieces.stream().allMatch(piece -> piece.kind() == TextDiff.Kind.SAME);
        }
    }

    /** The new options in their order, then those that are gone. */
    public static List<Line> of(List<Choice> before, List<Choice> after) {
        List<Choice> left = new ArrayList<>(before);
        Choice[] origins = new Choice[after.size()];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = take(left, after.get(i), 1);
        }
        for (int i = 0; i < origins.length; i++) {
            origins[i] = origins[i] == null ? take(left, after.get(i), KIN) : origins[i];
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < origins.length; i++) {
            lines.add(line(origins[i], after.get(i)));
        }
        left.forEach(gone -> lines.add(new Line(
                TextDiff.Kind.REMOVED,
                List.of(new TextDiff.Piece(TextDiff.Kind.REMOVED, gone.text())),
                gone.right(),
                false)));
        return lines;
    }

    private static Line line(Choice origin, Choice now) {
        return origin == null
                ? new Line(
                        TextDiff.Kind.ADDED,
                        List.of(new TextDiff.Piece(TextDiff.Kind.ADDED, now.text())),
                        now.right(),
                        false)
                : new Line(
                        TextDiff.Kind.SAME,
                        TextDiff.of(origin.text(), now.text()),
                        now.right(),
                        origin.right() != now.right());
    }

    private static Choice take(List<Choice> left, Choice now, double least) {
        Choice best = null;
        double likest = least;
        for (Choice choice : left) {
            double likeness = choice.text().equals(now.text()) ? 1 : TextDiff.likeness(choice.text(), now.text());
            if (likeness >= likest && (best == null || likeness > likest)) {
                best = choice;
                likest = likeness;
            }
        }
        left.remove(best);
        return best;
    }
}
