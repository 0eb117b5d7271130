package org.chizheng.admission.rule;

import java.util.Optional;

import org.chizheng.session.rule.TicketNumber;

/** What the QR code of an admission ticket says: CZT and the ticket number, nothing of the person. */
public final class TicketCode {
    private static final String MARK = "CZT";

    private TicketCode() {}

    public static String of(String ticket) {
        return MARK + ticket;
    }

    /** The number in what was scanned or typed: the code, or twelve digits whose check digits fit. Wide digits, as a Chinese input method makes them, are taken too. */
    public static Optional<String> read(String text) {
        String plain = plain(text);
        String digits = plain.startsWith(MARK) ? plain.substring(MARK.length()) : plain;
        return TicketNumber.isValid(digits) ? Optional.of(digits) : Optional.empty();
    }

    /** Without blanks and hyphens, capital letters, signs in their narrow forms. */
    public static String plain(String text) {
        return text.codePoints()
                .map(point -> point >= 0xff01 && point <= 0xff5e ? point - 0xfee0 : point)
                .filter(point -> !Character.isWhitespace(point) && point != 0x3000 && point != '-')
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
