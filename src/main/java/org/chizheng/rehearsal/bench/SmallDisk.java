package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of the bench's own, in a file, that can be filled to the last block without harm to anything else. Needs root, mkfs.ext4 and a loop device. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "1200M";
    private static final long LEAST = 4096;
    private final Path image;
    private final Path folder;
    private final Path ballast;

    SmallDisk() throws IOException {
        Path beside = Files.createTempDirectory(Path.of("target"), "disk-").toAbsolutePath();
        image = beside.resolve("image");
        folder = Files.createDirectory(beside.resolve("mounted"));
        ballast = folder.resolve("ballast");
        try {
            run("truncate", "-s", SIZE, image.toString());
            run("mkfs.ext4", "-q", "-m", "0", image.toString());
            run("mount", "-o", "loop", image.toString(), folder.toString());
        } catch (IOException e) {
            Files.deleteIfExists(image);
            throw e;
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Takes all that is left, in halves of what is still asked for in vain. */
    void fill() throws IOException {
        long taken = 0;
        for (long piece = Files.getFileStore(folder).getUsableSpace(); piece >= LEAST; ) {
            try {
                run("fallocate", "-o", Long.toString(taken), "-l", Long.toString(piece), ballast.toString());
                taken += piece;
            } catch (IOException full) {
                piece /= 2;
            }
        }
    }

    long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
        Files.delete(image);
        Files.delete(folder);
        Files.delete(folder.getParent());
    }
}
