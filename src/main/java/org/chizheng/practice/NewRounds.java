package org.chizheng.practice;

import java.security.SecureRandom;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Enters rounds as they are begun. */
@ApplicationScoped
class NewRounds {
    /** Bytes: nobody guesses the order of another's round. */
    private static final int SEED = 16;

    private static final String INSERT = """
            INSERT INTO practice_round (id, person_id, subject, kind, chapter, seed, revisions, points, started_at, deadline)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final SecureRandom random = new SecureRandom();
    private final Sql sql;

    NewRounds(Sql sql) {
        this.sql = sql;
    }

    byte[] seed() {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return seed;
    }

    /** Within the transaction of whoever begins it. @return the round's id */
    UUID enter(UUID person, Round round) {
        sql.update(
                INSERT,
                round.id(),
                person,
                round.subject(),
                round.kind().name(),
                round.chapter(),
                round.seed(),
                round.revisions().toArray(UUID[]::new),
                round.points().toArray(Integer[]::new),
                round.startedAt(),
                round.deadline());
        return round.id();
    }
}
