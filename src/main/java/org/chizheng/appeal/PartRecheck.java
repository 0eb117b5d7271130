package org.chizheng.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.chizheng.common.Sql;

/** One part of an examination whose results can be rechecked, found by its name. */
interface PartRecheck {
    /** THEORY or PRACTICAL, as the table has it. */
    String part();

    /** What a recheck is about; releasedAt is null while the result is provisional. */
    record Subject(UUID person, UUID centre, String qualification, String policy, Instant releasedAt) {
        static Subject of(ResultSet row) throws SQLException {
            return new Subject(
                    row.getObject("person_id", UUID.class),
                    row.getObject("centre_id", UUID.class),
                    row.getString("qualification"),
                    row.getString("policy"),
                    Sql.instant(row, "released_at"));
        }
    }

    /** The recheck that moves a result, what its second person wrote, and who that is. */
    record Cause(UUID recheck, String words, String by) {}

    Optional<Subject> find(UUID result);

    /** @param since when the recheck was asked for */
    Compared compare(UUID result, Instant since);

    /** Accounts by whose judgement the result came about: they do not judge it again. */
    Set<String> made(UUID result);

    /** Lets the result be what the record gives, with its history; within the acting transaction. */
    void correct(UUID result, Cause cause);
}
