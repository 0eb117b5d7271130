package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** CPU time of processes from /proc, where there is one. */
final class Processor {
    private static final long TICK_MICROS = 10_000;
    private static final int USER = 11;

    private Processor() {}

    /** Of the process, of those it started, and of those it started that have ended. @return -1 where it cannot be told */
    static long micros(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !Files.exists(Path.of("/proc/self/stat"))) {
            return -1;
        }
        return ticks(pid) * TICK_MICROS
                + process.get().children().mapToLong(c -> ticks(c.pid())).sum() * TICK_MICROS;
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 0; i < 4; i++) {
                ticks += Long.parseLong(words[USER + i]);
            }
            return ticks;
        } catch (IOException e) {
            return 0;
        }
    }
}
