package org.chizheng.statistics.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Signer;
import org.chizheng.common.Sql;

/** Published figures: frozen, and told again as they were. */
@ApplicationScoped
public class Snapshots {
    static final String PURPOSE = "holder rate";
    private static final String LATEST =
            "SELECT as_of, known_at, taken_at, digest, signature, '' body FROM figure_snapshot ORDER BY as_of DESC LIMIT ?";
    private static final String ONE = "SELECT * FROM figure_snapshot WHERE as_of = ?";
    private final Sql sql;
    private final Signer signer;
    private final Recount recount;

    Snapshots(Sql sql, Signer signer, Recount recount) {
        this.sql = sql;
        this.signer = signer;
        this.recount = recount;
    }

    /** @param body empty in lists */
    public record Taken(
            LocalDate asOf, Instant knownAt, Instant takenAt, String digest, byte[] signature, String body) {}

    /** What looking at one again found. */
    public enum Finding {
        /** The digest is that of the body, the signature is ours, and the facts still give the same figures. */
        HOLDS,
        /** Body, digest and signature do not belong together. */
        ALTERED,
        /** It is as it was signed, but what is on record of that day and was known then gives other figures: a row was changed or deleted by hand, entered under an earlier instant, or the policy data changed. */
        FACTS_DIFFER
    }

    public List<Taken> latest(int most) {
        return sql.list(LATEST, Snapshots::taken, most);
    }

    public Optional<Taken> of(LocalDate day) {
        return sql.first(ONE, Snapshots::taken, day);
    }

    /** Counts everybody again by the definition in plain SQL; that takes its time. */
    public Optional<Finding> check(LocalDate day) {
        return of(day).map(taken -> {
            boolean whole = Frozen.digest(taken.body()).equals(taken.digest())
                    && signer.isOurs(PURPOSE, taken.digest().getBytes(UTF_8), taken.signature());
            if (!whole) {
                return Finding.ALTERED;
            }
            String again = Frozen.body(
                    taken.asOf(),
                    taken.knownAt(),
                    recount.all(taken.asOf(), taken.knownAt()),
                    Frozen.Form.of(taken.body()));
            return again.equals(taken.body()) ? Finding.HOLDS : Finding.FACTS_DIFFER;
        });
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                Sql.date(row, "as_of"),
                Sql.instant(row, "known_at"),
                Sql.instant(row, "taken_at"),
                row.getString("digest"),
                row.getBytes("signature"),
                row.getString("body"));
    }
}
