package org.chizheng.scoring;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.closing.Closings;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;
import org.chizheng.paper.PaperBatching;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Makes the results of a session official, writes them to the candidates' records and hands passes on to certification where theory is all the policy asks. Nobody can sit a paper of it any more, so the secret of its draw is revealed. */
@ApplicationScoped
public class Releasing {
    /** Results that an undecided breach may yet take away. */
    private static final String WITHHELD = """
            SELECT r.id FROM result r JOIN sitting s ON s.id = r.sitting_id WHERE r.session_id = ? AND r.released_at IS NULL
              AND EXISTS (SELECT 1 FROM undecided_breach b WHERE b.enrolment_id = s.enrolment_id)""";

    private final Closings closings;
    private final Results results;
    private final Policies policies;
    private final Entering entering;
    private final Releases releases;
    private final ResultLock lock;
    private final Messaging messaging;
    private final Qualifications qualifications;
    private final PaperBatching papers;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Releasing(
            Closings closings,
            Results results,
            Policies policies,
            Entering entering,
            Releases releases,
            ResultLock lock,
            Messaging messaging,
            Qualifications qualifications,
            PaperBatching papers,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.closings = closings;
        this.papers = papers;
        this.results = results;
        this.policies = policies;
        this.entering = entering;
        this.releases = releases;
        this.lock = lock;
        this.messaging = messaging;
        this.qualifications = qualifications;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * Of a session whose results were released but for some that were withheld, those whose breach has been decided since.
     *
     * @return how many results became official
     * @throws Refused SITTINGS_OPEN while a sitting is open or unscored, NOTHING_TO_RELEASE; ALL_WITHHELD while decisions on breaches are waited for; ROOM_NOT_CLOSED where that is asked for; NOT_APPROVED or APPROVED_BY_SAME where the policy asks for two
     */
    @Transactional
    public int release(UUID session, String by) {
        lock.share();
        if (closings.holdsBack(session)) {
            throw new Refused(ScoringRefusal.ROOM_NOT_CLOSED);
        }
        mustBeComplete(session);
        List<ResultView> provisional = results.ofSession(session).stream()
                .filter(ResultView::provisional)
                .toList();
        if (provisional.isEmpty()) {
            throw new Refused(ScoringRefusal.NOTHING_TO_RELEASE);
        }
        Set<UUID> withheld = withheld(session);
        List<ResultView> due = provisional.stream()
                .filter(result -> !withheld.contains(result.id()))
                .toList();
        if (due.isEmpty()) {
            throw new Refused(ScoringRefusal.ALL_WITHHELD, provisional.size());
        }
        mustBeApproved(session, policies.byId(provisional.get(0).policy()), by);
        due.forEach(result -> makeOfficial(result, by));
        sql.update(
                "UPDATE exam_session SET released_at = COALESCE(released_at, ?), state = 'ENDED' WHERE id = ?",
                clock.now(),
                session);
        papers.reveal(sql.first(
                        "SELECT batch_id FROM exam_session WHERE id = ?", row -> row.getObject(1, UUID.class), session)
                .orElseThrow());
        int held = provisional.size() - due.size();
        auditing.note(
                "released", "session", session, due.size() + " results" + (held == 0 ? "" : ", " + held + " withheld"));
        due.forEach(this::tell);
        return due.size();
    }

    private Set<UUID> withheld(UUID session) {
        return Set.copyOf(sql.list(WITHHELD, row -> row.getObject(1, UUID.class), session));
    }

    void mustBeComplete(UUID session) {
        boolean open = sql.first(
                        "SELECT 1 FROM sitting s WHERE s.session_id = ? AND (s.state <> 'CLOSED' OR EXISTS (SELECT 1 FROM scoring_pending p WHERE p.sitting_id = s.id)"
                                + " OR EXISTS (SELECT 1 FROM zeroing_pending z WHERE z.sitting_id = s.id))",
                        row -> true,
                        session)
                .isPresent();
        if (open) {
            throw new Refused(ScoringRefusal.SITTINGS_OPEN);
        }
    }

    private void mustBeApproved(UUID session, PolicyTerms policy, String by) {
        if (policy.number(PolicyTerm.RELEASE_PERSONS) < 2) {
            return;
        }
        String approver = releases.digest(session)
                .flatMap(digest -> releases.approver(session, digest))
                .orElseThrow(() -> new Refused(ScoringRefusal.NOT_APPROVED));
        if (approver.equals(by)) {
            throw new Refused(ScoringRefusal.APPROVED_BY_SAME);
        }
    }

    /** That it can be seen, not what it is. */
    private void tell(ResultView result) {
        messaging.toPerson(
                result.personId(),
                "result_released",
                qualifications.get(result.qualification()).zh(),
                OfficialClock.dateOf(result.scoredAt()).toString());
    }

    private void makeOfficial(ResultView result, String by) {
        sql.update("UPDATE result SET released_at = ?, released_by = ? WHERE id = ?", clock.now(), by, result.id());
        Entering.Official official =
                new Entering.Official(result.id(), result.personId(), result.qualification(), result.scoredAt());
        entering.enter(official, result.passed(), result.id(), policies.byId(result.policy()));
    }
}
