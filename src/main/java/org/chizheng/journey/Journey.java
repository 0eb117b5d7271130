package org.chizheng.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Drives the whole job against a running demo service: a person is put on post, enrolled, admitted, examined, certified and verified, and the holder rate moves.
 * Exit code 1, with the failing step named, when a step does not hold.
 */
public final class Journey {
    private static final String USAGE = "usage: bin/journey [--base URL] [--out DIR]";
    private final Path out;
    private final Map<String, Object> report = new LinkedHashMap<>();
    private final Map<String, Object> steps = new LinkedHashMap<>();

    Journey(Path out) {
        this.out = out;
    }

    /** One thing that somebody does, with the figures to print. */
    @FunctionalInterface
    interface Step {
        Map<String, Object> go() throws IOException;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String... args) throws IOException {
        String base = "http://localhost:8080";
        Path out = Path.of("target", "journey");
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || !args[i].matches("--base|--out")) {
                System.err.println(USAGE);
                System.exit(2);
            }
            if ("--base".equals(args[i])) {
                base = args[i + 1].replaceAll("/+$", "");
            } else {
                out = Path.of(args[i + 1]);
            }
        }
        System.exit(new Journey(out).run(base, Path.of("question-bank")) ? 0 : 1);
    }

    /** @return whether every step held; certificate.pdf and journey.json are in the folder either way, as far as it went */
    boolean run(String base, Path bank) throws IOException {
        Files.createDirectories(out);
        report.put("base", base);
        report.put("startedAt", Instant.now().toString());
        boolean held = new Story(base, bank, out).tell(this);
        report.put("steps", steps);
        report.put("held", held);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(out.resolve("journey.json").toFile(), report);
        return held;
    }

    /** Prints and keeps one step. @return false if it failed, with its name and reason printed */
    @SuppressWarnings("SystemOut")
    boolean step(String name, Step step) {
        long begin = System.nanoTime();
        Map<String, Object> figures = new LinkedHashMap<>();
        try {
            figures.putAll(step.go());
            figures.put("ms", (System.nanoTime() - begin) / 1_000_000);
            steps.put(name, figures);
            System.out.printf("ok    %-34s %s%n", name, figures);
            return true;
        } catch (IOException | RuntimeException e) {
            steps.put(name, Map.of("failed", String.valueOf(e.getMessage())));
            report.put("failedStep", name);
            System.out.printf("FAIL  %-34s %s%n", name, e.getMessage());
            return false;
        }
    }
}
