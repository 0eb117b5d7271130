package org.chizheng.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** What the service said it had saved, kept outside of it: one line for each acknowledged answer, only ever appended. Written out before the next look at the network. */
public final class Ledger implements AutoCloseable {
    private static final String NOTHING = "-";
    private final FileChannel file;
    private ByteBuffer pending = ByteBuffer.allocate(1 << 16);

    /** One acknowledged answer; late: recorded, but it does not count. */
    public record Entry(String ticket, int sequence, int item, String answer, boolean late) {}

    private Ledger(FileChannel file) {
        this.file = file;
    }

    public static Ledger open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        return new Ledger(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    void note(String ticket, Event event, boolean late) {
        byte[] line = ("%s %d %d %s %s %d\n"
                        .formatted(
                                ticket,
                                event.sequence(),
                                event.item(),
                                event.answer().isEmpty() ? NOTHING : event.answer(),
                                late ? "late" : "saved",
                                System.currentTimeMillis()))
                .getBytes(US_ASCII);
        if (pending.remaining() < line.length) {
            flush();
        }
        pending.put(line);
    }

    void flush() {
        try {
            if (pending.position() > 0) {
                pending.flip();
                while (pending.hasRemaining()) {
                    file.write(pending);
                }
                pending.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a ledger in its order. A last line without its end was not written out and is left. */
    public static void read(Path path, Consumer<Entry> use) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path, US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 6) {
                    use.accept(new Entry(
                            words[0],
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            NOTHING.equals(words[3]) ? "" : words[3],
                            "late".equals(words[4])));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }
}
