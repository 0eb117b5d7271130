package org.chizheng.sitting;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Digests;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/** Flushes what the page still holds, closes the log and signs the receipt, in one transaction. Repeatable. The sweep does it for those who are overdue. */
@ApplicationScoped
public class HandingIn {
    private static final String CANDIDATE = "CANDIDATE";
    private static final String DEADLINE = "DEADLINE";
    private final Sittings sittings;
    private final Answering answering;
    private final Signer signer;
    private final Sql sql;
    private final Auditing auditing;
    private final MeterRegistry meters;

    public HandingIn(
            Sittings sittings, Answering answering, Signer signer, Sql sql, Auditing auditing, MeterRegistry meters) {
        this.meters = meters;
        this.sittings = sittings;
        this.answering = answering;
        this.signer = signer;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @return the sitting's id */
    @Transactional
    public UUID handIn(UUID enrolmentId, AnswersForm form) {
        Open sitting = sittings.lock(enrolmentId).orElseThrow(() -> new Refused(SittingRefusal.NOT_STARTED));
        if (!sitting.state().equals("CLOSED")) {
            Answering.mustBeWritable(sitting, form.epoch());
            answering.append(sitting, form.events());
            close(enrolmentId, CANDIDATE);
        }
        return sitting.id();
    }

    /** Every sitting past its deadline is handed in by the server; each in its own transaction, skipping what another replica closes. */
    @Scheduled(every = "2s", identity = "hand-in-overdue", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        List<UUID> overdue = sittings.overdue();
        for (UUID enrolment : overdue) {
            io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> closeIfOverdue(enrolment));
        }
    }

    private void closeIfOverdue(UUID enrolment) {
        Open sitting = sittings.lock(enrolment).orElseThrow();
        if (sitting.state().equals("UNDER_WAY") && sitting.now().isAfter(sitting.deadline())) {
            close(enrolment, DEADLINE);
        }
    }

    private void close(UUID enrolment, String by) {
        Open sitting = sittings.lock(enrolment).orElseThrow();
        sql.update(
                "UPDATE sitting SET state = 'CLOSED', closed_at = ?, closed_by = ? WHERE id = ?",
                sitting.now(),
                by,
                sitting.id());
        String number =
                Digests.hex(sitting.id(), sitting.head()).substring(0, 16).toUpperCase(java.util.Locale.ROOT);
        byte[] signed = Digests.of(sitting.id(), number, sitting.now(), sitting.events(), sitting.head());
        sql.update(
                "INSERT INTO receipt (sitting_id, number, at, events, digest, signature) VALUES (?, ?, ?, ?, ?, ?)",
                sitting.id(),
                number,
                sitting.now(),
                sitting.events(),
                sitting.head(),
                signer.sign(ResponseChain.PURPOSE, signed));
        sql.update("INSERT INTO scoring_pending (sitting_id) VALUES (?)", sitting.id());
        meters.counter("chizheng.sittings.handed.in", "by", by).increment();
        auditing.note("handed in", "sitting", sitting.id(), by + ", " + sitting.events() + " events");
    }
}
