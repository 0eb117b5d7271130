package org.chizheng.verification.scan;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Which networks wait because they guessed: read from what all replicas wrote, once a second, so that a check asks no database for it. */
@ApplicationScoped
public class GuessThrottle {
    private static final String BARRED = "SELECT network FROM verification_guess WHERE barred_until > ?";
    private final Sql sql;
    private final OfficialClock clock;
    private volatile Set<String> barred = Set.of();

    public GuessThrottle(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Swept
    @Scheduled(every = "1s", identity = "guess-throttle", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        look();
    }

    void look() {
        barred = sql.list(BARRED, row -> HexFormat.of().formatHex(row.getBytes(1)), clock.now()).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isBarred(byte[] network) {
        Set<String> now = barred;
        return !now.isEmpty() && now.contains(HexFormat.of().formatHex(network));
    }
}
