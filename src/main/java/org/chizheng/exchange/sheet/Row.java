package org.chizheng.exchange.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.TakenPicture;
import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.Difficulty;
import org.chizheng.exchange.rule.KeyText;
import org.chizheng.exchange.rule.LevelName;
import org.chizheng.exchange.rule.OptionText;
import org.chizheng.exchange.rule.StemKey;
import org.chizheng.exchange.rule.TypeName;

/** One row on its way to an item: what its cells mean, and what had to be guessed, left out or refused. */
final class Row {
    private final Map<Column, String> texts;
    private final List<Note> notes = new ArrayList<>();
    private final TypeName section;
    private String stem;
    private String key;
    private List<String> options;

    /** @param section the type that a title above the row names; NONE without one */
    Row(Map<Column, String> texts, TypeName section) {
        this.texts = texts;
        this.section = section;
    }

    ExchangedItem item(String place, Grid.Line line, Head head) {
        line.faults().forEach((at, fault) -> fault(head.columns().get(at), fault));
        stem = text(Column.STEM);
        key = text(Column.KEY);
        TypeName said = type();
        readOptions(said);
        readStem();
        Answered answered = Answered.of(said, key, options, notes);
        Figure figure = figure(line.pictures());
        String alt = text(Column.FIGURE_ALT);
        if (figure == null && !alt.isEmpty()) {
            notes.add(Note.lost("figure_missing", alt));
        }
        ItemDraft draft = new ItemDraft(
                answered.type(),
                text(Column.CHAPTER),
                difficulty(),
                stem,
                answered.options(),
                text(Column.EXPLANATION),
                text(Column.SOURCE),
                figure,
                figure == null ? null : alt);
        mustBeShort(draft);
        return new ExchangedItem(place, text(Column.CODE), level(), draft, notes);
    }

    /** Numbers of rows are often counted by a formula; they are not needed. */
    private void fault(Column column, Note fault) {
        if (column == Column.CODE) {
            texts.remove(Column.CODE);
        } else if (column != null && column != Column.RESULT) {
            notes.add(fault);
        }
    }

    private String text(Column column) {
        return texts.getOrDefault(column, "");
    }

    private TypeName type() {
        Optional<TypeName> said = TypeName.of(text(Column.TYPE));
        if (said.isEmpty()) {
            notes.add(Note.refused("type_unknown", text(Column.TYPE)));
        }
        TypeName type = said.orElse(TypeName.NONE);
        return type == TypeName.NONE ? section : type;
    }

    private void readOptions(TypeName type) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Column.MOST_OPTIONS; i++) {
            cells.add(text(Column.option(i)));
        }
        int inStem =
                cells.stream().allMatch(String::isEmpty) && type != TypeName.TRUE_FALSE ? OptionText.startIn(stem) : -1;
        if (inStem > 0) {
            cells.set(0, stem.substring(inStem).strip());
            stem = stem.substring(0, inStem).strip();
        }
        boolean oneCell = cells.stream().skip(1).allMatch(String::isEmpty);
        options = oneCell ? OptionText.split(cells.get(0)) : OptionText.withoutLetters(cells);
        if (oneCell && options.size() > 1) {
            notes.add(Note.changed("options_split", String.valueOf(options.size())));
        } else if (!oneCell && !options.equals(cells)) {
            notes.add(Note.changed("option_letters", ""));
        }
    }

    private void readStem() {
        if (stem.isEmpty()) {
            notes.add(Note.refused("stem_missing", ""));
        }
        StemKey.in(stem).ifPresent(found -> {
            if (key.isEmpty()) {
                key = found.key();
                stem = found.stem();
                notes.add(Note.changed("key_from_stem", found.key()));
            } else if (Objects.equals(KeyText.of(found.key(), options), KeyText.of(key, options))) {
                stem = found.stem();
                notes.add(Note.changed("key_blanked", found.key()));
            }
        });
    }

    private int difficulty() {
        OptionalInt said = Difficulty.of(text(Column.DIFFICULTY));
        if (said.isEmpty()) {
            notes.add(Note.changed("difficulty_assumed", text(Column.DIFFICULTY)));
        }
        return said.orElse(Difficulty.MEDIUM);
    }

    private String level() {
        String said = text(Column.LEVEL);
        Optional<String> level = LevelName.of(said);
        if (level.isEmpty() && !said.isEmpty()) {
            notes.add(Note.lost("level_unknown", said));
        }
        return level.orElse("");
    }

    private Figure figure(List<byte[]> pictures) {
        if (pictures.isEmpty()) {
            return null;
        }
        if (pictures.size() > 1) {
            notes.add(Note.lost("figure_more", String.valueOf(pictures.size() - 1)));
        }
        TakenPicture taken = TakenPicture.of(pictures.get(0));
        if (!taken.fault().isEmpty()) {
            notes.add(Note.lost("figure_unfit", taken.fault()));
        } else if (taken.renewed()) {
            notes.add(Note.changed("FIGURE_RENEWED", taken.size()));
        }
        return taken.figure();
    }

    private void mustBeShort(ItemDraft draft) {
        List<String> all = new ArrayList<>(List.of(draft.stem(), draft.explanation(), draft.source()));
        draft.options().forEach(option -> all.add(option.text()));
        all.add(draft.figure() == null ? "" : draft.figureAlt());
        all.stream()
                .filter(text -> text.length() > Texts.LONGEST)
                .findFirst()
                .ifPresent(text -> notes.add(Note.refused("text_too_long", Texts.beginning(text))));
    }
}
