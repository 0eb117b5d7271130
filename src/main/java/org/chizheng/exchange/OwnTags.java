package org.chizheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chizheng.bank.ItemDraft;

/** What an item of ours has beyond a question, as tags for formats that have tags: chapter:01, difficulty:2, level:national, source:…. */
public final class OwnTags {
    private static final String CHAPTER = "chapter:";
    private static final String DIFFICULTY = "difficulty:";
    private static final String LEVEL = "level:";
    private static final String SOURCE = "source:";

    private OwnTags() {}

    public static List<String> of(ExchangedItem item) {
        ItemDraft draft = item.draft();
        List<String> tags = new ArrayList<>();
        if (!draft.chapter().isEmpty()) {
            tags.add(CHAPTER + draft.chapter());
        }
        tags.add(DIFFICULTY + draft.difficulty());
        if (!item.level().isEmpty()) {
            tags.add(LEVEL + item.level().toLowerCase(Locale.ROOT));
        }
        if (!draft.source().isEmpty()) {
            tags.add(SOURCE + Tidy.line(draft.source()));
        }
        return tags;
    }

    /** Takes what our tags say; the others are lost together. */
    public static void read(ItemParts item, List<String> tags) {
        List<String> others = new ArrayList<>();
        for (String tag : tags) {
            if (tag.startsWith(CHAPTER)) {
                item.chapter(tag.substring(CHAPTER.length()));
            } else if (tag.startsWith(DIFFICULTY)) {
                item.difficulty(tag.substring(DIFFICULTY.length()));
            } else if (tag.startsWith(LEVEL)) {
                item.level(tag.substring(LEVEL.length()));
            } else if (tag.startsWith(SOURCE)) {
                item.source(tag.substring(SOURCE.length()));
            } else {
                others.add(tag);
            }
        }
        if (!others.isEmpty()) {
            item.lost("TAGS", String.join(", ", others));
        }
    }
}
