package org.chizheng.bank;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

import org.chizheng.bank.FigureFile.Unfit;

/** A PNG file from signature to end, each chunk with its check sum, and nothing behind the end (ISO/IEC 15948, 5 and 11.2). */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int AROUND = 12;
    private static final int LARGEST_SIDE = 4096;

    private PngFile() {}

    static Figure check(byte[] bytes) throws Unfit {
        if (bytes.length < SIGNATURE.length
                || !Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new Unfit(1, "not a PNG file");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, SIGNATURE.length, bytes.length - SIGNATURE.length);
        int width = 0;
        int height = 0;
        String type = "";
        while (!type.equals("IEND")) {
            boolean first = type.isEmpty();
            int start = in.position();
            int length = in.remaining() < AROUND ? -1 : in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw new Unfit(1, "PNG file is cut off");
            }
            type = new String(bytes, start + 4, 4, ISO_8859_1);
            if (first != type.equals("IHDR") || first && length != 13) {
                throw new Unfit(1, "PNG file does not begin with its header");
            }
            if (first) {
                width = in.getInt(start + 8);
                height = in.getInt(start + 12);
            }
            in.position(start + 8 + length);
            checkSum(bytes, start + 4, 4 + length, in.getInt());
        }
        if (in.hasRemaining()) {
            throw new Unfit(1, "PNG file goes on behind its end");
        }
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new Unfit(1, "PNG of " + width + " × " + height + ", sides must be 1 to " + LARGEST_SIDE);
        }
        return new Figure("image/png", bytes, width, height);
    }

    private static void checkSum(byte[] bytes, int from, int length, int expected) throws Unfit {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        if ((int) sum.getValue() != expected) {
            throw new Unfit(1, "PNG file is damaged");
        }
    }
}
