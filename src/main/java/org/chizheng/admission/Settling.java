package org.chizheng.admission;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Sessions;

/** What becomes of a walk-in: a place in the session for an accepted application while there is one, the way to the right room, or home. */
@ApplicationScoped
public class Settling {
    private static final List<String> WITHOUT_A_PLACE = List.of("DIRECTED", "SENT_AWAY");
    private static final String SETTLE = """
            UPDATE walk_in SET outcome = ?, settled_at = ?, settled_by = ?, note = ?, enrolment_id = coalesce(?, enrolment_id)
            WHERE session_id = ? AND id = ? AND outcome IS NULL""";
    private final Enrolling enrolling;
    private final Sessions sessions;
    private final Persons persons;
    private final Sealer sealer;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Settling(
            Enrolling enrolling,
            Sessions sessions,
            Persons persons,
            Sealer sealer,
            Sql sql,
            OfficialClock clock,
            Auditing auditing) {
        this.enrolling = enrolling;
        this.sessions = sessions;
        this.persons = persons;
        this.sealer = sealer;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    private record Accepted(UUID person, UUID application) {}

    /** @return the enrolment; @throws Refused NO_APPLICATION, or why nobody can be enrolled */
    @Transactional
    public UUID admit(UUID session, UUID walkIn, String staff) {
        Accepted accepted = sql.first(
                        "SELECT person_id, application_id FROM walk_in WHERE session_id = ? AND id = ? AND outcome IS NULL AND application_id IS NOT NULL",
                        row -> new Accepted(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        session,
                        walkIn)
                .orElseThrow(() -> new Refused(AdmissionRefusal.NO_APPLICATION));
        Person person = persons.findById(accepted.person());
        String ticket = enrolling.enrol(session, person.name(), person.idNumber(sealer), null);
        UUID enrolment = sessions.byTicket(ticket).orElseThrow().id();
        sql.update("UPDATE enrolment SET application_id = ? WHERE id = ?", accepted.application(), enrolment);
        settle(session, walkIn, "ADMITTED", null, enrolment, staff);
        return enrolment;
    }

    /** @param outcome DIRECTED or SENT_AWAY */
    @Transactional
    public void send(UUID session, UUID walkIn, String outcome, String note, String staff) {
        if (!WITHOUT_A_PLACE.contains(outcome)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "outcome", String.join(", ", WITHOUT_A_PLACE));
        }
        settle(session, walkIn, outcome, Passing.tidy(note), null, staff);
    }

    private void settle(UUID session, UUID walkIn, String outcome, String note, UUID enrolment, String staff) {
        if (sql.update(SETTLE, outcome, clock.now(), staff, note, enrolment, session, walkIn) == 0) {
            throw new Refused(AdmissionRefusal.SETTLED);
        }
        auditing.note("saw to walk-in", "session", session, walkIn + " " + outcome);
    }
}
