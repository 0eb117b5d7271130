package org.chizheng.practical;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.record.Recording;

/** Writes an official verdict to the candidate's record and hands a pass on to certification; within the acting transaction. */
@ApplicationScoped
class EnteringPracticals {
    private final Recording recording;
    private final Sql sql;

    EnteringPracticals(Recording recording, Sql sql) {
        this.recording = recording;
        this.sql = sql;
    }

    /** @param evidence what gave this verdict: the result itself, or the change that moved it; @param on day of the practical */
    void enter(PracticalResultView result, boolean passed, UUID evidence, LocalDate on) {
        String kind = passed ? "PRACTICAL_PASSED" : "PRACTICAL_FAILED";
        recording.add(result.personId(), result.qualification(), kind, on, null, evidence, result.policy());
        if (passed) {
            sql.update(
                    "INSERT INTO practical_certification_pending (practical_result_id) VALUES (?) ON CONFLICT DO NOTHING",
                    result.id());
        }
    }
}
