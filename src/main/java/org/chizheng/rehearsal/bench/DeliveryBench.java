package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Ledger;
import org.chizheng.rehearsal.Options;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Reconciliation;
import org.chizheng.rehearsal.Script;
import org.chizheng.rehearsal.Seat;
import org.chizheng.rehearsal.Staff;
import org.chizheng.rehearsal.Tally;
import org.chizheng.rehearsal.wire.Reply;

/** How fast papers are delivered, answers saved, and examinations scored; with what the same database does by itself measured in between. */
final class DeliveryBench {
    private static final int CONNECTIONS = 200;
    private static final int STARTERS = 50;
    private static final long PATIENCE = 900_000;
    private final boolean quick;
    private final long seed;
    private final double minutes;
    private final int crowd;
    private final String only;
    private final int rounds;
    private final Sheet sheet;

    DeliveryBench(Options options) {
        quick = options.has("quick");
        seed = options.whole("seed", 1);
        minutes = options.number("minutes", quick ? 0.1 : 10);
        crowd = options.whole("candidates", quick ? 300 : 10_000);
        only = options.text("only", "");
        rounds = options.whole("rounds", quick ? 1 : 7);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("seed", seed);
        settings.put("minutes", minutes);
        settings.put("candidates", crowd);
        settings.put("connections", CONNECTIONS);
        sheet = new Sheet("delivery", settings);
    }

    boolean run() throws IOException, SQLException {
        try (Installation house = new Installation()) {
            if (wanted("growth")) {
                GrowthBench growth = new GrowthBench(house, sheet, quick, seed);
                growth.startSecond();
                house.start();
                growth.run();
            } else {
                house.start();
            }
            if (wanted("saves")) {
                saves(house);
            }
            if (wanted("starts")) {
                starts(house);
            }
            if (wanted("scores")) {
                scores(house);
            }
            if (wanted("crowd")) {
                manyCandidates(house);
            }
        }
        return sheet.write();
    }

    private boolean wanted(String part) {
        return only.isEmpty() || only.equals(part);
    }

    private Play play(URI base, Ledger ledger, Script script) {
        return new Play(base, ledger, script, seed);
    }

    /** Rounds of all baselines and of the saves, so that each ratio compares what ran within the same seconds. */
    private void saves(Installation house) throws IOException, SQLException {
        Upserts upserts = new Upserts(house.database(), house.folder());
        try (Play play = play(house.service().base(), null, Script.steady(30_000))) {
            Crowd seated = new Crowd(play, Installation.cast(house.staff(), 500));
            seated.enter(PATIENCE);
            seated.beginAtOnce(STARTERS, PATIENCE);
            ClosedLoop loop = new ClosedLoop(play, CONNECTIONS);
            Saving saving = new Saving(seated.candidates(), CONNECTIONS);
            loop.runFor(quick ? 3000 : 20_000, saving);
            Map<String, List<Double>> figures = new TreeMap<>();
            long millis = quick ? 1000 : 5000;
            for (int round = 0; round < rounds; round++) {
                baselines(upserts, loop, millis, figures);
                savesOnce(loop.runFor(quick ? 2000 : 10_000, saving), figures);
            }
            enterSaves(figures);
            seated.lookAgain(PATIENCE);
            sheet.holds(seated.firstFault().isEmpty(), "saves: " + seated.firstFault());
            sheet.holds(seated.stuck().isEmpty(), "saves: stuck " + seated.stuck());
        }
    }

    private void baselines(Upserts upserts, ClosedLoop loop, long millis, Map<String, List<Double>> figures)
            throws IOException, SQLException {
        add(figures, "jdbc 8", upserts.jdbc(8, millis));
        add(figures, "jdbc 32", upserts.jdbc(32, millis));
        var pgbench8 = upserts.pgbench(8, millis);
        if (pgbench8.isPresent()) {
            add(figures, "pgbench 8", pgbench8.getAsDouble());
            add(figures, "pgbench 32", upserts.pgbench(32, millis).orElse(0));
        }
        byte[] health = Reply.ascii("GET /q/health/live HTTP/1.1\r\nHost: bench\r\n\r\n");
        ClosedLoop.Result bare = loop.runFor(millis, new Repeating(health));
        add(figures, "bare", bare.perSecond());
        add(figures, "bare driver", bare.cost().microsPerRequest());
    }

