package org.chizheng.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** After a kill of the service its PostgreSQL lives on; the next start, which holds the folder's lock, ends it first. */
final class OrphanedPostgres {
    private static final int WAIT_SECONDS = 30;

    private OrphanedPostgres() {}

    static void end(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (!lines.isEmpty() && lines.get(0).strip().matches("\\d+")) {
            ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> serves(folder, process.info()))
                    .ifPresent(OrphanedPostgres::stop);
        }
        Files.deleteIfExists(file);
    }

    /** After a restart of the machine the number may be another server's. */
    private static boolean serves(Path folder, ProcessHandle.Info process) {
        return process.command().filter(command -> command.endsWith("postgres")).isPresent()
                && process.arguments()
                        .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> isSame(folder, argument)))
                        .orElse(true);
    }

    private static boolean isSame(Path folder, String argument) {
        try {
            return Files.isDirectory(Path.of(argument)) && Files.isSameFile(folder, Path.of(argument));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while the earlier PostgreSQL was ending", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new CannotStart(
                    "the earlier PostgreSQL (process " + process.pid() + ") does not end; end it by hand", e);
        }
    }
}
