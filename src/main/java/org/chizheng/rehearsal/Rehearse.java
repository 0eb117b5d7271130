package org.chizheng.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.chizheng.rehearsal.wire.Wire;

/** {@code bin/rehearse}: made-up candidates sit a whole examination in the centre's rooms; afterwards every answer that was acknowledged is looked for. */
public final class Rehearse {
    private static final String USAGE = """
            usage: bin/rehearse --candidates N --minutes M [--base URL] [--pace S] [--room LABEL] [--qualification CODE]
                                [--user NAME] [--ledger FILE] [--seed N]
            Fills the rooms of the centre in turn. The manager's password is read from CHIZHENG_REHEARSAL_PASSWORD (default: the demo's).
            Exit code 1 names the first lost answer.""";
    private static final int ITEMS_OF_A_PAPER = 100;
    private static final long PATIENCE = 300_000;
    private final Options options;
    private final Staff staff;
    private final URI base;

    Rehearse(Options options) {
        this.options = options;
        base = URI.create(options.text("base", "http://localhost:8080").replaceAll("/+$", ""));
        staff = new Staff(base.toString());
    }

    @SuppressWarnings("SystemOut")
    public static void main(String... args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        try {
            Options options = new Options(
                    List.of("candidates", "minutes", "base", "pace", "room", "qualification", "user", "ledger", "seed"),
                    List.of(),
                    List.of(args));
            if (!options.has("candidates") || !options.has("minutes")) {
                throw new IllegalArgumentException("--candidates and --minutes are needed");
            }
            System.exit(new Rehearse(options).run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
    }

    /** @return whether every acknowledged answer was found and nobody needed help */
    @SuppressWarnings("SystemOut")
    boolean run() throws IOException {
        int candidates = options.whole("candidates", 0);
        double minutes = options.number("minutes", 0);
        double pace = options.number("pace", minutes * 60 * 0.8 / ITEMS_OF_A_PAPER);
        Path file = Path.of(options.text("ledger", "target/rehearsal/ledger-" + System.currentTimeMillis() + ".txt"));
        staff.signIn(
                options.text("user", "centre"),
                System.getenv().getOrDefault("CHIZHENG_REHEARSAL_PASSWORD", "chizheng-demo"));
        List<Seat> seats =
                staff.prepare(rooms(), candidates, options.text("qualification", "principal-hazchem-production"));
        System.out.printf(
                "%d candidates in %d sessions, %.1f minutes, a thought every %.1f s; ledger %s%n",
                candidates, seats.stream().map(Seat::session).distinct().count(), minutes, pace, file);
        try (Ledger ledger = Ledger.open(file);
                Play play = new Play(base, ledger, Script.human(Math.round(pace * 1000)), options.whole("seed", 1))) {
            Crowd crowd = new Crowd(play, seats);
            sit(crowd, Math.round(minutes * 60_000));
            return tell(play, crowd, seats, file);
        }
    }

    private List<Staff.Room> rooms() throws IOException {
        String label = options.text("room", "");
        return staff.rooms().stream()
                .filter(room -> label.isEmpty() || room.label().equals(label))
                .toList();
    }

    private static void sit(Crowd crowd, long millis) {
        crowd.enter(PATIENCE);
        crowd.begin(Math.min(10_000, millis / 10));
        Crowd.sleep(millis - millis / 10);
        crowd.handIn(millis / 10, PATIENCE);
    }

    @SuppressWarnings("SystemOut")
    private boolean tell(Play play, Crowd crowd, List<Seat> seats, Path file) throws IOException {
        Wire.Cost cost = play.wire.cost();
        Tally tally = play.tally;
        Map<String, String> sessions = seats.stream().collect(Collectors.toMap(Seat::ticket, Seat::session));
        Reconciliation all = new Reconciliation();
        for (Map.Entry<String, Reconciliation> one :
                Reconciliation.bySession(file, sessions).entrySet()) {
            staff.reconcile(one.getValue(), List.of(one.getKey()));
            all.add(one.getValue());
            long candidates = seats.stream()
                    .filter(seat -> seat.session().equals(one.getKey()))
                    .count();
            staff.report(
                    one.getKey(),
                    Map.of(
                            "candidates",
                            candidates,
                            "saves",
                            one.getValue().total(),
                            "p99Micros",
                            tally.micros("save", 99),
                            "lost",
                            one.getValue().lost(),
                            "wrong",
                            one.getValue().wrong()));
        }
        System.out.print(tally.table());
        System.out.printf("driver: %.1f µs CPU a request over %d requests%n", cost.microsPerRequest(), cost.requests());
        System.out.println(all);
        String fault = all.isClean() ? crowd.firstFault() : all.firstFault();
        List<String> stuck = crowd.stuck();
        if (!fault.isEmpty() || !stuck.isEmpty()) {
            System.out.println(fault.isEmpty() ? "needs help: " + stuck.get(0) : fault);
            return false;
        }
        System.out.println("lost 0/" + all.total());
        return true;
    }
}
