package org.chizheng.paper;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.GroupRead;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Frozen papers. */
@ApplicationScoped
public class Papers {
    private static final TypeReference<List<KeyEntry>> KEY = new TypeReference<>() {};
    private static final int AT_ONCE = 50;
    private final Sql sql;
    private final ObjectMapper json;
    private final GroupRead<UUID, byte[]> bodies;

    public Papers(Sql sql, ObjectMapper json) {
        bodies = new GroupRead<>(AT_ONCE, this::bodies);
        this.sql = sql;
        this.json = json;
    }

    /** The frozen JSON as the candidate gets it, in UTF-8: its bytes as they come from the database, since a hall starts at once. */
    public byte[] body(UUID paper) {
        return bodies.get(paper);
    }

    private Map<UUID, byte[]> bodies(Collection<UUID> papers) {
        Map<UUID, byte[]> found = new HashMap<>();
        sql.list(
                "SELECT id, body FROM paper WHERE id = ANY (?)",
                row -> found.put(row.getObject(1, UUID.class), row.getBytes(2)),
                (Object) papers.toArray(UUID[]::new));
        return found;
    }

    /** Whether an item of the frozen paper shows the figure. */
    public boolean holdsFigure(UUID paper, String digest) {
        return sql.first(
                        "SELECT 1 FROM paper p, jsonb_array_elements(p.body::jsonb -> 'items') i WHERE p.id = ? AND i -> 'figure' ->> 'digest' = ? LIMIT 1",
                        row -> 1,
                        paper,
                        digest)
                .isPresent();
    }

    /** The keys by paper; only scoring asks for them, and the architecture test holds that. */
    public Map<UUID, List<KeyEntry>> keys(Collection<UUID> papers) {
        Map<UUID, List<KeyEntry>> keys = new HashMap<>();
        sql.list(
                "SELECT paper_id, answers FROM paper_key WHERE paper_id = ANY (?)",
                row -> keys.put(row.getObject(1, UUID.class), parsed(row.getString(2))),
                (Object) papers.toArray(UUID[]::new));
        return keys;
    }

    private List<KeyEntry> parsed(String answers) {
        try {
            return json.readValue(answers, KEY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was promised before the draw. */
    public String commitment(UUID batch) {
        return sql.first("SELECT commitment FROM paper_batch WHERE id = ?", row -> row.getString(1), batch)
                .orElseThrow();
    }
}
