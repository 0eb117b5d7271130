package org.chizheng.paper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Revision;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.paper.DrawRecord.Card;

import io.agroal.api.AgroalDataSource;

/** What batches have committed to, from its entry to its use. */
@ApplicationScoped
class CommittedBatches {
    static final String SECRET = "paper-batch.secret";
    static final String SALT = "paper-batch.salt";

    private static final String BATCH = """
            INSERT INTO paper_batch (id, blueprint_id, rules, cut, commitment, secret_sealed, salt_sealed, committed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String POOL =
            "INSERT INTO paper_batch_pool (batch_id, ordinal, revision_id, chance, card, level, slope) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private final Sql sql;
    private final Sealer sealer;
    private final AgroalDataSource source;
    private final OfficialClock clock;

    CommittedBatches(Sql sql, Sealer sealer, AgroalDataSource source, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.source = source;
        this.clock = clock;
    }

    /** What is read of a batch when it is drawn; slopes as in {@link Weight#of}. */
    record Read(Committed committed, List<Integer> slopes) {}

    /** Within the transaction of whoever commits. */
    void enter(
            UUID id,
            UUID blueprint,
            int cut,
            byte[] salt,
            Committed committed,
            List<Revision> pool,
            List<Integer> slopes) {
        sql.update(
                BATCH,
                id,
                blueprint,
                committed.rules().code(),
                cut,
                committed.commitment(),
                sealer.seal(committed.secret(), SECRET, id),
                sealer.seal(salt, SALT, id),
                clock.now());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            Card card = committed.cards().get(i);
            rows.add(new Object[] {id, i, pool.get(i).id(), card.chance(), card.digest(), card.level(), slopes.get(i)});
        }
        sql.batch(POOL, rows);
        sql.batch(
                "INSERT INTO paper_batch_enemy (batch_id, one, other) VALUES (?, ?, ?)",
                committed.enemies().stream()
                        .map(pair -> new Object[] {id, pair.one(), pair.other()})
                        .toList());
    }

    Read read(UUID batch) {
        try (Connection connection = source.getConnection()) {
            DrawBook book = new DrawBook(connection, sealer);
            return new Read(book.committed(batch), book.slopes(batch));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
