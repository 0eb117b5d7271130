package org.chizheng.rehearsal.bench;

import java.sql.SQLException;

import org.chizheng.rehearsal.Crowd;

/** What a change of facts sets off: the figures, the work list, the list of states, the chain of entries and the messages. */
final class Following {
    private static final String LEFT = """
            SELECT count(*) FROM (SELECT 1 FROM figure_pending UNION ALL SELECT 1 FROM work_pending UNION ALL SELECT 1 FROM audit_pending UNION ALL SELECT 1 FROM status_due WHERE retry_at <= now()
                                  UNION ALL SELECT 1 FROM message_outbox WHERE planned_at IS NULL) f""";
    /** Milliseconds; the slowest sweep, that of messages, looks every ten seconds. */
    private static final long PAUSE = 12_000;

    private Following() {}

    /** Until all of it is done. To ask more often would take more than what is measured. */
    static void await(Database database, String name) throws SQLException {
        do {
            Crowd.sleep(PAUSE);
        } while (database.number(name, LEFT) > 0);
    }
}
