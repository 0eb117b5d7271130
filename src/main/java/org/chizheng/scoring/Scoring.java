package org.chizheng.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Background;
import org.chizheng.common.Backlog;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Sweeps;
import org.chizheng.common.Swept;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.scoring.rule.PassRule;
import org.chizheng.sitting.HandedIn;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/** Scores what was handed in: frozen key, with the corrections laid over it, against the last counted answer of each item; cut score by the policy of the session's day. */
@ApplicationScoped
public class Scoring {
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("scoring_pending", "sitting_id");
    private static final int MOST = 500;
    private static final String CLOSED = """
            SELECT s.id, s.paper_id, s.session_id, s.person_id, e.qualification, e.starts_at, b.subject FROM sitting s
            JOIN exam_session e ON e.id = s.session_id JOIN paper_batch p ON p.id = e.batch_id
            JOIN blueprint b ON b.id = p.blueprint_id WHERE s.id = ANY (?) AND NOT e.rehearsal""";
    private static final String INSERT = """
            INSERT INTO result (id, sitting_id, session_id, person_id, qualification, policy, raw, cut, passed, chapters, scored_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final Marking marking;
    private final ResultLock lock;
    private final Policies policies;
    private final OfficialClock clock;
    private final Auditing auditing;
    private final Backlog backlog;
    private final MeterRegistry meters;
    private final Background background;
    private final Sweeps sweeps;
    private final Object turn = new Object();
    private final AtomicBoolean called = new AtomicBoolean();

    public Scoring(
            Sql sql,
            Marking marking,
            ResultLock lock,
            Policies policies,
            OfficialClock clock,
            Auditing auditing,
            Backlog backlog,
            MeterRegistry meters,
            Background background,
            Sweeps sweeps) {
        this.sweeps = sweeps;
        this.background = background;
        this.meters = meters;
        this.sql = sql;
        this.marking = marking;
        this.lock = lock;
        this.policies = policies;
        this.clock = clock;
        this.auditing = auditing;
        this.backlog = backlog;
    }

    /** What a replica left behind, or was handed in by the clock. */
    @Swept
    @Scheduled(every = "1s", identity = "scoring", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        synchronized (turn) {
            called.set(false);
            int done;
            do {
                done = scoreWaiting();
            } while (done == MOST);
        }
    }

    /** Scores without waiting for the sweep. What is handed in while others are being scored goes together into the next turn. */
    void handedIn(@Observes HandedIn event) {
        if (!called.getAndSet(true)) {
            background.execute(() -> sweeps.turn(this::sweep));
        }
    }

    /** @return how many were scored, at most 500 */
    public int scoreWaiting() {
        return backlog.work(WAITING, MOST, this::score);
    }

    private record Closed(
            UUID sitting,
            UUID paper,
            UUID session,
            UUID person,
            String qualification,
            Instant startsAt,
            String subject) {}

    /** What decides the policy: the qualification, and the day of the session. */
    private record Sat(String qualification, LocalDate on) {}

    /** All in a handful of statements, however many they are. A rehearsal is never scored: no result, no record, no certificate, no figure. */
    private void score(List<UUID> sittings) {
        lock.share();
        List<Closed> closed = sql.list(
                CLOSED,
                row -> new Closed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        Sql.instant(row, "starts_at"),
                        row.getString(7)),
                (Object) sittings.toArray(UUID[]::new));
        Map<UUID, Marking.Marked> marked = marking.mark(
                closed.stream()
                        .map(one -> new Marking.Sat(one.sitting(), one.paper(), one.subject(), null))
                        .toList(),
                null);
        Map<Sat, PolicyTerms> terms = new HashMap<>();
        Instant now = clock.now();
        List<Object[]> rows = new ArrayList<>();
        List<Auditing.Note> notes = new ArrayList<>();
        for (Closed one : closed) {
            Marking.Marked score = marked.get(one.sitting());
            PolicyTerms policy = terms.computeIfAbsent(
                    new Sat(one.qualification(), OfficialClock.dateOf(one.startsAt())),
                    sat -> policies.inForce(sat.qualification(), sat.on()));
            int cut = policy.theoryCut();
            boolean passed = PassRule.passes(score.raw(), cut);
            UUID id = Ids.next();
            rows.add(new Object[] {
                id,
                one.sitting(),
                one.session(),
                one.person(),
                one.qualification(),
                policy.id(),
                score.raw(),
                cut,
                passed,
                score.chapters(),
                now
            });
            notes.add(new Auditing.Note(Actor.SYSTEM, "scored", "result", id, passed ? "passed" : "failed"));
            meters.counter("chizheng.results.scored", "verdict", passed ? "passed" : "failed")
                    .increment();
        }
        sql.batch(INSERT, rows);
        auditing.noteAll(notes);
    }
}
