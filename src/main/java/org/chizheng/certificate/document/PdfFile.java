package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** A PDF 1.7 file as it grows, object by object: what does not change from one certificate to the next comes as ready bytes and is copied. */
final class PdfFile {
    private static final byte[] HEAD = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(ISO_8859_1);
    private byte[] bytes = new byte[96 * 1024];
    private int length;
    private final List<Integer> places = new ArrayList<>();

    PdfFile() {
        put(HEAD);
    }

    /** The number of an object that is written later, once. */
    int reserve() {
        places.add(0);
        return places.size();
    }

    int add(CharSequence body) {
        int number = reserve();
        write(number, body);
        return number;
    }

    void write(int number, CharSequence body) {
        begin(number);
        put(body.toString());
        put("\nendobj\n");
    }

    /** @param entries of the stream's dictionary besides its length; the data is packed already where they name a filter */
    int addStream(String entries, byte[] data) {
        int number = reserve();
        writeStream(number, entries, data);
        return number;
    }

    void writeStream(int number, String entries, byte[] data) {
        begin(number);
        put("<< " + entries + " /Length " + data.length + " >>\nstream\n");
        put(data);
        put("\nendstream\nendobj\n");
    }

    /** How many bytes are written. */
    int length() {
        return length;
    }

    private void begin(int number) {
        places.set(number - 1, length);
        put(number + " 0 obj\n");
    }

    /** @return the whole file */
    byte[] end(int catalog, int info, String id) {
        int table = length;
        StringBuilder end = new StringBuilder(20 * places.size() + 400);
        end.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
        for (int place : places) {
            String digits = Integer.toString(place);
            end.append("0000000000", 0, 10 - digits.length()).append(digits).append(" 00000 n \n");
        }
        end.append("trailer\n<< /Size ").append(places.size() + 1);
        end.append(" /Root ").append(catalog).append(" 0 R /Info ").append(info).append(" 0 R /ID [<");
        end.append(id).append("> <").append(id).append(">] >>\nstartxref\n");
        put(end.append(table).append("\n%%EOF\n").toString());
        return Arrays.copyOf(bytes, length);
    }

    @SuppressWarnings("deprecation")
    private void put(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void put(byte[] data) {
        room(data.length);
        System.arraycopy(data, 0, bytes, length, data.length);
        length += data.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** A text string in UTF-16. */
    static String text(String value) {
        return "<FEFF" + Digits.hex(value.getBytes(UTF_16BE)) + ">";
    }

    static byte[] packed(byte[] data, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(data);
            deflater.finish();
            byte[] out = new byte[data.length + data.length / 100 + 64];
            int size = deflater.deflate(out);
            return Arrays.copyOf(out, size);
        } finally {
            deflater.end();
        }
    }

    static byte[] packed(CharSequence text, int level) {
        return packed(text.toString().getBytes(ISO_8859_1), level);
    }
}
