package org.chizheng.regulation;

/** An industry that enterprises can be of. */
public record IndustryView(String code, String zh, String en) {}
