package org.chizheng.blueprint.rule;

/** Items of one type, chapter and difficulty, each worth the points. */
public record Quota(String type, String chapter, int difficulty, int items, int points) {
    /** Where items are drawn from. */
    public record Cell(String type, String chapter, int difficulty) {}

    public Cell cell() {
        return new Cell(type, chapter, difficulty);
    }
}
