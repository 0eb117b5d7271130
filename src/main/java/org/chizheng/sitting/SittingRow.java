package org.chizheng.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.chizheng.common.Sql;

/** A sitting's row repeats what enrolment, log and receipt say: whoever changes it alone is found out by them. */
final class SittingRow {
    static final String READ = """
            SELECT s.*, encode(s.chain_head, 'hex') AS head, e.session_id AS enrolled_session, e.person_id AS enrolled_person, e.paper_id AS enrolled_paper
            FROM sitting s JOIN enrolment e ON e.id = s.enrolment_id WHERE s.id = ?""";

    private SittingRow() {}

    /** @param row as {@link #READ} gives it; @param receipt null while there is none */
    static String fault(ResultSet row, LogWalk log, ReceiptView receipt) throws SQLException {
        for (Map.Entry<String, Object> column : columns(row, log, receipt).entrySet()) {
            String is = column.getValue() instanceof Instant
                    ? String.valueOf(Sql.instant(row, column.getKey()))
                    : row.getString(column.getKey());
            String was = Objects.toString(column.getValue(), null);
            if (!Objects.equals(is, was)) {
                return "the sitting's row has " + column.getKey() + " " + is + ", where it had " + was;
            }
        }
        return null;
    }

    private static Map<String, Object> columns(ResultSet row, LogWalk log, ReceiptView receipt) throws SQLException {
        Live live = log.live();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("session_id", row.getString("enrolled_session"));
        columns.put("person_id", row.getString("enrolled_person"));
        columns.put("paper_id", row.getString("enrolled_paper"));
        columns.put("state", receipt == null ? live.state() : "CLOSED");
        columns.put("closed_at", receipt == null ? null : receipt.at());
        if (log.startedAt() != null) {
            columns.put("closed_by", log.closedBy());
            columns.put("started_at", log.startedAt());
            columns.put("deadline", live.deadline());
            columns.put("held_at", live.heldAt());
            columns.put("locked_at", live.lockedAt());
            columns.put("page_epoch", live.epoch());
        }
        if (receipt != null) {
            columns.put("events", receipt.count());
            columns.put("head", receipt.digest());
        }
        return columns;
    }
}