    private void savesOnce(ClosedLoop.Result result, Map<String, List<Double>> figures) {
        add(figures, "saves", result.perSecond());
        add(figures, "p50", result.millis(50));
        add(figures, "p99", result.millis(99));
        add(figures, "driver", result.cost().microsPerRequest());
        add(figures, "errors", (double) result.errors());
        add(figures, "of jdbc 8", result.perSecond() / last(figures, "jdbc 8"));
        add(figures, "of jdbc 32", result.perSecond() / last(figures, "jdbc 32"));
        if (figures.containsKey("pgbench 8")) {
            add(figures, "of pgbench 8", result.perSecond() / last(figures, "pgbench 8"));
        }
        if (!result.firstError().isEmpty()) {
            sheet.say("first refused save: " + result.firstError());
        }
    }

    private static void add(Map<String, List<Double>> figures, String what, double value) {
        figures.computeIfAbsent(what, w -> new ArrayList<>()).add(value);
    }

    private static double last(Map<String, List<Double>> figures, String what) {
        List<Double> values = figures.get(what);
        return values.get(values.size() - 1);
    }

    private void enterSaves(Map<String, List<Double>> figures) {
        Map<String, Double> median = new TreeMap<>();
        figures.forEach((what, values) -> median.put(what, Sheet.median(values)));
        sheet.higher("baseline: JDBC upserts, 8 connections", median.get("jdbc 8"), "/s")
                .enter();
        sheet.higher("baseline: JDBC upserts, 32 connections", median.get("jdbc 32"), "/s")
                .enter();
        if (median.containsKey("pgbench 8")) {
            sheet.higher("baseline: pgbench upserts, 8 clients", median.get("pgbench 8"), "/s")
                    .enter();
            sheet.higher("baseline: pgbench upserts, 32 clients", median.get("pgbench 32"), "/s")
                    .enter();
        }
        sheet.higher("baseline: GET /q/health/live, 200 connections", median.get("bare"), "/s")
                .enter();
        sheet.higher("saves, one answer per request, 200 connections, 500 sittings", median.get("saves"), "/s")
                .baseline(median.get("jdbc 8"))
                .enter();
        sheet.higher("saves ÷ JDBC upserts with 8 connections", median.get("of jdbc 8"), "×")
                .must(1.5)
                .aim(3)
                .enter();
        sheet.higher("saves ÷ JDBC upserts with 32 connections", median.get("of jdbc 32"), "×")
                .enter();
        if (median.containsKey("of pgbench 8")) {
            sheet.higher("saves ÷ pgbench upserts with 8 clients", median.get("of pgbench 8"), "×")
                    .enter();
        }
        sheet.lower("save, closed loop, p50", median.get("p50"), "ms").enter();
        sheet.lower("save, closed loop, p99", median.get("p99"), "ms").enter();
        double errors = figures.get("errors").stream().mapToDouble(e -> e).sum();
        sheet.lower("saves refused or broken", errors, "").must(0).enter();
        sheet.lower("driver's CPU per save", median.get("driver"), "µs").aim(10).enter();
        sheet.lower("driver's CPU per bare request", median.get("bare driver"), "µs")
                .aim(10)
                .enter();
    }

    /** A first round, of a service that has just come up, is shown by itself; the others are what a service can do that has been at work. */
    private void starts(Installation house) throws IOException {
        int candidates = quick ? 60 : 2000;
        List<Double> rates = new ArrayList<>();
        Tally tally = null;
        for (int round = 0; round < (quick ? 2 : 4); round++) {
            try (Play play = play(house.service().base(), null, Script.steady(30_000))) {
                play.leavesPapersUnread();
                Crowd starting = new Crowd(play, Installation.cast(house.staff(), candidates));
                starting.enter(PATIENCE);
                rates.add(candidates * 1e9 / starting.beginAtOnce(STARTERS, PATIENCE));
                tally = play.tally();
                sheet.holds(starting.stuck().isEmpty(), "starts: " + starting.stuck());
                sheet.say("start\n" + play.wire().ask(play.tally()::table));
            }
        }
        sheet.higher("starts delivering the paper, first " + candidates + " of a new service", rates.remove(0), "/s")
                .enter();
        sheet.higher("starts delivering the paper, 50 at a time, warm", Sheet.median(rates), "/s")
                .must(500)
                .aim(2000)
                .enter();
        sheet.lower("start, p99", tally.micros("start", 99) / 1000.0, "ms").enter();
    }

