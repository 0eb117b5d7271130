package org.chizheng.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;

/** The two times of a figure, as a query names them. */
@ApplicationScoped
public class AsOf {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private final OfficialClock clock;
    private final Ui ui;

    AsOf(OfficialClock clock, Ui ui) {
        this.clock = clock;
        this.ui = ui;
    }

    /** @return today if nothing is said; @throws Refused if it is no date from 1950 to 2199 */
    public LocalDate date(String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? clock.today() : LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new DateTimeException("out of reach");
            }
            return day;
        } catch (DateTimeException e) {
            throw invalid("asOf", "statistics_as_of", "yyyy-MM-dd");
        }
    }

    /** What will be known cannot be asked for: the answer would not stay the same. @return null if nothing is said */
    public Instant known(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST.atStartOfDay(OfficialClock.ZONE).toInstant())
                    || instant.isAfter(clock.now())) {
                throw new DateTimeException("out of reach");
            }
            return instant;
        } catch (DateTimeException e) {
            throw invalid("knownAt", "statistics_known_at", "yyyy-MM-ddTHH:mm:ssZ");
        }
    }

    /** Names the field by its label and by its parameter. */
    public Refused invalid(String parameter, String label, String form) {
        return new Refused(
                CommonRefusal.FIELD_INVALID, Messages.get(ui.getLang(), label) + " (" + parameter + ")", form);
    }
}
