package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

import org.chizheng.common.Signer;
import org.chizheng.common.Sql;

/**
 * Proves that a stored log is the one that was receipted: walks it from its origin, and compares its end with the receipt and the receipt with its signature. Names
 * the first thing that does not hold. Before the receipt only the chain itself can be walked.
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

    /** How far the walk came. */
    private record Walk(int entries, int answers, byte[] head, boolean closed, String fault) {}

    /** @throws IllegalArgumentException if there is no such sitting */
    public Finding prove(UUID sitting) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT paper_id, state FROM sitting WHERE id = ?")) {
            query.setObject(1, sitting);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no sitting " + sitting);
                }
                Walk walk = walk(sitting, row.getObject(1, UUID.class));
                if (walk.fault() != null) {
                    return new Finding(walk.entries(), walk.answers(), null, walk.fault());
                }
                return receipt(sitting, walk, "CLOSED".equals(row.getString(2)));
            }
        }
    }

    private Walk walk(UUID sitting, UUID paper) throws SQLException {
        byte[] head = ResponseChain.origin(sitting, paper);
        int position = 0;
        int answers = 0;
        boolean closed = false;
        try (PreparedStatement query = connection.prepareStatement(LOG)) {
            query.setObject(1, sitting);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    position++;
                    String fault = fault(row, position, head, closed);
                    if (fault != null) {
                        return new Walk(position, answers, head, closed, fault);
                    }
                    head = row.getBytes("hash");
                    answers += "ANSWERED".equals(row.getString("kind")) ? 1 : 0;
                    closed |= "CLOSED".equals(row.getString("kind"));
                }
            }
        }
        return new Walk(position, answers, head, closed, null);
    }

    private static String fault(ResultSet row, int position, byte[] head, boolean closed) throws SQLException {
        if (row.getInt("position") != position) {
            return "entry " + position + " is missing";
        }
        if (closed) {
            return "entry " + position + " stands behind the closing";
        }
        byte[] link = ResponseChain.link(
                head,
                position,
                Entry.Kind.valueOf(row.getString("kind")),
                row.getInt("sequence"),
                row.getInt("item"),
                row.getString("answer"),
                Sql.instant(row, "received_at"),
                row.getBoolean("counted"));
        return Arrays.equals(link, row.getBytes("hash"))
                ? null
                : "entry " + position + " (" + row.getString("kind") + ", item " + row.getInt("item")
                        + ") is not what was written";
    }

    private Finding receipt(UUID sitting, Walk walk, boolean closedRow) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM receipt WHERE sitting_id = ?")) {
            query.setObject(1, sitting);
            try (ResultSet row = query.executeQuery()) {
                boolean receipted = row.next();
                String fault = null;
                if (receipted) {
                    fault = receiptFault(sitting, walk, row);
                } else if (walk.closed() || closedRow) {
                    fault = "the receipt is missing";
                }
                return new Finding(walk.entries(), walk.answers(), receipted ? row.getString("number") : null, fault);
            }
        }
    }

    private String receiptFault(UUID sitting, Walk walk, ResultSet row) throws SQLException {
        byte[] digest = row.getBytes("digest");
        byte[] signed = ResponseChain.receipt(
                sitting, row.getString("number"), Sql.instant(row, "at"), row.getInt("events"), digest);
        if (!signer.isOurs(ResponseChain.PURPOSE, signed, row.getBytes("signature"))) {
            return "the receipt is not what was signed";
        }
        if (!Arrays.equals(digest, walk.head())) {
            return "the log ends with entry " + walk.entries() + ", which is not the end that was receipted";
        }
        return row.getInt("events") == walk.answers()
                ? null
                : "the receipt counts " + row.getInt("events") + " answers, the log " + walk.answers();
    }
}
