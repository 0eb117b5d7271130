package org.chizheng.practical;

import org.chizheng.common.Refused;

/** Reasons that a manager writes for what stays on record. */
final class Reasons {
    private static final int LEAST = 5;
    private static final int MOST = 500;

    private Reasons() {}

    /** @throws Refused REASON_LENGTH unless there are 5 to 500 characters */
    static String of(String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() < LEAST || words.length() > MOST) {
            throw new Refused(PracticalRefusal.REASON_LENGTH, LEAST, MOST);
        }
        return words;
    }
}
