package org.chizheng.practical;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.BreakOff;

/**
 * A second person takes back that a practical was broken off, before its result is released. Where it can go on it does, with the time that it had left; else it stays ended without using an
 * attempt, and the candidate is admitted anew. What was broken off stays on record with both reasons.
 */
@ApplicationScoped
public class TakingBack {
    private static final String GO_ON = """
            UPDATE practical_candidate SET state = CASE WHEN started_at IS NULL THEN 'AT_STATION' ELSE 'RUNNING' END, deadline = deadline + (?::timestamptz - ?::timestamptz) WHERE id = ?""";
    private static final String STATION_TAKEN =
            "SELECT 1 FROM practical_candidate WHERE station_id = ? AND state IN ('AT_STATION', 'RUNNING')";
    private static final String ADMITTED_ANEW =
            "SELECT 1 FROM practical_candidate WHERE session_id = ? AND person_id = ? AND state NOT IN ('ENDED', 'WITHDRAWN')";
    private final Practicals practicals;
    private final PracticalResults results;
    private final BreakingOff breakingOff;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public TakingBack(
            Practicals practicals,
            PracticalResults results,
            BreakingOff breakingOff,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.results = results;
        this.breakingOff = breakingOff;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * The day's row is held as for a release: one of the two comes first.
     *
     * @param person whom the account stands for, or null
     * @return whether the practical goes on
     * @throws Refused REASON_LENGTH, WRONG_STATE unless it was broken off, ANOTHER_PERSON for whoever broke it off, RESULT_RELEASED, CANNOT_GO_ON where it used no attempt and cannot go on
     */
    @Transactional
    public boolean takeBack(UUID candidate, String reason, String by, UUID person) {
        String words = Reasons.of(reason);
        PracticalView day = practicals.lockedDay(practicals.candidate(candidate).sessionId());
        CandidateView one = practicals.locked(candidate);
        EndingView ending = practicals.ending(candidate).orElseThrow(() -> new Refused(PracticalRefusal.WRONG_STATE));
        if (ending.isBy(by, person)) {
            throw new Refused(PracticalRefusal.ANOTHER_PERSON);
        }
        if (results.ofCandidate(candidate)
                .filter(result -> !result.provisional())
                .isPresent()) {
            throw new Refused(PracticalRefusal.RESULT_RELEASED);
        }
        boolean goesOn = canGoOn(day, one);
        if (!goesOn && !ending.counts()) {
            throw new Refused(PracticalRefusal.CANNOT_GO_ON);
        }
        Instant now = clock.now();
        sql.update(
                "UPDATE practical_ending SET undone_at = ?, undone_by = ?, undone_person = ?, undo_reason = ? WHERE candidate_id = ? AND undone_at IS NULL",
                now,
                by,
                person,
                words,
                candidate);
        if (goesOn) {
            sql.update(GO_ON, now, ending.endedAt(), candidate);
        } else {
            breakingOff.excuse(candidate, words, by, person);
        }
        auditing.note(
                "took back breaking off",
                "practical-candidate",
                candidate,
                (goesOn ? "goes on: " : "stays ended, no attempt used: ") + words);
        return goesOn;
    }

    /** The station's lock is the one that a check-in takes. */
    private boolean canGoOn(PracticalView day, CandidateView one) {
        Drawing.lock(sql, one.stationId());
        return BreakOff.canGoOn(
                OfficialClock.dateOf(day.startsAt()).equals(clock.today()),
                sql.first(STATION_TAKEN, row -> true, one.stationId()).isEmpty(),
                sql.first(ADMITTED_ANEW, row -> true, day.id(), one.personId()).isPresent());
    }
}
