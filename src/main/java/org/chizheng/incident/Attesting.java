package org.chizheng.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.IncidentState;

/** Two of the staff sign what they saw: the account with the evidence as it is. Both sign the same. */
@ApplicationScoped
public class Attesting {
    private final IncidentFiles files;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Attesting(IncidentFiles files, OfficialClock clock, Sql sql, Auditing auditing) {
        this.files = files;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused WITHDRAWN, SIGNED_BY_TWO, ALREADY_SIGNED by this account or another one of the same person */
    @Transactional
    public void sign(UUID id, Signatory who) {
        IncidentFile file = files.locked(id);
        if (file.withdrawal() != null) {
            throw new Refused(IncidentRefusal.WITHDRAWN);
        }
        if (file.signatures().size() >= IncidentState.SIGNATURES) {
            throw new Refused(IncidentRefusal.SIGNED_BY_TWO);
        }
        if (file.isSignedBy(who)) {
            throw new Refused(IncidentRefusal.ALREADY_SIGNED);
        }
        String digest = digest(file);
        sql.update(
                "INSERT INTO incident_signature (incident_id, place, signer, person_id, digest, signed_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                file.signatures().size() + 1,
                who.name(),
                who.person(),
                digest,
                clock.now());
        auditing.note("signed", "incident", id, digest);
    }

    /** Over what happened, to whom and when, in which words, and every piece of evidence. */
    private static String digest(IncidentFile file) {
        IncidentRow row = file.row();
        List<Object> fields = new ArrayList<>(List.of(
                row.id(),
                row.what().code(),
                row.what().from(),
                String.valueOf(row.enrolment() == null ? row.practicalCandidate() : row.enrolment()),
                row.happenedAt(),
                file.account()));
        file.evidence().forEach(one -> fields.add(one.digest()));
        return Digests.hex(fields.toArray());
    }
}
