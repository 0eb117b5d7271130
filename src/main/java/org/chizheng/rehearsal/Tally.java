package org.chizheng.rehearsal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.HdrHistogram.Histogram;

/** Times by kind of request, in microseconds, and counts of what went otherwise than planned. Times of answers run from the moment the candidate chose, so a slow service cannot hide the waiting it causes. */
public final class Tally {
    private static final long LONGEST = 600_000_000;
    private static final int WINDOW = 1 << 14;
    private final Map<String, Histogram> times = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final long[] acknowledgements = new long[WINDOW];
    private long saves;
    private long lastSaveAt;

    void took(String what, long nanos) {
        times.computeIfAbsent(what, w -> new Histogram(LONGEST, 3))
                .recordValue(Math.min(LONGEST, Math.max(1, nanos / 1000)));
    }

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void saved(long now) {
        acknowledgements[(int) (saves++ % WINDOW)] = now;
        lastSaveAt = now;
    }

    public long saves() {
        return saves;
    }

    public long lastSaveAt() {
        return lastSaveAt;
    }

    /** Acknowledgements since a moment; not more than the window holds. */
    public int savesSince(long nanos) {
        int found = 0;
        for (int i = 0; i < Math.min(saves, WINDOW); i++) {
            if (acknowledgements[i] - nanos >= 0) {
                found++;
            }
        }
        return found;
    }

    public long micros(String what, double percentile) {
        Histogram histogram = times.get(what);
        return histogram == null ? 0 : histogram.getValueAtPercentile(percentile);
    }

    public long number(String what) {
        Histogram histogram = times.get(what);
        return histogram == null ? counts.getOrDefault(what, 0L) : histogram.getTotalCount();
    }

    public void forget(String what) {
        times.remove(what);
    }

    /** Requests that were refused, or that found the line broken. */
    public long refusedOrBroken() {
        return total(what -> what.startsWith("refused") || what.startsWith("broken"));
    }

    /** All that was counted under such names. */
    public long total(Predicate<String> names) {
        return counts.entrySet().stream()
                .filter(count -> names.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public Map<String, Long> counts() {
        return counts;
    }

    /** A table, one line for each kind. */
    public String table() {
        StringBuilder table =
                new StringBuilder("%-10s %9s %9s %9s %9s ms%n".formatted("request", "number", "p50", "p99", "max"));
        times.forEach((what, histogram) -> table.append("%-10s %9d %9.1f %9.1f %9.1f%n"
                .formatted(
                        what,
                        histogram.getTotalCount(),
                        histogram.getValueAtPercentile(50) / 1000.0,
                        histogram.getValueAtPercentile(99) / 1000.0,
                        histogram.getMaxValue() / 1000.0)));
        counts.forEach((what, number) -> table.append("%-40s %d%n".formatted(what, number)));
        return table.toString();
    }
}
