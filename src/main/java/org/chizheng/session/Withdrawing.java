package org.chizheng.session;

import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Gives a place in a session back before check-in: the enrolment leaves its table, the database keeps it among the former ones, and its ticket is good for nothing any more. */
@ApplicationScoped
public class Withdrawing {
    private static final String REFERENCED = "23503";
    private final Sql sql;
    private final Auditing auditing;

    public Withdrawing(Sql sql, Auditing auditing) {
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * In the acting transaction, which holds the session's row.
     *
     * @throws Refused ALREADY_CHECKED_IN, or PLACE_IN_USE if something else was recorded for this very place, such as leave to use another browser
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(UUID enrolment) {
        try {
            if (sql.update("DELETE FROM enrolment WHERE id = ? AND checked_in_at IS NULL", enrolment) == 0) {
                throw new Refused(SessionRefusal.ALREADY_CHECKED_IN);
            }
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException sqlFault && REFERENCED.equals(sqlFault.getSQLState())) {
                throw new Refused(SessionRefusal.PLACE_IN_USE);
            }
            throw e;
        }
        auditing.note("withdrawn", "enrolment", enrolment, "");
    }
}
