package org.chizheng.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Backlog;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.paper.Papers;
import org.chizheng.regulation.Policies;
import org.chizheng.scoring.rule.ItemScorer;
import org.chizheng.scoring.rule.PassRule;
import org.chizheng.sitting.Sittings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/** Scores what was handed in: frozen key against the last counted answer of each item, cut score by the policy of the session's day. */
@ApplicationScoped
public class Scoring {
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("scoring_pending", "sitting_id");
    private static final int MOST = 200;
    private final Sql sql;
    private final Papers papers;
    private final Sittings sittings;
    private final Policies policies;
    private final OfficialClock clock;
    private final ObjectMapper json;
    private final Auditing auditing;
    private final Backlog backlog;
    private final MeterRegistry meters;

    public Scoring(
            Sql sql,
            Papers papers,
            Sittings sittings,
            Policies policies,
            OfficialClock clock,
            ObjectMapper json,
            Auditing auditing,
            Backlog backlog,
            MeterRegistry meters) {
        this.meters = meters;
        this.sql = sql;
        this.papers = papers;
        this.sittings = sittings;
        this.policies = policies;
        this.clock = clock;
        this.json = json;
        this.auditing = auditing;
        this.backlog = backlog;
    }

    @Scheduled(every = "1s", identity = "scoring", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        scoreWaiting();
    }

    /** @return how many were scored */
    public int scoreWaiting() {
        return backlog.work(WAITING, MOST, this::score);
    }

    private record Closed(
            UUID paper,
            UUID session,
            UUID person,
            String qualification,
            String policy,
            String subject,
            boolean rehearsal) {}

    private void score(UUID sitting) {
        Closed closed = sql.first(
                        "SELECT s.paper_id, s.session_id, s.person_id, e.qualification, e.policy, b.subject, e.rehearsal FROM sitting s"
                                + " JOIN exam_session e ON e.id = s.session_id JOIN paper_batch p ON p.id = e.batch_id"
                                + " JOIN blueprint b ON b.id = p.blueprint_id WHERE s.id = ?",
                        row -> new Closed(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getBoolean(7)),
                        sitting)
                .orElseThrow();
        if (closed.rehearsal()) { // is never scored: no result, no record, no certificate, no figure
            return;
        }
        List<ItemScorer.Keyed> key = papers.key(closed.paper()).stream()
                .map(k -> new ItemScorer.Keyed(k.no(), k.chapter(), k.points(), k.right()))
                .toList();
        ItemScorer.Score score = ItemScorer.score(key, sittings.answers(sitting));
        int cut = policies.byId(closed.policy()).theoryCut();
        boolean passed = PassRule.passes(score.raw(), cut);
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO result (id, sitting_id, session_id, person_id, qualification, policy, raw, cut, passed, chapters, scored_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                sitting,
                closed.session(),
                closed.person(),
                closed.qualification(),
                closed.policy(),
                score.raw(),
                cut,
                passed,
                chapters(closed.subject(), score),
                clock.now());
        meters.counter("chizheng.results.scored", "verdict", passed ? "passed" : "failed")
                .increment();
        auditing.note("scored", "result", id, passed ? "passed" : "failed");
    }

    private String chapters(String subject, ItemScorer.Score score) {
        List<ChapterShare> shares = new ArrayList<>();
        sql.list(
                "SELECT code, zh, en FROM chapter WHERE subject = ? ORDER BY code",
                row -> {
                    ItemScorer.Share share = score.chapters().get(row.getString("code"));
                    return share != null
                            && shares.add(new ChapterShare(
                                    row.getString("zh"), row.getString("en"), share.right(), share.total()));
                },
                subject);
        try {
            return json.writeValueAsString(shares);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
