package org.chizheng.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Items;
import org.chizheng.calibration.DeliveredItems.Answered;
import org.chizheng.calibration.rule.Tally;
import org.chizheng.calibration.rule.Tally.Answer;
import org.chizheng.common.Backlog;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.paper.PaperView;
import org.chizheng.sitting.Sittings;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.scheduler.Scheduled;

/**
 * Counts the answers of what was scored, once for each sitting: what waits, the sums and the note that it is counted change in one transaction. A session costs what its own
 * sittings cost, however many there were before. Rehearsals are never counted.
 */
@ApplicationScoped
public class Counting {
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("calibration_pending", "sitting_id");
    private static final int MOST = 200;
    private static final String SCORED = """
            SELECT s.id, s.session_id, e.batch_id, b.subject, p.body FROM sitting s JOIN exam_session e ON e.id = s.session_id
            JOIN paper_batch g ON g.id = e.batch_id JOIN blueprint b ON b.id = g.blueprint_id JOIN paper p ON p.id = s.paper_id
            WHERE s.id = ANY (?) AND NOT e.rehearsal AND EXISTS (SELECT FROM result r WHERE r.sitting_id = s.id)
              AND NOT EXISTS (SELECT FROM counted_sitting c WHERE c.sitting_id = s.id)""";
    private static final String COUNTED = """
            INSERT INTO counted_sitting (sitting_id, session_id, subject, counted_at, answers) VALUES (?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final Backlog backlog;
    private final Sittings sittings;
    private final Items items;
    private final CountedItems counted;
    private final Tallies tallies;
    private final Sheets sheets;
    private final OfficialClock clock;
    private final ObjectMapper json;

    public Counting(
            Sql sql,
            Backlog backlog,
            Sittings sittings,
            Items items,
            CountedItems counted,
            Tallies tallies,
            Sheets sheets,
            OfficialClock clock,
            ObjectMapper json) {
        this.sql = sql;
        this.backlog = backlog;
        this.sittings = sittings;
        this.items = items;
        this.counted = counted;
        this.tallies = tallies;
        this.sheets = sheets;
        this.clock = clock;
        this.json = json;
    }

    @Swept
    @Scheduled(every = "30s", identity = "counting", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int done;
        do {
            done = countWaiting();
        } while (done == MOST);
    }

    /** @return how many were taken from what waits, at most 200 */
    public int countWaiting() {
        return backlog.work(WAITING, MOST, this::count);
    }

    private record Scored(UUID sitting, UUID session, UUID batch, String subject, byte[] body) {}

    private void count(List<UUID> waiting) {
        List<Scored> scored = sql.list(
                SCORED,
                row -> new Scored(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getBytes(5)),
                (Object) waiting.toArray(UUID[]::new));
        Map<UUID, Map<Integer, String>> answers =
                sittings.answers(scored.stream().map(Scored::sitting).toList());
        Map<UUID, DeliveredItems> pools = new HashMap<>();
        Map<String, Map<Scored, List<Answered>>> bySubject = new TreeMap<>();
        for (Scored one : scored) {
            DeliveredItems pool =
                    pools.computeIfAbsent(one.batch(), batch -> new DeliveredItems(items.committed(batch)));
            bySubject
                    .computeIfAbsent(one.subject(), none -> new HashMap<>())
                    .put(one, pool.of(paper(one.body()), answers.getOrDefault(one.sitting(), Map.of())));
        }
        bySubject.forEach(this::add);
    }

    private PaperView paper(byte[] body) {
        try {
            return json.readValue(body, PaperView.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String subject, Map<Scored, List<Answered>> papers) {
        Set<UUID> revisions = papers.values().stream()
                .flatMap(List::stream)
                .map(answered -> answered.revision().id())
                .collect(Collectors.toSet());
        Map<UUID, Integer> numbers = counted.numbers(subject, revisions);
        Map<Integer, Integer> keys = counted.keys(revisions);
        Tally tally = new Tally();
        List<Object[]> rows = new ArrayList<>();
        papers.forEach((one, answered) -> {
            List<Answer> sheet = answered.stream()
                    .map(a -> new Answer(numbers.get(a.revision().id()), a.chosen()))
                    .toList();
            tally.add(sheet, keys);
            rows.add(new Object[] {one.sitting(), one.session(), subject, clock.now(), KeptAnswers.pack(sheet)});
        });
        sql.batch(COUNTED, rows);
        tallies.add(subject, tally);
        sheets.trim(subject, Sheets.KEPT);
    }
}
