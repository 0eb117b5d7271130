package org.chizheng.certificate.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Enters the configured keys into the history at start. A key that is new takes the place of the one before it, which from then on only checks. */
@ApplicationScoped
public class KeyRegistering {
    private static final Logger LOG = Logger.getLogger(KeyRegistering.class);
    private static final long LOCK = 0x6b657972696e6721L;
    private static final String ENTER = """
            INSERT INTO signing_key (kid, purpose, algorithm, spki, active_from, recorded_by) VALUES (?, ?, ?, ?, ?, 'configuration')""";
    private final Keyring keyring;
    private final ClaimKeys keys;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public KeyRegistering(Keyring keyring, ClaimKeys keys, Sql sql, OfficialClock clock, Auditing auditing) {
        this.keyring = keyring;
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** Before anything asks for a signature. */
    @Transactional
    void start(@Observes @Priority(1) StartupEvent event) {
        for (Purpose purpose : keyring.purposes()) {
            PublicKey key = keyring.publicKey(purpose);
            register(purpose, key.kid(), key.algorithm().name(), key.spki());
            if (!keyring.maySign(purpose)) {
                LOG.errorf(
                        "the configured key %s for %s was replaced or compromised: nothing is signed by it; see docs/runbooks/key-compromise.md",
                        key.kid(), purpose);
            }
        }
    }

    /**
     * Nothing happens when it is known already, be it as one that no longer signs. Several replicas may do so at once.
     *
     * @param spki SubjectPublicKeyInfo in DER
     */
    @Transactional
    public void register(Purpose purpose, KeyId kid, String algorithm, byte[] spki) {
        sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
        if (isKnown(purpose, kid)) {
            return;
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        for (String before : signing(purpose)) {
            sql.update(
                    "UPDATE signing_key SET signs_until = greatest(active_from, ?) WHERE kid = ? AND purpose = ?",
                    now,
                    before,
                    purpose.name());
            auditing.note("retired", "signing-key", before, purpose.name());
        }
        sql.update(ENTER, kid.hex(), purpose.name(), algorithm, spki, now);
        auditing.note("registered", "signing-key", kid.hex(), purpose.name());
        keys.forget();
    }

    private boolean isKnown(Purpose purpose, KeyId kid) {
        return sql.first(
                        "SELECT 1 FROM signing_key WHERE kid = ? AND purpose = ?",
                        row -> true,
                        kid.hex(),
                        purpose.name())
                .isPresent();
    }

    private List<String> signing(Purpose purpose) {
        return sql.list(
                "SELECT kid FROM signing_key WHERE purpose = ? AND signs_until IS NULL",
                row -> row.getString(1),
                purpose.name());
    }
}
