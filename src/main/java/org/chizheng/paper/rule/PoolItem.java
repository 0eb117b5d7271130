package org.chizheng.paper.rule;

import java.util.UUID;

/**
 * What assembly needs to know of an item revision.
 *
 * @param options how many there are
 * @param chance that a candidate at the cut answers it rightly, in millionths; see {@link CutChances}
 */
public record PoolItem(UUID revision, String type, String chapter, int difficulty, int options, int chance) {}
