package org.chizheng.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

import org.chizheng.audit.AuditChain.Entry;
import org.chizheng.audit.Proving.Proof;
import org.chizheng.common.Signer;

/** Walks the chain to its end, from its origin or from a seal that is ours, and names the first position that does not hold. */
final class ChainWalk {
    private static final String WALK =
            "SELECT " + AuditLog.COLUMNS + ", l.position, l.hash, s.hash, s.signature FROM audit_link l"
                    + " LEFT JOIN audit_entry e ON e.id = l.entry_id LEFT JOIN audit_seal s ON s.position = l.position"
                    + " WHERE l.position > ? ORDER BY l.position";
    private static final String SEAL =
            "SELECT position, hash, signature FROM audit_seal WHERE position < ? ORDER BY position DESC LIMIT 1";
    private static final int FETCH = 1000;
    private final Connection connection;
    private final Signer signer;

    ChainWalk(Connection connection, Signer signer) {
        this.connection = connection;
        this.signer = signer;
    }

    /** Every seal's signature is looked at. */
    Proof fromTheOrigin() throws SQLException {
        return from(0, AuditChain.ORIGIN, true);
    }

    /**
     * From the last seal before that position: what stands before it is not looked at. A signature costs as much as a thousand links, and the last one covers all
     * the others: they are looked at only when it is not ours, for the first that is not.
     */
    Proof before(long position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SEAL)) {
            query.setLong(1, position);
            try (ResultSet seal = query.executeQuery()) {
                if (!seal.next()) {
                    return from(0, AuditChain.ORIGIN, false);
                }
                byte[] hash = seal.getBytes(2);
                return signer.isOurs(AuditChain.PURPOSE, hash, seal.getBytes(3))
                        ? from(seal.getLong(1), hash, false)
                        : notOurs(seal.getLong(1), 0);
            }
        }
    }

    private Proof from(long start, byte[] hash, boolean everySeal) throws SQLException {
        try (PreparedStatement walk = connection.prepareStatement(WALK)) {
            walk.setLong(1, start);
            walk.setFetchSize(FETCH);
            try (ResultSet rows = walk.executeQuery()) {
                return walk(rows, start, hash, everySeal);
            }
        }
    }

    private Proof walk(ResultSet rows, long start, byte[] hash, boolean everySeal) throws SQLException {
        byte[] head = hash;
        byte[] lastSigned = null;
        byte[] lastSignature = null;
        long position = start;
        long sealed = start;
        while (rows.next()) {
            position++;
            if (rows.getLong(8) != position) {
                return new Proof(position, sealed, "position " + position + " is missing");
            }
            if (rows.getObject(1) == null) {
                return new Proof(position, sealed, "the entry at position " + position + " is missing");
            }
            Entry entry = AuditLog.entry(rows);
            head = AuditChain.link(head, position, entry);
            if (!Arrays.equals(head, rows.getBytes(9))) {
                return new Proof(position, sealed, "position " + position + " (entry " + entry.id() + ") was altered");
            }
            byte[] signature = rows.getBytes(11);
            if (signature != null) {
                boolean ours = !everySeal || signer.isOurs(AuditChain.PURPOSE, head, signature);
                if (!ours || !Arrays.equals(head, rows.getBytes(10))) {
                    return notOurs(position, sealed);
                }
                lastSigned = head;
                lastSignature = signature;
                sealed = position;
            }
        }
        boolean covered =
                everySeal || lastSigned == null || signer.isOurs(AuditChain.PURPOSE, lastSigned, lastSignature);
        return covered ? new Proof(position, sealed, null) : from(start, hash, true);
    }

    private static Proof notOurs(long position, long sealed) {
        return new Proof(position, sealed, "the seal at position " + position + " is not ours");
    }
}
