package org.chizheng.rehearsal.bench;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.chizheng.rehearsal.Options;

/** {@code bin/bench NAME [--quick]}. */
public final class Bench {
    private static final String USAGE = """
            usage: bin/bench delivery [--quick] [--minutes M] [--candidates N] [--seed N] [--rounds N] [--only growth|saves|starts|scores|crowd]
                   bin/bench faults   [--quick] [--rounds N] [--candidates N] [--seed N] [--only service|database|lines|twice|disk]
                   bin/bench papers   [--quick] [--candidates N] [--seed N]
                   bin/bench certificate [--quick] [--certificates N] [--seed N] [--only press|gate|lookups|status|growth]
                   bin/bench console  [--quick] [--minutes M] [--candidates N] [--seed N]
                   bin/bench intake   [--quick] [--candidates ROWS]
                   bin/bench statistics [--quick] [--people N] [--seed N]
            Starts what it needs by itself and ends by itself; writes target/bench/NAME.json.""";
    private static final Logger ROOT = Logger.getLogger("");

    private Bench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ROOT.setLevel(Level.SEVERE);
        List<String> arguments = List.of(args);
        try {
            if (arguments.isEmpty()) {
                throw new IllegalArgumentException("which bench?");
            }
            Options options = new Options(
                    List.of("minutes", "candidates", "certificates", "people", "seed", "rounds", "only"),
                    List.of("quick"),
                    arguments.subList(1, arguments.size()));
            boolean held = switch (arguments.get(0)) {
                case "delivery" -> new DeliveryBench(options).run();
                case "faults" -> new FaultsBench(options).run();
                case "papers" -> new PapersBench(options).run();
                case "certificate" -> new CertificateBench(options).run();
                case "intake" -> new RosterBench(options).run();
                case "statistics" -> new StatisticsBench(options).run();
                case "console" -> new ConsoleBench(options).run();
                default -> throw new IllegalArgumentException("no such bench: " + arguments.get(0));
            };
            System.exit(held ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
    }
}
