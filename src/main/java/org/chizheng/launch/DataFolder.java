package org.chizheng.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of one installation: one service at a time, and nobody else's to read. */
final class DataFolder {
    private static final String LOCK = "postgres.lock";
    private static FileLock lock;

    private DataFolder() {}

    /** Held until this process ends. */
    static void take(Path data) {
        create(data);
        try {
            FileChannel channel =
                    FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (IOException e) {
            throw unusable(data, e);
        }
        if (lock == null) {
            throw new CannotStart("Chizheng already runs on this data folder: " + data.toAbsolutePath()
                    + "\nEnd the other one first, or give this one a folder of its own by CHIZHENG_DATA_DIR.");
        }
    }

    /** A folder that is there keeps its rights; a new one is its owner's only. */
    static void create(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Whole or not at all, and for its owner only: temporary files are made so. */
    static void keep(Path file, String secret) {
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", "");
            Files.writeString(draft, secret, UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    static CannotStart unusable(Path path, IOException reason) {
        return new CannotStart(
                "Chizheng cannot start: it cannot use " + path.toAbsolutePath() + " (" + reason
                        + ").\nSet CHIZHENG_DATA_DIR to a folder that it may write.",
                reason);
    }
}
