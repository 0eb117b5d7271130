package org.chizheng.practice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** One act of a person at a time, from however many devices: what a button pressed twice does is decided in the order of arrival. */
@ApplicationScoped
class Turns {
    private final Sql sql;

    Turns(Sql sql) {
        this.sql = sql;
    }

    /** Waits for the person's other acts; held until the transaction ends. */
    void take(UUID person) {
        sql.first("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "practice " + person);
    }
}
