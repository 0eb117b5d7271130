package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.authoring.rule.Completeness;
import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.bank.Revision.Option;

/**
 * An item as it stands on the page on which it is written.
 *
 * @param code empty while it has none
 * @param version of the draft, 0 when there is none
 * @param verdict true, false or empty, for a true-or-false item
 * @param published whether the item is published for practice already
 */
public record EditorView(
        String code,
        int version,
        String type,
        String chapter,
        String difficulty,
        String stem,
        List<Row> rows,
        String verdict,
        String explanation,
        String source,
        Revision.Picture figure,
        String figureAlt,
        String level,
        boolean practice,
        boolean published) {
    private static final String LETTERS = "ABCDEFGH";
    private static final int FEWEST_ROWS = 4;

    public EditorView {
        rows = List.copyOf(rows);
    }

    /** A row for an option, index from 0. */
    public record Row(int index, String letter, String text, boolean right) {}

    static EditorView of(
            String code, int version, Proposal proposal, List<Option> rows, String figureAlt, boolean published) {
        ItemDraft text = proposal.text();
        return new EditorView(
                code,
                version,
                text.type(),
                text.chapter(),
                String.valueOf(text.difficulty()),
                text.stem(),
                rows(rows),
                verdict(text),
                text.explanation(),
                text.source(),
                picture(text.figure(), text.figureAlt()),
                figureAlt,
                proposal.level(),
                proposal.practice() || published,
                published);
    }

    /** As it is kept. */
    static EditorView kept(String code, int version, Proposal proposal, boolean published) {
        ItemDraft text = proposal.text();
        List<Option> rows = text.type().equals("TRUE_FALSE") ? List.of() : text.options();
        return of(code, version, proposal, rows, text.figureAlt(), published);
    }

    private static List<Row> rows(List<Option> options) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(FEWEST_ROWS, options.size()); i++) {
            Option option = i < options.size() ? options.get(i) : new Option("", false);
            rows.add(new Row(i, String.valueOf(LETTERS.charAt(i)), option.text(), option.right()));
        }
        return rows;
    }

    private static String verdict(ItemDraft text) {
        return text.type().equals("TRUE_FALSE")
                ? text.options().stream()
                        .filter(Option::right)
                        .map(option -> String.valueOf(option.text().equals("正确")))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static Revision.Picture picture(Figure figure, String alt) {
        return figure == null ? null : new Revision.Picture(figure.digest(), alt, figure.width(), figure.height());
    }

    public boolean canGrow() {
        return rows.size() < Completeness.MOST_OPTIONS;
    }

    /** What a candidate chooses from; rows without words are not shown. */
    public List<Row> shown() {
        return type.equals("TRUE_FALSE")
                ? List.of(new Row(0, "A", "正确", false), new Row(1, "B", "错误", false))
                : rows.stream().filter(row -> !row.text().isBlank()).toList();
    }
}
