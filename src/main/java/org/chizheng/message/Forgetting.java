package org.chizheng.message;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Erases secrets whose time is over, and the telephone numbers beside them: what was not sent by then is not sent any more. */
@ApplicationScoped
class Forgetting {
    private static final String OUTDATED = """
            UPDATE message_delivery d SET state = 'OUTDATED' FROM message_outbox m
            WHERE m.id = d.message_id AND m.secret_sealed IS NOT NULL AND m.expires_at <= ? AND d.state IN ('WAITING', 'DEAD', 'UNCERTAIN')""";
    private static final String ERASE = """
            UPDATE message_outbox SET phone_sealed = NULL, secret_sealed = NULL WHERE secret_sealed IS NOT NULL AND expires_at <= ?""";
    private static final String ERASE_TEXT =
            "UPDATE text_message SET words_sealed = NULL WHERE words_sealed IS NOT NULL AND erase_at <= ?";
    private final Sql sql;
    private final OfficialClock clock;

    Forgetting(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    void forget() {
        Instant now = clock.now();
        sql.update(OUTDATED, now);
        sql.update(ERASE, now);
        sql.update(ERASE_TEXT, now);
    }
}
