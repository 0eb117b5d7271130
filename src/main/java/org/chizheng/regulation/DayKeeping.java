package org.chizheng.regulation;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Enters public holidays and make-up working days as they are announced, and takes back what was entered by mistake. */
@ApplicationScoped
public class DayKeeping {
    private static final int NAME = 60;
    private static final int SOURCE = 200;
    private static final int LONGEST = 31;
    private static final String INSERT = """
            INSERT INTO calendar_day (day, kind, zh, en, mark, source)
            SELECT d::date, ?, ?, ?, 'KNOWN', ? FROM generate_series(?::date, ?::date, interval '1 day') d
            ON CONFLICT (day) DO UPDATE SET kind = EXCLUDED.kind, zh = EXCLUDED.zh, en = EXCLUDED.en, mark = EXCLUDED.mark, source = EXCLUDED.source""";
    private final Sql sql;
    private final Auditing auditing;

    public DayKeeping(Sql sql, Auditing auditing) {
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * Days as a notice names them, in place of what stood there.
     *
     * @param kind HOLIDAY or MAKE_UP
     * @param source the notice, 1 to 200 characters
     */
    public record Announced(String kind, LocalDate first, LocalDate last, String zh, String en, String source) {}

    /** @throws Refused FIELD_MISSING or FIELD_INVALID; at most 31 days at once */
    @Transactional
    public void enter(Announced days) {
        if (!"HOLIDAY".equals(days.kind()) && !"MAKE_UP".equals(days.kind())) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "kind", "");
        }
        if (days.first() == null
                || days.last() == null
                || days.last().isBefore(days.first())
                || days.last().isAfter(days.first().plusDays(LONGEST - 1))) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "day", "1 – " + LONGEST);
        }
        sql.update(
                INSERT,
                days.kind(),
                within(days.zh(), NAME, "zh"),
                within(days.en(), NAME, "en"),
                within(days.source(), SOURCE, "source"),
                days.first(),
                days.last());
        auditing.note("entered " + days.kind(), "calendar", days.first(), "until " + days.last());
    }

    @Transactional
    public void takeBack(LocalDate day) {
        if (sql.update("DELETE FROM calendar_day WHERE day = ?", day) > 0) {
            auditing.note("took back", "calendar", day, "");
        }
    }

    private static String within(String text, int longest, String field) {
        String tidy = text == null ? "" : text.strip();
        if (tidy.isEmpty()) {
            throw new Refused(CommonRefusal.FIELD_MISSING, field);
        }
        if (tidy.length() > longest) {
            throw new Refused(CommonRefusal.FIELD_INVALID, field, "1 – " + longest);
        }
        return tidy;
    }
}
