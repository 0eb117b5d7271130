package org.chizheng.calibration;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.calibration.rule.Tally.Answer;

/** A sitting's answers as they are stored: item number and options chosen, four bytes each, big-endian. */
final class KeptAnswers {
    private static final int BYTES = 2 * Integer.BYTES;

    private KeptAnswers() {}

    static byte[] pack(List<Answer> paper) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES * paper.size());
        paper.forEach(answer -> bytes.putInt(answer.item()).putInt(answer.chosen()));
        return bytes.array();
    }

    static List<Answer> unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<Answer> paper = new ArrayList<>(packed.length / BYTES);
        while (bytes.hasRemaining()) {
            paper.add(new Answer(bytes.getInt(), bytes.getInt()));
        }
        return paper;
    }
}
