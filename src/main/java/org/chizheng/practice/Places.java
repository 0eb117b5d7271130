package org.chizheng.practice;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/** Places as they stand in addresses and forms. */
final class Places {
    private Places() {}

    /** @throws Refused NOT_FOUND if it is no number of one to four digits */
    static int parse(String text) {
        if (text == null || !text.matches("[1-9]\\d{0,3}")) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
