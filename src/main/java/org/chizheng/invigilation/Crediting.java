package org.chizheng.invigilation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.sitting.Steering;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Gives back the time of a silence that somebody of the staff has looked at: once for each silence. */
@ApplicationScoped
public class Crediting {
    private static final String TAKE = """
            UPDATE sitting_gap g SET credited_at = ?, credited_by = ? FROM sitting s
            WHERE s.id = g.sitting_id AND s.enrolment_id = ? AND date_trunc('second', g.from_at) = date_trunc('second', ?::timestamptz) AND g.credited_at IS NULL
            RETURNING g.from_at, g.until_at""";
    private final Sql sql;
    private final Steering steering;
    private final OfficialClock clock;

    public Crediting(Sql sql, Steering steering, OfficialClock clock) {
        this.sql = sql;
        this.steering = steering;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND if there is no such silence or it has been credited, or as {@link Steering#extend} refuses; then it may still be credited */
    public void credit(UUID enrolment, Instant from, String by, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            Duration lost = sql.first(
                            TAKE,
                            row -> Duration.between(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")),
                            clock.now(),
                            by,
                            enrolment,
                            from)
                    .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (steering.extend(List.of(enrolment), lost, reason) == 0) {
                throw new Refused(CommonRefusal.NOT_FOUND);
            }
        });
    }
}
