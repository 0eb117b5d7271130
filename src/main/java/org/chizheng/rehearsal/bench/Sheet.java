package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What a bench found: printed as a table while it comes in, and written as JSON at the end. */
final class Sheet {
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final String name;
    private final boolean quick;

    Sheet(String name, Map<String, Object> settings) {
        this.name = name;
        quick = Boolean.TRUE.equals(settings.get("quick"));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("what", "run");
        run.put("bench", name);
        run.put("at", Instant.now().toString());
        run.put("machine", machine());
        run.put("settings", settings);
        run.put("seed", settings.get("seed"));
        rows.add(run);
    }

    private static Map<String, Object> machine() {
        return Map.of(
                "processors",
                Runtime.getRuntime().availableProcessors(),
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "java",
                System.getProperty("java.version"),
                "load",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** A figure in the making; {@link #enter} prints and keeps it. */
    final class Row {
        private final Map<String, Object> cells = new LinkedHashMap<>();

        private Row(String what, double value, String unit, String better) {
            cells.put("what", what);
            cells.put("value", round(value));
            cells.put("unit", unit);
            cells.put("better", better);
        }

        /** A bound that the bench itself holds the figure to; a quick run is too short for any but "none at all". */
        Row must(double must) {
            cells.put("must", must);
            return this;
        }

        Row aim(double aim) {
            cells.put("aim", aim);
            return this;
        }

        Row baseline(double baseline) {
            cells.put("baseline", round(baseline));
            return this;
        }

        @SuppressWarnings("SystemOut")
        void enter() {
            rows.add(cells);
            StringBuilder more = new StringBuilder();
            for (String bound : List.of("baseline", "must", "aim")) {
                if (cells.containsKey(bound)) {
                    more.append("   ").append(bound).append(' ').append(plain(cells.get(bound)));
                }
            }
            System.out.printf(
                    "%-66s %14s %-10s%s%n", cells.get("what"), plain(cells.get("value")), cells.get("unit"), more);
            judge();
        }

        private void judge() {
            Double must = (Double) cells.get("must");
            if (must != null && (must == 0 || !quick)) {
                double value = (Double) cells.get("value");
                holds(
                        "higher".equals(cells.get("better")) ? value >= must : value <= must,
                        cells.get("what") + " is " + plain(value) + ", must " + plain(must));
            }
        }
    }

    Row higher(String what, double value, String unit) {
        return new Row(what, value, unit, "higher");
    }

    Row lower(String what, double value, String unit) {
        return new Row(what, value, unit, "lower");
    }

    @SuppressWarnings("SystemOut")
    void say(String text) {
        System.out.println(text);
    }

    /** Something that must hold, and whether it does. */
    void holds(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
            say("DOES NOT HOLD: " + otherwise);
        }
    }

    /** @return whether everything held */
    @SuppressWarnings("SystemOut")
    boolean write() throws IOException {
        Path file = Path.of("target", "bench", name + ".json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), rows);
        System.out.println("written to " + file);
        if (!broken.isEmpty()) {
            System.out.println("first that does not hold: " + broken.get(0));
        }
        return broken.isEmpty();
    }

    private static double round(double value) {
        double scale = Math.abs(value) >= 1000 ? 1 : Math.abs(value) >= 10 ? 10 : 1000;
        return Math.round(value * scale) / scale;
    }

    private static String plain(Object number) {
        double value = ((Number) number).doubleValue();
        return value == Math.rint(value)
                ? "%,.0f".formatted(value)
                : "%,.3f".formatted(value).replaceAll("0+$", "");
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
