package org.chizheng.certificate.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Sql;

/**
 * The private keys of this process, and whether they may still sign: a replica that has not heard of a new key must not go on with the old one, so the history is asked
 * each time, in the transaction that keeps what is signed.
 */
@ApplicationScoped
public class Keyring {
    private static final String CREDENTIAL_SETTING = "CHIZHENG_CREDENTIAL_KEY";
    private static final String MAY_SIGN = """
            SELECT 1 FROM signing_key k WHERE k.kid = ? AND k.purpose = ? AND k.signs_until IS NULL
              AND NOT EXISTS (SELECT 1 FROM signing_key_compromise c WHERE c.kid = k.kid AND c.decision = 'CONFIRMED') FOR SHARE OF k""";
    private final Map<Purpose, PrivateKey> keys = new EnumMap<>(Purpose.class);
    private final Sql sql;

    @Inject
    public Keyring(ChizhengConfig config, Sql sql) {
        PrivateKey claim = PrivateKey.of(config.claimKey(), "CHIZHENG_CLAIM_KEY");
        PrivateKey status = config.statusKey()
                .map(key -> PrivateKey.of(key, "CHIZHENG_STATUS_KEY"))
                .orElse(claim);
        keys.put(Purpose.CLAIM, claim);
        keys.put(Purpose.STATUS, status);
        credential(config, claim).ifPresent(key -> keys.put(Purpose.CREDENTIAL, key));
        this.sql = sql;
    }

    /** JOSE has no SM2: an installation whose claims are signed by it has credentials only with a key of their own. */
    private static Optional<PrivateKey> credential(ChizhengConfig config, PrivateKey claim) {
        Optional<PrivateKey> own = config.credentialKey().map(key -> PrivateKey.of(key, CREDENTIAL_SETTING));
        if (own.isPresent() && !isEd25519(own.get())) {
            throw new IllegalStateException(CREDENTIAL_SETTING + " must be an Ed25519 key");
        }
        return own.or(() -> Optional.of(claim)).filter(Keyring::isEd25519);
    }

    private static boolean isEd25519(PrivateKey key) {
        return key.publicKey().algorithm() == SignatureAlgorithm.ED25519;
    }

    /** What this process can sign. */
    Set<Purpose> purposes() {
        return keys.keySet();
    }

    /** Whether it has a key for that: for CLAIM and STATUS always, for DOCUMENT never, for CREDENTIAL by configuration. */
    public boolean holds(Purpose purpose) {
        return keys.containsKey(purpose);
    }

    /** @param purpose one for which there is a key */
    public PublicKey publicKey(Purpose purpose) {
        return keys.get(purpose).publicKey();
    }

    /** False once the key was replaced by a newer one or may be in other hands. */
    @Transactional
    public boolean maySign(Purpose purpose) {
        return sql.first(MAY_SIGN, row -> true, publicKey(purpose).kid().hex(), purpose.name())
                .isPresent();
    }

    /**
     * @param type media type of the payload, or null
     * @throws IllegalStateException if the key may no longer sign: this process needs the newer one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CoseSign1 sign(Purpose purpose, String type, byte[] payload, boolean tagged) {
        mustBeAllowed(purpose);
        return keys.get(purpose).sign(type, payload, tagged);
    }

    /**
     * The bare signature.
     *
     * @throws IllegalStateException if the key may no longer sign
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public byte[] sign(Purpose purpose, byte[] message) {
        mustBeAllowed(purpose);
        return keys.get(purpose).sign(message);
    }

    private void mustBeAllowed(Purpose purpose) {
        if (!maySign(purpose)) {
            throw new IllegalStateException("the key " + publicKey(purpose).kid() + " may no longer sign for " + purpose
                    + ": configure the newer key (docs/runbooks/key-compromise.md)");
        }
    }
}
