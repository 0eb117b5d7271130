package org.chizheng.incident;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.IncidentState;

/** Writes down that the candidate was told of the breach, what the candidate said, and whether the candidate signed. Without it the authority decides nothing. */
@ApplicationScoped
public class Informing {
    private static final Set<String> WAYS = Set.of("IN_PERSON", "IN_WRITING", "BY_PHONE");
    private static final Set<String> SIGNATURES = Set.of("SIGNED", "REFUSED", "ABSENT");
    private final IncidentFiles files;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Informing(IncidentFiles files, Sealer sealer, OfficialClock clock, Sql sql, Auditing auditing) {
        this.files = files;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused NO_BREACH, NOT_SIGNED_BY_TWO, ALREADY_INFORMED, REMARK_MISSING where it is not signed and nobody says why, STATEMENT_LENGTH, TIME_INVALID */
    @Transactional
    public void inform(UUID id, NoticeForm form, String by) {
        IncidentFile file = files.locked(id);
        mustBeDue(file);
        Instant now = clock.now();
        Instant at = Words.past(form.toldAt(), now);
        if (!WAYS.contains(String.valueOf(form.how())) || !SIGNATURES.contains(String.valueOf(form.signature()))) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "signature", "");
        }
        String statement = Words.tidy(form.statement());
        if (statement != null && statement.length() > Words.LONGEST) {
            throw new Refused(IncidentRefusal.STATEMENT_LENGTH, Words.LONGEST);
        }
        String remark = Words.tidy(form.remark());
        if (!"SIGNED".equals(form.signature()) && remark == null) {
            throw new Refused(IncidentRefusal.REMARK_MISSING);
        }
        sql.update(
                "INSERT INTO incident_notice (incident_id, told_at, how, statement_sealed, signature, remark, told_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                at,
                form.how(),
                statement == null ? null : sealer.seal(statement, IncidentFiles.STATEMENT, id),
                form.signature(),
                remark,
                by,
                now);
        auditing.note("told the candidate", "incident", id, form.how() + ", " + form.signature());
    }

    private static void mustBeDue(IncidentFile file) {
        if (file.withdrawal() != null) {
            throw new Refused(IncidentRefusal.WITHDRAWN);
        }
        if (!file.row().what().breach()) {
            throw new Refused(IncidentRefusal.NO_BREACH);
        }
        if (file.signatures().size() < IncidentState.SIGNATURES) {
            throw new Refused(IncidentRefusal.NOT_SIGNED_BY_TWO);
        }
        if (file.notice() != null) {
            throw new Refused(IncidentRefusal.ALREADY_INFORMED);
        }
    }
}
