package org.chizheng.integrity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.integrity.rule.Seating;

/** The seats that a session's candidates had last. */
@ApplicationScoped
class SessionSeats {
    private final Sql sql;

    SessionSeats(Sql sql) {
        this.sql = sql;
    }

    private record Seat(String label, boolean moved) {}

    /** Where everybody sat. */
    static final class Plan {
        private final Seating room;
        private final Map<UUID, Seat> seats;

        private Plan(Seating room, Map<UUID, Seat> seats) {
            this.room = room;
            this.seats = seats;
        }

        /** Empty where one of the sittings had no seat. */
        Optional<Seating.Distance> between(UUID sitting, UUID other) {
            return room.between(label(sitting), label(other));
        }

        private String label(UUID sitting) {
            return seats.containsKey(sitting) ? seats.get(sitting).label() : null;
        }

        /** Whether one of them was given another seat after check-in. */
        boolean moved(UUID sitting, UUID other) {
            return seats.get(sitting).moved() || seats.get(other).moved();
        }

        /** Pairs of neighbours. */
        int neighbours(List<UUID> sittings) {
            int pairs = 0;
            for (int one = 0; one < sittings.size(); one++) {
                for (int other = one + 1; other < sittings.size(); other++) {
                    pairs += between(sittings.get(one), sittings.get(other))
                                    .filter(Seating.Distance::neighbours)
                                    .isPresent()
                            ? 1
                            : 0;
                }
            }
            return pairs;
        }
    }

    Plan of(UUID session) {
        List<String> labels = sql.list(
                "SELECT t.label FROM seat t JOIN exam_session s ON s.room_id = t.room_id WHERE s.id = ?",
                row -> row.getString(1),
                session);
        Map<UUID, Seat> seats = new HashMap<>();
        sql.list(
                "SELECT s.id, t.label, e.moved_at IS NOT NULL FROM sitting s JOIN enrolment e ON e.id = s.enrolment_id LEFT JOIN seat t ON t.id = e.seat_id WHERE s.session_id = ?",
                row -> seats.put(row.getObject(1, UUID.class), new Seat(row.getString(2), row.getBoolean(3))),
                session);
        return new Plan(new Seating(labels), seats);
    }
}
