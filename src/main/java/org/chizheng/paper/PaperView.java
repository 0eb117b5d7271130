package org.chizheng.paper;

import java.util.List;

/** A paper as the candidate gets it: this list is the whitelist, nothing else of an item leaves. */
public record PaperView(String title, int points, List<ItemView> items) {
    /** section: TRUE_FALSE, SINGLE or MULTIPLE; figure is null or has an address and a text alternative. */
    public record ItemView(
            int no, String section, int points, String stem, FigureView figure, List<OptionView> options) {}

    /** id is the place on this paper, "1" …, and says nothing of the key. */
    public record OptionView(String id, String text) {}

    /** A picture of an item. */
    public record FigureView(String url, String alt) {}
}
