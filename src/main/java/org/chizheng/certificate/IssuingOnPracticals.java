package org.chizheng.certificate;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Backlog;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.chizheng.record.Standing;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;

import io.quarkus.scheduler.Scheduled;

/** Issues certificates on released passes of the practical, once the theory that it rests on stands too: all parts that the policy of the practical's day asks for. */
@ApplicationScoped
public class IssuingOnPracticals {
    private static final Backlog.Shelf WAITING =
            new Backlog.Shelf("practical_certification_pending", "practical_result_id");
    private static final int MOST = 50;
    private final Issuing issuing;
    private final PracticalResults practicalResults;
    private final Practicals practicals;
    private final Results results;
    private final Standing standing;
    private final Policies policies;
    private final OfficialClock clock;
    private final Backlog backlog;
    private final Sql sql;

    public IssuingOnPracticals(
            Issuing issuing,
            PracticalResults practicalResults,
            Practicals practicals,
            Results results,
            Standing standing,
            Policies policies,
            OfficialClock clock,
            Backlog backlog,
            Sql sql) {
        this.issuing = issuing;
        this.practicalResults = practicalResults;
        this.practicals = practicals;
        this.results = results;
        this.standing = standing;
        this.policies = policies;
        this.clock = clock;
        this.backlog = backlog;
        this.sql = sql;
    }

    @Swept
    @Scheduled(every = "1s", identity = "issuing-practicals", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        issueWaiting();
    }

    /** @return how many were looked at */
    public int issueWaiting() {
        return backlog.work(
                WAITING,
                MOST,
                waiting -> waiting.stream()
                        .map(result -> practicalResults.find(result).orElseThrow())
                        .filter(this::isWanted)
                        .forEach(this::issue));
    }

    /** A recheck may have taken the pass back meanwhile; of each result there is one certificate. */
    private boolean isWanted(PracticalResultView result) {
        return result.passed()
                && sql.first("SELECT 1 FROM certificate WHERE practical_result_id = ?", row -> true, result.id())
                        .isEmpty();
    }

    /** Without a theory that counts there is none: a regrade may have taken it back. Theory passed at another authority stands in the record and has no result here. */
    private void issue(PracticalResultView result) {
        PracticalView day = practicals.get(result.sessionId());
        LocalDate on = OfficialClock.dateOf(day.startsAt());
        PolicyTerms taken = policies.byId(result.policy());
        LocalDate since = on.minusMonths(taken.number(PolicyTerm.THEORY_VALID_MONTHS));
        if (!standing.hasPassedTheory(result.personId(), result.qualification(), since, on)) {
            return;
        }
        UUID theory = results.ofPerson(result.personId()).stream()
                .filter(one -> one.qualification().equals(result.qualification()) && one.passed() && !one.provisional())
                .filter(one -> !OfficialClock.dateOf(one.scoredAt()).isBefore(since))
                .map(ResultView::id)
                .filter(this::isFree)
                .findFirst()
                .orElse(null);
        LocalDate today = clock.today();
        issuing.issue(IssueOrder.onPractical(
                result, theory, policies.inForce(result.qualification(), today), day.region(), today));
    }

    private boolean isFree(UUID theory) {
        return sql.first("SELECT 1 FROM certificate WHERE result_id = ?", row -> true, theory)
                .isEmpty();
    }
}
