package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Ledger;
import org.chizheng.rehearsal.Options;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.Reconciliation;
import org.chizheng.rehearsal.Script;
import org.chizheng.rehearsal.Seat;

/** An examination under way, and what can go wrong with it: the service is killed, the database is killed, half of the lines are cut, every request comes twice. */
final class FaultsBench {
    private static final int ACKNOWLEDGED_BEFORE = 100;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 180_000;
    private static final String DISK = "disk";
    private static final long DATABASE_PATIENCE = 60_000;
    private final boolean quick;
    private final int rounds;
    private final int candidates;
    private final String only;
    private final long seed;
    private final Sheet sheet;
    private Installation house;
    private Play play;
    private Crowd crowd;
    private int restarts;

    FaultsBench(Options options) {
        quick = options.has("quick");
        rounds = options.whole("rounds", quick ? 1 : 20);
        candidates = options.whole("candidates", 600);
        seed = options.whole("seed", 1);
        only = options.text("only", "");
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quick", quick);
        settings.put("seed", seed);
        settings.put("rounds", rounds);
        settings.put("candidates", candidates);
        sheet = new Sheet(only.isEmpty() ? "faults" : "faults-" + only, settings);
    }

    /** One thing that goes wrong and is put right again. @return nanoseconds after which every candidate had been answered again */
    @FunctionalInterface
    private interface Fault {
        long strike() throws IOException, SQLException;
    }

    @FunctionalInterface
    private interface Faults {
        void befall() throws IOException, SQLException;
    }

    boolean run() throws IOException, SQLException {
        Files.createDirectories(Path.of("target"));
        if (!only.equals(DISK)) {
            examine("", null, this::processesAndLines);
        }
        if (only.isEmpty() || only.equals(DISK)) {
            fullDisk();
        }
        return sheet.write();
    }

    private void processesAndLines() throws IOException, SQLException {
        repeat("service", "kill -9 of the service", this::killService);
        repeat("database", "kill -9 of PostgreSQL", this::killDatabase);
        sheet.lower("service had to be restarted by hand after that", restarts, "")
                .must(0)
                .enter();
        repeat("lines", "line of half the candidates cut", this::cutLines);
        repeat("twice", "every request sent twice", this::sendTwice);
    }

    private void fullDisk() throws IOException, SQLException {
        SmallDisk disk;
        try {
            disk = new SmallDisk();
        } catch (IOException e) {
            sheet.say("full disk: not tried here, it takes a disk of its own: " + e.getMessage());
            return;
        }
        try (disk) {
            examine("full disk: ", disk.folder(), () -> repeat(DISK, "disk full", () -> fillDisk(disk)));
        }
    }

    /** An examination with its faults, from the casting to the comparison with the ledger. */
    private void examine(String what, Path disk, Faults faults) throws IOException, SQLException {
        try (Installation running = new Installation(disk).start()) {
            house = running;
            Path file = running.folder().resolve("ledger.txt");
            List<Seat> seats = Installation.cast(running.staff(), candidates);
            try (Ledger ledger = Ledger.open(file);
                    Play played = new Play(running.service().base(), ledger, Script.steady(2500), seed)) {
                play = played;
                crowd = new Crowd(played, seats);
                crowd.enter(PATIENCE);
                crowd.begin(3000);
                faults.befall();
                finish(what, file, seats);
            }
        }
    }

