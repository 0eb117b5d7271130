package org.chizheng.statistics.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.document.TaggedSheet.Words;

/** The words of printed reports, which stand in both languages. */
final class ReportWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private ReportWords() {}

    /** @param name of a message, after {@code report_} */
    static Words of(String name, Object... arguments) {
        return both("report_" + name, arguments);
    }

    /** @param key with its feature */
    static Words both(String key, Object... arguments) {
        return new Words(Messages.get("zh", key, List.of(arguments)), Messages.get("en", key, List.of(arguments)));
    }

    /** On one line. */
    static String line(String name, Object... arguments) {
        Words words = of(name, arguments);
        return words.zh() + " " + words.en();
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(OfficialClock.ZONE));
    }
}
