package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.rehearsal.Crowd;

/** Whether a change costs more among a hundred times as many people: two services on two databases of one PostgreSQL, measured in turn. */
final class StatisticsGrowth {
    private static final String SECOND = "second";
    private static final String PAGES = """
            SELECT coalesce(sum(coalesce(heap_blks_hit, 0) + coalesce(heap_blks_read, 0) + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0)), 0)::bigint
            FROM pg_statio_user_tables WHERE\s""";
    private static final String FACTS_AND_FIGURES = """
            relname LIKE 'figure\\_sum%' OR relname LIKE 'figure\\_interval%' OR relname IN ('appointment', 'requirement', 'certificate', 'post', 'enterprise')""";

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

    private record Pages(long facts, long all, long read, double seconds) {}

    private record Took(double micros, double seconds) {}

    private interface Work {
        void run() throws SQLException;
    }

    /** One of the two services and what its rounds gave. */
    private final class Side implements AutoCloseable {
        private final Service service;
        private final String name;
        private final Connection owner;
        private final Changing changing;
        private final Figures figures = new Figures();
        private final List<Took> busy = new ArrayList<>();
        private final List<Took> resting = new ArrayList<>();

        Side(Service service, String name) throws SQLException {
            this.service = service;
            this.name = name;
            owner = house.database().superuser(name);
            changing = new Changing(owner);
        }

        void measure(int changes) throws IOException, SQLException {
            busy.add(took(() -> change(changes)));
        }

        void rest() throws IOException, SQLException {
            resting.add(took(() -> Crowd.sleep(quick ? 1000 : 15_000)));
        }

        private Took took(Work work) throws IOException, SQLException {
            long before = micros();
            long from = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Took(micros() - before, seconds);
        }

        /** The other service's sweeps look as often as this one's, whichever is measured; what they take in the same time is taken off. */
        double microsAChange(int changes) {
            double idle = resting.stream().mapToDouble(Took::micros).sum()
                    / resting.stream().mapToDouble(Took::seconds).sum();
            return Sheet.median(busy.stream()
                    .map(took -> (took.micros() - idle * took.seconds()) / changes)
                    .toList());
        }

        /** What the sweeps touch while nothing happens is taken off. */
        void measurePages(int changes) throws SQLException {
            Pages idle = pages(0);
            Pages all = pages(changes);
            double longer = all.seconds() / idle.seconds();
            figures.add("facts", (all.facts() - idle.facts() * longer) / changes);
            figures.add("pages", (all.all() - idle.all() * longer) / changes);
            figures.add("read", (all.read() - idle.read() * longer) / changes);
        }

        /** Touched meanwhile. */
        private Pages pages(int changes) throws SQLException {
            long from = System.nanoTime();
            long facts = pages(FACTS_AND_FIGURES);
            long all = pages("true");
            long read = read();
            change(changes);
            // A connection of the database that rests tells its statistics after ten seconds only.
            Crowd.sleep(11_000);
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Pages(pages(FACTS_AND_FIGURES) - facts, pages("true") - all, read() - read, seconds);
        }

        private long read() throws SQLException {
            return house.database()
                    .number(name, "SELECT blks_read FROM pg_stat_database WHERE datname = current_database()");
        }

        private long pages(String which) throws SQLException {
            return house.database().number(name, PAGES + which);
        }

        /** Until all has followed: the figures, the work list, the list of states, the chain of entries and the messages. */
        private void change(int changes) throws SQLException {
            for (int i = 0; i < changes; i++) {
                changing.suspend(changing.next());
            }
            Following.await(house.database(), name);
        }

        private long micros() throws IOException {
            return Processor.micros(service.pid())
                    + Processor.micros(house.database().pid());
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
        Following.await(house.database(), SECOND);
        for (String name : List.of(SECOND, many.name())) {
            // Else the database does it by itself, for minutes, while the changes are measured.
            house.database().run(name, "VACUUM (ANALYZE)");
            warm(name);
        }
        try (Side small = new Side(second, SECOND);
                Side large = new Side(house.service(), many.name())) {
            int slice = quick ? 10 : 300;
            int rounds = quick ? 2 : 8;
            for (int i = 0; i < (quick ? 1 : 3); i++) {
                small.change(slice);
                large.change(slice);
            }
            for (int round = 0; round < rounds; round++) {
                // Each goes first in every other round.
                for (Side side : round % 2 == 0 ? List.of(small, large) : List.of(large, small)) {
                    side.rest();
                    side.measure(slice);
                }
            }
            enter("CPU of service and database", small.microsAChange(slice), large.microsAChange(slice), "µs");
            for (int round = 0; round < (quick ? 0 : 2); round++) {
                Crowd.sleep(11_000);
                small.measurePages(slice / 2);
                large.measurePages(slice / 2);
            }
            if (!quick) {
                enter("pages of facts and figures", "facts", small, large);
                enter("pages of all tables, with what it sets off", "pages", small, large);
                sheet.lower("pages of those that were not in the cache", large.figures.median("read"), "")
                        .baseline(small.figures.median("read"))
                        .enter();
            }
        } finally {
            second.close();
        }
    }

    /** As in a service that has been up for days; after a restart the database does the same by itself. */
    private void warm(String name) throws SQLException {
        house.database().run(name, "CREATE EXTENSION IF NOT EXISTS pg_prewarm");
        house.database()
                .number(
                        name,
                        "SELECT sum(pg_prewarm(oid::regclass)) FROM pg_class WHERE relkind IN ('r', 'i', 't') AND relpersistence = 'p'");
    }

    private void enter(String what, String figure, Side small, Side large) {
        enter(what, small.figures.median(figure), large.figures.median(figure), "");
    }

    private void enter(String what, double small, double large, String unit) {
        sheet.lower("a change among %,d people: ".formatted(people) + what, large, unit)
                .baseline(small)
                .enter();
        sheet.lower("  ÷ among %,d".formatted(fewer), large / small, "×")
                .must(1.2)
                .aim(1)
                .enter();
    }
}
