package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.journey.Visitor;
import org.chizheng.rehearsal.Crowd;

/** How large a list of a million states is with two in a hundred set, how long it takes until the world can see one more, and what that costs among few and among many certificates. */
final class StatusBench {
    private static final int STATES = 1_000_000;
    private static final long PATIENCE = 60_000_000_000L;

    /** A connection of the database that rests tells its statistics after ten seconds only. */
    private static final long STATISTICS_MILLIS = 11_000;

    private static final String PAGES = """
            SELECT coalesce(sum(coalesce(heap_blks_hit, 0) + coalesce(heap_blks_read, 0) + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0)
                + coalesce(toast_blks_hit, 0) + coalesce(toast_blks_read, 0)), 0)::bigint
            FROM pg_statio_user_tables WHERE relname LIKE 'certificate%' OR relname LIKE 'status%'""";
    private final Installation house;
    private final Sheet sheet;
    private final boolean quick;
    private final Visitor anyone;
    private int list;
    private int placed;
    private double earlier;

    StatusBench(Installation house, Sheet sheet, boolean quick) {
        this.house = house;
        this.sheet = sheet;
        this.quick = quick;
        anyone = new Visitor(house.service().base().toString());
    }

    /** The certificates that came since the last time get a list of their own. */
    void run(Stock stock) throws IOException, SQLException {
        list++;
        try (Connection owner = house.database().owner(stock.name())) {
            StatusBits bits = bits();
            lay(owner, bits, placed, stock.size());
            // Else it is done by itself while the changes are measured.
            house.database().run(stock.name(), "VACUUM (ANALYZE) status_place");
            byte[] signed = awaitOther(new byte[0]);
            Figures figures = new Figures();
            double idle = idleASecond(stock.name());
            long before = pages(stock.name());
            long begun = System.nanoTime();
            int changes = quick ? 1 : 9;
            for (int change = 0, number = placed; change < changes; number++) {
                if (bits.at(number) == StatusBits.IN_FORCE && number % Stock.EVERY != 0) {
                    long from = System.nanoTime();
                    suspend(owner, Stock.id(number));
                    signed = awaitOther(signed);
                    figures.add("seconds", (System.nanoTime() - from) / 1e9);
                    change++;
                }
            }
            settle();
            double pages = pages(stock.name()) - before - idle * (System.nanoTime() - begun) / 1e9;
            enter(stock.size(), signed.length, figures.median("seconds"), pages / changes);
        }
        placed = stock.size();
    }

    private void enter(int certificates, int bytes, double seconds, double pages) {
        if (list == 2) {
            sheet.lower("status list of 1,000,000 states, 2 % set", bytes / 1000.0, "kB")
                    .must(200)
                    .enter();
            sheet.lower("from a suspension to the signed list, sweeps included", seconds, "s")
                    .enter();
            if (!quick) {
                String what = "pages touched for it, %,d certificates".formatted(certificates);
                sheet.lower(what, pages, "").baseline(earlier).enter();
            }
        }
        earlier = pages;
    }

    private static StatusBits bits() {
        SplittableRandom random = new SplittableRandom(2);
        StatusBits bits = new StatusBits(new byte[StatusBits.BYTES]);
        for (int set = 0; set < STATES / Stock.EVERY; ) {
            set += bits.set(random.nextInt(STATES), StatusBits.ENDED + set % 2) ? 1 : 0;
        }
        return bits;
    }

    /** Certificate n has place n; the places of a million have a state, whether there are so many certificates or not. */
    private void lay(Connection owner, StatusBits bits, int from, int to) throws SQLException {
        try (PreparedStatement lists = owner.prepareStatement("INSERT INTO status_list (list, bits) VALUES (?, ?)");
                PreparedStatement places = owner.prepareStatement(
                        "INSERT INTO status_place (certificate_id, list, place) SELECT id, ?, substr(file_number, 2)::int FROM certificate"
                                + " WHERE file_number >= ? AND file_number < ?")) {
            lists.setInt(1, list);
            lists.setBytes(2, bits.bytes());
            lists.execute();
            places.setInt(1, list);
            places.setString(2, Stock.fileNumber(from));
            places.setString(3, Stock.fileNumber(Math.min(to, STATES)));
            places.execute();
        }
    }

    private static void suspend(Connection owner, UUID certificate) throws SQLException {
        try (PreparedStatement event = owner.prepareStatement(
                "INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at)"
                        + " VALUES (gen_random_uuid(), ?, 'SUSPENDED', current_date - 1, 'bench', 'bench', now())")) {
            event.setObject(1, certificate);
            event.execute();
        }
    }

    private byte[] awaitOther(byte[] than) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            Visitor.Answer answer = anyone.look("/status/" + list);
            if (answer.status() == 200 && !Arrays.equals(answer.bytes(), than)) {
                return answer.bytes();
            }
            Crowd.sleep(20);
        }
        throw new IOException("the status list is not signed anew");
    }

    private void settle() {
        Crowd.sleep(quick ? 0 : STATISTICS_MILLIS);
    }

    /** What the sweeps touch when nothing happens. */
    private double idleASecond(String name) throws SQLException {
        settle();
        long from = System.nanoTime();
        long before = pages(name);
        Crowd.sleep(quick ? 0 : 30_000);
        settle();
        return (pages(name) - before) * 1e9 / (System.nanoTime() - from);
    }

    private long pages(String name) throws SQLException {
        return house.database().number(name, PAGES);
    }
}