    private void scores(Installation house) throws IOException {
        int candidates = quick ? 40 : 500;
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < (quick ? 2 : 4); round++) {
            List<Seat> seats = new ArrayList<>();
            for (int session = 0; session < (quick || round == 0 ? 1 : 2); session++) {
                seats.addAll(RealSession.start(
                        house.service().base().toString(), Installation.hall(house.staff()), candidates));
            }
            rates.add(handedInAndScored(house, seats));
        }
        sheet.higher(
                        "hand-in until the score is there, first " + candidates + " of a new service",
                        rates.remove(0),
                        "/s")
                .enter();
        sheet.higher("hand-in until the score of all is there, warm", Sheet.median(rates), "/s")
                .must(500)
                .aim(1500)
                .enter();
    }

    private double handedInAndScored(Installation house, List<Seat> seats) throws IOException {
        try (Play play = play(house.service().base(), null, Script.steady(30_000))) {
            Crowd sitting = new Crowd(play, seats);
            sitting.enter(PATIENCE);
            sitting.beginAtOnce(STARTERS, PATIENCE);
            int items = sitting.candidates().get(0).options().length;
            ClosedLoop.Result filled = new ClosedLoop(play, 8)
                    .runTimes(seats.size(), new Filling(sitting.candidates(), 8, items, seats.size()));
            sheet.holds(filled.errors() == 0, "filling the papers: " + filled.firstError());
            long from = System.nanoTime();
            sitting.handInAtOnce(STARTERS, PATIENCE);
            long handedIn = System.nanoTime();
            new ClosedLoop(play, 4).runTimes(Long.MAX_VALUE, new Outcomes(sitting.candidates(), 4));
            long scored = System.nanoTime();
            sheet.say(seats.size() + " handed in within " + (handedIn - from) / 1_000_000
                    + " ms, all scored and looked at " + (scored - handedIn) / 1_000_000 + " ms later");
            return seats.size() * 1e9 / (scored - from);
        }
    }

    /** The great day: all start within a minute, an answer every half minute from each, heartbeats every quarter. */
    private void manyCandidates(Installation house) throws IOException {
        Path file = house.folder().resolve("ledger.txt");
        List<Seat> seats = Installation.cast(house.staff(), crowd);
        try (Ledger ledger = Ledger.open(file);
                Play play = play(house.service().base(), ledger, Script.steady(quick ? 2000 : 30_000))) {
            Crowd all = new Crowd(play, seats);
            all.enter(PATIENCE);
            all.begin(quick ? 2000 : 60_000);
            Crowd.sleep(Math.round(minutes * 60_000));
            all.rest();
            all.awaitAllSaved(PATIENCE);
            String what = crowd + " candidates: ";
            Tally tally = play.tally();
            sheet.say(play.wire().ask(tally::table));
            long errors = play.wire().ask(tally::refusedOrBroken);
            sheet.higher(what + "answers acknowledged", tally.saves(), "").enter();
            sheet.lower(what + "save, p50", tally.micros("save", 50) / 1000.0, "ms")
                    .enter();
            sheet.lower(what + "save, p99", tally.micros("save", 99) / 1000.0, "ms")
                    .must(200)
                    .aim(100)
                    .enter();
            sheet.lower(what + "start, p99", tally.micros("start", 99) / 1000.0, "ms")
                    .enter();
            sheet.lower(what + "errors", errors, "").must(0).enter();
            sheet.lower(what + "driver's CPU per request", play.wire().cost().microsPerRequest(), "µs")
                    .enter();
            reconcile(house.staff(), file, seats, what);
            sheet.holds(all.stuck().isEmpty(), what + all.stuck());
            sheet.holds(all.firstFault().isEmpty(), what + all.firstFault());
        }
    }

    private void reconcile(Staff staff, Path ledger, List<Seat> seats, String what) throws IOException {
        Reconciliation found = Reconciliation.of(ledger);
        staff.reconcile(found, seats.stream().map(Seat::session).distinct().toList());
        sheet.lower(what + "acknowledged answers lost, of " + found.total(), found.lost(), "")
                .must(0)
                .enter();
        sheet.lower(what + "acknowledged answers that are others now", found.wrong(), "")
                .must(0)
                .enter();
        sheet.holds(found.isClean(), what + found.firstFault());
    }
}
