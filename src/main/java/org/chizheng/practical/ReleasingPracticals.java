package org.chizheng.practical;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Makes the results of a day official, writes them to the candidates' records and hands passes on to certification. Whoever has not come yet may still be judged and released later. */
@ApplicationScoped
public class ReleasingPracticals {
    private final Practicals practicals;
    private final PracticalResults results;
    private final EnteringPracticals entering;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public ReleasingPracticals(
            Practicals practicals,
            PracticalResults results,
            EnteringPracticals entering,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.results = results;
        this.entering = entering;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @return how many results became official; @throws Refused CANDIDATES_OPEN while one is at a station or waits for a third assessor, NOTHING_TO_RELEASE; ALL_WITHHELD while decisions on breaches are waited for */
    @Transactional
    public int release(UUID session, String by) {
        sql.first("SELECT 1 FROM practical_session WHERE id = ? FOR UPDATE", row -> true, session);
        PracticalView day = practicals.get(session);
        boolean open = practicals.candidates(session).stream().anyMatch(CandidateView::isOpen);
        if (open) {
            throw new Refused(PracticalRefusal.CANDIDATES_OPEN);
        }
        List<PracticalResultView> provisional = results.ofSession(session).stream()
                .filter(PracticalResultView::provisional)
                .toList();
        if (provisional.isEmpty()) {
            throw new Refused(PracticalRefusal.NOTHING_TO_RELEASE);
        }
        Set<UUID> withheld = results.withheld(session);
        List<PracticalResultView> due = provisional.stream()
                .filter(result -> !withheld.contains(result.id()))
                .toList();
        if (due.isEmpty()) {
            throw new Refused(PracticalRefusal.ALL_WITHHELD, provisional.size());
        }
        due.forEach(result -> {
            sql.update(
                    "UPDATE practical_result SET released_at = ?, released_by = ? WHERE id = ?",
                    clock.now(),
                    by,
                    result.id());
            entering.enter(result, result.passed(), result.id(), OfficialClock.dateOf(day.startsAt()));
        });
        sql.update("UPDATE practical_session SET released_at = ? WHERE id = ?", clock.now(), session);
        int held = provisional.size() - due.size();
        auditing.note(
                "released",
                "practical",
                session,
                due.size() + " results" + (held == 0 ? "" : ", " + held + " withheld"));
        return due.size();
    }
}
