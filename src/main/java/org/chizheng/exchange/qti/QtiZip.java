package org.chizheng.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.UnreadableFile;

/** Inflates a package in memory, nothing of it ever reaches the disk. Sizes are counted while inflating: what the headers say is not believed. */
final class QtiZip {
    private static final int LONGEST_NAME = 255;
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i).*\\.(zip|jar|war|7z|rar|gz|tgz|tar|bz2|xz|zst|cab|iso)");
    private final byte[] bytes;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private long inflated;

    private QtiZip(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @return each file by its path
     * @throws UnreadableFile NOT_ZIP, TOO_MANY_ENTRIES, ENTRY_TOO_LARGE, PACKAGE_TOO_LARGE, BOMB, PATH, DUPLICATE_ENTRY, NESTED_ARCHIVE
     */
    static Map<String, byte[]> read(byte[] bytes) throws UnreadableFile {
        return new QtiZip(bytes).files();
    }

    private Map<String, byte[]> files() throws UnreadableFile {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                take(entry, in);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("NOT_ZIP", Tidy.detail(String.valueOf(e.getMessage())));
        }
        if (files.isEmpty()) {
            throw new UnreadableFile("NOT_ZIP", "");
        }
        return files;
    }

    private void take(ZipEntry entry, ZipInputStream in) throws IOException, UnreadableFile {
        String name = entry.getName();
        checkPath(name);
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new UnreadableFile("DUPLICATE_ENTRY", name);
        }
        if (names.size() > ReadLimits.MOST_ENTRIES) {
            throw new UnreadableFile("TOO_MANY_ENTRIES", "> " + ReadLimits.MOST_ENTRIES);
        }
        byte[] content = inflate(name, in);
        if (ARCHIVE.matcher(name).matches() || TextFile.startsWith(content, 'P', 'K', 3, 4)) {
            throw new UnreadableFile("NESTED_ARCHIVE", name);
        }
        if (!entry.isDirectory()) {
            files.put(name, content);
        }
    }

    private byte[] inflate(String name, ZipInputStream in) throws IOException, UnreadableFile {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            content.write(buffer, 0, read);
            inflated += read;
            if (content.size() > ReadLimits.LARGEST_ENTRY) {
                throw new UnreadableFile("ENTRY_TOO_LARGE", name + " > " + ReadLimits.LARGEST_ENTRY);
            }
            if (inflated > ReadLimits.LARGEST_PACKAGE) {
                throw new UnreadableFile("PACKAGE_TOO_LARGE", "> " + ReadLimits.LARGEST_PACKAGE);
            }
            if (inflated > ReadLimits.RATIO_FROM && inflated / bytes.length > ReadLimits.HIGHEST_RATIO) {
                throw new UnreadableFile("BOMB", "> " + ReadLimits.HIGHEST_RATIO + " : 1");
            }
        }
        return content.toByteArray();
    }

    /** A path must stay in the package on every system that could ever unpack it. */
    private static void checkPath(String name) throws UnreadableFile {
        boolean odd = name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl);
        for (String step : name.split("/")) {
            odd = odd || step.isEmpty() || step.equals(".") || step.equals("..");
        }
        if (odd) {
            throw new UnreadableFile("PATH", Tidy.detail(name));
        }
    }
}
