package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Who may begin, and whether the room has started: what a whole hall asks every few seconds while it waits, so it is remembered for a second. */
@ApplicationScoped
class Admissions {
    private static final String ADMISSION = """
            SELECT e.id, e.session_id, e.person_id, e.paper_id, t.label seat, e.extra_minutes, e.checked_in_at IS NOT NULL checked_in
            FROM enrolment e LEFT JOIN seat t ON t.id = e.seat_id WHERE e.id = ?""";
    private final Cache<UUID, Admission> admissions = Caffeine.newBuilder()
            .maximumSize(60_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final Cache<UUID, Room> rooms = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();
    private final Sql sql;

    Admissions(Sql sql) {
        this.sql = sql;
    }

    /** The session as the clock needs it; startedAt is null before the invigilator starts it. */
    record Room(int minutes, int lateMinutes, Instant startedAt) {}

    /** Only what is final is remembered: a check-in is not taken back while a candidate waits. */
    Admission of(UUID enrolment) {
        Admission known = admissions.getIfPresent(enrolment);
        if (known == null) {
            known = read(enrolment);
            if (known.checkedIn()) {
                admissions.put(enrolment, known);
            }
        }
        return known;
    }

    private Admission read(UUID enrolment) {
        return sql.first(
                        ADMISSION,
                        row -> new Admission(
                                row.getObject("id", UUID.class),
                                row.getObject("session_id", UUID.class),
                                row.getObject("person_id", UUID.class),
                                row.getObject("paper_id", UUID.class),
                                row.getString("seat"),
                                row.getInt("extra_minutes"),
                                row.getBoolean("checked_in")),
                        enrolment)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    Room room(UUID session) {
        return rooms.get(
                session,
                id -> sql.first(
                                "SELECT minutes, late_minutes, started_at FROM exam_session WHERE id = ?",
                                row -> new Room(
                                        row.getInt("minutes"),
                                        row.getInt("late_minutes"),
                                        Sql.instant(row, "started_at")),
                                id)
                        .orElseThrow());
    }
}
