package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text of a file: UTF-8, or UTF-16 with its byte order mark. Anything else is refused rather than guessed, since a wrong guess garbles silently. */
public final class TextFile {
    private TextFile() {}

    /** @throws UnreadableFile TOO_LARGE, or CANNOT_READ if it is gone */
    public static byte[] bytes(Path file) throws UnreadableFile {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ReadLimits.LARGEST_FILE + 1);
            if (bytes.length > ReadLimits.LARGEST_FILE) {
                throw new UnreadableFile("TOO_LARGE", "> " + ReadLimits.LARGEST_FILE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableFile("CANNOT_READ", "");
        }
    }

    /** @throws UnreadableFile EMPTY, ENCODING with the line, or BINARY with the line */
    public static String decode(byte[] bytes) throws UnreadableFile {
        String text = startsWith(bytes, 0xEF, 0xBB, 0xBF)
                ? decode(bytes, 3, UTF_8)
                : startsWith(bytes, 0xFE, 0xFF)
                        ? decode(bytes, 2, UTF_16BE)
                        : startsWith(bytes, 0xFF, 0xFE) ? decode(bytes, 2, UTF_16LE) : decode(bytes, 0, UTF_8);
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c < ' ' && c != '\t' && c != '\r' && c != '\f' || c == 0xFFFE || c == 0xFFFF) {
                throw new UnreadableFile("BINARY", "L" + line);
            }
        }
        if (text.isBlank()) {
            throw new UnreadableFile("EMPTY", "");
        }
        return text;
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws UnreadableFile {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        try {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                result.throwException();
            }
            return out.flip().toString();
        } catch (CharacterCodingException e) {
            long breaks = out.flip().chars().filter(c -> c == '\n').count();
            throw new UnreadableFile("ENCODING", "L" + (breaks + 1));
        }
    }

    public static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
