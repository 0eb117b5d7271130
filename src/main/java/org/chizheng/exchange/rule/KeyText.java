package org.chizheng.exchange.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A key as people write it: 「A、C」, 「ACD」, 「√」, 「错误」, 「T」, or the option's own text.
 *
 * @param places of the right options, from 0; empty for a judgement or when it cannot be read
 * @param truth what a judgement says; null when it is none
 */
public record KeyText(Set<Integer> places, Boolean truth) {
    private static final Set<String> TRUE =
            Set.of("√", "✓", "✔", "对", "正确", "是", "t", "true", "y", "yes", "right", "1");
    private static final Set<String> FALSE =
            Set.of("×", "✗", "✘", "x", "╳", "错", "错误", "否", "非", "不正确", "不对", "f", "false", "n", "no", "wrong", "0");
    private static final KeyText UNREADABLE = new KeyText(Set.of(), null);

    public KeyText {
        places = Set.copyOf(places);
    }

    public boolean unreadable() {
        return places.isEmpty() && truth == null;
    }

    /** @return what the word says of a statement; null when it says nothing */
    public static Boolean truth(String word) {
        String plain = Plain.of(word).replaceAll("[。.]$", "");
        return TRUE.contains(plain) ? Boolean.TRUE : FALSE.contains(plain) ? Boolean.FALSE : null;
    }

    /** @param options that the item has, blank where a place is empty; without any the key is a judgement, or a letter for a judgement */
    public static KeyText of(String text, List<String> options) {
        String bare = text.strip().replaceFirst("^(正确|标准|参考)?答案[:：]?(?=.)", "").strip();
        boolean choice = options.stream()
                        .filter(option -> !option.isBlank() && truth(option) == null)
                        .count()
                > 1;
        if (!choice && truth(bare) != null) {
            return new KeyText(Set.of(), truth(bare));
        }
        KeyText letters = letters(bare);
        return letters.unreadable() ? texts(bare, options) : letters;
    }

    private static KeyText letters(String text) {
        String plain = Plain.of(text).replaceAll("[,、;/|.。+&和()\\[\\]]", "").toUpperCase(Locale.ROOT);
        return plain.matches("[A-H]+")
                ? new KeyText(plain.chars().mapToObj(c -> c - 'A').collect(Collectors.toCollection(TreeSet::new)), null)
                : UNREADABLE;
    }

    /** The right options by their own words, parted as options in one cell are; or by their numbers. */
    private static KeyText texts(String text, List<String> options) {
        List<String> plain = options.stream().map(Plain::of).toList();
        int whole = text.isBlank() ? -1 : plain.indexOf(Plain.of(text));
        if (whole >= 0) {
            return new KeyText(Set.of(whole), null);
        }
        Set<Integer> places = new TreeSet<>();
        for (String part : OptionText.split(text)) {
            int place = part.isBlank() ? -1 : plain.indexOf(Plain.of(part));
            if (place < 0) {
                return numbers(text);
            }
            places.add(place);
        }
        return new KeyText(places, null);
    }

    private static KeyText numbers(String text) {
        String plain = Plain.of(text);
        return plain.matches("[1-8]([,、;][1-8])*")
                ? new KeyText(
                        plain.chars()
                                .filter(Character::isDigit)
                                .mapToObj(c -> c - '1')
                                .collect(Collectors.toSet()),
                        null)
                : UNREADABLE;
    }
}
