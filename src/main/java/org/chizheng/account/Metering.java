package org.chizheng.account;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.account.rule.Origin;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Counts how often codes were asked for, by address, telephone number and document number, each kept as a keyed index only. Counts what was typed, never what is known. */
@ApplicationScoped
class Metering {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String COUNT = """
            INSERT INTO account_meter AS m (meter, since, asked) VALUES (?, ?, 1)
            ON CONFLICT (meter) DO UPDATE SET
              asked = CASE WHEN m.since <= ? THEN 1 ELSE m.asked + 1 END,
              since = CASE WHEN m.since <= ? THEN excluded.since ELSE m.since END
            RETURNING since, asked""";
    private final Sql sql;
    private final Sealer sealer;
    private final AccountConfig config;
    private final OfficialClock clock;

    Metering(Sql sql, Sealer sealer, AccountConfig config, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.config = config;
        this.clock = clock;
    }

    private record Count(Instant since, int asked) {}

    /**
     * Takes part in the transaction of the asking, so that what is refused does not count.
     *
     * @param address network address, null where there is none
     * @throws Refused TOO_OFTEN with minutes, TOO_OFTEN_TODAY with hours, and the time after which it may be asked again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void count(String address, String phone, String number) {
        count("account-address", Origin.of(address), config.asksAnHour(), HOUR);
        count("account-phone", phone, config.asksADay(), DAY);
        count("account-document", number, config.asksADay(), DAY);
    }

    private void count(String kind, String value, int most, Duration window) {
        Instant now = clock.now();
        Instant old = now.minus(window);
        Count count = sql.first(
                        COUNT,
                        row -> new Count(Sql.instant(row, "since"), row.getInt("asked")),
                        sealer.index(value, kind),
                        now,
                        old,
                        old)
                .orElseThrow();
        if (count.asked() > most) {
            Duration wait = Duration.between(now, count.since().plus(window)).plusSeconds(1);
            Refused refused = window.equals(DAY)
                    ? new Refused(AccountRefusal.TOO_OFTEN_TODAY, 1 + wait.toHours())
                    : new Refused(AccountRefusal.TOO_OFTEN, 1 + wait.toMinutes());
            throw refused.after(wait);
        }
    }

    /** What counts no longer. */
    @Transactional
    void forget() {
        sql.update("DELETE FROM account_meter WHERE since <= ?", clock.now().minus(DAY));
    }
}
