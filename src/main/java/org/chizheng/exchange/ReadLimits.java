package org.chizheng.exchange;

/** How much a file may hold before it is refused: enough for the largest real bank, too little to fill the memory of the service. */
public final class ReadLimits {
    /** Bytes of a file of text or XML, and of a QTI package, as it was sent: all of it is in memory at once, as characters and as a tree. */
    public static final int LARGEST_FILE = 12 << 20;

    /** Bytes of a table as it was sent; it is read row by row. */
    public static final int LARGEST_TABLE = 32 << 20;

    /** Bytes of one file in a package once inflated, characters of one text of XML: a photo of 5 MB, written in base64. */
    public static final int LARGEST_ENTRY = 7 << 20;

    /** Bytes of all files of a package once inflated, which are in memory at the same time. */
    public static final int LARGEST_PACKAGE = 40 << 20;

    /** Times that a package may grow when it is inflated. Deflated XML of many like items grows 20 times; a bomb grows 1,000 times. */
    public static final int HIGHEST_RATIO = 100;

    /** Bytes up to which the ratio says nothing: a small file of spaces is no bomb. */
    public static final int RATIO_FROM = 1 << 20;

    /** Files in a package: one per item, one picture each, and what lies around them. */
    public static final int MOST_ENTRIES = 6_000;

    /** Items of one file; whole banks have up to some 3,000. */
    public static final int MOST_ITEMS = 5_000;

    /** XML elements of one file: the richest real items have about 40 each. */
    public static final int MOST_ELEMENTS = 200_000;

    /** Levels of elements within elements; real files stay below 30. */
    public static final int DEEPEST = 100;

    /** Attributes of one element; real ones have up to 20. */
    public static final int MOST_ATTRIBUTES = 60;

    /** Characters of one marked-up text, pictures written into it included. */
    public static final int LONGEST_MARKUP = 600_000;

    /** Characters of a stem, an option, an explanation or a source; a screen holds about 1,000. */
    public static final int LONGEST_TEXT = 4_000;

    /** Options of one item; four are usual. */
    public static final int MOST_OPTIONS = 26;

    /** Notes on one item; one that would have more is nothing that anybody could import with open eyes. */
    public static final int MOST_NOTES = 100;

    private ReadLimits() {}
}
