package org.chizheng.admission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.admission.rule.TicketCode;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

/** Reads what is held before the entrance, a ticket or an identity number, and finds the candidate. Whoever has no place here is written down as a walk-in, so that nobody is lost. */
@ApplicationScoped
public class Reading {
    private static final String HERE = "SELECT id FROM enrolment WHERE session_id = ? AND person_id = ?";
    private static final String ELSEWHERE = """
            SELECT e.id FROM enrolment e JOIN exam_session s ON s.id = e.session_id
            WHERE e.person_id = ? AND s.id <> ? AND NOT s.rehearsal AND s.starts_at >= ? AND s.starts_at < ? ORDER BY s.starts_at LIMIT 1""";
    private static final String ACCEPTED = """
            SELECT id FROM application WHERE person_id = ? AND qualification = ? AND state = 'ACCEPTED' LIMIT 1""";
    private static final String KEEP = """
            INSERT INTO walk_in (id, session_id, kind, person_id, enrolment_id, application_id, seen_at, seen_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id, person_id) WHERE outcome IS NULL DO NOTHING""";
    private final Sessions sessions;
    private final Persons persons;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Reading(Sessions sessions, Persons persons, Sql sql, OfficialClock clock, Auditing auditing) {
        this.sessions = sessions;
        this.persons = persons;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** One of the two: a candidate of the session, or a walk-in. */
    public record Seen(UUID enrolment, UUID walkIn) {}

    /**
     * @param code the ticket's QR code or number, or an identity number; never kept
     * @throws Refused CODE_UNREADABLE if it is neither; NOT_OPEN for a walk-in when the session is over: its record is closed, and nobody would see to them
     */
    @Transactional
    public Seen read(SessionView session, String code, String staff) {
        String text = code == null ? "" : code;
        Optional<String> ticket = TicketCode.read(text);
        if (ticket.isPresent()) {
            return byTicket(session, ticket.get(), staff);
        }
        return persons.findByIdNumber(idNumber(text))
                .map(person -> byPerson(session, person.id(), null, staff))
                .orElseGet(() -> walkIn(session, "UNKNOWN", null, null, null, staff));
    }

    private static String idNumber(String text) {
        try {
            return IdDocument.of(TicketCode.plain(text)).number();
        } catch (IllegalArgumentException e) {
            throw new Refused(AdmissionRefusal.CODE_UNREADABLE);
        }
    }

    private Seen byTicket(SessionView session, String ticket, String staff) {
        Optional<EnrolmentView> found = sessions.byTicket(ticket);
        if (found.isEmpty()) {
            return walkIn(session, "UNKNOWN", null, null, null, staff);
        }
        EnrolmentView enrolment = found.get();
        return enrolment.sessionId().equals(session.id())
                ? new Seen(enrolment.id(), null)
                : byPerson(session, enrolment.personId(), enrolment.id(), staff);
    }

    /** @param shown a place in another session, or null */
    private Seen byPerson(SessionView session, UUID person, UUID shown, String staff) {
        Optional<UUID> here = sql.first(HERE, row -> row.getObject(1, UUID.class), session.id(), person);
        if (here.isPresent()) {
            return new Seen(here.get(), null);
        }
        LocalDate day = OfficialClock.dateOf(session.startsAt());
        UUID elsewhere = sql.first(
                        ELSEWHERE,
                        row -> row.getObject(1, UUID.class),
                        person,
                        session.id(),
                        day.atStartOfDay(OfficialClock.ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(OfficialClock.ZONE).toInstant())
                .orElse(shown);
        if (elsewhere != null) {
            return walkIn(session, "ELSEWHERE", person, elsewhere, null, staff);
        }
        UUID application = sql.first(ACCEPTED, row -> row.getObject(1, UUID.class), person, session.qualification())
                .orElse(null);
        return walkIn(session, application == null ? "KNOWN" : "ACCEPTED", person, null, application, staff);
    }

    private Seen walkIn(SessionView session, String kind, UUID person, UUID enrolment, UUID application, String staff) {
        if (session.state().equals("ENDED")) {
            throw new Refused(AdmissionRefusal.NOT_OPEN);
        }
        UUID id = Ids.next();
        int added = sql.update(KEEP, id, session.id(), kind, person, enrolment, application, clock.now(), staff);
        if (added == 0) {
            id = sql.first(
                            "SELECT id FROM walk_in WHERE session_id = ? AND person_id = ? AND outcome IS NULL",
                            row -> row.getObject(1, UUID.class),
                            session.id(),
                            person)
                    .orElseThrow();
        } else {
            auditing.note("came without a place", "session", session.id(), kind + " " + id);
        }
        return new Seen(null, id);
    }
}
