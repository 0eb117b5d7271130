package org.chizheng.closing;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

/** Says why an enrolled candidate has not sat. It can be said anew until the room is closed; each time is in the audit log. */
@ApplicationScoped
public class AbsenceMarking {
    private static final int LONGEST_REASON = 200;
    private static final Set<String> KINDS = Set.of("NO_SHOW", "TOO_LATE", "TURNED_AWAY", "LEFT");
    private static final String MARK = """
            INSERT INTO absence (enrolment_id, kind, reason, marked_by, marked_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (enrolment_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, marked_by = excluded.marked_by, marked_at = excluded.marked_at""";
    private final Sessions sessions;
    private final Closings closings;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    AbsenceMarking(Sessions sessions, Closings closings, OfficialClock clock, Sql sql, Auditing auditing) {
        this.sessions = sessions;
        this.closings = closings;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param reason at most 200 characters; may be blank for NO_SHOW only
     * @throws Refused KIND_UNKNOWN, REASON_MISSING, CLOSED; HAS_COME where a checked-in candidate is said not to have come, HAS_BEGUN one who sat to have left; TOO_EARLY
     *     for NO_SHOW and LEFT while candidates are admitted
     */
    @Transactional
    public void mark(UUID session, UUID enrolment, String kind, String reason, String by) {
        SessionView room = sessions.find(session).orElseThrow();
        EnrolmentView candidate = sessions.enrolment(enrolment)
                .filter(one -> one.sessionId().equals(session))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (kind == null || !KINDS.contains(kind)) {
            throw new Refused(ClosingRefusal.KIND_UNKNOWN);
        }
        if (closings.isClosed(session)) {
            throw new Refused(ClosingRefusal.CLOSED);
        }
        mustFit(room, candidate, kind);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why == null && !kind.equals("NO_SHOW") || why != null && why.length() > LONGEST_REASON) {
            throw new Refused(ClosingRefusal.REASON_MISSING, LONGEST_REASON);
        }
        sql.update(MARK, enrolment, kind, why, by, clock.now());
        auditing.note("marked absent", "enrolment", enrolment, kind);
    }

    private void mustFit(SessionView room, EnrolmentView candidate, String kind) {
        boolean left = kind.equals("LEFT");
        if (!left && candidate.checkedInAt() != null) {
            throw new Refused(ClosingRefusal.HAS_COME);
        }
        boolean began = sql.first("SELECT 1 FROM sitting WHERE enrolment_id = ?", row -> true, candidate.id())
                .isPresent();
        if (left && (candidate.checkedInAt() == null || began)) {
            throw new Refused(ClosingRefusal.HAS_BEGUN);
        }
        boolean admitted = clock.now().isBefore(UnsettledCandidates.admittedUntil(room));
        if (admitted && !kind.equals("TURNED_AWAY") && !kind.equals("TOO_LATE")) {
            throw new Refused(ClosingRefusal.TOO_EARLY);
        }
    }
}
