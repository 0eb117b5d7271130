package org.chizheng.fitness.bulk;

/**
 * One person and one post to be asked about, as it was said; no part is null.
 *
 * @param number of the row, as its file or list counts
 * @param idType code or name; empty where the number tells it, as all but a passport's do
 * @param qualification code or name
 * @param post title, may be empty
 * @param readable false when a cell holds a formula or is too long
 */
public record AskedRow(
        int number, String name, String idType, String idNumber, String qualification, String post, boolean readable) {
    private static final int LONGEST = 200;

    static AskedRow of(int number, String name, String idNumber, String qualification, String post, boolean readable) {
        boolean short_ = fits(name) && fits(idNumber) && fits(qualification) && fits(post);
        return short_
                ? new AskedRow(number, tidy(name), "", tidy(idNumber), tidy(qualification), tidy(post), readable)
                : new AskedRow(number, "", "", "", "", "", false);
    }

    /** The same with a type of document. */
    AskedRow withIdType(String type) {
        boolean fits = readable && fits(type);
        return new AskedRow(number, name, fits ? tidy(type) : "", idNumber, qualification, post, fits);
    }

    private static boolean fits(String text) {
        return text == null || text.length() <= LONGEST;
    }

    private static String tidy(String text) {
        return text == null ? "" : text.strip();
    }
}
