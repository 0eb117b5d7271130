package org.chizheng.workforce;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Takes a person off a post from a day on. What was known before stays on record beside what is known now. */
@ApplicationScoped
public class Leaving {
    private static final String HOLD =
            "SELECT 1 FROM appointment a JOIN post p ON p.id = a.post_id JOIN enterprise e ON e.id = p.enterprise_id WHERE a.id = ? FOR SHARE OF e";
    private static final String CLOSE = """
            UPDATE appointment SET known_until = ?
            WHERE id = ? AND known_until IS NULL AND valid_until IS NULL AND valid_from < ?""";
    private static final String SUCCEED = """
            INSERT INTO appointment (id, person_id, post_id, worker_kind, part_time, valid_from, valid_until, known_from)
            SELECT ?, person_id, post_id, worker_kind, part_time, valid_from, ?, ? FROM appointment WHERE id = ?""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Leaving(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param firstDayOff the first day on which the person no longer stands at the post, after the day of appointment and not in the future
     * @throws Refused if the day is not such a day, or the person has left already
     */
    @Transactional
    public void leave(UUID appointment, LocalDate firstDayOff) {
        if (firstDayOff == null || firstDayOff.isAfter(clock.today())) {
            throw new Refused(WorkforceRefusal.DATE_INVALID);
        }
        // Not while a list of this enterprise's people is being taken.
        sql.first(HOLD, row -> true, appointment);
        var now = clock.now();
        if (sql.update(CLOSE, now, appointment, firstDayOff) == 0) {
            throw new Refused(WorkforceRefusal.CANNOT_LEAVE);
        }
        sql.update(SUCCEED, Ids.next(), firstDayOff, now, appointment);
        auditing.note("left", "appointment", appointment, firstDayOff.toString());
    }
}
