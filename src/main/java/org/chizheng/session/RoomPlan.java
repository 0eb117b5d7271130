package org.chizheng.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.Accreditations;
import org.chizheng.centre.OpeningHours;
import org.chizheng.centre.RoomView;
import org.chizheng.centre.rule.OpeningCalendar;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Whether a session can be held in a room: in service, accredited for it that day, open all the time, and not taken by another session. */
@ApplicationScoped
public class RoomPlan {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String TAKEN = """
            SELECT s.starts_at FROM exam_session s
            WHERE s.room_id = ? AND NOT s.rehearsal AND s.state <> 'ENDED' AND s.released_at IS NULL AND s.starts_at < ? AND s.starts_at > ?
              AND s.starts_at + make_interval(mins => s.minutes + s.late_minutes) > ?
            ORDER BY s.starts_at LIMIT 1""";
    /** No session is longer: what began earlier is over. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Accreditations accreditations;
    private final OpeningHours hours;
    private final SessionConfig config;
    private final Sql sql;

    public RoomPlan(Accreditations accreditations, OpeningHours hours, SessionConfig config, Sql sql) {
        this.accreditations = accreditations;
        this.hours = hours;
        this.config = config;
        this.sql = sql;
    }

    /** When a room is used, from the start to the last moment somebody who came late may sit there. */
    record Use(RoomView room, String qualification, Instant from, Instant until) {}

    /** @throws Refused ROOM_OUT_OF_SERVICE, NOT_ACCREDITED, CENTRE_CLOSED, OUTSIDE_HOURS or ROOM_TAKEN */
    void mustBeUsable(Use use) {
        RoomView room = use.room();
        if (room.out() != null) {
            throw new Refused(
                    SessionRefusal.ROOM_OUT_OF_SERVICE, room.label(), room.out().reason());
        }
        LocalDateTime from = local(use.from());
        if (!accreditations.mayExamine(room.centreId(), use.qualification(), from.toLocalDate())) {
            throw new Refused(SessionRefusal.NOT_ACCREDITED, from.toLocalDate());
        }
        mustBeOpen(use, from);
        if (!config.roomsShared()) {
            mustBeFree(use);
        }
    }

    private void mustBeOpen(Use use, LocalDateTime from) {
        OpeningCalendar calendar = hours.calendar(use.room().centreId());
        LocalDateTime until = local(use.until());
        calendar.objection(from, until).ifPresent(objection -> {
            throw objection == OpeningCalendar.Objection.CLOSED_DAY
                    ? new Refused(SessionRefusal.CENTRE_CLOSED, from.toLocalDate())
                    : new Refused(
                            SessionRefusal.OUTSIDE_HOURS,
                            TIME.format(from),
                            TIME.format(until),
                            calendar.on(from.toLocalDate()));
        });
    }

    /** The row of the room is locked, so that of two who plan at once the second sees the first. */
    private void mustBeFree(Use use) {
        UUID room = use.room().id();
        sql.first("SELECT 1 FROM room WHERE id = ? FOR UPDATE", row -> true, room);
        sql.first(
                        TAKEN,
                        row -> Sql.instant(row, "starts_at"),
                        room,
                        use.until(),
                        use.from().minus(LONGEST),
                        use.from())
                .ifPresent(other -> {
                    throw new Refused(SessionRefusal.ROOM_TAKEN, use.room().label(), TIME.format(local(other)));
                });
    }

    private static LocalDateTime local(Instant instant) {
        return instant.atZone(OfficialClock.ZONE).toLocalDateTime();
    }
}
