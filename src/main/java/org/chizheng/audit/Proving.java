package org.chizheng.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.AuditChain.Entry;
import org.chizheng.common.Signer;

import io.agroal.api.AgroalDataSource;

/** Walks the chain from its origin and names the first position that does not hold. */
@ApplicationScoped
public class Proving {
    private static final String WALK =
            "SELECT " + AuditLog.COLUMNS + ", l.position, l.hash, s.hash, s.signature FROM audit_link l"
                    + " LEFT JOIN audit_entry e ON e.id = l.entry_id LEFT JOIN audit_seal s ON s.position = l.position ORDER BY l.position";
    private static final int FETCH = 1000;
    private final AgroalDataSource source;
    private final Signer signer;

    public Proving(AgroalDataSource source, Signer signer) {
        this.source = source;
        this.signer = signer;
    }

    /**
     * @param checked links that were walked
     * @param sealed the last position that a signature covers; detection is promised up to here
     * @param fault null, or what does not hold at which position
     */
    public record Proof(long checked, long sealed, String fault) {}

    @Transactional
    public Proof prove() {
        try (Connection connection = source.getConnection();
                PreparedStatement walk = connection.prepareStatement(WALK)) {
            walk.setFetchSize(FETCH);
            try (ResultSet rows = walk.executeQuery()) {
                return walk(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Proof walk(ResultSet rows) throws SQLException {
        byte[] head = AuditChain.ORIGIN;
        long position = 0;
        long sealed = 0;
        while (rows.next()) {
            position++;
            if (rows.getLong(8) != position) {
                return new Proof(position, sealed, "position " + position + " is missing");
            }
            Entry entry = AuditLog.entry(rows);
            head = AuditChain.link(head, position, entry);
            if (!Arrays.equals(head, rows.getBytes(9))) {
                return new Proof(position, sealed, "position " + position + " (entry " + entry.id() + ") was altered");
            }
            byte[] signature = rows.getBytes(11);
            if (signature != null) {
                if (!Arrays.equals(head, rows.getBytes(10)) || !signer.isOurs(AuditChain.PURPOSE, head, signature)) {
                    return new Proof(position, sealed, "the seal at position " + position + " is not ours");
                }
                sealed = position;
            }
        }
        return new Proof(position, sealed, null);
    }
}
