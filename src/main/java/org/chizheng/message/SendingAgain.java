package org.chizheng.message;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Gives a message that was given up, or whose fate is unknown, to its door once more: an administrator's decision. */
@ApplicationScoped
public class SendingAgain {
    private static final String AGAIN = """
            UPDATE message_delivery SET state = 'WAITING', attempts = 0, next_at = ?, failure = NULL
            WHERE id = ? AND state IN ('DEAD', 'UNCERTAIN')""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public SendingAgain(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Transactional
    public void again(UUID delivery) {
        if (sql.update(AGAIN, clock.now(), delivery) == 0) {
            throw new Refused(MessageRefusal.NOT_GIVEN_UP);
        }
        auditing.note("sent again", "message", delivery, "");
    }
}
