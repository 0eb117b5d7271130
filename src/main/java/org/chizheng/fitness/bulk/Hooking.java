package org.chizheng.fitness.bulk;

import java.security.SecureRandom;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Registers webhooks, starts them again and takes them back. */
@ApplicationScoped
public class Hooking {
    static final String SECRET = "webhook.secret";
    private static final String PREFIX = "whs_";
    private static final int MOST = 5;
    private static final String INSERT = """
            INSERT INTO webhook (id, enterprise_id, url, secret_sealed, made_by, made_at) SELECT ?, ?, ?, ?, ?, ?
            WHERE (SELECT count(*) FROM webhook WHERE enterprise_id = ? AND withdrawn_at IS NULL) < ?""";
    private static final String GIVE_UP = """
            UPDATE webhook_delivery SET next_at = NULL, ended_at = ?, outcome = 'GIVEN_UP' WHERE webhook_id = ? AND next_at IS NOT NULL""";
    private final HookTarget target;
    private final Sql sql;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Auditing auditing;
    private final SecureRandom random = new SecureRandom();

    public Hooking(HookTarget target, Sql sql, Sealer sealer, OfficialClock clock, Auditing auditing) {
        this.target = target;
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @return the secret, which nobody can show again; @throws Refused URL_INVALID, ADDRESS_CLOSED, or TOO_MANY_HOOKS when there are five */
    @Transactional
    public String register(UUID enterprise, String url, String by) {
        String checked = target.checked(url);
        UUID id = Ids.next();
        String secret = PREFIX + KeyKeeping.secret(random);
        if (sql.update(
                        INSERT,
                        id,
                        enterprise,
                        checked,
                        sealer.seal(secret, SECRET, id),
                        by,
                        clock.now(),
                        enterprise,
                        MOST)
                == 0) {
            throw new Refused(BulkRefusal.TOO_MANY_HOOKS, MOST);
        }
        auditing.note("registered", "webhook", id, "enterprise " + enterprise);
        return secret;
    }

    /** After it was switched off; what came meanwhile is not made up for. @throws Refused NOT_FOUND */
    @Transactional
    public void start(UUID enterprise, UUID hook) {
        must(sql.update(
                "UPDATE webhook SET disabled_at = NULL, failing_since = NULL WHERE id = ? AND enterprise_id = ? AND withdrawn_at IS NULL",
                hook,
                enterprise));
        auditing.note("started", "webhook", hook, "enterprise " + enterprise);
    }

    /** @throws Refused NOT_FOUND */
    @Transactional
    public void withdraw(UUID enterprise, UUID hook, String by) {
        must(sql.update(
                "UPDATE webhook SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND enterprise_id = ? AND withdrawn_at IS NULL",
                clock.now(),
                by,
                hook,
                enterprise));
        sql.update(GIVE_UP, clock.now(), hook);
        auditing.note("withdrew", "webhook", hook, "enterprise " + enterprise);
    }

    private static void must(int changed) {
        if (changed == 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
