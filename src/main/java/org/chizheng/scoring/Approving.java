package org.chizheng.scoring;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Approves the results of a session for their release by another. */
@ApplicationScoped
public class Approving {
    private static final String INSERT = """
            INSERT INTO release_approval (id, session_id, digest, results, approved_by, approved_at)
            SELECT ?, ?, ?, count(*), ?, ? FROM result WHERE session_id = ? AND released_at IS NULL""";
    private final Releases releases;
    private final Releasing releasing;
    private final ResultLock lock;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Approving(
            Releases releases, Releasing releasing, ResultLock lock, OfficialClock clock, Sql sql, Auditing auditing) {
        this.releases = releases;
        this.releasing = releasing;
        this.lock = lock;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused SITTINGS_OPEN, NOTHING_TO_APPROVE */
    @Transactional
    public void approve(UUID session, String by) {
        lock.share();
        releasing.mustBeComplete(session);
        String digest = releases.digest(session).orElseThrow(() -> new Refused(ScoringRefusal.NOTHING_TO_APPROVE));
        sql.update(INSERT, Ids.next(), session, digest, by, clock.now(), session);
        auditing.note("approved results", "session", session, digest);
    }
}
