package org.chizheng.certificate.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.certificate.token.CoseSign1;
import org.chizheng.certificate.token.Keyring;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Signs the lists that have changed, that have come of age, or that an older key has signed; each replica takes those that no other one has in hand. */
@ApplicationScoped
public class StatusSigning {
    private static final String DUE = """
            SELECT list, bits FROM status_list WHERE changed OR signed_at IS NULL OR signed_at <= ? OR kid <> ?
            ORDER BY list LIMIT 8 FOR NO KEY UPDATE SKIP LOCKED""";
    private static final String SIGNED = """
            UPDATE status_list SET signed = ?, signed_at = ?, expires_at = ?, kid = ?, changed = false WHERE list = ?""";
    private final Keyring keyring;
    private final StatusLists lists;
    private final StatusConfig config;
    private final OfficialClock clock;
    private final Sql sql;

    public StatusSigning(Keyring keyring, StatusLists lists, StatusConfig config, OfficialClock clock, Sql sql) {
        this.keyring = keyring;
        this.lists = lists;
        this.config = config;
        this.clock = clock;
        this.sql = sql;
    }

    private record Due(int list, byte[] bits) {}

    @Swept
    @Scheduled(every = "5s", identity = "status-signing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        sign();
    }

    /** @return how many lists were signed; none while the key may not sign */
    @Transactional
    public int sign() {
        if (!keyring.maySign(Purpose.STATUS)) {
            return 0;
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        String kid = keyring.publicKey(Purpose.STATUS).kid().hex();
        List<Due> due =
                sql.list(DUE, row -> new Due(row.getInt("list"), row.getBytes("bits")), now.minus(config.renew()), kid);
        due.forEach(list -> sign(list, now, kid));
        return due.size();
    }

    private void sign(Due due, Instant now, String kid) {
        Instant until = now.plus(config.valid());
        byte[] payload = StatusList.encode(
                lists.address(due.list()), now, until, config.renew().toSeconds(), due.bits());
        CoseSign1 signed = keyring.sign(Purpose.STATUS, StatusList.TYPE, payload, true);
        sql.update(SIGNED, signed.encode(), now, until, kid, due.list());
    }
}
