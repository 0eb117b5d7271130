package org.chizheng.common;

import java.sql.SQLException;
import java.util.Set;

import org.jboss.logging.Logger;

/** Whether a failure lies in the database's being away, full or busy for the moment, so that the same request may succeed in a while. */
final class PassingTrouble {
    /** Classes of SQLSTATE (PostgreSQL, appendix A): connection, transaction rolled back, out of resources (also a full disk), operator's intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final Logger LOG = Logger.getLogger(PassingTrouble.class);

    private PassingTrouble() {}

    /** TRY_AGAIN for passing trouble, INTERNAL for anything else; what it was stands in the log only. */
    static CommonRefusal refusal(Throwable failure) {
        if (is(failure)) {
            LOG.warn("request refused, the database is away: " + failure.getMessage());
            return CommonRefusal.TRY_AGAIN;
        }
        LOG.error("request failed: " + failure.getClass().getName(), failure);
        return CommonRefusal.INTERNAL;
    }

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                // Without a state it never reached the database: the pool has no connection to give.
                return state == null || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
