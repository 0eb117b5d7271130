package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chizheng.exchange.UnreadableFile;

/**
 * The text of a file that does not say how it is encoded. Decoders are strict; where more than one can read it, the one under which the table's head is found is taken.
 *
 * @param charset the one that was taken
 * @param ambiguous whether another one reads it as well, head and all, and otherwise
 */
record CsvText(String text, Charset charset, char delimiter, boolean ambiguous) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int PROBED = 4096;

    static CsvText read(Path file) throws UnreadableFile {
        List<CsvText> found = new ArrayList<>();
        Map<Charset, String> texts = decoded(bytes(file));
        texts.forEach(
                (charset, text) -> delimiter(text).ifPresent(c -> found.add(new CsvText(text, charset, c, false))));
        if (found.isEmpty()) {
            throw new UnreadableFile(texts.isEmpty() ? "bad_encoding" : "no_header", "");
        }
        CsvText best = found.get(0);
        boolean other = found.stream().anyMatch(text -> !text.text().equals(best.text()));
        return new CsvText(best.text(), best.charset(), best.delimiter(), other);
    }

    /** Every reading that a strict decoder allows, the likeliest first. */
    static List<String> decoded(Path file) throws UnreadableFile {
        List<String> texts = List.copyOf(decoded(bytes(file)).values());
        if (texts.isEmpty()) {
            throw new UnreadableFile("bad_encoding", "");
        }
        return texts;
    }

    private static byte[] bytes(Path file) throws UnreadableFile {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, 0, Math.min(bytes.length, 4), ISO_8859_1)
                    .matches("(?s)PK\u0003.*|\u00d0\u00cf.*|%PDF.*")) {
                throw new UnreadableFile("not_text", "");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableFile("damaged", "");
        }
    }

    private static Map<Charset, String> decoded(byte[] bytes) throws UnreadableFile {
        Map<Charset, String> texts = new LinkedHashMap<>();
        for (Charset charset : candidates(bytes)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                texts.put(charset, text.startsWith("\ufeff") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                // Strict decoders are how candidates are told apart.
                continue;
            }
        }
        if (texts.values().stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw new UnreadableFile("not_text", "");
        }
        return texts;
    }

    private static List<Charset> candidates(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (first == 0xfffe || first == 0xfeff) {
            return List.of(first == 0xfffe ? UTF_16LE : UTF_16BE);
        }
        if (first == 0xefbb) {
            return List.of(UTF_8);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(bytes.length, PROBED); i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] > 0) {
            return List.of(zeros[1] > zeros[0] ? UTF_16LE : UTF_16BE);
        }
        return List.of(UTF_8, GB18030);
    }

    private static Optional<Character> delimiter(String text) {
        for (char delimiter : DELIMITERS) {
            if (Head.of(CsvTable.beginning(text, delimiter)).isPresent()) {
                return Optional.of(delimiter);
            }
        }
        return Optional.empty();
    }
}
