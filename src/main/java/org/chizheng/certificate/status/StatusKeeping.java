package org.chizheng.certificate.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.common.Backlog;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/**
 * Brings what happened to certificates into the lists, each event from the day on which it takes effect. The work grows with the events. A list is locked before the events
 * are read: of two replicas the later one sees whatever the earlier one saw.
 */
@ApplicationScoped
public class StatusKeeping {
    private static final Backlog.Shelf DUE = new Backlog.Shelf("status_due", "event_id");
    private static final int MOST = 500;
    private static final String TOUCHED = """
            SELECT e.certificate_id, max(e.effective_on) AS reached FROM certificate_event e WHERE e.id = ANY (?) GROUP BY e.certificate_id""";
    private static final String KINDS = """
            SELECT kind FROM certificate_event WHERE certificate_id = ? AND effective_on <= ? ORDER BY effective_on, recorded_at, id""";
    private final Backlog backlog;
    private final Placing placing;
    private final Sql sql;
    private final OfficialClock clock;

    public StatusKeeping(Backlog backlog, Placing placing, Sql sql, OfficialClock clock) {
        this.backlog = backlog;
        this.placing = placing;
        this.sql = sql;
        this.clock = clock;
    }

    private record Touched(UUID certificate, LocalDate reached, Placing.Place place) {}

    @Swept
    @Scheduled(every = "1s", identity = "status-keeping", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        keepUp();
    }

    /** @return how many events were brought in */
    public int keepUp() {
        return backlog.work(DUE, MOST, this::bringIn);
    }

    private void bringIn(List<UUID> events) {
        Map<Integer, List<Touched>> byList = sql
                .list(TOUCHED, row -> touched(row.getObject(1, UUID.class), Sql.date(row, "reached")), (Object)
                        events.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(touched -> touched.place().list(), TreeMap::new, Collectors.toList()));
        byList.forEach(this::bringInto);
    }

    /** The database found the day reached; the clock of this process may be a moment behind. */
    private Touched touched(UUID certificate, LocalDate reached) {
        LocalDate today = clock.today();
        return new Touched(certificate, reached.isAfter(today) ? reached : today, placing.place(certificate));
    }

    private void bringInto(int list, List<Touched> certificates) {
        byte[] bytes = sql.first(
                        "SELECT bits FROM status_list WHERE list = ? FOR NO KEY UPDATE", row -> row.getBytes(1), list)
                .orElseThrow();
        StatusBits bits = new StatusBits(bytes);
        boolean changed = false;
        for (Touched touched : certificates) {
            changed |= bits.set(touched.place().index(), value(touched));
        }
        if (changed) {
            sql.update("UPDATE status_list SET bits = ?, changed = true WHERE list = ?", bytes, list);
        }
    }

    private int value(Touched touched) {
        return StatusBits.of(sql.list(KINDS, row -> row.getString(1), touched.certificate(), touched.reached()));
    }
}
