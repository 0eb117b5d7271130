package org.chizheng.exchange.rule;

/** What a column of an item table may hold, in the order in which we write them. */
public enum Column {
    CODE,
    TYPE,
    CHAPTER,
    DIFFICULTY,
    LEVEL,
    STEM,
    OPTION_A,
    OPTION_B,
    OPTION_C,
    OPTION_D,
    OPTION_E,
    OPTION_F,
    OPTION_G,
    OPTION_H,
    KEY,
    EXPLANATION,
    SOURCE,
    FIGURE_ALT,
    /** What we say of a row when the file goes back; passed over when it comes in again. */
    RESULT;

    public static final int MOST_OPTIONS = 8;

    /** @param place 0 to 7 */
    public static Column option(int place) {
        return values()[OPTION_A.ordinal() + place];
    }

    public boolean isOption() {
        return ordinal() >= OPTION_A.ordinal() && ordinal() <= OPTION_H.ordinal();
    }
}
