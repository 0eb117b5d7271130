package org.chizheng.exchange.rule;

import java.util.Optional;

/** What people call the types of items. */
public enum TypeName {
    TRUE_FALSE,
    SINGLE,
    MULTIPLE,
    /** Some choice; the key tells which. */
    CHOICE,
    /** Nothing is said. */
    NONE;

    /** @return empty for a type that the bank does not have */
    public static Optional<TypeName> of(String text) {
        String name = Plain.of(text).replaceAll("[-_/、.:()]", "");
        if (name.isEmpty()) {
            return Optional.of(NONE);
        }
        if (name.matches(".*(判断|是非|对错|truefalse|trueorfalse|judg|yesno).*") || name.equals("tf")) {
            return Optional.of(TRUE_FALSE);
        }
        if (name.matches(".*不定项.*|选择题?|multiplechoice|mcq")) {
            return Optional.of(CHOICE);
        }
        if (name.matches(".*(多选|多项|复选|multiple|multi).*")) {
            return Optional.of(MULTIPLE);
        }
        return name.matches(".*(单选|单项|single).*") ? Optional.of(SINGLE) : Optional.empty();
    }

    /** A line that stands alone over the items of one type: 「一、单项选择题（共 40 题）」. */
    public static Optional<TypeName> heading(String text) {
        String name = Plain.of(text).replaceAll("\\(.*?\\)|,.*|[。:;].*", "");
        return name.length() <= LONGEST_HEADING ? of(name).filter(type -> type != NONE) : Optional.empty();
    }

    private static final int LONGEST_HEADING = 14;
}
