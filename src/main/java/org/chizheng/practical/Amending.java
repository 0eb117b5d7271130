package org.chizheng.practical;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.record.Recording;

/**
 * Lets a released result be what the signed marks give, by the word of a recheck 复核: the only way in which one ever changes. The entry of the change moves it and stays as its history; where
 * the verdict turns, the record takes back the old one, and a pass goes to certification.
 */
@ApplicationScoped
public class Amending {
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
        PracticalResultView old = remark.stored();
        if (old.provisional()) {
            throw new Refused(PracticalRefusal.NOT_RELEASED);
        }
        if (!remark.differs()) {
            return false;
        }
        List<UUID> evidence = new ArrayList<>(earlier(id));
        UUID change = Ids.next();
        sql.update(
                "INSERT INTO practical_result_change (id, result_id, recheck_id, old_points, new_points, old_vetoed, new_vetoed, old_passed, new_passed, reason, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                change,
                id,
                recheck,
                old.points(),
                remark.points(),
                old.vetoed(),
                remark.vetoed(),
                old.passed(),
                remark.passed(),
                reason,
                clock.now(),
                by);
        if (remark.passed() != old.passed()) {
            evidence.add(id);
            recording.withdrawPractical(evidence, change);
            PracticalView day = practicals.get(old.sessionId());
            entering.enter(old, remark.passed(), change, OfficialClock.dateOf(day.startsAt()));
        }
        auditing.note(
                "amended", "practical-result", id, old.points() + " to " + remark.points() + " by recheck " + recheck);
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
