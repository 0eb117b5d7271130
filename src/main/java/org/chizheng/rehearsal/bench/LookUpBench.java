package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Script;

/** Look-ups by code beside what the same server does without a database, in rounds, so that each ratio compares what ran within the same seconds. */
final class LookUpBench {
    /**
     * The same door, asked for what cannot be a code: the same filters and the same kind of JSON, without a lookup and without the log. Among the doors that answer JSON
     * without a database it is the fastest, hence the hardest to compare with: the published keys, whose digest is reckoned for every answer, reach two fifths of it.
     */
    static final String BARE = "/api/verify/x";

    private static final int BARE_STATUS = 400;

    /** Within this, a check is in the log. */
    private static final long WRITTEN_MILLIS = 1500;

    /** Until what the service does most is compiled: what is compared is a service that has run for a while, not its first minute. */
    private static final long WARM_MILLIS = 90_000;

    private static final List<Integer> CONNECTIONS = List.of(64, 200);
    private final Installation house;
    private final Sheet sheet;
    private final boolean quick;
    private final long seed;
    private long earlier;
    private long checks;

    LookUpBench(Installation house, Sheet sheet, boolean quick, long seed) {
        this.house = house;
        this.sheet = sheet;
        this.quick = quick;
        this.seed = seed;
    }

    void run(int certificates) throws IOException, SQLException {
        earlier = scans();
        for (int connections : CONNECTIONS) {
            try (Play play = new Play(house.service().base(), null, Script.steady(30_000), seed)) {
                measure(new ClosedLoop(play, connections), connections, certificates);
            }
        }
        logged();
    }

    private void measure(ClosedLoop loop, int connections, int certificates) throws IOException {
        LookUps lookUps = new LookUps(house.service().base(), connections, certificates, seed);
        SamePath bare = new SamePath(house.service().base(), BARE, BARE_STATUS);
        checks += loop.runFor(quick ? 3000 : WARM_MILLIS, lookUps).done();
        loop.runFor(quick ? 1000 : 5000, bare);
        Figures figures = new Figures();
        for (int round = 0; round < (quick ? 2 : 11); round++) {
            // What the look-ups leave to write must not weigh on the bare endpoint, and must weigh on them from the
            // first second on.
            Crowd.sleep(WRITTEN_MILLIS);
            once(figures, "bare", () -> loop.runFor(quick ? 1000 : 3000, bare));
            checks += loop.runFor(WRITTEN_MILLIS, lookUps).done();
            checks += once(figures, "look-up", () -> loop.runFor(quick ? 2000 : 6000, lookUps));
        }
        enter("look-ups, %,d certificates, %d connections".formatted(certificates, connections), figures);
    }

    private long once(Figures figures, String what, Supplier<ClosedLoop.Result> work) throws IOException {
        long service = Processor.micros(house.service().pid());
        long database = Processor.micros(house.database().pid());
        ClosedLoop.Result result = work.get();
        sheet.holds(result.errors() == 0, what + ": " + result.errors() + " wrong, " + result.firstError());
        figures.add(what, result.perSecond());
        figures.add(what + " service", (Processor.micros(house.service().pid()) - service) / (double) result.done());
        figures.add(what + " database", (Processor.micros(house.database().pid()) - database) / (double) result.done());
        figures.add(what + " p99", result.millis(99));
        figures.add(what + " driver", result.cost().microsPerRequest());
        return result.done();
    }

    private void enter(String what, Figures figures) {
        sheet.higher(what, figures.median("look-up"), "/s")
                .baseline(figures.median("bare"))
                .enter();
        sheet.higher(what + ", ÷ bare", figures.ratio("look-up", "bare"), "×")
                .must(0.5)
                .aim(0.8)
                .enter();
        row(what + ", service's CPU", figures, "service", "µs");
        row(what + ", database's CPU", figures, "database", "µs");
        row(what + ", p99", figures, "p99", "ms");
        row(what + ", driver's CPU", figures, "driver", "µs");
    }

    private void row(String what, Figures figures, String kind, String unit) {
        sheet.lower(what, figures.median("look-up " + kind), unit)
                .baseline(figures.median("bare " + kind))
                .enter();
    }

    /** A log that cannot follow drops checks; then the rate above would be too good. */
    private void logged() throws SQLException {
        long before = -1;
        long now = scans();
        while (now != before) {
            Crowd.sleep(2500);
            before = now;
            now = scans();
        }
        sheet.lower("checks that the log dropped", checks + earlier - now, "")
                .must(0)
                .enter();
    }

    private long scans() throws SQLException {
        return house.database().number("postgres", "SELECT count(*) FROM verification_scan");
    }
}
