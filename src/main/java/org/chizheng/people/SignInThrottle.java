package org.chizheng.people;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Slows down guessing: after five failures for a name within a quarter of an hour, that name waits a quarter of an hour. Shared by all replicas. */
@ApplicationScoped
public class SignInThrottle {
    private static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String NOTE = """
            INSERT INTO sign_in_failure (name_index, failures, last_at) VALUES (?, 1, ?)
            ON CONFLICT (name_index) DO UPDATE SET last_at = excluded.last_at,
              failures = CASE WHEN sign_in_failure.last_at < ? THEN 1 ELSE sign_in_failure.failures + 1 END""";
    private final Sql sql;
    private final Sealer sealer;
    private final OfficialClock clock;

    public SignInThrottle(Sql sql, Sealer sealer, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    public boolean isBarred(String name) {
        Instant since = clock.now().minus(WINDOW);
        return sql.first(
                        "SELECT 1 FROM sign_in_failure WHERE name_index = ? AND failures >= ? AND last_at > ?",
                        row -> true,
                        index(name),
                        LIMIT,
                        since)
                .isPresent();
    }

    public void failed(String name) {
        Instant now = clock.now();
        sql.update(NOTE, index(name), now, now.minus(WINDOW));
    }

    public void succeeded(String name) {
        sql.update("DELETE FROM sign_in_failure WHERE name_index = ?", (Object) index(name));
    }

    private byte[] index(String name) {
        return sealer.index(name, "sign-in");
    }
}
