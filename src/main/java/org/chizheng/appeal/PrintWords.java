package org.chizheng.appeal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.document.TaggedSheet.Words;

/** The words of printed result sheets, which stand in both languages. */
final class PrintWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private PrintWords() {}

    /** @param key with its feature */
    static Words of(String key, Object... arguments) {
        return new Words(Messages.get("zh", key, List.of(arguments)), Messages.get("en", key, List.of(arguments)));
    }

    /** On one line. */
    static String both(String key) {
        Words words = of("appeal_" + key);
        return words.zh() + " " + words.en();
    }

    /** A fact by the name of the message that names it. */
    static List<Words> fact(String key, Words value) {
        return List.of(of("appeal_" + key), value);
    }

    static List<Words> fact(String key, String value) {
        return fact(key, Words.of(value));
    }

    static Words joined(Words one, String between, Words other) {
        return new Words(one.zh() + between + other.zh(), one.en() + between + other.en());
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(OfficialClock.ZONE));
    }

    static String number(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
