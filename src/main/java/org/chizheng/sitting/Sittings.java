package org.chizheng.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Sittings, their answers and receipts. */
@ApplicationScoped
public class Sittings {
    /** What the candidate did last, by the page's own numbering, whatever the order of arrival. */
    private static final String LAST = """
            SELECT DISTINCT ON (sitting_id, item) sitting_id, item, answer FROM response_event
            WHERE sitting_id = ANY (?) AND kind = 'ANSWERED' AND counted ORDER BY sitting_id, item, sequence DESC""";

    private static final String OVERDUE = """
            SELECT enrolment_id FROM sitting WHERE state = 'UNDER_WAY' AND deadline < clock_timestamp() - interval '2 seconds'
            ORDER BY deadline LIMIT 2000""";
    private final Sql sql;

    public Sittings(Sql sql) {
        this.sql = sql;
    }

    /** State and clock, without the log. */
    Optional<Live> find(UUID enrolment) {
        return sql.first("SELECT * FROM sitting WHERE enrolment_id = ?", Sittings::live, enrolment);
    }

    /** State and clock, as the row tells them. */
    static Live live(ResultSet row) throws SQLException {
        Live live = new Live(
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("paper_id", UUID.class),
                row.getString("state"),
                Sql.instant(row, "deadline"),
                Sql.instant(row, "held_at"),
                row.getInt("page_epoch"));
        live.locked(Sql.instant(row, "locked_at"));
        return live;
    }

    /** The last counted answer of each item that has one; cleared ones are left out. */
    public Map<Integer, String> answers(UUID sitting) {
        return answers(List.of(sitting)).getOrDefault(sitting, Map.of());
    }

    /** The same for many sittings in one query. */
    public Map<UUID, Map<Integer, String>> answers(Collection<UUID> sittings) {
        Map<UUID, Map<Integer, String>> answers = new HashMap<>();
        sql.list(
                LAST,
                row -> answers.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                        .put(row.getInt(2), row.getString(3)),
                (Object) sittings.toArray(UUID[]::new));
        answers.values().forEach(of -> of.values().removeIf(String::isEmpty));
        return answers;
    }

    /** A receipt and the sitting it was given for. */
    record Receipted(UUID sitting, ReceiptView receipt) {}

    Optional<ReceiptView> receipt(UUID sitting) {
        return sql.first("SELECT * FROM receipt WHERE sitting_id = ?", Sittings::receipt, sitting);
    }

    Optional<Receipted> receipt(String number) {
        return sql.first(
                "SELECT * FROM receipt WHERE number = ?",
                row -> new Receipted(row.getObject("sitting_id", UUID.class), receipt(row)),
                number);
    }

    static ReceiptView receipt(ResultSet row) throws SQLException {
        return new ReceiptView(
                row.getString("number"),
                Sql.instant(row, "at"),
                row.getInt("events"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                Base64.getEncoder().encodeToString(row.getBytes("signature")));
    }

    /** Of a candidate who has handed in. */
    Optional<String> receiptNumber(UUID enrolment) {
        return sql.first(
                "SELECT r.number FROM receipt r JOIN sitting s ON s.id = r.sitting_id WHERE s.enrolment_id = ?",
                row -> row.getString(1),
                enrolment);
    }

    /** Enrolments of sittings whose time is up, the longest overdue first. */
    List<UUID> overdue() {
        return new ArrayList<>(sql.list(OVERDUE, row -> row.getObject(1, UUID.class)));
    }
}
