package org.chizheng.paper;

import java.util.List;

/** The key of one item of one paper; read by scoring only. right holds option ids, ascending. */
public record KeyEntry(int no, String chapter, String type, int points, List<String> right) {}
