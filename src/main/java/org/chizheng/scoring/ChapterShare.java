package org.chizheng.scoring;

/** Items right of all items of one chapter. */
public record ChapterShare(String zh, String en, int right, int total) {}
