package org.chizheng.scoring;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperBatching;
import org.chizheng.regulation.Policies;

/** Makes the results of a session official, writes them to the candidates' records and hands passes on to certification where theory is all the policy asks. Nobody can sit a paper of it any more, so the secret of its draw is revealed. */
@ApplicationScoped
public class Releasing {
    private final Results results;
    private final Policies policies;
    private final Entering entering;
    private final ResultLock lock;
    private final PaperBatching papers;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Releasing(
            Results results,
            Policies policies,
            Entering entering,
            ResultLock lock,
            PaperBatching papers,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.papers = papers;
        this.results = results;
        this.policies = policies;
        this.entering = entering;
        this.lock = lock;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @return how many results became official; @throws Refused while a sitting is open or unscored, or nothing is left to release */
    @Transactional
    public int release(UUID session, String by) {
        lock.share();
        boolean open = sql.first(
                        "SELECT 1 FROM sitting s WHERE s.session_id = ? AND (s.state <> 'CLOSED' OR EXISTS (SELECT 1 FROM scoring_pending p WHERE p.sitting_id = s.id))",
                        row -> true,
                        session)
                .isPresent();
        if (open) {
            throw new Refused(ScoringRefusal.SITTINGS_OPEN);
        }
        List<ResultView> provisional = results.ofSession(session).stream()
                .filter(ResultView::provisional)
                .toList();
        if (provisional.isEmpty()) {
            throw new Refused(ScoringRefusal.NOTHING_TO_RELEASE);
        }
        provisional.forEach(result -> makeOfficial(result, by));
        sql.update("UPDATE exam_session SET released_at = ?, state = 'ENDED' WHERE id = ?", clock.now(), session);
        papers.reveal(sql.first(
                        "SELECT batch_id FROM exam_session WHERE id = ?", row -> row.getObject(1, UUID.class), session)
                .orElseThrow());
        auditing.note("released", "session", session, provisional.size() + " results");
        return provisional.size();
    }

    private void makeOfficial(ResultView result, String by) {
        sql.update("UPDATE result SET released_at = ?, released_by = ? WHERE id = ?", clock.now(), by, result.id());
        Entering.Official official =
                new Entering.Official(result.id(), result.personId(), result.qualification(), result.scoredAt());
        entering.enter(official, result.passed(), result.id(), policies.byId(result.policy()));
    }
}
