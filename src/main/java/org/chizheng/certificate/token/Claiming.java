package org.chizheng.certificate.token;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Sql;

/** Signs a certificate's claim once, at issue, and keeps it; it is never made anew. */
@ApplicationScoped
public class Claiming {
    private final ClaimSigning signing;
    private final ChizhengConfig config;
    private final Sql sql;

    public Claiming(ClaimSigning signing, ChizhengConfig config, Sql sql) {
        this.signing = signing;
        this.config = config;
        this.sql = sql;
    }

    /**
     * In the transaction that writes the certificate, before or after its row.
     *
     * @return the text of the QR code
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String give(UUID certificate, Claim claim) {
        CoseSign1 signed = signing.sign(claim);
        byte[] cose = signed.encode();
        sql.update(
                "INSERT INTO certificate_token (certificate_id, kid, cose, issued_at) VALUES (?, ?, ?, ?)",
                certificate,
                signed.kid().hex(),
                cose,
                claim.issuedAt());
        return QrText.of(config.publicUrl(), claim.code(), cose);
    }

    /** The bytes as they were signed; empty for certificates from before there were tokens. */
    public Optional<byte[]> token(UUID certificate) {
        return sql.first(
                "SELECT cose FROM certificate_token WHERE certificate_id = ?", row -> row.getBytes(1), certificate);
    }
}
