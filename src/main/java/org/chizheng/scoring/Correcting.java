package org.chizheng.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.record.Recording;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;

/** Takes released verdicts that a change moved into the candidates' records, within the acting transaction: a new pass goes the usual way to its certificate, a lost one waits for none. */
@ApplicationScoped
class Correcting {
    private final Entering entering;
    private final Policies policies;
    private final Recording recording;
    private final Sql sql;

    Correcting(Entering entering, Policies policies, Recording recording, Sql sql) {
        this.entering = entering;
        this.policies = policies;
        this.recording = recording;
        this.sql = sql;
    }

    /**
     * The verdict given first, or by an earlier change, counts no more; the new one stands with the day on which the exam was sat.
     *
     * @param because what moved them
     * @param verdicts released results whose verdict changes
     * @param changes the entry of the history by result
     */
    void correct(UUID because, List<Trying.Moved> verdicts, Map<UUID, UUID> changes) {
        List<UUID> evidence =
                new ArrayList<>(verdicts.stream().map(Trying.Moved::result).toList());
        evidence.addAll(sql.list(
                "SELECT id FROM result_change WHERE result_id = ANY (?)", row -> row.getObject(1, UUID.class), (Object)
                        evidence.toArray(UUID[]::new)));
        recording.withdrawTheory(evidence, because);
        Map<String, PolicyTerms> terms = new HashMap<>();
        for (Trying.Moved one : verdicts) {
            PolicyTerms policy = terms.computeIfAbsent(one.policy(), policies::byId);
            Entering.Official official =
                    new Entering.Official(one.result(), one.person(), one.qualification(), one.scoredAt());
            entering.enter(official, one.move().newPassed(), changes.get(one.result()), policy);
        }
        UUID[] lost = verdicts.stream()
                .filter(one -> one.move().oldPassed())
                .map(Trying.Moved::result)
                .toArray(UUID[]::new);
        sql.update("DELETE FROM certification_pending WHERE result_id = ANY (?)", (Object) lost);
    }
}
