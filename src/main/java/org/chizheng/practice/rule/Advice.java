package org.chizheng.practice.rule;

import java.util.List;
import java.util.Optional;

/**
 * What to practise next.
 *
 * @param chapter for {@link Step#BEGIN}, {@link Step#FINISH} and {@link Step#WEAKEST}, otherwise empty
 */
public record Advice(Step step, String chapter) {
    /** So many wrong items are a round worth sitting down for; with fewer, new chapters teach more. */
    static final int ROUND_OF_WRONG = 5;

    /** In the order in which they are advised. */
    public enum Step {
        /** Enough items are wrong for a round of their own. */
        WRONG_BOOK,
        /** A chapter was begun, and some of its items were never answered. */
        FINISH,
        /** A chapter was never begun. */
        BEGIN,
        /** All was answered; this chapter lies below the cut. */
        WEAKEST,
        /** All chapters reach the cut, a few items are wrong. */
        LAST_WRONG,
        /** All is right: try a whole paper. */
        MOCK
    }

    /**
     * Mistakes first while they are fresh, then what is half done, what is new, what is weak, and at last the whole.
     *
     * @param chapters in the order of the subject; those without items are passed over
     * @param cut percent that the examination asks for
     */
    public static Advice next(List<Mastery> chapters, int cut) {
        int wrong = chapters.stream().mapToInt(Mastery::inBook).sum();
        if (wrong >= ROUND_OF_WRONG) {
            return new Advice(Step.WRONG_BOOK, "");
        }
        List<Mastery> open =
                chapters.stream().filter(c -> c.answered() < c.items()).toList();
        Optional<Mastery> begun = open.stream().filter(Mastery::isBegun).findFirst();
        if (begun.isPresent()) {
            return new Advice(Step.FINISH, begun.get().chapter());
        }
        if (!open.isEmpty()) {
            return new Advice(Step.BEGIN, open.get(0).chapter());
        }
        List<Mastery> weakest = Mastery.weakest(chapters, 1);
        if (!weakest.isEmpty() && weakest.get(0).percent() < cut) {
            return new Advice(Step.WEAKEST, weakest.get(0).chapter());
        }
        return new Advice(wrong > 0 ? Step.LAST_WRONG : Step.MOCK, "");
    }
}
