package org.chizheng.practical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;

/** A day of practicals as it was typed. @param place a centre and a qualification, with a space between them */
public record PlanForm(String place, String day, String from, String until, List<UUID> stations) {
    public PlanForm {
        stations = stations == null ? List.of() : List.copyOf(stations);
    }

    /** @throws Refused FIELD_INVALID */
    Instant begins() {
        return instant("from", from);
    }

    /** @throws Refused FIELD_INVALID */
    Instant ends() {
        return instant("until", until);
    }

    private Instant instant(String field, String time) {
        LocalDate date = parsed("day", "yyyy-MM-dd", () -> LocalDate.parse(day == null ? "" : day));
        return parsed(field, "HH:mm", () -> LocalTime.parse(time == null ? "" : time))
                .atDate(date)
                .atZone(OfficialClock.ZONE)
                .toInstant();
    }

    private static <T> T parsed(String field, String form, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, field, form);
        }
    }
}
