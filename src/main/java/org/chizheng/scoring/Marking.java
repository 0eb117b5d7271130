package org.chizheng.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.incident.Incidents;
import org.chizheng.paper.KeyEntry;
import org.chizheng.paper.Papers;
import org.chizheng.scoring.rule.Amendment;
import org.chizheng.scoring.rule.ItemScorer;
import org.chizheng.sitting.Sittings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The one way from a frozen key, its corrections and a log to points: for the first score, for a regrade and for its dry run. */
@ApplicationScoped
class Marking {
    private final Sql sql;
    private final Papers papers;
    private final Sittings sittings;
    private final Corrections corrections;
    private final Incidents incidents;
    private final ObjectMapper json;

    Marking(
            Sql sql,
            Papers papers,
            Sittings sittings,
            Corrections corrections,
            Incidents incidents,
            ObjectMapper json) {
        this.sql = sql;
        this.papers = papers;
        this.sittings = sittings;
        this.corrections = corrections;
        this.incidents = incidents;
        this.json = json;
    }

    /** A closed sitting; releasedAt is null while there is no released result. */
    record Sat(UUID sitting, UUID paper, String subject, Instant releasedAt) {}

    /** raw and chapters as they are to be; before: points without the regrade that is tried, else the same. */
    record Marked(int raw, String chapters, int before) {}

    /**
     * What a decision on an incident zeroes counts as a paper without answers, whatever is corrected.
     *
     * @param tried a regrade that is not applied, or null
     * @return by sitting, in a handful of statements however many they are
     */
    Map<UUID, Marked> mark(List<Sat> sat, UUID tried) {
        List<UUID> ofPapers = sat.stream().map(Sat::paper).toList();
        Map<UUID, List<KeyEntry>> keys = papers.keys(ofPapers);
        Map<UUID, Map<Integer, List<Correction>>> laid = corrections.of(ofPapers, tried);
        List<UUID> ofSittings = sat.stream().map(Sat::sitting).toList();
        Map<UUID, Map<Integer, String>> answers = sittings.answers(ofSittings);
        Set<UUID> zeroed = incidents.zeroed(ofSittings);
        Map<String, List<Chapter>> chapters = new HashMap<>();
        Map<UUID, Marked> marked = new HashMap<>();
        for (Sat one : sat) {
            List<ItemScorer.Keyed> key = keyed(keys.get(one.paper()));
            boolean counts = !zeroed.contains(one.sitting());
            Map<Integer, String> given = counts ? answers.getOrDefault(one.sitting(), Map.of()) : Map.of();
            Map<Integer, List<Correction>> over = counts ? laid.getOrDefault(one.paper(), Map.of()) : Map.of();
            ItemScorer.Score score = ItemScorer.score(key, given, amendments(over, one.releasedAt(), true));
            int before = tried == null
                    ? score.raw()
                    : ItemScorer.score(key, given, amendments(over, one.releasedAt(), false))
                            .raw();
            String shares = shares(chapters.computeIfAbsent(one.subject(), this::chapters), score);
            marked.put(one.sitting(), new Marked(score.raw(), shares, before));
        }
        return marked;
    }

    private static Map<Integer, List<Amendment>> amendments(
            Map<Integer, List<Correction>> over, Instant releasedAt, boolean triedToo) {
        Map<Integer, List<Amendment>> amendments = new TreeMap<>();
        over.forEach((no, of) -> amendments.put(
                no,
                of.stream()
                        .filter(correction -> triedToo || !correction.tried())
                        .map(correction -> correction.on(releasedAt))
                        .toList()));
        return amendments;
    }

    private static List<ItemScorer.Keyed> keyed(List<KeyEntry> key) {
        return key.stream()
                .map(k -> new ItemScorer.Keyed(k.no(), k.chapter(), k.points(), k.right()))
                .toList();
    }

    private record Chapter(String code, String zh, String en) {}

    private List<Chapter> chapters(String subject) {
        return sql.list(
                "SELECT code, zh, en FROM chapter WHERE subject = ? ORDER BY code",
                row -> new Chapter(row.getString(1), row.getString(2), row.getString(3)),
                subject);
    }

    private String shares(List<Chapter> chapters, ItemScorer.Score score) {
        List<ChapterShare> shares = new ArrayList<>();
        for (Chapter chapter : chapters) {
            ItemScorer.Share share = score.chapters().get(chapter.code());
            if (share != null) {
                shares.add(new ChapterShare(chapter.zh(), chapter.en(), share.right(), share.total()));
            }
        }
        try {
            return json.writeValueAsString(shares);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
