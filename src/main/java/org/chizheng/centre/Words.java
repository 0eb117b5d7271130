package org.chizheng.centre;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/** Words of a form, without blanks around them. */
final class Words {
    private Words() {}

    /** @throws Refused FIELD_MISSING or FIELD_INVALID unless there are 1 to that many characters */
    static String within(String text, int longest, String field) {
        String tidy = text == null ? "" : text.strip();
        if (tidy.isEmpty()) {
            throw new Refused(CommonRefusal.FIELD_MISSING, field);
        }
        if (tidy.length() > longest) {
            throw new Refused(CommonRefusal.FIELD_INVALID, field, "1 – " + longest);
        }
        return tidy;
    }

    /** @return null for none */
    static String orNull(String text, int longest, String field) {
        return text == null || text.isBlank() ? null : within(text, longest, field);
    }
}
