package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.chizheng.audit.AuditProof;
import org.chizheng.audit.Auditing.Note;
import org.chizheng.common.Signer;

/**
 * Proves a sitting: its log, receipt and row by themselves ({@link LogProof}), and all of them by the sealed audit log, which knows of sittings and receipts that have
 * vanished and of hand-ins that were undone. What it reads must be one snapshot of the database. Walks the audit log from the sitting on: a command's work, not a
 * page's.
 */
public final class SittingProof {
    private final LogProof proof;
    private final AuditProof audit;

    public SittingProof(Connection connection, Signer signer) {
        proof = new LogProof(connection, signer);
        audit = new AuditProof(connection, signer);
    }

    /**
     * What was checked.
     *
     * @param log what was found there; its fault is the first of all
     * @param acts on the sitting that the audit log has
     * @param waiting of them that it has not sealed yet: nothing is promised of them before it has
     */
    public record Finding(LogProof.Finding log, int acts, int waiting) {
        /** Null, or the first thing that does not hold. */
        public String fault() {
            return log.fault();
        }
    }

    /** @throws IllegalArgumentException if there is no such sitting and never was */
    public Finding prove(UUID id) throws SQLException {
        LogProof.Read read = proof.read(id).orElse(null);
        if (read == null) {
            return vanished(id);
        }
        if (read.fault() != null) {
            return new Finding(read.finding(), 0, 0);
        }
        AuditProof.Finding audited = audited(id, read);
        String another = audit.elsewhere(
                AuditedAct.SUBJECT,
                AuditedAct.BEGAN,
                AuditedAct.holder(read.log().live().enrolment),
                id);
        String fault = another == null
                ? audited.fault()
                : "the audit log says that another sitting of this candidate began, " + another;
        return new Finding(
                new LogProof.Read(read.log(), read.receipt(), fault).finding(), audited.acts(), audited.waiting());
    }

    private Finding vanished(UUID id) throws SQLException {
        AuditProof.Finding known = audit.prove(AuditedAct.SUBJECT, id, AuditedAct.ALL, List.of());
        if (known.acts() == 0) {
            throw new IllegalArgumentException("there is no sitting " + id);
        }
        String fault = "the sitting is missing: " + known.fault();
        return new Finding(new LogProof.Finding(0, 0, null, fault), known.acts(), known.waiting());
    }

    /** A log of the time when only answers were logged has its hand-in in the audit log, and without the receipt's number. */
    private AuditProof.Finding audited(UUID id, LogProof.Read read) throws SQLException {
        LogWalk log = read.log();
        boolean tellsAll = log.startedAt() != null;
        List<Note> said = new ArrayList<>(log.acts());
        if (read.receipt() != null) {
            said.add(
                    tellsAll
                            ? handedIn(log, read.receipt())
                            : new Note(null, AuditedAct.HANDED_IN, AuditedAct.SUBJECT, id, null));
        }
        return audit.prove(AuditedAct.SUBJECT, id, tellsAll ? AuditedAct.ALL : Set.of(AuditedAct.HANDED_IN), said);
    }

    /** The log does not tell which member of the staff it was. */
    private static Note handedIn(LogWalk log, ReceiptView receipt) {
        return HandingIn.STAFF.equals(log.closedBy())
                ? AuditedAct.handedIn(null, log.live(), log.closing(), receipt)
                : AuditedAct.handedIn(log.live(), log.closing(), receipt);
    }
}
