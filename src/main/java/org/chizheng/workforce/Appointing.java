package org.chizheng.workforce;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.IdForm;
import org.chizheng.people.Registering;
import org.chizheng.workforce.rule.WorkerKind;

/** Puts a person on a post from a day on, registering the person by the identity number where new. */
@ApplicationScoped
public class Appointing {
    private static final int EARLIEST_YEAR = 1950;
    private static final String HOLD =
            "SELECT 1 FROM post p JOIN enterprise e ON e.id = p.enterprise_id WHERE p.id = ? FOR SHARE OF e";
    private static final String INSERT = """
            INSERT INTO appointment (id, person_id, post_id, worker_kind, part_time, valid_from, known_from) SELECT ?, ?, ?, ?, ?, ?, ?
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

    /** An employee with a number whose form tells its type, see {@link #appoint(UUID, String, IdForm, Manner, LocalDate)}. */
    @Transactional
    public UUID appoint(UUID post, String name, String idNumber, LocalDate from) {
        return appoint(post, name, IdForm.of(idNumber), Manner.USUAL, from);
    }

    /** partTime: beside another duty 兼职. */
    public record Manner(WorkerKind kind, boolean partTime) {
        public static final Manner USUAL = new Manner(WorkerKind.EMPLOYEE, false);

        /** @throws Refused WORKER_KIND if there is no such kind */
        public static Manner of(String kind, boolean partTime) {
            return Arrays.stream(WorkerKind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .map(one -> new Manner(one, partTime))
                    .orElseThrow(() -> new Refused(WorkforceRefusal.WORKER_KIND));
        }
    }

    /** @throws Refused if the person stands at the post on that day or later, as known now, or the day lies in the future or before 1950 */
    @Transactional
    public UUID appoint(UUID post, String name, IdForm document, Manner manner, LocalDate from) {
        if (from == null || from.isAfter(clock.today()) || from.getYear() < EARLIEST_YEAR) {
            throw new Refused(WorkforceRefusal.DATE_INVALID);
        }
        // Not while a list of this enterprise's people is being taken: neither would see the other's stays.
        sql.first(HOLD, row -> true, post);
        UUID person = registering.register(name, document).id();
        UUID id = Ids.next();
        int entered = sql.update(
                INSERT,
                id,
                person,
                post,
                manner.kind().name(),
                manner.partTime(),
                from,
                clock.now(),
                person,
                post,
                from);
        if (entered == 0) {
            throw new Refused(WorkforceRefusal.ALREADY_ON_POST);
        }
        auditing.note("appointed", "appointment", id, "post " + post);
        return id;
    }
}
