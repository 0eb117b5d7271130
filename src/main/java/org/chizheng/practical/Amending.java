package org.chizheng.practical;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.record.Recording;

/**
 * Lets a released result be what the signed marks give, by the word of a recheck 复核, or counts nothing by a decision on an incident: the only ways in which one ever changes. The entry of the change moves it and stays as its history; where
 * the verdict turns, the record takes back the old one, and a pass goes to certification.
 */
@ApplicationScoped
public class Amending {
    private static final String CHANGE = """
            INSERT INTO practical_result_change (id, result_id, recheck_id, decision_id, old_points, new_points, old_vetoed, new_vetoed, old_passed, new_passed, reason, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String BY_DECISION = "按违规处理决定";
    private final RemarkingPracticals remarking;
    private final Practicals practicals;
    private final EnteringPracticals entering;
    private final Recording recording;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Amending(
            RemarkingPracticals remarking,
            Practicals practicals,
            EnteringPracticals entering,
            Recording recording,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.remarking = remarking;
        this.practicals = practicals;
        this.entering = entering;
        this.recording = recording;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param reason 5 to 1000 characters
     * @return whether it moved; @throws Refused NOT_FOUND, NOT_RELEASED
     */
    @Transactional
    public boolean amend(UUID id, UUID recheck, String reason, String by) {
        practicals.locked(found(id).stored().candidateId());
        PracticalRemark remark = found(id);
        if (remark.stored().provisional()) {
            throw new Refused(PracticalRefusal.NOT_RELEASED);
        }
        return move(remark, recheck, null, reason, by, "recheck " + recheck);
    }

    /** The same by the word of a decision on an incident, released or not, within its transaction; the candidate's row is held. */
    void follow(UUID id, UUID decision) {
        move(found(id), null, decision, BY_DECISION, Actor.SYSTEM, "decision " + decision);
    }

    private boolean move(
            PracticalRemark remark, UUID recheck, UUID decision, String reason, String by, String because) {
        if (!remark.differs()) {
            return false;
        }
        PracticalResultView old = remark.stored();
        List<UUID> evidence = new ArrayList<>(earlier(old.id()));
        UUID change = Ids.next();
        sql.update(
                CHANGE,
                change,
                old.id(),
                recheck,
                decision,
                old.points(),
                remark.points(),
                old.vetoed(),
                remark.vetoed(),
                old.passed(),
                remark.passed(),
                reason,
                clock.now(),
                by);
        if (!old.provisional() && remark.passed() != old.passed()) {
            evidence.add(old.id());
            recording.withdrawPractical(evidence, change);
            PracticalView day = practicals.get(old.sessionId());
            entering.enter(old, remark.passed(), change, OfficialClock.dateOf(day.startsAt()));
        }
        auditing.note(
                "amended", "practical-result", old.id(), old.points() + " to " + remark.points() + " by " + because);
        return true;
    }

    private PracticalRemark found(UUID id) {
        return remarking.of(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private List<UUID> earlier(UUID result) {
        return sql.list(
                "SELECT id FROM practical_result_change WHERE result_id = ?",
                row -> row.getObject(1, UUID.class),
                result);
    }
}
