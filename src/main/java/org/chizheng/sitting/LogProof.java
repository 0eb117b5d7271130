package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.chizheng.common.Signer;
import org.chizheng.common.Sql;

/**
 * Proves that a stored log is the one that was receipted, and names the first thing that does not hold: walks it from its origin, compares its end with the receipt,
 * the receipt with its signature, and the sitting's row with both. Cheap enough for a page; {@link SittingProof} also finds what has vanished.
 */
public final class LogProof {
    private static final String LOG = """
            SELECT position, kind, sequence, item, answer, received_at, counted, hash FROM response_event WHERE sitting_id = ? ORDER BY position""";
    private final Connection connection;
    private final Signer signer;

    public LogProof(Connection connection, Signer signer) {
        this.connection = connection;
        this.signer = signer;
    }

    /**
     * What was checked.
     *
     * @param entries of the log that were walked
     * @param answers among them
     * @param receipt its number, null while the sitting is open
     * @param fault null, or the first thing that does not hold
     */
    public record Finding(int entries, int answers, String receipt, String fault) {}

    /** The same, with what was read. */
    record Read(LogWalk log, ReceiptView receipt, String fault) {
        Finding finding() {
            return new Finding(log.entries(), log.live().answered(), receipt == null ? null : receipt.number(), fault);
        }
    }

    /** @throws IllegalArgumentException if there is no such sitting */
    public Finding prove(UUID id) throws SQLException {
        return read(id).orElseThrow(() -> new IllegalArgumentException("there is no sitting " + id))
                .finding();
    }

    Optional<Read> read(UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SittingRow.READ)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(id, row)) : Optional.empty();
            }
        }
    }

    private Read read(UUID id, ResultSet row) throws SQLException {
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
        return new Read(log, receipt, fault);
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
        if (!isSigned(id, receipt)) {
            return "the receipt is not what was signed";
        }
        if (!Arrays.equals(HexFormat.of().parseHex(receipt.digest()), log.live().head())) {
            return "the log ends with entry " + log.entries() + ", which is not the end that was receipted";
        }
        return receipt.count() == log.live().answered()
                ? null
                : "the receipt counts " + receipt.count() + " answers, the log "
                        + log.live().answered();
    }

    /** Whether the receipt of that sitting says what was signed. */
    boolean isSigned(UUID id, ReceiptView receipt) {
        byte[] digest = HexFormat.of().parseHex(receipt.digest());
        byte[] signed = ResponseChain.receipt(id, receipt.number(), receipt.at(), receipt.count(), digest);
        return signer.isOurs(ResponseChain.PURPOSE, signed, Base64.getDecoder().decode(receipt.signature()));
    }
}
