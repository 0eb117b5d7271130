package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Script;
import org.chizheng.rehearsal.Staff;

/** Whether a save costs more when the log is ten times as long: two services on two databases of one PostgreSQL, the second with the long log, measured in turn. */
final class GrowthBench {
    private static final int CONNECTIONS = 8;
    private static final long PATIENCE = 300_000;
    private static final String SECOND = "second";
    private static final int TIMES = 10;

    /** A connection of the database that rests tells its statistics after ten seconds only. */
    private static final long STATISTICS_MILLIS = 11_000;

    private final Installation house;
    private final Sheet sheet;
    private final boolean quick;
    private final long seed;
    private Service second;

    GrowthBench(Installation house, Sheet sheet, boolean quick, long seed) {
        this.house = house;
        this.sheet = sheet;
        this.quick = quick;
        this.seed = seed;
    }

    void startSecond() throws IOException, SQLException {
        house.database().create(SECOND);
        second = new Service(house.folder().resolve(SECOND), house.database().settings(SECOND)).start();
    }

    /** One of the two services with its candidates and what its rounds gave. */
    private final class Side implements AutoCloseable {
        private final Service service;
        private final String name;
        private final Play play;
        private final Crowd crowd;
        private final ClosedLoop loop;
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> millis = new ArrayList<>();
        private final List<Double> buffers = new ArrayList<>();

        Side(Service service, String name, Staff staff) throws IOException {
            this.service = service;
            this.name = name;
            play = new Play(service.base(), null, Script.steady(30_000), seed);
            crowd = new Crowd(play, Installation.cast(staff, quick ? 50 : 200));
            crowd.enter(PATIENCE);
            crowd.beginAtOnce(CONNECTIONS, PATIENCE);
            loop = new ClosedLoop(play, CONNECTIONS);
        }

        ClosedLoop.Result save(int saves) {
            ClosedLoop.Result result = loop.runTimes(saves, new Saving(crowd.candidates(), CONNECTIONS));
            sheet.holds(result.errors() == 0, "growth: " + result.firstError());
            return result;
        }

        void fill(int rows, int batch) {
            ClosedLoop.Result result =
                    loop.runTimes(Long.MAX_VALUE, new Filling(crowd.candidates(), CONNECTIONS, batch, rows / batch));
            sheet.holds(result.errors() == 0, "growth: " + result.firstError());
        }

        void measure(int saves) throws IOException {
            long before = micros();
            ClosedLoop.Result result = save(saves);
            cpu.add((micros() - before) / (double) result.done());
            millis.add(result.millis(50));
        }

        void measureBuffers(int saves) throws SQLException {
            Crowd.sleep(STATISTICS_MILLIS);
            long before = buffers();
            ClosedLoop.Result result = save(saves);
            Crowd.sleep(STATISTICS_MILLIS);
            buffers.add((buffers() - before) / (double) result.done());
        }

        private long micros() throws IOException {
            return Processor.micros(service.pid())
                    + Processor.micros(house.database().pid());
        }

        private long buffers() throws SQLException {
            return house.database()
                    .number(name, "SELECT blks_hit + blks_read FROM pg_stat_database WHERE datname = '" + name + "'");
        }

        @Override
        public void close() {
            play.close();
        }
    }

    void run() throws IOException, SQLException {
        int rows = quick ? 1000 : 50_000;
        int slice = quick ? 300 : 5000;
        int batch = quick ? 100 : 500;
        second.awaitReady();
        try (Side once = new Side(house.service(), "postgres", house.staff());
                Side tenfold = new Side(second, SECOND, house.open(second, SECOND))) {
            once.save(rows);
            tenfold.save(rows);
            tenfold.fill((TIMES - 1) * rows, batch);
            house.database().run("postgres", "CHECKPOINT");
            for (int round = 0; round < (quick ? 2 : 21); round++) {
                // Each goes first in every other round, and both wait until what the filling left behind is written.
                List<Side> order = round % 2 == 0 ? List.of(once, tenfold) : List.of(tenfold, once);
                for (Side side : order) {
                    side.measure(slice);
                }
                tenfold.fill((TIMES - 1) * slice, batch);
                Crowd.sleep(quick ? 0 : 500);
            }
            for (int round = 0; round < (quick ? 1 : 3); round++) {
                once.measureBuffers(slice);
                tenfold.measureBuffers(slice);
            }
            String what = "a save with " + TIMES + " × the log (" + TIMES * rows + " rows): ";
            enter(what + "CPU of service and database", once.cpu, tenfold.cpu, "µs");
            enter(what + "median time, 8 connections", once.millis, tenfold.millis, "ms");
            enter(what + "buffers touched", once.buffers, tenfold.buffers, "");
        } finally {
            second.close();
        }
    }

    private void enter(String what, List<Double> once, List<Double> tenfold, String unit) {
        sheet.lower(what, Sheet.median(tenfold), unit)
                .baseline(Sheet.median(once))
                .enter();
        sheet.lower(what + ", ÷ 1 ×", Sheet.median(tenfold) / Sheet.median(once), "×")
                .must(1.1)
                .aim(1)
                .enter();
    }
}
