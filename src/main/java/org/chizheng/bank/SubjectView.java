package org.chizheng.bank;

import java.util.List;

/** A subject of the bank with its chapters. items: in use; retired: no longer drawn. */
public record SubjectView(
        String code,
        String qualification,
        String zh,
        String en,
        String licence,
        int items,
        int retired,
        List<Chapter> chapters) {
    public SubjectView {
        chapters = List.copyOf(chapters);
    }

    /** The chapter of that code; one that the subject does not list is named by its code. */
    public Chapter chapter(String chapter) {
        return chapters.stream()
                .filter(c -> c.code().equals(chapter))
                .findFirst()
                .orElseGet(() -> new Chapter(chapter, chapter, chapter, 0));
    }

    /** A chapter with its items in use. */
    public record Chapter(String code, String zh, String en, int items) {}
}
