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
import org.chizheng.people.Person;
import org.chizheng.people.Registering;

/** Puts a person on a post from a day on, registering the person by the identity number where new. */
@ApplicationScoped
public class Appointing {
    private static final int EARLIEST_YEAR = 1950;
    private static final String INSERT = """
            INSERT INTO appointment (id, person_id, post_id, worker_kind, valid_from, known_from) SELECT ?, ?, ?, 'EMPLOYEE', ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM appointment a
                              WHERE a.person_id = ? AND a.post_id = ? AND a.known_until IS NULL AND (a.valid_until IS NULL OR a.valid_until > ?))
            ON CONFLICT (person_id, post_id) WHERE valid_until IS NULL AND known_until IS NULL DO NOTHING""";
    private final Registering registering;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Appointing(Registering registering, Sql sql, OfficialClock clock, Auditing auditing) {
        this.registering = registering;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused if the person stands at the post on that day or later, as known now, or the day lies in the future or before 1950 */
    @Transactional
    public UUID appoint(UUID post, String name, String idNumber, LocalDate from) {
        if (from == null || from.isAfter(clock.today()) || from.getYear() < EARLIEST_YEAR) {
            throw new Refused(WorkforceRefusal.DATE_INVALID);
        }
        Person person = registering.register(name, idNumber);
        UUID id = Ids.next();
        if (sql.update(INSERT, id, person.id(), post, from, clock.now(), person.id(), post, from) == 0) {
            throw new Refused(WorkforceRefusal.ALREADY_ON_POST);
        }
        auditing.note("appointed", "appointment", id, "post " + post);
        return id;
    }
}