    private void repeat(String name, String what, Fault fault) throws IOException, SQLException {
        if (!only.isEmpty() && !only.equals(name)) {
            return;
        }
        List<Double> recovery = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            awaitBusy();
            double seconds = fault.strike() / 1e9;
            recovery.add(seconds);
            crowd.lookAgain(PATIENCE);
            crowd.awaitAllSaved(PATIENCE);
            String wrong = crowd.firstFault();
            sheet.holds(wrong.isEmpty(), what + ", round " + round + ": " + wrong);
            sheet.holds(crowd.stuck().isEmpty(), what + ", round " + round + ": needed help: " + crowd.stuck());
            sheet.say("%s, round %d: all answered again after %.1f s".formatted(what, round, seconds));
        }
        sheet.higher(what + ": rounds", rounds, "").enter();
        sheet.lower(what + ": all candidates answered again, median", Sheet.median(recovery), "s")
                .enter();
        sheet.lower(
                        what + ": all candidates answered again, longest",
                        recovery.stream().mapToDouble(r -> r).max().orElse(0),
                        "s")
                .enter();
    }

    /** A kill proves something only while many answers are on their way. */
    private void awaitBusy() {
        crowd.await(
                () -> play.tally().savesSince(System.nanoTime() - SECOND) >= ACKNOWLEDGED_BEFORE,
                PATIENCE,
                "never " + ACKNOWLEDGED_BEFORE + " acknowledgements in a second");
    }

    private long killService() throws IOException {
        long struck = noteBusy();
        house.service().kill();
        long dead = System.nanoTime();
        house.service().start();
        return dead - struck + crowd.awaitAllWell(dead, PATIENCE);
    }

    private long killDatabase() throws IOException {
        long struck = noteBusy();
        house.database().kill();
        long dead = System.nanoTime();
        house.database().start();
        try {
            return dead - struck + crowd.awaitAllWell(dead, DATABASE_PATIENCE);
        } catch (IllegalStateException e) {
            sheet.say("the service is restarted: " + e.getMessage());
            restarts++;
            house.service().kill();
            house.service().start();
            return dead - struck + crowd.awaitAllWell(dead, PATIENCE);
        }
    }

    private long noteBusy() {
        long now = System.nanoTime();
        int before = play.wire().ask(() -> play.tally().savesSince(now - SECOND));
        sheet.say(before + " acknowledgements in the last second before");
        sheet.holds(before >= ACKNOWLEDGED_BEFORE, "only " + before + " acknowledgements in the second before a kill");
        return now;
    }

    private long cutLines() {
        crowd.offline(candidates / 2, true);
        Crowd.sleep(quick ? 5000 : 60_000);
        long at = System.nanoTime();
        crowd.offline(candidates / 2, false);
        return crowd.awaitAllWell(at, PATIENCE);
    }

    private long sendTwice() {
        long before = play.wire().ask(() -> play.tally().number("requests sent twice"));
        play.sendTwice(true);
        Crowd.sleep(quick ? 3000 : 10_000);
        play.sendTwice(false);
        long sent = play.wire().ask(() -> play.tally().number("requests sent twice")) - before;
        sheet.say(sent + " requests were sent twice");
        String refused = play.wire()
                .ask(() -> play.tally().counts().keySet().stream()
                        .filter(count -> count.startsWith("repeated"))
                        .findFirst()
                        .orElse(""));
        sheet.holds(refused.isEmpty(), refused);
        return crowd.awaitAllWell(System.nanoTime(), PATIENCE);
    }

    /** Nothing can be written for a while; what was told as saved must be there, and what was not is sent again by the pages. */
    private long fillDisk(SmallDisk disk) throws IOException {
        long refusedBefore = refused();
        disk.fill();
        sheet.say(disk.free() + " bytes free");
        Crowd.sleep(quick ? 5000 : 10_000);
        long refused = refused() - refusedBefore;
        sheet.say(refused + " requests were refused or broken while the disk was full");
        sheet.holds(refused > 0, "the full disk was not noticed");
        long at = System.nanoTime();
        disk.empty();
        if (!house.database().isRunning()) {
            sheet.say("PostgreSQL gave up and is started again");
            house.database().kill();
            house.database().start();
        }
        return crowd.awaitAllWell(at, PATIENCE);
    }

    private long refused() {
        return play.wire().ask(play.tally()::refusedOrBroken);
    }

    private void finish(String what, Path file, List<Seat> seats) throws IOException {
        crowd.handIn(3000, PATIENCE);
        sheet.say(play.wire().ask(() -> play.tally().table()));
        sheet.holds(crowd.firstFault().isEmpty(), what + "after hand-in: " + crowd.firstFault());
        long mistakes = play.wire().ask(() -> play.tally().total(name -> name.contains(" 500")));
        sheet.lower(what + "answers that were the service's own mistake (500)", mistakes, "")
                .must(0)
                .enter();
        sheet.lower(what + "candidates who needed help", crowd.stuck().size(), "")
                .must(0)
                .enter();
        Reconciliation found = Reconciliation.of(file);
        house.staff()
                .reconcile(found, seats.stream().map(Seat::session).distinct().toList());
        sheet.say(found.toString());
        sheet.lower(what + "acknowledged answers lost, of " + found.total(), found.lost(), "")
                .must(0)
                .enter();
        sheet.lower(what + "acknowledged answers that are others now", found.wrong(), "")
                .must(0)
                .enter();
        sheet.holds(found.isClean(), found.firstFault());
    }
}
