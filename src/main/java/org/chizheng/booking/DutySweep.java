package org.chizheng.booking;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Once an hour, for sessions to come: writes down links that arose after the duty was given, notes those that are gone, and gives seats that came free by other ways to those who wait. */
@ApplicationScoped
public class DutySweep {
    private static final String FOUND = """
            INSERT INTO duty_conflict (id, session_id, staff_id, person_id, kind, linked_by, found_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id, staff_id, person_id) WHERE gone_at IS NULL DO NOTHING""";
    private static final String WAITED_FOR = """
            SELECT s.id FROM exam_session s WHERE s.state = 'SCHEDULED' AND s.starts_at > ?
              AND EXISTS (SELECT 1 FROM waiting_place w WHERE w.session_id = s.id AND w.state = 'WAITING')
            ORDER BY s.id FOR UPDATE SKIP LOCKED""";
    private final Bookings bookings;
    private final Duties duties;
    private final Guarding guarding;
    private final HandingOut handingOut;
    private final OfficialClock clock;
    private final Sql sql;

    public DutySweep(
            Bookings bookings, Duties duties, Guarding guarding, HandingOut handingOut, OfficialClock clock, Sql sql) {
        this.bookings = bookings;
        this.duties = duties;
        this.guarding = guarding;
        this.handingOut = handingOut;
        this.clock = clock;
        this.sql = sql;
    }

    @Swept
    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "duty-conflicts",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        duties.toCome().forEach(this::look);
        sql.list(WAITED_FOR, row -> row.getObject(1, UUID.class), clock.now()).forEach(handingOut::handOut);
    }

    /** One pair may be written by two replicas at once: it stands there once. */
    private void look(UUID id) {
        OpenSession session = bookings.session(id).orElseThrow();
        Instant now = clock.now();
        List<Guarding.Linked> links = guarding.inSession(session);
        Set<List<UUID>> there = new HashSet<>();
        for (Guarding.Linked link : links) {
            there.add(List.of(link.staff(), link.candidate()));
            sql.update(
                    FOUND,
                    Ids.next(),
                    id,
                    link.staff(),
                    link.candidate(),
                    link.kind().name(),
                    link.by(),
                    now);
        }
        for (Duties.Conflict known : duties.conflicts(id)) {
            if (!there.contains(List.of(known.staff(), known.person()))) {
                sql.update(
                        "UPDATE duty_conflict SET gone_at = ? WHERE session_id = ? AND staff_id = ? AND person_id = ? AND gone_at IS NULL",
                        now,
                        id,
                        known.staff(),
                        known.person());
            }
        }
    }
}
