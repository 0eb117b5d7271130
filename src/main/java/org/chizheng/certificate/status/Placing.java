package org.chizheng.certificate.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.certificate.rule.Shuffle;
import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.common.Backlog;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Gives each certificate its place in a status list: drawn by a keyed permutation of a count, so that nobody finds the neighbours, and never given twice. */
@ApplicationScoped
public class Placing {
    private static final Backlog.Shelf UNPLACED = new Backlog.Shelf("status_unplaced", "certificate_id");
    private static final int MOST = 500;
    private static final String PLACE = """
            INSERT INTO status_place (certificate_id, list, place) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String OPEN_LIST = """
            INSERT INTO status_list (list, bits) VALUES (?, ?) ON CONFLICT (list) DO NOTHING""";
    private final Map<Integer, Shuffle> shuffles = new ConcurrentHashMap<>();
    private final Sql sql;
    private final Sealer sealer;
    private final Backlog backlog;

    public Placing(Sql sql, Sealer sealer, Backlog backlog) {
        this.sql = sql;
        this.sealer = sealer;
        this.backlog = backlog;
    }

    /** Where a certificate's state stands. */
    public record Place(int list, int index) {}

    @Swept
    @Scheduled(every = "5s", identity = "status-placing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        placeOlder();
    }

    /** Those that were issued before there were lists. @return how many */
    public int placeOlder() {
        return backlog.work(UNPLACED, MOST, this::placeAll);
    }

    private void placeAll(List<UUID> certificates) {
        certificates.forEach(this::place);
    }

    public Optional<Place> of(UUID certificate) {
        return sql.first(
                "SELECT list, place FROM status_place WHERE certificate_id = ?",
                row -> new Place(row.getInt(1), row.getInt(2)),
                certificate);
    }

    /** The certificate's place, given now if it has none; in the transaction that writes the certificate, before or after its row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Place place(UUID certificate) {
        Optional<Place> known = of(certificate);
        while (known.isEmpty()) {
            Place next = next();
            if (!isOpen(next.list())) {
                sql.update(OPEN_LIST, next.list(), new byte[StatusBits.BYTES]);
            }
            sql.update(PLACE, certificate, next.list(), next.index());
            known = of(certificate);
        }
        return known.get();
    }

    private boolean isOpen(int list) {
        return sql.first("SELECT 1 FROM status_list WHERE list = ?", row -> true, list)
                .isPresent();
    }

    private Place next() {
        long count = sql.first("SELECT nextval('status_place_count')", row -> row.getLong(1))
                .orElseThrow();
        int list = Math.toIntExact(count / Shuffle.SIZE);
        return new Place(list, shuffles.computeIfAbsent(list, this::shuffle).place((int) (count % Shuffle.SIZE)));
    }

    private Shuffle shuffle(int list) {
        return new Shuffle(sealer.index(Integer.toString(list), "status-list.places"));
    }
}
