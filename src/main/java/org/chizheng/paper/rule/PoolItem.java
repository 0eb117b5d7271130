package org.chizheng.paper.rule;

import java.util.UUID;

/** What assembly needs to know of an item revision. */
public record PoolItem(UUID revision, String type, String chapter, int difficulty, int options) {}
