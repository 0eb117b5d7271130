package org.chizheng.rehearsal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;

/** A reply, read as its bytes come in: status, where the body lies, and searches in it without making objects. */
public final class Reply {
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] CODING = ascii("transfer-encoding:");
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private byte[] bytes = new byte[0];
    private int scanned;
    private int status;
    private int bodyStart;
    private int bodyEnd;
    private boolean chunked;

    public static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    void begin() {
        scanned = 0;
        status = 0;
        bodyStart = 0;
    }

    /** @return whether the reply is complete with these bytes; the same array, filled further, is given until it is */
    public boolean read(byte[] in, int filled) {
        bytes = in;
        if (bodyStart == 0 && !readHead(filled)) {
            return false;
        }
        return chunked ? joinChunks(filled) : filled >= bodyEnd;
    }

    private boolean readHead(int filled) {
        int at = Math.max(scanned, 3);
        while (at < filled
                && !(bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n' && bytes[at - 3] == '\r')) {
            at++;
        }
        scanned = at;
        if (at >= filled) {
            return false;
        }
        status = digits(STATUS_AT);
        bodyStart = at + 1;
        int length = headerAt(LENGTH, 0);
        chunked = length < 0 && headerAt(CODING, 0) >= 0;
        bodyEnd = bodyStart + (length < 0 ? 0 : digits(length));
        return true;
    }

    /** Where the value of the header begins, searched from a place on; -1 if it is not there. */
    private int headerAt(byte[] lowerCaseName, int from) {
        for (int line = from; line < bodyStart - 2; line++) {
            if (line == 0 || bytes[line - 1] == '\n') {
                int i = 0;
                while (i < lowerCaseName.length && lower(bytes[line + i]) == lowerCaseName[i]) {
                    i++;
                }
                if (i == lowerCaseName.length) {
                    int value = line + i;
                    while (bytes[value] == ' ') {
                        value++;
                    }
                    return value;
                }
            }
        }
        return -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private int digits(int at) {
        int number = 0;
        for (int i = at; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Once the last chunk is there, moves them together so that they read as one body. */
    private boolean joinChunks(int filled) {
        int at = bodyStart;
        while (true) {
            int line = endOfLine(at, filled);
            if (line < 0) {
                return false;
            }
            int size = Integer.parseInt(new String(bytes, at, line - at, UTF_8).split(";")[0].strip(), 16);
            int next = line + 2 + size + 2;
            if (next > filled) {
                return false;
            }
            if (size == 0) {
                break;
            }
            at = next;
        }
        bodyEnd = bodyStart;
        at = bodyStart;
        while (true) {
            int line = endOfLine(at, filled);
            int size = Integer.parseInt(new String(bytes, at, line - at, UTF_8).split(";")[0].strip(), 16);
            if (size == 0) {
                chunked = false;
                return true;
            }
            System.arraycopy(bytes, line + 2, bytes, bodyEnd, size);
            bodyEnd += size;
            at = line + 2 + size + 2;
        }
    }

    private int endOfLine(int from, int filled) {
        for (int i = from; i + 1 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    public int status() {
        return status;
    }

    /** Each value of the header, in order. */
    public void headers(byte[] lowerCaseName, Consumer<String> use) {
        for (int at = headerAt(lowerCaseName, 0); at >= 0; at = headerAt(lowerCaseName, at)) {
            int end = at;
            while (bytes[end] != '\r') {
                end++;
            }
            use.accept(new String(bytes, at, end - at, UTF_8));
        }
    }

    /** Where the body goes on after the first place that holds this; -1 if none does. */
    public int after(byte[] needle, int from) {
        outer:
        for (int at = Math.max(from, bodyStart); at <= bodyEnd - needle.length; at++) {
            for (int i = 0; i < needle.length; i++) {
                if (bytes[at + i] != needle[i]) {
                    continue outer;
                }
            }
            return at + needle.length;
        }
        return -1;
    }

    public boolean has(byte[] needle) {
        return after(needle, 0) >= 0;
    }

    /** The whole number that follows, or -1. */
    public long numberAfter(byte[] needle) {
        int at = after(needle, 0);
        if (at < 0 || bytes[at] < '0' || bytes[at] > '9') {
            return -1;
        }
        long number = 0;
        for (; at < bodyEnd && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    /** The text between this and the next quotation mark, or an empty one. */
    public String textAfter(byte[] needle) {
        int at = after(needle, 0);
        if (at < 0) {
            return "";
        }
        int end = at;
        while (end < bodyEnd && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, at, end - at, UTF_8);
    }

    /** The numbers of a list such as [3,4] that follows. */
    public void eachNumberAfter(byte[] needle, java.util.function.IntConsumer use) {
        int at = after(needle, 0);
        while (at >= 0 && at < bodyEnd && bytes[at] != ']') {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                int number = 0;
                for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                    number = number * 10 + bytes[at] - '0';
                }
                use.accept(number);
            } else {
                at++;
            }
        }
    }

    /** The body from a place on, as text. */
    public String text(int from) {
        int at = Math.max(from, bodyStart);
        return new String(bytes, at, bodyEnd - at, UTF_8);
    }

    public String text() {
        return text(0);
    }
}
