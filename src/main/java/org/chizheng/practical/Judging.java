package org.chizheng.practical;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.Agreement;
import org.chizheng.practical.rule.Agreement.Outcome;
import org.chizheng.practical.rule.Agreement.Word;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Decides a practical once the signatures that are needed are there, or calls a third assessor; within the acting transaction. What a decision on an incident zeroes is failed with 0 points. Cut score and threshold by the policy of the session's day. */
@ApplicationScoped
class Judging {
    private static final int TWO = 2;
    private static final int THREE = 3;
    private final Practicals practicals;
    private final PracticalResults results;
    private final Sheets sheets;
    private final Policies policies;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Judging(
            Practicals practicals,
            PracticalResults results,
            Sheets sheets,
            Policies policies,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.results = results;
        this.sheets = sheets;
        this.policies = policies;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    void judge(CandidateView candidate) {
        List<SheetView> signed = sheets.ofCandidate(candidate.id()).stream()
                .filter(SheetView::signed)
                .toList();
        PracticalView day = practicals.get(candidate.sessionId());
        PolicyTerms policy = policies.byId(day.policy());
        if (signed.size() == TWO) {
            Optional<Outcome> outcome = Agreement.ofTwo(
                    word(signed.get(0)), word(signed.get(1)), policy.number(PolicyTerm.PRACTICAL_DIFFERENCE));
            outcome.ifPresentOrElse(
                    agreed -> decide(candidate, day, policy, agreed, TWO), () -> callThird(candidate.id()));
        } else if (signed.size() == THREE) {
            Outcome outcome = Agreement.ofThree(word(signed.get(0)), word(signed.get(1)), word(signed.get(2)));
            decide(candidate, day, policy, outcome, THREE);
        }
    }

    private Word word(SheetView sheet) {
        List<String> vetoes = sql.list(
                "SELECT step_id FROM practical_mark WHERE sheet_id = ? AND failed",
                row -> row.getString(1),
                sheet.id());
        return new Word(sheet.points(), Set.copyOf(vetoes));
    }

    private void callThird(UUID candidate) {
        sql.update("UPDATE practical_candidate SET state = 'DISPUTED' WHERE id = ?", candidate);
        auditing.note("called third assessor", "practical-candidate", candidate, "");
    }

    private void decide(
            CandidateView candidate, PracticalView day, PolicyTerms policy, Outcome outcome, int assessors) {
        int cut = policy.number(PolicyTerm.PRACTICAL_CUT);
        boolean zeroed = results.isZeroed(candidate.id());
        boolean passed = !zeroed && outcome.passes(cut);
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO practical_result (id, candidate_id, session_id, person_id, qualification, policy, points, cut, vetoed, passed, assessors, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                candidate.id(),
                day.id(),
                candidate.personId(),
                day.qualification(),
                policy.id(),
                zeroed ? BigDecimal.ZERO : outcome.points(),
                cut,
                outcome.vetoed(),
                passed,
                assessors,
                clock.now());
        sql.update("UPDATE practical_candidate SET state = 'JUDGED' WHERE id = ?", candidate.id());
        auditing.note("judged", "practical-result", id, passed ? "passed" : "failed");
    }
}
