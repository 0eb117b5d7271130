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
import org.chizheng.message.Messaging;
import org.chizheng.record.Recording;

/** Writes a decision down with all that follows from it, within the acting transaction: a ban on the candidate's record, a score to be moved, a message to the candidate. */
@ApplicationScoped
class Enforcing {
    private static final String INSERT = """
            INSERT INTO incident_decision (id, incident_id, stage, effect, ban_until, reasons, decided_by, person_id, decided_at, appeal_due)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String MOVE = """
            INSERT INTO zeroing_pending (sitting_id) SELECT s.id FROM sitting s WHERE s.enrolment_id = ? ON CONFLICT DO NOTHING""";
    private final Recording recording;
    private final Messaging messaging;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Enforcing(Recording recording, Messaging messaging, OfficialClock clock, Sql sql, Auditing auditing) {
        this.recording = recording;
        this.messaging = messaging;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @param banUntil last day of a ban, null for any other effect */
    void decideFirst(
            IncidentFile file, Measure effect, LocalDate banUntil, String reasons, Signatory by, LocalDate appealDue) {
        UUID decision = write(file, "FIRST", effect, banUntil, reasons, by, appealDue);
        IncidentRow row = file.row();
        if (effect == Measure.BAN) {
            recording.add(row.person(), row.qualification(), "BAN", clock.today(), banUntil, decision, row.policy());
        }
        if (effect.zeroes()) {
            sql.update(MOVE, row.enrolment());
        }
        messaging.toPerson(row.person(), "incident_decided", appealDue.toString());
    }

    /** What the first decision did and this one does not is undone; what both do goes on. */
    void decideAppeal(IncidentFile file, Measure effect, String reasons, Signatory by) {
        IncidentFile.Decision first = file.decisions().get(0);
        LocalDate banUntil = effect == Measure.BAN ? first.banUntil() : null;
        UUID decision = write(file, "APPEAL", effect, banUntil, reasons, by, null);
        if (first.effect() == Measure.BAN && effect != Measure.BAN) {
            recording.withdrawBan(first.id(), decision);
        }
        if (first.effect().zeroes() != effect.zeroes()) {
            sql.update(MOVE, file.row().enrolment());
        }
        messaging.toPerson(file.row().person(), "incident_appeal_decided");
    }

    private UUID write(
            IncidentFile file,
            String stage,
            Measure effect,
            LocalDate banUntil,
            String reasons,
            Signatory by,
            LocalDate appealDue) {
        UUID id = Ids.next();
        Instant now = clock.now();
        UUID incident = file.row().id();
        sql.update(
                INSERT, id, incident, stage, effect.name(), banUntil, reasons, by.name(), by.person(), now, appealDue);
        String until = banUntil == null ? "" : " until " + banUntil;
        auditing.note(stage.equals("FIRST") ? "decided" : "decided on appeal", "incident", incident, effect + until);
        return id;
    }
}
