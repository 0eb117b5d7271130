package org.chizheng.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.AuditChain.Entry;

import io.agroal.api.AgroalDataSource;

/** Queries over the log. */
@ApplicationScoped
public class AuditLog {
    static final String COLUMNS = "e.id, e.at, e.actor, e.act, e.subject, e.subject_id, e.details";
    private final AgroalDataSource source;

    public AuditLog(AgroalDataSource source) {
        this.source = source;
    }

    /** The newest entries, at most the limit. */
    public List<AuditView> newest(int limit) {
        String sql = "SELECT " + COLUMNS
                + ", l.position FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id ORDER BY e.id DESC LIMIT ?";
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<AuditView> views = new ArrayList<>();
                while (rows.next()) {
                    Entry e = entry(rows);
                    views.add(new AuditView(
                            e.at(),
                            e.actor(),
                            e.act(),
                            e.subject(),
                            e.subjectId(),
                            e.details(),
                            rows.getObject(8) != null));
                }
                return views;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getLong(1),
                instant(rows.getTimestamp(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
