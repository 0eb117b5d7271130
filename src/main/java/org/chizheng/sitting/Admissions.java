package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.rule.AddressRange;
import org.chizheng.centre.rule.SeatBinding;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.scheduler.Scheduled;

/** Who may begin, and whether the room has started: what a whole hall asks every few seconds while it waits, so it is remembered for a second. */
@ApplicationScoped
class Admissions {
    private static final String ADMISSION = """
            SELECT e.id, e.session_id, e.person_id, e.paper_id, t.label seat, t.network, t.fingerprint, e.extra_minutes, e.checked_in_at IS NOT NULL checked_in
            FROM enrolment e LEFT JOIN seat t ON t.id = e.seat_id WHERE e.id = ?""";
    private static final String ROOM = """
            SELECT s.minutes, s.late_minutes, s.started_at, s.rehearsal,
                   EXISTS (SELECT 1 FROM room_pause p WHERE p.session_id = s.id AND p.until_at IS NULL) paused,
                   ARRAY(SELECT h.enrolment_id FROM enrolment_pause h WHERE h.session_id = s.id AND h.until_at IS NULL) held
            FROM exam_session s WHERE s.id = ?""";
    /** Longer than the sweep's turn, so that a move is seen by at least one of them. */
    private static final String MOVED =
            "SELECT id FROM enrolment WHERE moved_at > clock_timestamp() - interval '10 seconds'";

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

    /** The session as the clock needs it; startedAt is null before the invigilator starts it. Whether it is paused is for showing: a start is decided under a lock. */
    record Room(int minutes, int lateMinutes, Instant startedAt, boolean paused, Set<UUID> held, boolean rehearsal) {
        /** Whether somebody who has not begun is kept from it. */
        boolean holds(UUID enrolment) {
            return paused || held.contains(enrolment);
        }
    }

    /** A check-in is not taken back while a candidate waits; whoever is moved is read again within two seconds. */
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

    /** As it stands now: somebody may have been moved to another seat, or a seat given another computer. */
    Admission again(UUID enrolment) {
        admissions.invalidate(enrolment);
        return of(enrolment);
    }

    private static SeatBinding binding(String network, String fingerprint) {
        return network == null && fingerprint == null
                ? SeatBinding.NONE
                : new SeatBinding(
                        network == null ? null : AddressRange.parse(network).orElseThrow(), fingerprint);
    }

    @Swept
    @Scheduled(every = "2s", identity = "moved-seats", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetMoved() {
        admissions.invalidateAll(sql.list(MOVED, row -> row.getObject(1, UUID.class)));
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
                                binding(row.getString("network"), row.getString("fingerprint")),
                                row.getInt("extra_minutes"),
                                row.getBoolean("checked_in")),
                        enrolment)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    Room room(UUID session) {
        return rooms.get(
                session,
                id -> sql.first(
                                ROOM,
                                row -> new Room(
                                        row.getInt("minutes"),
                                        row.getInt("late_minutes"),
                                        Sql.instant(row, "started_at"),
                                        row.getBoolean("paused"),
                                        Set.of((UUID[]) row.getArray("held").getArray()),
                                        row.getBoolean("rehearsal")),
                                id)
                        .orElseThrow());
    }
}
