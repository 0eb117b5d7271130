package org.chizheng.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Sittings, their logs and receipts. */
@ApplicationScoped
public class Sittings {
    private static final String ROW =
            "SELECT s.*, clock_timestamp() AS read_at FROM sitting s WHERE s.enrolment_id = ?";
    private static final String LAST =
            "SELECT DISTINCT ON (item) item, answer FROM response_event WHERE sitting_id = ? AND counted ORDER BY item, position DESC";
    private final Sql sql;

    public Sittings(Sql sql) {
        this.sql = sql;
    }

    Optional<Open> find(UUID enrolment) {
        return sql.first(ROW, Sittings::open, enrolment);
    }

    /** The same with the row locked until the transaction ends. */
    Optional<Open> lock(UUID enrolment) {
        return sql.first(ROW + " FOR UPDATE", Sittings::open, enrolment);
    }

    /** The last counted answer of each item that has one; cleared ones are left out. */
    public Map<Integer, String> answers(UUID sitting) {
        Map<Integer, String> answers = new TreeMap<>();
        sql.list(LAST, row -> answers.put(row.getInt(1), row.getString(2)), sitting);
        answers.values().removeIf(String::isEmpty);
        return answers;
    }

    int nextSequence(UUID sitting) {
        return sql.first(
                        "SELECT COALESCE(max(sequence), 0) + 1 FROM response_event WHERE sitting_id = ?",
                        row -> row.getInt(1),
                        sitting)
                .orElse(1);
    }

    Optional<ReceiptView> receipt(UUID sitting) {
        return sql.first(
                "SELECT * FROM receipt WHERE sitting_id = ?",
                row -> new ReceiptView(
                        row.getString("number"),
                        Sql.instant(row, "at"),
                        row.getInt("events"),
                        HexFormat.of().formatHex(row.getBytes("digest"))),
                sitting);
    }

    List<UUID> overdue() {
        return sql.list(
                "SELECT enrolment_id FROM sitting WHERE state = 'UNDER_WAY' AND deadline < clock_timestamp() LIMIT 500",
                row -> row.getObject(1, UUID.class));
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("paper_id", UUID.class),
                row.getString("state"),
                Sql.instant(row, "deadline"),
                row.getInt("page_epoch"),
                row.getInt("events"),
                row.getBytes("chain_head"),
                Sql.instant(row, "read_at"));
    }
}
