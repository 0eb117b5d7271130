package org.chizheng.scoring;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/**
 * Who writes results beside others shares it, a regrade that is being applied has it alone: no score is made by a key that is corrected meanwhile, none is released while it
 * moves. Held until the acting transaction ends.
 */
@ApplicationScoped
class ResultLock {
    private static final long KEY = 0x526567726164L;
    private final Sql sql;

    ResultLock(Sql sql) {
        this.sql = sql;
    }

    void share() {
        sql.first("SELECT pg_advisory_xact_lock_shared(?)", row -> true, KEY);
    }

    void alone() {
        sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, KEY);
    }
}
