package org.chizheng.paper.rule;

import java.util.UUID;

import org.chizheng.paper.rule.PaperAssembler.Cell;

/**
 * What assembly needs to know of an item revision.
 *
 * @param options how many there are
 * @param chance that a candidate at the cut answers it rightly, in millionths; see {@link CutChances}
 */
public record PoolItem(UUID revision, Cell cell, int options, int chance) {
    public PoolItem(UUID revision, String type, String chapter, int difficulty, int options, int chance) {
        this(revision, new Cell(type, chapter, difficulty), options, chance);
    }

    public String type() {
        return cell.type();
    }

    public String chapter() {
        return cell.chapter();
    }

    public int difficulty() {
        return cell.difficulty();
    }
}
