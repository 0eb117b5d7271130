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
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

/** Writes down what happened in a session, or takes it back before two have signed it: it stays on record as withdrawn. */
@ApplicationScoped
public class Reporting {
    private static final String INSERT = """
            INSERT INTO incident (id, session_id, enrolment_id, class, class_from, happened_at, account_sealed, reported_by, reported_person, reported_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sessions sessions;
    private final IncidentClasses classes;
    private final IncidentFiles files;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Reporting(
            Sessions sessions,
            IncidentClasses classes,
            IncidentFiles files,
            Sealer sealer,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.sessions = sessions;
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
        Instant now = clock.now();
        Instant at = Words.past(form.happenedAt(), now);
        IncidentClass what = classes.find(form.what(), OfficialClock.dateOf(session.startsAt()))
                .orElseThrow(() -> new Refused(IncidentRefusal.CLASS_UNKNOWN));
        String account = Words.told(form.account(), IncidentRefusal.ACCOUNT_LENGTH);
        boolean candidate = form.candidate() != null;
        if (candidate && !isOf(form.candidate(), sessionId) || what.breach() && !candidate) {
            throw new Refused(IncidentRefusal.CANDIDATE_MISSING);
        }
        UUID id = Ids.next();
        sql.update(
                INSERT,
                id,
                sessionId,
                form.candidate(),
                what.code(),
                what.from(),
                at,
                sealer.seal(account, IncidentFiles.ACCOUNT, id),
                by.name(),
                by.person(),
                now);
        auditing.note("recorded", "incident", id, what.code() + " in session " + sessionId);
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
