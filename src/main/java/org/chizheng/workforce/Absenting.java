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

/** Notes that somebody is off the job 离岗 while the appointment runs on, and is back. What that does to a certificate is said by the policy's term ABSENCE_MONTHS. */
@ApplicationScoped
public class Absenting {
    private static final int LONGEST = 200;
    private static final String INSERT = """
            INSERT INTO post_absence (id, person_id, post_id, valid_from, known_from) SELECT ?, a.person_id, a.post_id, ?, ? FROM appointment a
            WHERE a.id = ? AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
              AND NOT EXISTS (SELECT 1 FROM post_absence b WHERE b.person_id = a.person_id AND b.post_id = a.post_id AND b.known_until IS NULL
                              AND (b.valid_until IS NULL OR b.valid_until > ?))
            ON CONFLICT (person_id, post_id) WHERE valid_until IS NULL AND known_until IS NULL DO NOTHING""";
    private static final String CLOSE = """
            UPDATE post_absence b SET known_until = ? FROM appointment a
            WHERE a.id = ? AND b.person_id = a.person_id AND b.post_id = a.post_id AND b.known_until IS NULL AND b.valid_until IS NULL AND b.valid_from < ?
            RETURNING b.id""";
    private static final String SUCCEED = """
            INSERT INTO post_absence (id, person_id, post_id, valid_from, valid_until, known_from) SELECT ?, person_id, post_id, valid_from, ?, ? FROM post_absence WHERE id = ?""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Absenting(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused ABSENCE_INVALID unless the day lies within the appointment, is not in the future, and no absence is noted of it or later */
    @Transactional
    public void away(UUID appointment, LocalDate firstDayOff) {
        boolean noted = firstDayOff != null
                && !firstDayOff.isAfter(clock.today())
                && sql.update(
                                INSERT,
                                Ids.next(),
                                firstDayOff,
                                clock.now(),
                                appointment,
                                firstDayOff,
                                firstDayOff,
                                firstDayOff)
                        == 1;
        if (!noted) {
            throw new Refused(WorkforceRefusal.ABSENCE_INVALID);
        }
        auditing.note("off the job", "appointment", appointment, "from " + firstDayOff);
    }

    /** @throws Refused ABSENCE_INVALID unless an absence runs that began before that day, which is not in the future */
    @Transactional
    public void back(UUID appointment, LocalDate firstDayBack) {
        if (firstDayBack == null || firstDayBack.isAfter(clock.today())) {
            throw new Refused(WorkforceRefusal.ABSENCE_INVALID);
        }
        var now = clock.now();
        UUID closed = sql.first(CLOSE, row -> row.getObject(1, UUID.class), now, appointment, firstDayBack)
                .orElseThrow(() -> new Refused(WorkforceRefusal.ABSENCE_INVALID));
        sql.update(SUCCEED, Ids.next(), firstDayBack, now, closed);
        auditing.note("back on the job", "appointment", appointment, "from " + firstDayBack);
    }

    /** @throws Refused ABSENCE_INVALID if the day lies in the future, or the evidence is empty or longer than 200 characters */
    @Transactional
    public void reconfirm(UUID person, String qualification, LocalDate on, String evidence, String by) {
        String tidy = evidence == null ? "" : evidence.strip();
        if (on == null || on.isAfter(clock.today()) || tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new Refused(WorkforceRefusal.ABSENCE_INVALID);
        }
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO reconfirmation (id, person_id, qualification, confirmed_on, evidence, recorded_by, known_from) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                person,
                qualification,
                on,
                tidy,
                by,
                clock.now());
        auditing.note("confirmed in practice", "person", person, qualification);
    }
}
