package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Script;

/** Whether a look-up takes longer among a hundred times as many certificates: two services on two databases of one PostgreSQL, measured in turn. */
final class LookUpGrowth {
    private static final int CONNECTIONS = 8;
    private static final String SECOND = "second";

    /** A connection of the database that rests tells its statistics after ten seconds only. */
    private static final long STATISTICS_MILLIS = 11_000;

    private final Installation house;
    private final Sheet sheet;
    private final boolean quick;
    private final long seed;
    private Service second;

    LookUpGrowth(Installation house, Sheet sheet, boolean quick, long seed) {
        this.house = house;
        this.sheet = sheet;
        this.quick = quick;
        this.seed = seed;
    }

    void startSecond(String option) throws IOException, SQLException {
        house.database().create(SECOND);
        second = new Service(house.folder().resolve(SECOND), house.database().settings(SECOND))
                .with(option)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(second::kill));
    }

    /** One of the two services and what its rounds gave. */
    private final class Side implements AutoCloseable {
        private final Service service;
        private final String name;
        private final Play play;
        private final ClosedLoop loop;
        private final LookUps lookUps;
        private final Figures figures = new Figures();

        Side(Service service, Stock stock) {
            this.service = service;
            name = stock.name();
            play = new Play(service.base(), null, Script.steady(30_000), seed);
            loop = new ClosedLoop(play, CONNECTIONS);
            lookUps = new LookUps(service.base(), CONNECTIONS, stock.size(), seed);
        }

        ClosedLoop.Result look(int times) {
            ClosedLoop.Result result = loop.runTimes(times, lookUps);
            sheet.holds(result.errors() == 0, "growth: " + result.firstError());
            return result;
        }

        void measure(int times) throws IOException {
            long before = micros();
            ClosedLoop.Result result = look(times);
            figures.add("cpu", (micros() - before) / (double) result.done());
            figures.add("p50", result.millis(50));
            figures.add("p99", result.millis(99));
        }

        void measureBuffers(int times) throws SQLException {
            Crowd.sleep(STATISTICS_MILLIS);
            long before = buffers();
            ClosedLoop.Result result = look(times);
            Crowd.sleep(STATISTICS_MILLIS);
            figures.add("buffers", (buffers() - before) / (double) result.done());
        }

        private long micros() throws IOException {
            return Processor.micros(service.pid())
                    + Processor.micros(house.database().pid());
        }

        private long buffers() throws SQLException {
            return house.database()
                    .number(
                            name,
                            "SELECT coalesce(sum(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read), 0)::bigint FROM pg_statio_user_tables"
                                    + " WHERE relname IN ('certificate', 'certificate_event')");
        }

        @Override
        public void close() {
            play.close();
        }
    }

    void run(Stock many, int certificates) throws IOException, SQLException {
        int slice = quick ? 1000 : 5000;
        second.awaitReady();
        Stock few = new Stock(house.database(), SECOND);
        few.growTo(certificates);
        try (Side small = new Side(second, few);
                Side large = new Side(house.service(), many)) {
            for (int round = 0; round < (quick ? 2 : 6); round++) {
                small.look(slice);
                large.look(slice);
            }
            house.database().run("postgres", "CHECKPOINT");
            for (int round = 0; round < (quick ? 4 : 31); round++) {
                // Each goes first in every other round.
                for (Side side : round % 2 == 0 ? List.of(small, large) : List.of(large, small)) {
                    side.measure(slice);
                }
            }
            for (int round = 0; round < (quick ? 0 : 3); round++) {
                small.measureBuffers(slice);
                large.measureBuffers(slice);
            }
            String what = "a look-up among %,d certificates".formatted(many.size());
            enter(what + ", p99, 8 connections", "p99", small, large, "ms")
                    .must(1.2)
                    .aim(1)
                    .enter();
            enter(what + ", median", "p50", small, large, "ms").enter();
            enter(what + ", CPU", "cpu", small, large, "µs").enter();
            if (!quick) {
                enter(what + ", pages of certificates touched", "buffers", small, large, "")
                        .enter();
            }
        } finally {
            second.close();
        }
    }

    private Sheet.Row enter(String what, String figure, Side small, Side large, String unit) {
        sheet.lower(what, large.figures.median(figure), unit)
                .baseline(small.figures.median(figure))
                .enter();
        return sheet.lower("  ÷ among a hundredth", large.figures.median(figure) / small.figures.median(figure), "×");
    }
}
