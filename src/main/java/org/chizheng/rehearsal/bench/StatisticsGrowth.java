package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.chizheng.rehearsal.Crowd;

/** Whether a change costs more among a hundred times as many people: two services on two databases of one PostgreSQL, measured in turn. */
final class StatisticsGrowth {
    private static final String SECOND = "second";
    private final Installation house;
    private final Sheet sheet;
    private final boolean quick;
    private Service second;
    private int people;
    private int fewer;

    StatisticsGrowth(Installation house, Sheet sheet, boolean quick) {
        this.house = house;
        this.sheet = sheet;
        this.quick = quick;
    }

    void startSecond() throws IOException, SQLException {
        house.database().create(SECOND);
        second = new Service(house.folder().resolve(SECOND), house.database().settings(SECOND)).start();
        Runtime.getRuntime().addShutdownHook(new Thread(second::kill));
    }

    /** One of the two services and what its rounds gave. */
    private final class Side implements AutoCloseable {
        private final Service service;
        private final String name;
        private final Connection owner;
        private final Changing changing;
        private final Figures figures = new Figures();

        Side(Service service, String name) throws SQLException {
            this.service = service;
            this.name = name;
            owner = house.database().superuser(name);
            changing = new Changing(owner);
        }

        /** The other service's sweeps look as often as this one's, whichever is measured; what they take in the same time is taken off. */
        void measure(int changes, double idleMicrosASecond) throws IOException, SQLException {
            long before = micros();
            long from = System.nanoTime();
            for (int i = 0; i < changes; i++) {
                changing.suspend(changing.next());
            }
            StatisticsBench.awaitSettled(house.database(), name);
            double seconds = (System.nanoTime() - from) / 1e9;
            figures.add("cpu", (micros() - before - idleMicrosASecond * seconds) / changes);
        }

        /** Pages of the kept figures and of the facts. */
        void measurePages(int changes) throws SQLException {
            long before = pages();
            for (int i = 0; i < changes; i++) {
                changing.suspend(changing.next());
            }
            StatisticsBench.awaitSettled(house.database(), name);
            figures.add("pages", (pages() - before) / (double) changes);
        }

        private long pages() throws SQLException {
            // A connection of the database that rests tells its statistics after ten seconds only.
            Crowd.sleep(11_000);
            return house.database()
                    .number(
                            name,
                            "SELECT coalesce(sum(coalesce(heap_blks_hit, 0) + coalesce(heap_blks_read, 0) + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0)), 0)::bigint"
                                    + " FROM pg_statio_user_tables WHERE relname LIKE 'figure\\_sum%' OR relname LIKE 'figure\\_interval%'"
                                    + " OR relname IN ('appointment', 'requirement', 'certificate', 'post', 'enterprise')");
        }

        private long micros() throws IOException {
            return Processor.micros(service.pid())
                    + Processor.micros(house.database().pid());
        }

        double idle() throws IOException {
            long before = micros();
            long from = System.nanoTime();
            Crowd.sleep(quick ? 1000 : 10_000);
            return (micros() - before) * 1e9 / (System.nanoTime() - from);
        }

        @Override
        public void close() throws SQLException {
            owner.close();
        }
    }

    void run(Province many, int few) throws IOException, SQLException {
        people = many.people();
        fewer = few;
        second.awaitReady();
        new Province(house.database(), SECOND, few).lay();
        StatisticsBench.rebuild(house.database(), SECOND);
        for (String name : List.of(SECOND, many.name())) {
            // Else the database does it by itself, for minutes, while the changes are measured.
            house.database().run(name, "VACUUM (ANALYZE)");
        }
        try (Side small = new Side(second, SECOND);
                Side large = new Side(house.service(), many.name())) {
            int slice = quick ? 10 : 40;
            int rounds = quick ? 2 : 21;
            for (Side side : List.of(small, large, small, large)) {
                side.measure(slice, 0);
                side.figures.forget("cpu");
            }
            double idleSmall = small.idle();
            double idleLarge = large.idle();
            for (int round = 0; round < rounds; round++) {
                // Each goes first in every other round.
                for (Side side : round % 2 == 0 ? List.of(small, large) : List.of(large, small)) {
                    side.measure(slice, side == small ? idleSmall : idleLarge);
                }
            }
            for (int round = 0; round < (quick ? 0 : 3); round++) {
                small.measurePages(slice);
                large.measurePages(slice);
            }
            enter("CPU of service and database", "cpu", small, large, "µs");
            if (!quick) {
                enter("pages touched", "pages", small, large, "");
            }
        } finally {
            second.close();
        }
    }

    private void enter(String what, String figure, Side small, Side large, String unit) {
        sheet.lower("a change among %,d people: ".formatted(people) + what, large.figures.median(figure), unit)
                .baseline(small.figures.median(figure))
                .enter();
        sheet.lower("  ÷ among %,d".formatted(fewer), large.figures.median(figure) / small.figures.median(figure), "×")
                .must(1.2)
                .aim(1)
                .enter();
    }
}
