package org.chizheng.session;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.session.rule.SeatDraw;

/** Draws a free seat at random, beside nobody of the candidate's own enterprise while another one is free. */
@ApplicationScoped
public class Seating {
    private static final String SEATS = """
            WITH mine AS (SELECT p.enterprise_id FROM appointment a JOIN post p ON p.id = a.post_id
                          WHERE a.person_id = ? AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
                          UNION SELECT y.enterprise_id FROM enrolment e JOIN application y ON y.id = e.application_id
                          WHERE e.session_id = ? AND e.person_id = ? AND y.enterprise_id IS NOT NULL)
            SELECT t.id, t.label, e.id IS NOT NULL taken, e.id IS NOT NULL AND (
                     EXISTS (SELECT 1 FROM appointment a JOIN post p ON p.id = a.post_id JOIN mine m USING (enterprise_id)
                             WHERE a.person_id = e.person_id AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?))
                     OR EXISTS (SELECT 1 FROM application y JOIN mine m USING (enterprise_id) WHERE y.id = e.application_id)) colleague
            FROM exam_session s JOIN seat t ON t.room_id = s.room_id LEFT JOIN enrolment e ON e.session_id = s.id AND e.seat_id = t.id
            WHERE s.id = ? AND (t.out_since IS NULL OR e.id IS NOT NULL) ORDER BY t.label""";
    private final Sql sql;
    private final OfficialClock clock;
    private final SecureRandom random = new SecureRandom();

    public Seating(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One query. @return empty when no seat is free */
    Optional<UUID> draw(UUID session, UUID person) {
        var today = clock.today();
        List<SeatDraw.Seat> seats = sql.list(
                SEATS,
                row -> new SeatDraw.Seat(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getBoolean("taken"),
                        row.getBoolean("colleague")),
                person,
                today,
                today,
                session,
                person,
                today,
                today,
                session);
        return SeatDraw.draw(seats, random);
    }
}
