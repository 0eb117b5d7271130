package org.chizheng.certificate.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** All keys there were, with what is proposed against them; DOCUMENT keys too, whose signatures are checked elsewhere. */
@ApplicationScoped
public class KeyHistory {
    private static final String KEYS = """
            SELECT k.*, (SELECT min(c.compromised_at) FROM signing_key_compromise c WHERE c.kid = k.kid AND c.decision = 'CONFIRMED') AS compromised_at
            FROM signing_key k ORDER BY k.purpose, k.active_from DESC, k.kid""";
    private final Sql sql;

    public KeyHistory(Sql sql) {
        this.sql = sql;
    }

    /** A key as it stands in the history; spki in DER. */
    public record Entry(
            String kid,
            Purpose purpose,
            String algorithm,
            byte[] spki,
            Instant activeFrom,
            Instant signsUntil,
            Instant compromisedAt,
            String recordedBy) {
        public boolean signs() {
            return signsUntil == null && compromisedAt == null;
        }
    }

    /** What was said against a key. decision: null while it is open, CONFIRMED or WITHDRAWN. */
    public record Compromise(
            UUID id,
            String kid,
            Instant compromisedAt,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String decision,
            String decidedBy,
            Instant decidedAt) {
        public boolean isOpen() {
            return decision == null;
        }
    }

    /** By purpose, the newest first. */
    public List<Entry> all() {
        return sql.list(KEYS, KeyHistory::entry);
    }

    /** The newest first. */
    public List<Compromise> compromises() {
        return sql.list(
                "SELECT * FROM signing_key_compromise ORDER BY proposed_at DESC, id",
                row -> new Compromise(
                        row.getObject("id", UUID.class),
                        row.getString("kid"),
                        Sql.instant(row, "compromised_at"),
                        row.getString("reason"),
                        row.getString("proposed_by"),
                        Sql.instant(row, "proposed_at"),
                        row.getString("decision"),
                        row.getString("decided_by"),
                        Sql.instant(row, "decided_at")));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("kid"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("algorithm"),
                row.getBytes("spki"),
                Sql.instant(row, "active_from"),
                Sql.instant(row, "signs_until"),
                Sql.instant(row, "compromised_at"),
                row.getString("recorded_by"));
    }
}
