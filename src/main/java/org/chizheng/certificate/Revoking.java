package org.chizheng.certificate;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Revokes a certificate 撤销 from today on, with a reason; the certificate stays on record. */
@ApplicationScoped
public class Revoking {
    private final Certificates certificates;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Revoking(Certificates certificates, OfficialClock clock, Sql sql, Auditing auditing) {
        this.certificates = certificates;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    @Transactional
    public void revoke(UUID id, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(CertificateRefusal.REASON_MISSING);
        }
        if (certificates.find(id).orElseThrow().events().stream().anyMatch(event -> "REVOKED".equals(event.kind()))) {
            throw new Refused(CertificateRefusal.ALREADY_REVOKED);
        }
        sql.update(
                "INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at) VALUES (?, ?, 'REVOKED', ?, ?, ?, ?)",
                Ids.next(),
                id,
                clock.today(),
                reason.strip(),
                by,
                clock.now());
        auditing.note("revoked", "certificate", id, reason.strip());
    }
}
