package org.chizheng.goal;

/** A way to read the plan's sentence, with how sure we are of it. */
public record Reading(String code, String zh, String en, String mark, String source) {}
