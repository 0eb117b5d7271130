package org.chizheng.blueprint.rule;

/**
 * Items of one type, chapter and difficulty, each worth the points.
 *
 * @param level NATIONAL or PROVINCIAL for items of that bank, empty for either
 */
public record Quota(String type, String chapter, int difficulty, int items, int points, String level) {
    /** Of either bank. */
    public Quota(String type, String chapter, int difficulty, int items, int points) {
        this(type, chapter, difficulty, items, points, "");
    }

    /** Where items are drawn from; level as in the quota. */
    public record Cell(String type, String chapter, int difficulty, String level) {
        public Cell(String type, String chapter, int difficulty) {
            this(type, chapter, difficulty, "");
        }

        /** The same cell without regard to the bank. */
        public Cell ofEitherBank() {
            return new Cell(type, chapter, difficulty);
        }
    }

    public Cell cell() {
        return new Cell(type, chapter, difficulty, level);
    }
}
