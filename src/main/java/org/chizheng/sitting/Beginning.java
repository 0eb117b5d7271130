package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.Papers;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.chizheng.sitting.rule.SittingClock;

/** Where a candidate stands, the start click, and the claim of a page. The paper exists since check-in; a start writes one row. */
@ApplicationScoped
public class Beginning {
    private static final String INSERT = """
            INSERT INTO sitting (id, enrolment_id, session_id, person_id, paper_id, state, started_at, deadline, chain_head, last_seen_at)
            VALUES (?, ?, ?, ?, ?, 'UNDER_WAY', ?, ?, ?, ?) ON CONFLICT (enrolment_id) DO NOTHING""";
    private final Sessions sessions;
    private final Sittings sittings;
    private final Papers papers;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Beginning(
            Sessions sessions, Sittings sittings, Papers papers, OfficialClock clock, Sql sql, Auditing auditing) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.papers = papers;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** NOT_CHECKED_IN, WAITING, READY, UNDER_WAY, HELD or CLOSED. */
    public StateView state(UUID enrolmentId) {
        EnrolmentView enrolment = sessions.enrolment(enrolmentId).orElseThrow();
        Open sitting = sittings.find(enrolmentId).orElse(null);
        if (sitting != null) {
            boolean runs = sitting.state().equals("UNDER_WAY");
            return new StateView(
                    sitting.state(), sitting.now(), runs ? sitting.remainingMillis() : null, enrolment.seat());
        }
        String state = "NOT_CHECKED_IN";
        if (enrolment.checkedInAt() != null) {
            state = sessions.find(enrolment.sessionId()).orElseThrow().startedAt() == null ? "WAITING" : "READY";
        }
        return new StateView(state, clock.now(), null, enrolment.seat());
    }

    /** Repeatable: a second start finds the first. */
    @Transactional
    public void begin(UUID enrolmentId) {
        EnrolmentView enrolment = sessions.enrolment(enrolmentId).orElseThrow();
        if (enrolment.checkedInAt() == null) {
            throw new Refused(SittingRefusal.NOT_CHECKED_IN);
        }
        if (sittings.find(enrolmentId).isPresent()) {
            return;
        }
        SessionView session = sessions.find(enrolment.sessionId()).orElseThrow();
        if (session.startedAt() == null) {
            throw new Refused(SittingRefusal.NOT_STARTED);
        }
        Instant now = clock.now();
        Duration late = Duration.ofMinutes(session.lateMinutes());
        if (now.isAfter(session.startedAt().plus(late))) {
            throw new Refused(SittingRefusal.TOO_LATE);
        }
        Instant deadline = SittingClock.deadline(
                now,
                session.startedAt(),
                Duration.ofMinutes(session.minutes()),
                late,
                Duration.ofMinutes(enrolment.extraMinutes()));
        UUID id = Ids.next();
        int begun = sql.update(
                INSERT,
                id,
                enrolmentId,
                session.id(),
                enrolment.personId(),
                enrolment.paperId(),
                now,
                deadline,
                ResponseChain.origin(id, enrolment.paperId()),
                now);
        if (begun > 0) {
            auditing.note("began", "sitting", id, "until " + deadline);
        }
    }

    /** Makes this page the one that may write; older pages are told that they are stale. */
    @Transactional
    public OpenedView open(UUID enrolmentId) {
        Open sitting = sittings.lock(enrolmentId).orElseThrow(() -> new Refused(SittingRefusal.NOT_STARTED));
        if (sitting.state().equals("CLOSED")) {
            throw new Refused(SittingRefusal.CLOSED);
        }
        sql.update(
                "UPDATE sitting SET page_epoch = page_epoch + 1, last_seen_at = ? WHERE id = ?",
                sitting.now(),
                sitting.id());
        if (sitting.epoch() > 0) {
            auditing.note("opened again", "sitting", sitting.id(), "page " + (sitting.epoch() + 1));
        }
        return new OpenedView(
                sitting.epoch() + 1,
                sittings.nextSequence(sitting.id()),
                sitting.now(),
                sitting.remainingMillis(),
                papers.body(sitting.paperId()),
                sittings.answers(sitting.id()));
    }
}
