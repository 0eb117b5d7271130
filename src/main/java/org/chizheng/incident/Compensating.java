package org.chizheng.incident;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.sitting.Steering;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Gives candidates back the time that an incident cost them: once for each incident, to its candidate or to all of the room who still sit. */
@ApplicationScoped
public class Compensating {
    private static final String TAKE = """
            UPDATE incident SET credited_minutes = ?, credited_by = ?, credited_at = ?
            WHERE id = ? AND credited_at IS NULL AND withdrawn_at IS NULL""";
    private static final String UNDER_WAY = """
            SELECT enrolment_id FROM sitting WHERE session_id = ? AND state <> 'CLOSED' AND (?::uuid IS NULL OR enrolment_id = ?)""";
    private final IncidentFiles files;
    private final Steering steering;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Compensating(IncidentFiles files, Steering steering, OfficialClock clock, Sql sql, Auditing auditing) {
        this.files = files;
        this.steering = steering;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param minutes 1 to 240
     * @return how many have more time now
     * @throws Refused NO_TIME_LOST by the class or in a practical, ALREADY_CREDITED, NOBODY_UNDER_WAY, or as {@link Steering#extend} refuses; then it may still be credited
     */
    public int credit(UUID id, int minutes, String reason, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            IncidentRow row = files.locked(id).row();
            if (!row.what().creditsTime() || row.practical() != null) {
                throw new Refused(IncidentRefusal.NO_TIME_LOST);
            }
            if (row.steps().withdrawn()) {
                throw new Refused(IncidentRefusal.WITHDRAWN);
            }
            if (row.creditedMinutes() != null) {
                throw new Refused(IncidentRefusal.ALREADY_CREDITED);
            }
            List<UUID> sitting = sql.list(
                    UNDER_WAY, one -> one.getObject(1, UUID.class), row.session(), row.enrolment(), row.enrolment());
            if (sitting.isEmpty()) {
                throw new Refused(IncidentRefusal.NOBODY_UNDER_WAY);
            }
            // Whoever comes second waited for the row's lock, and has found it credited above.
            int credited = steering.extend(sitting, Duration.ofMinutes(minutes), reason);
            if (credited == 0 || sql.update(TAKE, minutes, by, clock.now(), id) == 0) {
                throw new Refused(IncidentRefusal.NOBODY_UNDER_WAY);
            }
            auditing.note("credited time", "incident", id, minutes + " min to " + credited);
            return credited;
        });
    }
}
