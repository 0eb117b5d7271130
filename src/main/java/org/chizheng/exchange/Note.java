package org.chizheng.exchange;

/**
 * What became of one thing that a file said.
 *
 * @param code for the message exchange_note_CODE
 * @param detail what it is about, in the file's own words; may be empty
 */
public record Note(Kind kind, String code, String detail) {
    /** LOST: the item goes in without it. CHANGED: it goes in, in another shape. REFUSED: the item does not go in. */
    public enum Kind {
        LOST,
        CHANGED,
        REFUSED
    }

    public static Note lost(String code, String detail) {
        return new Note(Kind.LOST, code, detail);
    }

    public static Note changed(String code, String detail) {
        return new Note(Kind.CHANGED, code, detail);
    }

    public static Note refused(String code, String detail) {
        return new Note(Kind.REFUSED, code, detail);
    }
}
