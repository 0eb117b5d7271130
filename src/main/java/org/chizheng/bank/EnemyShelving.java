package org.chizheng.bank;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.BankFolder.Enmity;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Keeps items apart as the bank's files say. A pair that a person has lifted stays lifted: the files speak once for each pair. */
@ApplicationScoped
class EnemyShelving {
    private static final String NOTE = """
            INSERT INTO item_enemy (id, one, other, reason, noted_by, noted_at) SELECT ?, ?, ?, ?, 'starter-bank', ?
            WHERE NOT EXISTS (SELECT 1 FROM item_enemy WHERE one = ? AND other = ?)""";
    private final Sql sql;
    private final OfficialClock clock;

    EnemyShelving(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Within the loader's transaction. */
    void note(List<Enmity> enemies) {
        Instant now = clock.now();
        sql.batch(
                NOTE,
                enemies.stream()
                        .map(pair -> new Object[] {
                            Ids.next(), pair.one(), pair.other(), pair.reason(), now, pair.one(), pair.other()
                        })
                        .toList());
    }
}
