package org.chizheng.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.chizheng.audit.AuditChain.Entry;
import org.chizheng.common.Signer;
import org.chizheng.common.Swept;
import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;

/** Chains what is pending and signs the new head, every second. An advisory lock lets one replica do it at a time. */
@ApplicationScoped
public class Sealing {
    private static final long LOCK = 0x6368697a68656e67L;
    private static final int BATCH = 2000;
    private final EntityManager entities;
    private final Signer signer;

    public Sealing(EntityManager entities, Signer signer) {
        this.entities = entities;
        this.signer = signer;
    }

    @Swept
    @Scheduled(every = "1s", identity = "audit-sealing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        seal();
    }

    /** @return how many entries were chained */
    @Transactional
    public int seal() {
        return entities.unwrap(Session.class).doReturningWork(this::sealOn);
    }

    private int sealOn(Connection connection) throws SQLException {
        if (!locked(connection)) {
            return 0;
        }
        List<Entry> pending = pending(connection);
        if (pending.isEmpty()) {
            return 0;
        }
        Head head = head(connection);
        try (PreparedStatement link = connection.prepareStatement(
                        "INSERT INTO audit_link (position, entry_id, hash) VALUES (?, ?, ?)");
                PreparedStatement done = connection.prepareStatement("DELETE FROM audit_pending WHERE entry_id = ?")) {
            for (Entry entry : pending) {
                head = head.next(entry);
                link.setLong(1, head.position());
                link.setLong(2, entry.id());
                link.setBytes(3, head.hash());
                link.addBatch();
                done.setLong(1, entry.id());
                done.addBatch();
            }
            link.executeBatch();
            done.executeBatch();
        }
        sign(connection, head);
        return pending.size();
    }

    private record Head(long position, byte[] hash) {
        Head next(Entry entry) {
            return new Head(position + 1, AuditChain.link(hash, position + 1, entry));
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            query.setLong(1, LOCK);
            ResultSet rows = query.executeQuery();
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static List<Entry> pending(Connection connection) throws SQLException {
        String sql = "SELECT " + AuditLog.COLUMNS
                + " FROM audit_pending p JOIN audit_entry e ON e.id = p.entry_id ORDER BY e.id LIMIT " + BATCH;
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                entries.add(AuditLog.entry(rows));
            }
        }
        return entries;
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT position, hash FROM audit_link ORDER BY position DESC LIMIT 1");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? new Head(rows.getLong(1), rows.getBytes(2)) : new Head(0, AuditChain.ORIGIN);
        }
    }

    private void sign(Connection connection, Head head) throws SQLException {
        String sql = "INSERT INTO audit_seal (position, at, hash, signature) VALUES (?, clock_timestamp(), ?, ?)";
        try (PreparedStatement seal = connection.prepareStatement(sql)) {
            seal.setLong(1, head.position());
            seal.setBytes(2, head.hash());
            seal.setBytes(3, signer.sign(AuditChain.PURPOSE, head.hash()));
            seal.executeUpdate();
        }
    }
}
