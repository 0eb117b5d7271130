package org.chizheng.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** What became of messages: newest first. */
@ApplicationScoped
public class Deliveries {
    private static final int SHOWN = 200;
    private static final List<String> STATES =
            List.of("DEAD", "UNCERTAIN", "WAITING", "SENDING", "SENT", "NO_ADDRESS", "DECLINED", "OUTDATED");
    private static final String NEWEST = """
            SELECT d.*, m.template, m.parameters, m.created_at, t.words, t.words_sealed FROM message_delivery d JOIN message_outbox m ON m.id = d.message_id
            LEFT JOIN text_message t ON t.delivery_id = d.id WHERE """;
    private static final String ORDER = " ORDER BY m.created_at DESC, d.id LIMIT " + SHOWN;
    private final Sql sql;
    private final Sealer sealer;
    private final Wording wording;

    public Deliveries(Sql sql, Sealer sealer, Wording wording) {
        this.sql = sql;
        this.sealer = sealer;
        this.wording = wording;
    }

    /** @param state one of them, or anything else for all */
    public List<DeliveryView> newest(String state) {
        return STATES.contains(state)
                ? sql.list(NEWEST + " d.state = ?" + ORDER, this::view, state)
                : sql.list(NEWEST + " true" + ORDER, this::view);
    }

    /** Of one recipient, with their words in a language. */
    List<DeliveryView> to(Recipients.Recipient to, String lang) {
        return sql.list(
                NEWEST + " (m.person_id = ? OR m.enterprise_id = ?)" + ORDER,
                row -> view(row).saying(words(row, lang)),
                to.person(),
                to.enterprise());
    }

    private String words(ResultSet row, String lang) throws SQLException {
        List<String> parameters = List.of((String[]) row.getArray("parameters").getArray());
        return wording.words(row.getString("template"), lang, parameters).orElse(row.getString("template"));
    }

    /** By state, those that need somebody first; states without any are left out. */
    public Map<String, Long> counts() {
        Map<String, Long> counted = new LinkedHashMap<>();
        sql.list(
                "SELECT state, count(*) FROM message_delivery GROUP BY state ORDER BY array_position(?::text[], state)",
                row -> counted.put(row.getString(1), row.getLong(2)),
                (Object) STATES.toArray(String[]::new));
        return counted;
    }

    private DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getString("template"),
                row.getString("door"),
                row.getString("state"),
                row.getString("to_masked"),
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "next_at"),
                Sql.instant(row, "sent_at"),
                row.getString("failure"),
                read(row));
    }

    /** With its secret only where the installation lets the outbox keep it, and until its time is over. */
    private String read(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("words_sealed");
        return sealed == null
                ? row.getString("words")
                : sealer.openText(sealed, TextDoor.SECRET, row.getObject("id", UUID.class));
    }
}
