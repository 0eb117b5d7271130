package org.chizheng.centre;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/** Days as a page's field writes them. */
final class Days {
    private Days() {}

    /** @return null for none. @throws Refused FIELD_INVALID */
    static LocalDate of(String text, String field) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, field, "yyyy-MM-dd");
        }
    }
}
