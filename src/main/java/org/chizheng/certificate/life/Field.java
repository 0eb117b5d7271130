package org.chizheng.certificate.life;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.chizheng.common.Refused;

/** Texts of forms, read or refused by name. */
final class Field {
    /** Characters of a reason, a number of a document. */
    static final int LONGEST_REASON = 500;

    static final int LONGEST_DOCUMENT = 100;

    private Field() {}

    static String reason(String text) {
        return text(text, LONGEST_REASON, LifeRefusal.REASON_MISSING);
    }

    static String document(String text) {
        return text(text, LONGEST_DOCUMENT, LifeRefusal.DOCUMENT_MISSING);
    }

    /** May be left out. @throws Refused DATE_INVALID */
    static LocalDate date(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(LifeRefusal.DATE_INVALID);
        }
    }

    /** Whole hours, 0 to 1000; none is 0. @throws Refused HOURS_INVALID */
    static int hours(String text) {
        String tidy = text == null ? "" : text.strip();
        if (!tidy.matches("\\d{0,3}|1000")) {
            throw new Refused(LifeRefusal.HOURS_INVALID);
        }
        return tidy.isEmpty() ? 0 : Integer.parseInt(tidy);
    }

    private static String text(String text, int longest, LifeRefusal otherwise) {
        String tidy = text == null ? "" : text.strip();
        if (tidy.isEmpty() || tidy.length() > longest) {
            throw new Refused(otherwise, longest);
        }
        return tidy;
    }
}
