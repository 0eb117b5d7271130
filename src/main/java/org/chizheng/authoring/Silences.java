package org.chizheng.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Who silenced which findings of a subject, and why. */
@ApplicationScoped
public class Silences {
    private static final String OF_SUBJECT = """
            SELECT s.* FROM item_silence s JOIN item i ON i.code = s.item WHERE i.subject = ? ORDER BY s.id DESC""";
    private final Sql sql;

    Silences(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a silence is given for.
     *
     * @param item its code; of a pair the one that comes first
     * @param digest of what was found in which text: another text, and the check speaks again
     */
    public record Key(String item, String check, String digest) {}

    /** One act: silenced, or no longer. */
    public record Silence(Key key, boolean silenced, String reason, String by, Instant at) {}

    /** All acts by what they are about, newest first. */
    Map<Key, List<Silence>> of(String subject) {
        return sql
                .list(
                        OF_SUBJECT,
                        row -> new Silence(
                                new Key(row.getString("item"), row.getString("check_name"), row.getString("digest")),
                                row.getBoolean("silenced"),
                                row.getString("reason"),
                                row.getString("acted_by"),
                                Sql.instant(row, "acted_at")),
                        subject)
                .stream()
                .collect(Collectors.groupingBy(Silence::key));
    }
}
