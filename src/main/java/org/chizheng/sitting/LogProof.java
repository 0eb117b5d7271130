package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.chizheng.audit.AuditProof;
import org.chizheng.audit.Auditing.Note;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;

/**
 * Proves that a stored log is the one that was receipted, and names the first thing that does not hold: walks it from its origin; compares its end with the receipt,
 * the receipt with its signature, the sitting's row with both; and all of it with the sealed audit log, which tells of sittings and receipts that have vanished.
 * What it reads must be one snapshot of the database.
 */
public final class LogProof {
    private static final String LOG = """
            SELECT position, kind, sequence, item, answer, received_at, counted, hash FROM response_event WHERE sitting_id = ? ORDER BY position""";
    private final Connection connection;
    private final Signer signer;
    private final AuditProof audit;

    public LogProof(Connection connection, Signer signer) {
        this.connection = connection;
        this.signer = signer;
        audit = new AuditProof(connection, signer);
    }

    /**
     * What was checked.
     *
     * @param entries of the log that were walked
     * @param answers among them
     * @param receipt its number, null while the sitting is open
     * @param waiting acts on the sitting that the audit log has not sealed yet: nothing is promised of them before it has
     * @param fault null, or the first thing that does not hold
     */
    public record Finding(int entries, int answers, String receipt, int waiting, String fault) {}

    /** @throws IllegalArgumentException if there is no such sitting and never was */
    public Finding prove(UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SittingRow.READ)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? prove(id, row) : vanished(id);
            }
        }
    }

    private Finding vanished(UUID id) throws SQLException {
        AuditProof.Finding known = audit.prove(AuditedAct.SUBJECT, id, AuditedAct.ALL, List.of());
        if (known.acts() == 0) {
            throw new IllegalArgumentException("there is no sitting " + id);
        }
        return new Finding(0, 0, null, known.waiting(), "the sitting is missing: " + known.fault());
    }

    private Finding prove(UUID id, ResultSet row) throws SQLException {
        LogWalk log = new LogWalk(
                id,
                row.getObject("enrolment_id", UUID.class),
                row.getObject("paper_id", UUID.class),
                Sql.instant(row, "deadline"));
        String fault = walk(id, log);
        ReceiptView receipt = receipt(id);
        if (fault == null) {
            fault = receipt == null ? missing(log, row.getString("state")) : receiptFault(id, log, receipt);
        }
        if (fault == null) {
            fault = SittingRow.fault(row, log, receipt);
        }
        AuditProof.Finding audited = fault == null ? audited(id, log, receipt) : new AuditProof.Finding(0, 0, fault);
        return new Finding(
                log.entries(),
                log.live().answered(),
                receipt == null ? null : receipt.number(),
                audited.waiting(),
                audited.fault());
    }

    private String walk(UUID id, LogWalk log) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LOG)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                String fault = null;
                while (fault == null && row.next()) {
                    fault = log.take(row);
                }
                return fault == null && log.entries() == 0 ? "the log is empty" : fault;
            }
        }
    }

    private ReceiptView receipt(UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM receipt WHERE sitting_id = ?")) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Sittings.receipt(row) : null;
            }
        }
    }

    private static String missing(LogWalk log, String state) {
        return log.closedAt() != null || "CLOSED".equals(state) ? "the receipt is missing" : null;
    }

    private String receiptFault(UUID id, LogWalk log, ReceiptView receipt) {
        byte[] digest = HexFormat.of().parseHex(receipt.digest());
        byte[] signed = ResponseChain.receipt(id, receipt.number(), receipt.at(), receipt.count(), digest);
        if (!signer.isOurs(ResponseChain.PURPOSE, signed, Base64.getDecoder().decode(receipt.signature()))) {
            return "the receipt is not what was signed";
        }
        if (!Arrays.equals(digest, log.live().head())) {
            return "the log ends with entry " + log.entries() + ", which is not the end that was receipted";
        }
        return receipt.count() == log.live().answered()
                ? null
                : "the receipt counts " + receipt.count() + " answers, the log "
                        + log.live().answered();
    }

    /** A log of the time when only answers were logged has its hand-in in the audit log, and without the receipt's number. */
    private AuditProof.Finding audited(UUID id, LogWalk log, ReceiptView receipt) throws SQLException {
        boolean tellsAll = log.startedAt() != null;
        List<Note> said = new ArrayList<>(log.acts());
        if (receipt != null) {
            said.add(
                    tellsAll
                            ? AuditedAct.handedIn(log.live(), log.closedBy(), receipt)
                            : new Note(null, AuditedAct.HANDED_IN, AuditedAct.SUBJECT, id, null));
        }
        AuditProof.Finding found =
                audit.prove(AuditedAct.SUBJECT, id, tellsAll ? AuditedAct.ALL : Set.of(AuditedAct.HANDED_IN), said);
        String another =
                audit.elsewhere(AuditedAct.SUBJECT, AuditedAct.BEGAN, AuditedAct.holder(log.live().enrolment), id);
        return another == null
                ? found
                : new AuditProof.Finding(
                        found.acts(),
                        found.waiting(),
                        "the audit log says that another sitting of this candidate began, " + another);
    }
}
