package org.chizheng.account.rule;

/**
 * Where the code of an opening goes. Whoever knows somebody's name and number must not get at what is known of that person: a code proves a telephone, and a telephone proves a person
 * only where somebody wrote it down who had the person before them.
 */
public enum Whither {
    /** To the number that was typed: nobody is known by the document number. */
    TYPED,
    /** To the number on record, whatever was typed. */
    RECORD,
    /** To nobody. */
    NONE;

    /** What is known by the document number. */
    public record Known(boolean person, boolean nameAgrees, boolean provenAccount, boolean mobileOnRecord) {}

    public static Whither of(Known known) {
        if (!known.person()) {
            return TYPED;
        }
        return known.nameAgrees() && !known.provenAccount() && known.mobileOnRecord() ? RECORD : NONE;
    }
}
