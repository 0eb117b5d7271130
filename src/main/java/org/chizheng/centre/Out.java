package org.chizheng.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.chizheng.common.Sql;

/** Since when and why something is out of service. */
public record Out(Instant since, String reason) {
    /** Of a row with the columns out_since and out_reason; null while it is in service. */
    static Out of(ResultSet row) throws SQLException {
        Instant since = Sql.instant(row, "out_since");
        return since == null ? null : new Out(since, row.getString("out_reason"));
    }
}
