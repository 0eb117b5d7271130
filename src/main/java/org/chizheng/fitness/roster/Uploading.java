package org.chizheng.fitness.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Swept;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.fitness.roster.RosterTaking.Taken;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.scheduler.Scheduled;

/** Keeps a roster with what would become of it, and takes it when its owner says so. */
@ApplicationScoped
public class Uploading {
    /** Seconds for the largest roster on a busy machine; a transaction has 60 else. */
    private static final int LONG = 600;

    private static final Duration LIFE = Duration.ofHours(23);
    private final RosterTable table;
    private final RosterReading reading;
    private final RosterTaking taking;
    private final RosterUploads uploads;
    private final OfficialClock clock;

    public Uploading(
            RosterTable table, RosterReading reading, RosterTaking taking, RosterUploads uploads, OfficialClock clock) {
        this.table = table;
        this.reading = reading;
        this.taking = taking;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * A file is looked at and kept; nothing else happens.
     *
     * @throws UnreadableFile what is wrong with the file as a whole; nothing is kept then
     */
    @Transactional(rollbackOn = UnreadableFile.class)
    @TransactionConfiguration(timeout = LONG)
    public UUID keep(RosterReach reach, String fileName, Path file, String account) throws UnreadableFile {
        List<Line> lines = table.read(file, RosterUpload.isExcel(fileName));
        Taken looked = taking.look(reach, lines);
        UUID id = uploads.keep(reach.enterprise(), account, fileName, bytes(file));
        uploads.note(id, looked);
        return id;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All rows or none; what became of each is kept either way. Of two who confirm at once one waits for the other, and takes nothing.
     *
     * @return whether it was taken
     * @throws Refused NOT_WAITING
     */
    @Transactional
    @TransactionConfiguration(timeout = LONG)
    public boolean confirm(RosterReach reach, RosterUpload upload) {
        byte[] file = uploads.hold(upload.id()) ? uploads.file(upload.id()) : null;
        if (file == null) {
            throw new Refused(RosterRefusal.NOT_WAITING);
        }
        Taken taken = taking.take(reach, on(file, path -> table.read(path, upload.excel())), upload.id());
        uploads.note(upload.id(), taken);
        return taken.taken();
    }

    /** What a program sends: taken at once, or only looked at. */
    @Transactional
    @TransactionConfiguration(timeout = LONG)
    public Taken receive(RosterReach reach, List<Line> lines, boolean dryRun, String account) {
        if (dryRun) {
            return taking.look(reach, lines);
        }
        UUID id = uploads.keep(reach.enterprise(), account, "", null);
        Taken taken = taking.take(reach, lines, id);
        uploads.note(id, taken);
        if (!taken.taken()) {
            uploads.drop(id);
        }
        return taken;
    }

    /** The file with its answers beside its rows, in a language. @throws Refused NOT_WAITING when it is gone */
    public byte[] answered(RosterUpload upload, String lang) {
        byte[] file = uploads.file(upload.id());
        if (file == null) {
            throw new Refused(RosterRefusal.NOT_WAITING);
        }
        return on(file, path -> table.answered(path, upload.excel(), uploads.answers(upload.id()), lang));
    }

    /** The rows that hold. @throws Refused NOT_WAITING when the file is gone */
    List<RosterRow> understood(RosterReach reach, RosterUpload upload) {
        byte[] file = uploads.file(upload.id());
        if (file == null) {
            throw new Refused(RosterRefusal.NOT_WAITING);
        }
        return reading.read(on(file, path -> table.read(path, upload.excel())), reach)
                .rows();
    }

    @Transactional
    public void drop(UUID upload) {
        uploads.drop(upload);
    }

    /** Every ten minutes, so that nothing that names people is older than a day. */
    @Swept
    @Scheduled(every = "10m", identity = "roster-clearing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        uploads.forgetBefore(clock.now().minus(LIFE));
    }

    /** Reads or writes beside a file. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Path file) throws IOException, UnreadableFile;
    }

    private static <T> T on(byte[] bytes, Use<T> use) {
        try {
            Path file = Files.createTempFile("roster", ".bin");
            try {
                Files.write(file, bytes);
                return use.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFile e) {
            // It was read when it came, and has not changed since.
            throw new IllegalStateException(e);
        }
    }
}
