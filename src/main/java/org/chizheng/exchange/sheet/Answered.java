package org.chizheng.exchange.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.chizheng.bank.Revision.Option;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.KeyText;
import org.chizheng.exchange.rule.OptionText;
import org.chizheng.exchange.rule.TypeName;

/** Type, options and key of a row, held against each other. The key is kept in the options' own words, never as a letter. */
record Answered(String type, List<Option> options) {
    static final String RIGHT = "正确";
    static final String WRONG = "错误";

    /** @param notes gets what was changed or must be refused; an item that is refused has no option that is right */
    static Answered of(TypeName said, String keyText, List<String> texts, List<Note> notes) {
        boolean words = texts.stream().allMatch(text -> text.isBlank() || KeyText.truth(text) != null);
        KeyText key = KeyText.of(keyText, said == TypeName.TRUE_FALSE && !words ? List.of() : texts);
        if (keyText.isEmpty()) {
            notes.add(Note.refused("key_missing", ""));
        } else if (key.unreadable()) {
            notes.add(Note.refused("key_unreadable", keyText));
        }
        boolean judgement = said == TypeName.TRUE_FALSE || said == TypeName.NONE && words && key.truth() != null;
        if (judgement && said == TypeName.NONE) {
            notes.add(Note.changed("type_derived", "TRUE_FALSE"));
        }
        return judgement ? judgement(key, keyText, words, texts, notes) : choice(said, key, texts, notes);
    }

    private static Answered judgement(
            KeyText key, String keyText, boolean words, List<String> texts, List<Note> notes) {
        Boolean truth = key.truth();
        if (!words) {
            notes.add(
                    Note.refused("options_true_false", String.join(" / ", texts).strip()));
        } else if (truth == null && !key.unreadable()) {
            int place = key.places().iterator().next();
            String word = place < texts.size() ? texts.get(place) : "";
            truth = key.places().size() > 1 || place > 1 ? null : word.isBlank() ? place == 0 : KeyText.truth(word);
            notes.add(
                    truth == null
                            ? Note.refused("key_unreadable", keyText)
                            : Note.changed("truth_letter", keyText + " → " + (truth ? RIGHT : WRONG)));
        }
        if (truth == null) {
            return new Answered("TRUE_FALSE", List.of(new Option(RIGHT, false), new Option(WRONG, false)));
        }
        return new Answered(
                "TRUE_FALSE",
                List.of(new Option(truth ? RIGHT : WRONG, true), new Option(truth ? WRONG : RIGHT, false)));
    }

    private static Answered choice(TypeName said, KeyText key, List<String> texts, List<Note> notes) {
        Set<Integer> places = new HashSet<>(key.places());
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (Objects.equals(key.truth(), KeyText.truth(texts.get(i))) && key.truth() != null) {
                places.add(i);
            }
            if (!texts.get(i).isBlank()) {
                options.add(new Option(texts.get(i), places.contains(i)));
            }
        }
        mustStand(options, texts, places, notes);
        return new Answered(type(said, places.size(), notes), options);
    }

    private static void mustStand(List<Option> options, List<String> texts, Set<Integer> places, List<Note> notes) {
        List<String> words = options.stream().map(Option::text).toList();
        if (options.size() < 2) {
            notes.add(Note.refused("options_missing", ""));
        } else if (options.size() > Column.MOST_OPTIONS) {
            notes.add(Note.refused("options_many", String.valueOf(options.size())));
        } else if (new HashSet<>(words).size() < words.size()) {
            notes.add(Note.refused("options_same", String.join(" / ", words)));
        } else if (OptionText.holdsDateAccident(words)) {
            notes.add(Note.refused("date_cell", String.join(" / ", words)));
        }
        places.stream()
                .filter(place -> place >= texts.size() || texts.get(place).isBlank())
                .findFirst()
                .ifPresent(place -> notes.add(Note.refused("key_beyond", String.valueOf((char) ('A' + place)))));
    }

    private static String type(TypeName said, int right, List<Note> notes) {
        String fits = right > 1 ? "MULTIPLE" : "SINGLE";
        if (said == TypeName.CHOICE && right > 1) {
            return fits;
        }
        if (said == TypeName.NONE || said == TypeName.CHOICE) {
            notes.add(Note.changed("type_derived", fits));
            return fits;
        }
        if (right > 0 && !said.name().equals(fits)) {
            notes.add(Note.refused(said == TypeName.SINGLE ? "key_not_single" : "key_not_multiple", ""));
        }
        return said.name();
    }
}
