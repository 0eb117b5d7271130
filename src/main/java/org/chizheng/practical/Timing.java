package org.chizheng.practical;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Starts a candidate's clock, by the word of one of the two assessors who must both be there. Repeatable: the first word counts. */
@ApplicationScoped
public class Timing {
    private static final int TWO = 2;
    private final Practicals practicals;
    private final Sheets sheets;
    private final Stands stands;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Timing(
            Practicals practicals, Sheets sheets, Stands stands, OfficialClock clock, Sql sql, Auditing auditing) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.stands = stands;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused WRONG_STATE without a sheet of the assessor's own, SECOND_ASSESSOR_MISSING */
    @Transactional
    public StandView start(UUID candidate, String assessor) {
        CandidateView one = practicals.locked(candidate);
        if (sheets.of(candidate, assessor).isEmpty()) {
            throw new Refused(PracticalRefusal.WRONG_STATE);
        }
        if (one.state().equals("AT_STATION")) {
            if (sheets.ofCandidate(candidate).size() < TWO) {
                throw new Refused(PracticalRefusal.SECOND_ASSESSOR_MISSING);
            }
            Instant now = clock.now();
            int minutes = practicals.get(one.sessionId()).minutes();
            sql.update(
                    "UPDATE practical_candidate SET state = 'RUNNING', started_at = ?, deadline = ? WHERE id = ?",
                    now,
                    now.plus(Duration.ofMinutes(minutes)),
                    candidate);
            auditing.note("started", "practical-candidate", candidate, minutes + " min");
        }
        return stands.of(practicals.candidate(candidate), assessor);
    }
}
