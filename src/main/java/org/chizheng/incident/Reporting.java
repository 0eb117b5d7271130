package org.chizheng.incident;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

/** Writes down what happened in a session or on a day of practicals, or takes it back before two have signed it: it stays on record as withdrawn. */
@ApplicationScoped
public class Reporting {
    private static final String INSERT = """
            INSERT INTO incident (id, session_id, enrolment_id, practical_id, practical_candidate_id, class, class_from, happened_at, account_sealed, reported_by, reported_person, reported_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sessions sessions;
    private final Practicals practicals;
    private final IncidentClasses classes;
    private final IncidentFiles files;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Reporting(
            Sessions sessions,
            Practicals practicals,
            IncidentClasses classes,
            IncidentFiles files,
            Sealer sealer,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.sessions = sessions;
        this.practicals = practicals;
        this.classes = classes;
        this.files = files;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused CLASS_UNKNOWN, CANDIDATE_MISSING where a breach names nobody of the session, ACCOUNT_LENGTH, TIME_INVALID, SESSION_NOT_BEGUN before check-in */
    @Transactional
    public UUID report(UUID sessionId, IncidentForm form, Signatory by) {
        SessionView session = sessions.find(sessionId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if ("SCHEDULED".equals(session.state())) {
            throw new Refused(IncidentRefusal.SESSION_NOT_BEGUN);
        }
        IncidentClass what = what(form, session.startsAt());
        if (isMissing(form, what, isOf(form.candidate(), sessionId))) {
            throw new Refused(IncidentRefusal.CANDIDATE_MISSING);
        }
        return write(new Place(sessionId, form.candidate(), null, null), what, form, by);
    }

    /** On a day of practicals. @throws Refused the same, SESSION_NOT_BEGUN before its day */
    @Transactional
    public UUID reportPractical(UUID dayId, IncidentForm form, Signatory by) {
        PracticalView day = practicals.get(dayId);
        if (clock.today().isBefore(OfficialClock.dateOf(day.startsAt()))) {
            throw new Refused(IncidentRefusal.SESSION_NOT_BEGUN);
        }
        IncidentClass what = what(form, day.startsAt());
        boolean of = practicals.candidates(dayId).stream()
                .anyMatch(
                        one -> one.id().equals(form.candidate()) && !one.state().equals("WITHDRAWN"));
        if (isMissing(form, what, of)) {
            throw new Refused(IncidentRefusal.CANDIDATE_MISSING);
        }
        return write(new Place(null, null, dayId, form.candidate()), what, form, by);
    }

    /** Where it happened and to whom: in a session, or on a day of practicals. */
    private record Place(UUID session, UUID enrolment, UUID practical, UUID candidate) {}

    private IncidentClass what(IncidentForm form, Instant on) {
        return classes.find(form.what(), OfficialClock.dateOf(on))
                .orElseThrow(() -> new Refused(IncidentRefusal.CLASS_UNKNOWN));
    }

    private static boolean isMissing(IncidentForm form, IncidentClass what, boolean found) {
        return form.candidate() == null ? what.breach() : !found;
    }

    private UUID write(Place place, IncidentClass what, IncidentForm form, Signatory by) {
        Instant now = clock.now();
        Instant at = Words.past(form.happenedAt(), now);
        String account = Words.told(form.account(), IncidentRefusal.ACCOUNT_LENGTH);
        UUID id = Ids.next();
        sql.update(
                INSERT,
                id,
                place.session(),
                place.enrolment(),
                place.practical(),
                place.candidate(),
                what.code(),
                what.from(),
                at,
                sealer.seal(account, IncidentFiles.ACCOUNT, id),
                by.name(),
                by.person(),
                now);
        String where = place.session() == null ? "practical " + place.practical() : "session " + place.session();
        auditing.note("recorded", "incident", id, what.code() + " in " + where);
        return id;
    }

    private boolean isOf(UUID enrolment, UUID session) {
        return sessions.enrolment(enrolment)
                .filter(one -> one.sessionId().equals(session))
                .isPresent();
    }

    /** @throws Refused SIGNED_BY_TWO, WITHDRAWN when it is already, REASON_LENGTH */
    @Transactional
    public void withdraw(UUID id, String reason, Signatory by) {
        IncidentFile file = files.locked(id);
        if (file.withdrawal() != null) {
            throw new Refused(IncidentRefusal.WITHDRAWN);
        }
        if (file.signatures().size() >= IncidentState.SIGNATURES) {
            throw new Refused(IncidentRefusal.SIGNED_BY_TWO);
        }
        String why = Words.told(reason, IncidentRefusal.REASON_LENGTH);
        sql.update(
                "UPDATE incident SET withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?",
                by.name(),
                clock.now(),
                why,
                id);
        auditing.note("withdrawn", "incident", id, "before two had signed");
    }
}
