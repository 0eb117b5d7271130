package org.chizheng.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.Signatory;

/** Records of rooms, and whether a room is closed. */
@ApplicationScoped
public class Closings {
    static final String PDF = "closing.pdf";
    private static final String CLOSED = """
            SELECT k.*, s.centre_id, s.qualification, s.starts_at, c.zh, c.en, c.region, r.label FROM closing_record k JOIN exam_session s ON s.id = k.session_id
            JOIN centre c ON c.id = s.centre_id JOIN room r ON r.id = s.room_id
            WHERE k.closed_at IS NOT NULL AND c.id = ANY (?) AND c.region LIKE ?
            ORDER BY s.starts_at DESC, k.id LIMIT 500""";
    private final ClosingConfig config;
    private final Sealer sealer;
    private final Sql sql;

    Closings(ClosingConfig config, Sealer sealer, Sql sql) {
        this.config = config;
        this.sealer = sealer;
        this.sql = sql;
    }

    public boolean isClosed(UUID session) {
        return sql.first(
                        "SELECT 1 FROM closing_record WHERE session_id = ? AND closed_at IS NOT NULL",
                        row -> true,
                        session)
                .isPresent();
    }

    /** Whether the installation lets results wait for the record of the room, and there is none yet. */
    public boolean holdsBack(UUID session) {
        return config.requiredForRelease() && !isClosed(session);
    }

    /** The record drawn up last. */
    public Optional<ClosingView> newest(UUID session) {
        return sql.first(
                "SELECT * FROM closing_record WHERE session_id = ? ORDER BY number DESC LIMIT 1", this::view, session);
    }

    /** The bytes as they were drawn up. */
    public Optional<byte[]> pdf(UUID record) {
        return sql.first(
                "SELECT pdf_sealed FROM closing_record WHERE id = ?",
                row -> sealer.open(row.getBytes(1), PDF, record),
                record);
    }

    /** Whether a file of that SHA-256 is a record that was drawn up here, closed or not. */
    public boolean isRecord(String digest) {
        return sql.first("SELECT 1 FROM closing_record WHERE digest = ?", row -> true, digest)
                .isPresent();
    }

    /**
     * The newest 500 closed rooms of these centres.
     *
     * @param region only within it; empty for all
     */
    public List<ClosingRow> closed(List<UUID> centres, String region) {
        return sql.list(CLOSED, Closings::row, centres.toArray(UUID[]::new), region.replaceAll("\\D", "") + "%");
    }

    private static ClosingRow row(ResultSet row) throws SQLException {
        return new ClosingRow(
                row.getObject("session_id", UUID.class),
                row.getObject("centre_id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("region"),
                row.getString("label"),
                row.getString("qualification"),
                Sql.instant(row, "starts_at"),
                row.getInt("present"),
                row.getInt("absent"),
                row.getInt("late"),
                row.getInt("incidents"),
                Sql.instant(row, "closed_at"),
                row.getString("digest"),
                Sql.date(row, "keep_until"),
                Sql.date(row, "video_until"));
    }

    private ClosingView view(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] seal = row.getBytes("seal");
        return new ClosingView(
                id,
                row.getObject("session_id", UUID.class),
                row.getInt("number"),
                row.getString("facts"),
                row.getString("digest"),
                row.getInt("pages"),
                row.getInt("present"),
                row.getInt("absent"),
                row.getInt("late"),
                row.getInt("incidents"),
                row.getString("drawn_up_by"),
                Sql.instant(row, "drawn_up_at"),
                Sql.instant(row, "closed_at"),
                seal == null ? null : Base64.getEncoder().encodeToString(seal),
                Sql.date(row, "keep_until"),
                Sql.date(row, "video_until"),
                sql.list(
                        "SELECT * FROM closing_signature WHERE record_id = ? ORDER BY place",
                        one -> new ClosingView.Signature(
                                new Signatory(one.getString("signer"), one.getObject("person_id", UUID.class)),
                                Sql.instant(one, "signed_at")),
                        id));
    }
}
