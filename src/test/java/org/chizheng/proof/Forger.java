package org.chizheng.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.chizheng.PostgresResource;
import org.chizheng.common.Digests;
import org.chizheng.common.Sql;

/** Somebody who owns the tables and knows how logs are chained, but has not the key. Can put back what a sitting was. */
final class Forger implements AutoCloseable {
    private static final String OF_SITTING = "sitting_id = :sitting";
    private static final String LINKS =
            "entry_id IN (SELECT id FROM audit_entry WHERE subject = 'sitting' AND subject_id = :sitting::text)";
    /** In an order in which they can be filled. */
    private static final List<Part> PARTS = List.of(
            new Part("sitting", "id = :sitting"),
            new Part("response_event", OF_SITTING),
            new Part("receipt", OF_SITTING),
            new Part("sitting_presence", OF_SITTING),
            new Part("sitting_gap", OF_SITTING),
            new Part("scoring_pending", OF_SITTING),
            new Part("counted_sitting", OF_SITTING),
            new Part("calibration_pending", OF_SITTING),
            new Part("result", OF_SITTING),
            new Part("audit_entry", "subject = 'sitting' AND subject_id = :sitting::text"),
            new Part("audit_link", LINKS),
            new Part("audit_seal", "position IN (SELECT position FROM audit_link WHERE " + LINKS + ")"));

    private final Connection connection;
    private final UUID sitting;

    private record Part(String table, String where) {}

    Forger(UUID sitting) throws SQLException {
        this.sitting = sitting;
        connection = DriverManager.getConnection(PostgresResource.url(), "chizheng_owner", "for-tests-only");
        for (Part part : PARTS) {
            alter("CREATE TEMP TABLE kept_" + part.table() + " AS SELECT * FROM " + part.table() + " WHERE "
                    + part.where());
        }
    }

    /** :sitting stands for its id. */
    void alter(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.replace(":sitting", "'" + sitting + "'::uuid"));
            }
        }
    }

    /** Computes all hashes of the log anew. */
    void chainAgain() throws SQLException {
        byte[] head = Digests.of("sitting", sitting, text("SELECT paper_id FROM sitting WHERE id = :sitting"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT * FROM response_event WHERE sitting_id = '" + sitting + "' ORDER BY position");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE response_event SET hash = ? WHERE sitting_id = ? AND position = ?")) {
            while (row.next()) {
                List<Object> fields = new ArrayList<>(List.of(head, row.getInt("position")));
                if (!"ANSWERED".equals(row.getString("kind"))) {
                    fields.add(row.getString("kind"));
                }
                fields.addAll(List.of(
                        row.getInt("sequence"),
                        row.getInt("item"),
                        row.getString("answer"),
                        Sql.instant(row, "received_at"),
                        row.getBoolean("counted")));
                head = Digests.of(fields.toArray());
                update.setBytes(1, head);
                update.setObject(2, sitting);
                update.setInt(3, row.getInt("position"));
                update.executeUpdate();
            }
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.replace(":sitting", "'" + sitting + "'::uuid"))) {
            row.next();
            return row.getString(1);
        }
    }

    /** Everything of the sitting but the audit log. */
    void remove() throws SQLException {
        for (int i = PARTS.size() - 1; i >= 0; i--) {
            if (!PARTS.get(i).table().startsWith("audit")) {
                remove(PARTS.get(i));
            }
        }
    }

    private void remove(Part part) throws SQLException {
        alter("DELETE FROM " + part.table() + " WHERE " + part.where());
    }

    /** At once for all who look, and while no sign of life of the sitting can be written in between. */
    void putBack() throws SQLException {
        connection.setAutoCommit(false);
        alter("LOCK TABLE sitting_presence IN SHARE ROW EXCLUSIVE MODE");
        for (int i = PARTS.size() - 1; i >= 0; i--) {
            remove(PARTS.get(i));
        }
        for (Part part : PARTS) {
            alter("INSERT INTO " + part.table() + " OVERRIDING SYSTEM VALUE SELECT * FROM kept_" + part.table());
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
