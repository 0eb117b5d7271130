package org.chizheng.certificate.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.certificate.status.StatusConfig;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/**
 * Signs the lists of states for credentials: those whose states have changed, that have come of age, or that an older key has signed. The work grows with the lists that
 * change, not with the certificates; a list is locked while it is signed, so of two replicas one does it.
 */
@ApplicationScoped
public class CredentialListSigning {
    private static final String DUE = """
            SELECT s.list, s.bits, s.revision FROM status_list s
            WHERE (SELECT count(*) FROM credential_list c WHERE c.list = s.list AND c.revision = s.revision AND c.signed_at > ? AND c.kid = ?) < ?
            ORDER BY s.list LIMIT 8 FOR NO KEY UPDATE OF s SKIP LOCKED""";
    private static final String SIGNED = """
            INSERT INTO credential_list (list, form, revision, signed, signed_at, kid) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (list, form) DO UPDATE SET revision = EXCLUDED.revision, signed = EXCLUDED.signed, signed_at = EXCLUDED.signed_at, kid = EXCLUDED.kid""";
    private final CredentialSigning signing;
    private final StatusConfig status;
    private final ChizhengConfig config;
    private final OfficialClock clock;
    private final Sql sql;

    public CredentialListSigning(
            CredentialSigning signing, StatusConfig status, ChizhengConfig config, OfficialClock clock, Sql sql) {
        this.signing = signing;
        this.status = status;
        this.config = config;
        this.clock = clock;
        this.sql = sql;
    }

    private record Due(int list, byte[] bits, long revision) {}

    @Swept
    @Scheduled(
            every = "5s",
            identity = "credential-list-signing",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        sign();
    }

    /** @return how many lists were signed; none where no key is ready */
    @Transactional
    public int sign() {
        if (!signing.isReady()) {
            return 0;
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        List<Due> due = sql.list(
                DUE,
                row -> new Due(row.getInt("list"), row.getBytes("bits"), row.getLong("revision")),
                now.minus(status.renew()),
                signing.kid(),
                StatusForm.values().length);
        due.forEach(list -> sign(list, now));
        return due.size();
    }

    private void sign(Due due, Instant now) {
        StatusCredentials list =
                new StatusCredentials(config.publicUrl(), due.list(), now, now.plus(status.valid()), status.renew());
        StatusBits states = new StatusBits(due.bits());
        for (StatusForm form : StatusForm.values()) {
            String signed = signing.sign(form.type(), list.payload(form, states));
            sql.update(SIGNED, due.list(), form.name(), due.revision(), signed, now, signing.kid());
        }
    }
}
