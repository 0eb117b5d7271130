package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.scoring.rule.Effect;
import org.chizheng.scoring.rule.Remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What is laid over frozen keys. Found by the revision, so that a paper drawn later from a pool with the wrong key is scored right as well. */
@ApplicationScoped
class Corrections {
    private static final TypeReference<List<Shown>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    /** From the few regrades to the papers asked for, never from the items of the papers; a body is opened only where a corrected item stands. */
    private static final String OF_PAPERS = """
            WITH mine AS MATERIALIZED (SELECT id, batch_id, places FROM paper WHERE id = ANY (?)),
                 amending AS MATERIALIZED (
                     SELECT g.remedy, g.effect, g.right_texts, g.turn, g.applied_at, p.batch_id, p.ordinal
                     FROM regrade g JOIN paper_batch_pool p ON p.revision_id = g.revision_id
                     WHERE (g.turn IS NOT NULL OR g.id = ?) AND p.batch_id IN (SELECT batch_id FROM mine))
            SELECT m.id, array_position(m.places, a.ordinal) AS no, a.remedy, a.effect, a.right_texts, a.applied_at,
                   CASE WHEN a.remedy = 'CORRECTED_KEY' THEN (SELECT x.body::jsonb -> 'items' -> (array_position(m.places, a.ordinal) - 1) -> 'options'
                                                              FROM paper x WHERE x.id = m.id) END AS options
            FROM mine m JOIN amending a ON a.batch_id = m.batch_id AND a.ordinal = ANY (m.places) ORDER BY a.turn NULLS LAST""";

    private final Sql sql;
    private final ObjectMapper json;

    Corrections(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Shown(String id, String text) {}

    /**
     * @param tried a regrade that is not applied, taken as the last one; or null
     * @return by paper, then by the number of the item, in the order in which they were applied
     */
    Map<UUID, Map<Integer, List<Correction>>> of(Collection<UUID> papers, UUID tried) {
        Map<UUID, Map<Integer, List<Correction>>> found = new HashMap<>();
        sql.list(
                OF_PAPERS,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), paper -> new TreeMap<>())
                        .computeIfAbsent(row.getInt("no"), no -> new ArrayList<>())
                        .add(correction(row)),
                papers.toArray(UUID[]::new),
                tried);
        return found;
    }

    private Correction correction(ResultSet row) throws SQLException {
        Remedy remedy = Remedy.valueOf(row.getString("remedy"));
        return new Correction(
                remedy,
                Effect.valueOf(row.getString("effect")),
                remedy == Remedy.CREDIT_ALL ? List.of() : ids(row.getString("options"), row.getString("right_texts")),
                Sql.instant(row, "applied_at"));
    }

    /** The options of a paper by their texts: their ids say only where they stand. */
    private List<String> ids(String options, String rightTexts) {
        try {
            List<String> right = json.readValue(rightTexts, TEXTS);
            List<String> ids = json.readValue(options, OPTIONS).stream()
                    .filter(option -> right.contains(option.text()))
                    .map(Shown::id)
                    .sorted()
                    .toList();
            if (ids.size() != right.size()) {
                throw new Refused(ScoringRefusal.OPTIONS_DIFFER);
            }
            return ids;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
