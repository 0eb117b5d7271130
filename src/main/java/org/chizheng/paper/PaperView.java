package org.chizheng.paper;

import java.util.List;

/** A paper as the candidate gets it: this list is the whitelist, nothing else of an item leaves. */
public record PaperView(String title, int points, List<ItemView> items) {
    /** section: TRUE_FALSE, SINGLE or MULTIPLE; figure is null when the item has none. */
    public record ItemView(
            int no, String section, int points, String stem, FigureView figure, List<OptionView> options) {}

    /** id is the place on this paper, "1" …, and says nothing of the key. */
    public record OptionView(String id, String text) {}

    /** A figure by the digest of its bytes, with its text alternative; width and height in CSS pixels. */
    public record FigureView(String digest, String alt, int width, int height) {}
}
