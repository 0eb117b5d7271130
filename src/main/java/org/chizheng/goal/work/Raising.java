package org.chizheng.goal.work;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.DatedTerms;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.goal.GoalTerm;
import org.chizheng.goal.GoalTerms;
import org.chizheng.goal.rule.Standing;
import org.chizheng.goal.rule.WorkKind;
import org.chizheng.regulation.WorkingDays;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Raises items from facts, follows them, and closes them when the facts are gone: for the enterprises of which the figures have changed, and once a day for those whom the day
 * itself changes. Only a rebuild of the figures has all enterprises looked at.
 */
@ApplicationScoped
public class Raising {
    static final long LOCK = 7_210_003;
    private static final int AT_ONCE = 500;
    private static final int TURNS = 20;
    private static final int MADE_UP_FOR_DAYS = 30;

    private final WorkFacts facts;
    private final EnterpriseStandings standings;
    private final WorkBook book;
    private final GoalTerms terms;
    private final WorkingDays workingDays;
    private final OfficialClock clock;
    private final Sql sql;

    public Raising(
            WorkFacts facts,
            EnterpriseStandings standings,
            WorkBook book,
            GoalTerms terms,
            WorkingDays workingDays,
            OfficialClock clock,
            Sql sql) {
        this.facts = facts;
        this.standings = standings;
        this.book = book;
        this.terms = terms;
        this.workingDays = workingDays;
        this.clock = clock;
        this.sql = sql;
    }

    @Swept
    @Scheduled(every = "5s", identity = "work-raising", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        QuarkusTransaction.requiringNew().run(this::newDays);
        int turn = 0;
        while (turn < TURNS && QuarkusTransaction.requiringNew().call(this::look) > 0) {
            turn++;
        }
    }

    /** Each day since the last one, thirty at most; the row of the day holds off other replicas until it is done. */
    private void newDays() {
        LocalDate today = clock.today();
        LocalDate last = sql.first("SELECT day FROM work_day ORDER BY day DESC LIMIT 1", row -> Sql.date(row, "day"))
                .orElse(null);
        LocalDate first = last == null ? today : later(last.plusDays(1), today.minusDays(MADE_UP_FOR_DAYS));
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            if (sql.update("INSERT INTO work_day (day, done_at) VALUES (?, ?) ON CONFLICT DO NOTHING", day, clock.now())
                    > 0) {
                facts.passing(day, terms.on(day).number(GoalTerm.EXPIRING_DAYS));
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** One replica at a time; while the figures are behind what is recorded, nothing is taken. @return entries that were taken */
    @Transactional
    public int look() {
        if (!sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElseThrow()) {
            return 0;
        }
        WorkFacts.Waiting waiting = facts.waiting(AT_ONCE);
        if (waiting.entries().isEmpty()) {
            return 0;
        }
        LocalDate today = clock.today();
        DatedTerms<GoalTerm> on = terms.on(today);
        Optional<Map<UUID, EnterpriseStandings.Placed>> found =
                standings.of(waiting.enterprises(), today, today.plusDays(on.number(GoalTerm.EXPIRING_DAYS)));
        if (found.isEmpty()) {
            return 0;
        }
        follow(
                waiting.enterprises(),
                found.get(),
                on,
                workingDays.after(today, on.number(GoalTerm.ANSWER_WORKING_DAYS)));
        facts.done(waiting);
        return waiting.entries().size();
    }

    private void follow(
            Set<UUID> enterprises,
            Map<UUID, EnterpriseStandings.Placed> found,
            DatedTerms<GoalTerm> on,
            LocalDate due) {
        Map<UUID, Map<WorkKind, RunningItem>> running = book.running(enterprises);
        for (UUID enterprise : enterprises) {
            EnterpriseStandings.Placed placed = found.get(enterprise);
            List<Standing.Finding> findings =
                    placed == null ? List.of() : placed.standing().findings(on.number(GoalTerm.EXPIRING_LEAST));
            Map<WorkKind, RunningItem> before = new EnumMap<>(WorkKind.class);
            before.putAll(running.getOrDefault(enterprise, Map.of()));
            for (Standing.Finding finding : findings) {
                RunningItem item = before.remove(finding.kind());
                if (item == null) {
                    book.raise(enterprise, placed.region(), finding, due);
                } else if (item.amount() != finding.amount() || !item.region().equals(placed.region())) {
                    book.follow(item, finding, placed.region());
                }
            }
            before.values().forEach(book::resolve);
        }
    }
}
