package org.chizheng.statistics.figures.rule;

import java.util.UUID;

/** Days on which one requirement of one person on post stands and counts in the same way. */
public record Stretch(UUID appointment, UUID enterprise, Cell cell, Cover cover, Span days) {}
