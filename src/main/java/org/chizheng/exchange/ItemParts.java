package org.chizheng.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.rule.LevelName;

/**
 * Gathers one item of a file and what became of the rest of it. At the end it says whether this can be an item of ours at all: a stem, two options or more, no two alike,
 * and a key that means one thing. What no file says stays open: no chapter, no level, difficulty 2.
 */
public final class ItemParts {
    public static final String TRUE = "正确";
    public static final String FALSE = "错误";
    /** Pairs of options that mean true and false; the first is true. */
    private static final Map<String, String> TRUE_AND_FALSE =
            Map.of(TRUE, FALSE, "对", "错", "是", "否", "√", "×", "true", "false", "t", "f", "yes", "no");

    private String place;
    private final Set<Note> notes = new LinkedHashSet<>();
    private final List<Revision.Option> options = new ArrayList<>();
    private String reference = "";
    private boolean coded;
    private boolean several;
    private String stem = "";
    private String explanation = "";
    private String source = "";
    private String chapter = "";
    private int difficulty = 2;
    private String level = "";
    private Figure figure;
    private String figureAlt;

    public ItemParts(String place) {
        this.place = place;
    }

    /** For formats that know only at the end where an item began. */
    public void place(String where) {
        place = where;
    }

    public void lost(String code, String detail) {
        note(Note.Kind.LOST, code, detail);
    }

    public void changed(String code, String detail) {
        note(Note.Kind.CHANGED, code, detail);
    }

    public void refused(String code, String detail) {
        note(Note.Kind.REFUSED, code, detail);
    }

    private void note(Note.Kind kind, String code, String detail) {
        if (notes.size() < ReadLimits.MOST_NOTES) {
            notes.add(new Note(kind, code, Tidy.detail(detail)));
        } else {
            notes.add(new Note(Note.Kind.REFUSED, "TOO_MANY_NOTES", "> " + ReadLimits.MOST_NOTES));
        }
    }

    public void reference(String name) {
        reference = Tidy.detail(name);
    }

    public String reference() {
        return reference;
    }

    /** A code of ours, which stands above what else the file calls the item. */
    public void code(String code) {
        reference(code);
        coded = true;
    }

    public boolean hasCode() {
        return coded;
    }

    /** @param several whether more than one option may be chosen */
    public void several(boolean several) {
        this.several = several;
    }

    public void stem(String text) {
        stem = bounded(text);
    }

    public String stem() {
        return stem;
    }

    public void explanation(String text) {
        explanation = bounded(text);
    }

    public void source(String text) {
        source = bounded(text);
    }

    public void chapter(String code) {
        chapter = Tidy.detail(code);
    }

    public boolean hasChapter() {
        return !chapter.isEmpty();
    }

    /** @param said 1 to 3; anything else is not ours and is lost */
    public void difficulty(String said) {
        if (said.matches("[123]")) {
            difficulty = Integer.parseInt(said);
        } else {
            lost("DIFFICULTY", said);
        }
    }

    /** @param said the nation's bank or the province's; anything else is not ours and is lost */
    public void level(String said) {
        level = LevelName.of(said).orElse("");
        if (level.isEmpty()) {
            lost("LEVEL", said);
        }
    }

    /** An option without text cannot be chosen by anybody and is left out. */
    public void option(String text, boolean right) {
        String tidy = bounded(text);
        if (tidy.isEmpty()) {
            lost("EMPTY_OPTION", right ? "100" : "0");
        } else if (options.size() >= ReadLimits.MOST_OPTIONS) {
            refused("TOO_MANY_OPTIONS", "> " + ReadLimits.MOST_OPTIONS);
        } else {
            options.add(new Revision.Option(tidy, right));
        }
    }

    /** The two options of a true-or-false item. */
    public void trueOrFalse(boolean holds) {
        option(TRUE, holds);
        option(FALSE, !holds);
    }

    /** Marked-up text with what it loses. */
    public String text(ReadableText text) {
        text.notes().forEach(note -> note(note.kind(), note.code(), note.detail()));
        return text.toString();
    }

    public boolean hasFigure() {
        return figure != null;
    }

    public void figure(Figure picture, String alt) {
        figure = picture;
        figureAlt = bounded(Tidy.line(alt));
        if (figureAlt.isEmpty()) {
            changed("FIGURE_WITHOUT_TEXT", "");
        }
    }

    private String bounded(String text) {
        String tidy = Tidy.text(text);
        if (tidy.length() > ReadLimits.LONGEST_TEXT) {
            refused("TEXT_TOO_LONG", tidy.length() + " > " + ReadLimits.LONGEST_TEXT);
            return tidy.substring(0, ReadLimits.LONGEST_TEXT);
        }
        return tidy;
    }

    public ExchangedItem item() {
        String type = type();
        if (notes.stream().noneMatch(note -> note.kind() == Note.Kind.REFUSED)) {
            check();
        }
        return new ExchangedItem(
                place,
                reference,
                level,
                new ItemDraft(type, chapter, difficulty, stem, options, explanation, source, figure, figureAlt),
                List.copyOf(notes));
    }

    private long rights() {
        return options.stream().filter(Revision.Option::right).count();
    }

    private void check() {
        if (stem.isEmpty() && figure == null) {
            refused("NO_STEM", "");
        } else if (stem.isEmpty()) {
            changed("FIGURE_ALONE", "");
        }
        if (options.size() < 2) {
            refused("TOO_FEW_OPTIONS", "");
        } else if (rights() == 0) {
            refused("NO_KEY", "");
        } else if (!several && rights() > 1) {
            refused("ANY_OF_SEVERAL", String.valueOf(rights()));
        }
        Set<String> texts = new HashSet<>();
        options.stream()
                .map(Revision.Option::text)
                .filter(text -> !texts.add(text))
                .forEach(text -> refused("SAME_OPTIONS", text));
    }

    private String type() {
        if (options.size() == 2 && rights() == 1) {
            if (isTrueAndFalse(0, 1)) {
                asTrueOrFalse(0);
                return "TRUE_FALSE";
            } else if (isTrueAndFalse(1, 0)) {
                asTrueOrFalse(1);
                return "TRUE_FALSE";
            }
        }
        if (several && rights() == 1) {
            changed("ONLY_ONE_RIGHT", "");
            return "SINGLE";
        }
        return several ? "MULTIPLE" : "SINGLE";
    }

    private boolean isTrueAndFalse(int first, int second) {
        String wrong = TRUE_AND_FALSE.get(word(first));
        return wrong != null && wrong.equals(word(second));
    }

    private String word(int option) {
        return options.get(option).text().toLowerCase(java.util.Locale.ROOT);
    }

    private void asTrueOrFalse(int first) {
        if (!word(first).equals(TRUE)) {
            changed(
                    "TRUE_FALSE_WORDS",
                    options.get(first).text() + " / " + options.get(1 - first).text());
            options.set(first, new Revision.Option(TRUE, options.get(first).right()));
            options.set(
                    1 - first, new Revision.Option(FALSE, options.get(1 - first).right()));
        }
    }
}
