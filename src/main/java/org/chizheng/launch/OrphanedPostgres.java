package org.chizheng.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle.of(pid).filter(OrphanedPostgres::isPostgres).ifPresent(OrphanedPostgres::stop);
        Files.deleteIfExists(file);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
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
