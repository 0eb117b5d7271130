package org.chizheng.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.record.Recording;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Writes an official verdict to the candidate's record and hands a pass on to certification where theory is all the policy asks; within the acting transaction. */
@ApplicationScoped
class Entering {
    private final Recording recording;
    private final Sql sql;

    Entering(Recording recording, Sql sql) {
        this.recording = recording;
        this.sql = sql;
    }

    /** A result that counts, whatever its verdict. */
    record Official(UUID result, UUID person, String qualification, Instant scoredAt) {}

    /** @param evidence what gave this verdict: the result itself, or the change that moved it */
    void enter(Official official, boolean passed, UUID evidence, PolicyTerms policy) {
        LocalDate sat = OfficialClock.dateOf(official.scoredAt());
        LocalDate until = passed ? sat.plusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS)) : null;
        String kind = passed ? "THEORY_PASSED" : "THEORY_FAILED";
        recording.add(official.person(), official.qualification(), kind, sat, until, evidence, policy.id());
        if (passed && policy.isTheoryOnly()) {
            sql.update(
                    "INSERT INTO certification_pending (result_id) VALUES (?) ON CONFLICT DO NOTHING",
                    official.result());
        }
    }
}
