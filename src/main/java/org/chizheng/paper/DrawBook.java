package org.chizheng.paper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.DrawRecord.Enemies;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;

/** Reads what is stored of a session's draw. */
final class DrawBook {
    private static final String BATCH = "SELECT * FROM paper_batch WHERE id = ?";
    private static final String WANTS = """
            SELECT q.* FROM blueprint_quota q JOIN paper_batch b ON b.blueprint_id = q.blueprint_id WHERE b.id = ?
            ORDER BY q.type COLLATE "C", q.chapter COLLATE "C", q.difficulty, q.level""";
    private static final String CARDS = """
            SELECT r.type, r.chapter, r.difficulty, jsonb_array_length(r.options) options, p.chance, p.card, p.level
            FROM paper_batch_pool p JOIN item_revision r ON r.id = p.revision_id WHERE p.batch_id = ? ORDER BY p.ordinal""";
    private static final String ENEMIES =
            "SELECT one, other FROM paper_batch_enemy WHERE batch_id = ? ORDER BY one, other";
    private static final String PAPERS = "SELECT form, expected FROM paper WHERE batch_id = ? ORDER BY ordinal";
    private final Connection connection;
    private final Sealer sealer;

    DrawBook(Connection connection, Sealer sealer) {
        this.connection = connection;
        this.sealer = sealer;
    }

    private record Drawn(String form, long expected) {}

    private record Batch(
            String rules,
            int cut,
            String commitment,
            Instant committedAt,
            String publicValue,
            Instant drawnAt,
            Instant revealedAt) {}

    /**
     * Empty if there is no such batch, or it was drawn before the draw could be repeated.
     *
     * @param secretToo even before it is revealed, for those who prove and may know it
     */
    Optional<DrawView> read(UUID id, boolean secretToo) throws SQLException {
        List<Batch> found = list(
                        BATCH,
                        id,
                        row -> new Batch(
                                row.getString("rules"),
                                row.getInt("cut"),
                                row.getString("commitment"),
                                Sql.instant(row, "committed_at"),
                                row.getString("public_value"),
                                Sql.instant(row, "drawn_at"),
                                Sql.instant(row, "revealed_at")))
                .stream()
                .filter(batch -> DrawRules.of(batch.rules()).isPresent())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(view(id, found.get(0), secretToo));
    }

    private DrawView view(UUID id, Batch batch, boolean secretToo) throws SQLException {
        List<Drawn> drawn = list(PAPERS, id, row -> new Drawn(row.getString(1), row.getLong(2)));
        boolean told = secretToo || batch.revealedAt() != null;
        DrawRecord record = new DrawRecord(
                batch.rules(),
                wants(id),
                cards(id),
                batch.commitment(),
                batch.publicValue(),
                drawn.stream().map(Drawn::form).toList(),
                told ? HexFormat.of().formatHex(secret(id)) : null,
                enemies(id));
        return new DrawView(
                batch.cut(),
                batch.committedAt(),
                batch.drawnAt(),
                batch.revealedAt(),
                drawn.stream().map(Drawn::expected).toList(),
                record);
    }

    /** Of a batch by rules that can be repeated. */
    Committed committed(UUID id) throws SQLException {
        DrawRules rules = list(BATCH, id, row -> DrawRules.of(row.getString("rules")))
                .get(0)
                .orElseThrow();
        return new Committed(rules, secret(id), wants(id), cards(id), enemies(id));
    }

    /** By place; null in batches that were committed before slopes were frozen. */
    List<Integer> slopes(UUID id) throws SQLException {
        return list(
                "SELECT slope FROM paper_batch_pool WHERE batch_id = ? ORDER BY ordinal",
                id,
                row -> row.getObject(1, Integer.class));
    }

    private List<Want> wants(UUID id) throws SQLException {
        return list(
                WANTS,
                id,
                row -> new Want(
                        new Cell(
                                row.getString("type"),
                                row.getString("chapter"),
                                row.getInt("difficulty"),
                                row.getString("level")),
                        row.getInt("items"),
                        row.getInt("points")));
    }

    private List<Card> cards(UUID id) throws SQLException {
        return list(
                CARDS,
                id,
                row -> new Card(
                        row.getString("type"),
                        row.getString("chapter"),
                        row.getInt("difficulty"),
                        row.getInt("options"),
                        row.getInt("chance"),
                        row.getString("card"),
                        row.getString("level")));
    }

    private List<Enemies> enemies(UUID id) throws SQLException {
        return list(ENEMIES, id, row -> new Enemies(row.getInt("one"), row.getInt("other")));
    }

    private byte[] secret(UUID id) throws SQLException {
        return opened("secret_sealed", CommittedBatches.SECRET, id);
    }

    byte[] salt(UUID id) throws SQLException {
        return opened("salt_sealed", CommittedBatches.SALT, id);
    }

    private byte[] opened(String column, String purpose, UUID id) throws SQLException {
        return sealer.open(list(BATCH, id, row -> row.getBytes(column)).get(0), purpose, id);
    }

    <T> List<T> list(String sql, UUID id, Sql.Row<T> mapper) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(mapper.of(rows));
                }
                return found;
            }
        }
    }
}
