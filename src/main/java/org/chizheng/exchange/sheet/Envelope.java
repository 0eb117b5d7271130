package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.chizheng.exchange.UnreadableFile;

/**
 * What an Excel file is before anything in it is believed: the sizes that its parts really have when they are inflated, and what it must not hold. Only then the library
 * may open it, since that builds trees of the smaller parts in memory.
 */
final class Envelope {
    private static final int MOST_ENTRIES = 2000;
    private static final long MB = 1 << 20;
    private static final long LARGEST_TABLE = 64 * MB;
    private static final long LARGEST_PICTURE = 16 * MB;
    private static final long LARGEST_OTHER = 8 * MB;
    private static final long LARGEST_WHOLE = 192 * MB;
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";
    private static final int OVERLAP = 9;
    private long whole;

    private Envelope() {}

    static void check(Path file) throws UnreadableFile {
        try {
            mustBePackage(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                if (zip.size() > MOST_ENTRIES) {
                    throw new UnreadableFile("too_large_inside", zip.size() + " > " + MOST_ENTRIES);
                }
                Envelope envelope = new Envelope();
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    mustBeAllowed(entry.getName());
                    envelope.measure(zip, entry);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("damaged", "");
        }
    }

    private static void mustBePackage(Path file) throws IOException, UnreadableFile {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(OLE.length()), ISO_8859_1);
        }
        if (start.equals(OLE)) {
            boolean locked = new String(Files.readAllBytes(file), ISO_8859_1)
                    .contains(new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1));
            throw new UnreadableFile(locked ? "encrypted" : "old_xls", "");
        }
        if (!start.startsWith("PK")) {
            throw new UnreadableFile("not_xlsx", "");
        }
    }

    private static void mustBeAllowed(String name) throws UnreadableFile {
        if (name.contains("vbaProject") || name.contains("/macrosheets/") || name.contains("/activeX/")) {
            throw new UnreadableFile("macros", name);
        }
        if (name.contains("/externalLinks/") || name.contains("/embeddings/") || name.endsWith("connections.xml")) {
            throw new UnreadableFile("external_links", name);
        }
    }

    private void measure(ZipFile zip, ZipEntry entry) throws IOException, UnreadableFile {
        String name = entry.getName();
        boolean table = name.contains("/worksheets/sheet") || name.endsWith("sharedStrings.xml");
        boolean picture = name.contains("/media/");
        long largest = table ? LARGEST_TABLE : picture ? LARGEST_PICTURE : LARGEST_OTHER;
        byte[] block = new byte[1 << 16];
        String tail = "";
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                size += read;
                whole += read;
                if (size > largest || whole > LARGEST_WHOLE) {
                    throw new UnreadableFile("too_large_inside", name + " > " + largest / MB + " MB");
                }
                String text = picture ? "" : tail + new String(block, 0, read, ISO_8859_1);
                if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                    throw new UnreadableFile("entities", name);
                }
                tail = text.substring(Math.max(0, text.length() - OVERLAP));
            }
        }
    }
}
