package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files for the readers, gone again once they are read. */
public final class Written {
    private Written() {}

    public static List<ExchangedItem> read(ItemReader reader, String text) throws UnreadableFile {
        return read(reader, text.getBytes(UTF_8));
    }

    public static List<ExchangedItem> read(ItemReader reader, byte[] bytes) throws UnreadableFile {
        try {
            Path file = Files.createTempFile("exchange", ".file");
            try {
                Files.write(file, bytes);
                return reader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of names and texts in turn. */
    public static byte[] zip(String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
        }
        return zip(files);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] write(ItemWriter writer, List<ExchangedItem> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write("low-voltage-electrical", items, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Kind and code of each note, as "LOST LINK". */
    public static List<String> notes(ExchangedItem item) {
        return item.notes().stream()
                .map(note -> note.kind() + " " + note.code())
                .toList();
    }

    /** The options in order, right ones with a star before. */
    public static List<String> options(ExchangedItem item) {
        return item.draft().options().stream()
                .map(option -> (option.right() ? "*" : "") + option.text())
                .toList();
    }
}
