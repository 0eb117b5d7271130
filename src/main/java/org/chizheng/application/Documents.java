package org.chizheng.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Documents of applications, sealed. */
@ApplicationScoped
public class Documents {
    static final String CONTENT = "application.document";
    private final Sql sql;
    private final Sealer sealer;

    public Documents(Sql sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    /** What a document proves. */
    public enum Kind {
        IDENTITY,
        EDUCATION,
        HEALTH,
        TRAINING,
        SKILL,
        OTHER
    }

    /** A line of the list. */
    public record Listed(UUID id, Kind kind, String mediaType, int bytes, Instant addedAt, String addedBy) {
        /** In whole kilobytes, at least one. */
        public int kilobytes() {
            return Math.max(1, bytes / 1024);
        }

        /** The ending of its file's name. */
        public String ending() {
            return mediaType.substring(mediaType.indexOf('/') + 1).replace("jpeg", "jpg");
        }

        static Listed of(ResultSet row) throws SQLException {
            return new Listed(
                    row.getObject("id", UUID.class),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("media_type"),
                    row.getInt("bytes"),
                    Sql.instant(row, "added_at"),
                    row.getString("added_by"));
        }
    }

    List<Listed> of(UUID application) {
        return sql.list(
                "SELECT id, kind, media_type, bytes, added_at, added_by FROM application_document WHERE application_id = ? ORDER BY added_at, id",
                Listed::of,
                application);
    }

    Optional<Listed> find(UUID application, UUID document) {
        return of(application).stream()
                .filter(listed -> listed.id().equals(document))
                .findFirst();
    }

    byte[] content(UUID document) {
        return sql.first(
                        "SELECT content_sealed FROM application_document WHERE id = ?",
                        row -> sealer.open(row.getBytes(1), CONTENT, document),
                        document)
                .orElseThrow();
    }
}
