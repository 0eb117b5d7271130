package org.chizheng.appeal;

import java.util.List;

import org.chizheng.common.document.TaggedSheet.Words;

/**
 * A result sheet as it is printed, in both languages.
 *
 * @param lead qualification and part
 * @param notes below the score: what became of it since, what comes next
 * @param sections the first says who sat where; what it was for stands after the chapters
 * @param chapters answers right and asked by chapter; null where there are none, as in a practical
 * @param address what the QR code leads to, null for none
 * @param foot on every page
 */
record Printout(
        Words lead,
        String points,
        boolean passed,
        List<Words> notes,
        List<Section> sections,
        List<List<Words>> chapters,
        String address,
        String foot) {
    /** Facts below a heading, each with its name. */
    record Section(String heading, List<List<Words>> facts) {}
}
