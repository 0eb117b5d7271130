package org.chizheng.statistics.figures;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import org.postgresql.PGStatement;

/** Instants of knowing, to the database. */
final class Instants {
    private Instants() {}

    /** @param knownAt null for all that is recorded */
    static Timestamp known(Instant knownAt) {
        return knownAt == null ? new Timestamp(PGStatement.DATE_POSITIVE_INFINITY) : Timestamp.from(knownAt);
    }

    static void bind(PreparedStatement statement, int place, Instant knownAt) throws SQLException {
        statement.setTimestamp(place, known(knownAt));
    }
}
