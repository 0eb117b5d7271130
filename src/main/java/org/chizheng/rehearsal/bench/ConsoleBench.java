package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Options;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Script;
import org.chizheng.rehearsal.Seat;

/**
 * What it costs to watch a room of 200 that answers at a normal pace: by consoles that are pushed to, beside pages that ask every five seconds for the whole list as
 * they did before there was a push, with nobody watching in between, and one more candidate who answers each second all the time; and how long an answer that was acknowledged takes to the console.
 */
final class ConsoleBench {
    private static final long PATIENCE = 300_000;
    /** A thought every half minute: 100 items in 50 minutes. */
    private static final long PACE = 30_000;

    private static final List<Integer> CONSOLES = List.of(1, 4);
    private final boolean quick;
    private final long seed;
    private final int candidates;
    private final long phase;
    private final Sheet sheet;

    ConsoleBench(Options options) {
        quick = options.has("quick");
        seed = options.whole("seed", 1);
        candidates = options.whole("candidates", quick ? 40 : 200);
        phase = Math.round(options.number("minutes", quick ? 0.1 : 1) * 60_000);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("seed", seed);
        settings.put("candidates", candidates);
        settings.put("phase, ms", phase);
        sheet = new Sheet("console", settings);
    }

    boolean run() throws IOException, SQLException {
        try (Installation house = new Installation()) {
            house.start();
            List<Seat> seats = Installation.cast(house.staff(), candidates);
            String session = seats.get(0).session();
            try (Play play = new Play(house.service().base(), null, Script.steady(quick ? 5000 : PACE), seed)) {
                Crowd room = new Crowd(play, seats.subList(1, seats.size()));
                room.enter(PATIENCE);
                room.begin(2000);
                Probe probe = new Probe(house.service().base().toString(), seats.get(0));
                Crowd.sleep(quick ? 3000 : 20_000);
                for (int consoles : CONSOLES) {
                    measure(house, session, consoles, probe);
                }
                room.rest();
                sheet.holds(room.stuck().isEmpty(), "stuck: " + room.stuck());
            }
        }
        return sheet.write();
    }

    /** Per minute. */
    private record Cost(double service, double database, double bytes) {}

    private void measure(Installation house, String session, int consoles, Probe probe) throws IOException {
        probe.start();
        Cost alone = cost(house, List.of());
        List<Watcher> pushed = watchers(house, session, consoles, true);
        pushed.get(0).tell(probe.ticket(), probe::seen);
        probe.look();
        Cost push = cost(house, pushed);
        probe.lookAway();
        Cost again = cost(house, List.of());
        Cost poll = cost(house, watchers(house, session, consoles, false));
        probe.stop();
        double idleService = (alone.service() + again.service()) / 2;
        double idleDatabase = (alone.database() + again.database()) / 2;
        String what = consoles + (consoles == 1 ? " console: " : " consoles: ");
        row(what + "bytes a minute", push.bytes() / 1000, poll.bytes() / 1000, "kB");
        row(what + "service's CPU a minute", push.service(), poll.service(), "ms");
        row(what + "database's CPU a minute", push.database(), poll.database(), "ms");
        row(
                what + "service's CPU a minute, above nobody watching",
                push.service() - idleService,
                poll.service() - idleService,
                "ms");
        row(
                what + "database's CPU a minute, above nobody watching",
                push.database() - idleDatabase,
                poll.database() - idleDatabase,
                "ms");
        sheet.lower(what + "service's CPU a minute with nobody watching", idleService, "ms")
                .enter();
        delays(what, probe.delays());
    }

    private void row(String what, double push, double poll, String unit) {
        sheet.lower(what, push, unit).baseline(poll).enter();
    }

    private void delays(String what, List<Long> sorted) {
        sheet.holds(!sorted.isEmpty(), what + "no answer was seen at the console");
        sheet.higher(what + "acknowledged answers looked for at the console", sorted.size(), "")
                .enter();
        if (!sorted.isEmpty()) {
            sheet.lower(what + "from an acknowledged answer to the console, p50", millis(sorted, 50), "ms")
                    .enter();
            sheet.lower(what + "from an acknowledged answer to the console, p95", millis(sorted, 95), "ms")
                    .must(1000)
                    .enter();
        }
    }

    private static double millis(List<Long> sorted, int percentile) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100)) / 1e6;
    }

    private static List<Watcher> watchers(Installation house, String session, int consoles, boolean push)
            throws IOException {
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < consoles; i++) {
            watchers.add(new Watcher(house.service().base().toString(), session, push));
        }
        return watchers;
    }

    /** Lets them watch for a while, and ends them. */
    private Cost cost(Installation house, List<Watcher> watchers) throws IOException {
        watchers.forEach(Watcher::start);
        Crowd.sleep(Math.min(3000, phase / 3));
        long bytes = watchers.stream().mapToLong(Watcher::bytes).sum();
        long service = Processor.micros(house.service().pid());
        long database = Processor.micros(house.database().pid());
        Crowd.sleep(phase);
        double minutes = phase / 60_000.0;
        Cost cost = new Cost(
                (Processor.micros(house.service().pid()) - service) / 1000.0 / minutes,
                (Processor.micros(house.database().pid()) - database) / 1000.0 / minutes,
                (watchers.stream().mapToLong(Watcher::bytes).sum() - bytes) / minutes);
        for (Watcher watcher : watchers) {
            watcher.close();
            sheet.holds(watcher.fault().isEmpty(), "a console: " + watcher.fault());
        }
        return cost;
    }
}
