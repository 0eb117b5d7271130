package org.chizheng.practice.rule;

/** When an item enters the wrong-answer book 错题本 and when it leaves it. */
public final class WrongBook {
    private WrongBook() {}

    /**
     * Where a person stands with an item.
     *
     * @param rightInARow right answers since the last wrong one
     * @param inBook whether the item stands in the wrong-answer book
     */
    public record Standing(boolean lastRight, int rightInARow, boolean inBook) {
        /** Before the first answer. */
        public static final Standing NONE = new Standing(false, 0, false);
    }

    /**
     * A wrong answer enters the item. It leaves after so many right answers in a row; one that was never wrong never enters.
     *
     * @param leaveAfter 1 or more
     */
    public static Standing after(Standing before, boolean right, int leaveAfter) {
        if (!right) {
            return new Standing(false, 0, true);
        }
        int row = before.rightInARow() + 1;
        return new Standing(true, row, before.inBook() && row < leaveAfter);
    }
}
