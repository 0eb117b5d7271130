package org.chizheng.admission;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;

/** The words of printed sheets, which stand in both languages. */
final class Words {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private Words() {}

    static String zh(String key, Object... arguments) {
        return Messages.get("zh", "admission_print_" + key, List.of(arguments));
    }

    static String en(String key, Object... arguments) {
        return Messages.get("en", "admission_print_" + key, List.of(arguments));
    }

    static String timeZh(Instant instant) {
        return ZH.format(instant.atZone(OfficialClock.ZONE));
    }

    static String timeEn(Instant instant) {
        return EN.format(instant.atZone(OfficialClock.ZONE));
    }

    /** Twelve digits in threes of four. */
    static String grouped(String ticket) {
        return ticket.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }
}
