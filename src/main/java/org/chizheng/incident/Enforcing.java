package org.chizheng.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.message.Messaging;
import org.chizheng.record.Recording;

/** Writes a decision down with all that follows from it, within the acting transaction: a ban on the candidate's record, results to be moved, a message to the candidate. */
@ApplicationScoped
class Enforcing {
    private static final String INSERT = """
            INSERT INTO incident_decision (id, incident_id, stage, effect, whole, ban_until, reasons, decided_by, person_id, decided_at, appeal_due)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Reaching reaching;
    private final Recording recording;
    private final Messaging messaging;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Enforcing(
            Reaching reaching,
            Recording recording,
            Messaging messaging,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.reaching = reaching;
        this.recording = recording;
        this.messaging = messaging;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @param banUntil last day of a ban, null for any other measure */
    void decideFirst(
            IncidentFile file,
            Sanction sanction,
            LocalDate banUntil,
            String reasons,
            Signatory by,
            LocalDate appealDue) {
        UUID decision = write(file, "FIRST", sanction, banUntil, reasons, by, appealDue);
        IncidentRow row = file.row();
        if (sanction.measure() == Measure.BAN) {
            recording.add(row.person(), row.qualification(), "BAN", clock.today(), banUntil, decision, row.policy());
        }
        if (sanction.measure().zeroes()) {
            reaching.carry(row, decision, true, sanction.whole());
        }
        messaging.toPerson(row.person(), "incident_decided", appealDue.toString());
    }

    /** What the first decision did and this one does not is undone; what both do goes on. */
    void decideAppeal(IncidentFile file, Sanction sanction, String reasons, Signatory by) {
        IncidentFile.Decision first = file.decisions().get(0);
        Measure effect = sanction.measure();
        LocalDate banUntil = effect == Measure.BAN ? first.banUntil() : null;
        UUID decision = write(file, "APPEAL", sanction, banUntil, reasons, by, null);
        if (first.effect() == Measure.BAN && effect != Measure.BAN) {
            recording.withdrawBan(first.id(), decision);
        }
        if (first.effect().zeroes() != effect.zeroes() || first.whole() != sanction.whole()) {
            reaching.carry(file.row(), decision, effect.zeroes(), sanction.whole());
        }
        messaging.toPerson(file.row().person(), "incident_appeal_decided");
    }

    private UUID write(
            IncidentFile file,
            String stage,
            Sanction sanction,
            LocalDate banUntil,
            String reasons,
            Signatory by,
            LocalDate appealDue) {
        UUID id = Ids.next();
        Instant now = clock.now();
        UUID incident = file.row().id();
        sql.update(
                INSERT,
                id,
                incident,
                stage,
                sanction.measure().name(),
                sanction.whole(),
                banUntil,
                reasons,
                by.name(),
                by.person(),
                now,
                appealDue);
        String until =
                (sanction.whole() ? " of the whole examination" : "") + (banUntil == null ? "" : " until " + banUntil);
        auditing.note(
                stage.equals("FIRST") ? "decided" : "decided on appeal",
                "incident",
                incident,
                sanction.measure() + until);
        return id;
    }
}
