package org.chizheng.rehearsal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A POST of one answer, made once per candidate and patched in place: numbers and answer stand in fields of fixed width, filled up with spaces. */
public final class AnswerRequest {
    private static final int WIDTH = 7;
    private static final int ANSWER_WIDTH = 20;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final int epochAt;
    private final int sequenceAt;
    private final int itemAt;
    private final int answerAt;

    /** @param head request line and headers up to and without Content-Length */
    public AnswerRequest(byte[] head) {
        String number = " ".repeat(WIDTH);
        String epoch = "{\"epoch\":";
        String sequence = ",\"events\":[{\"sequence\":";
        String item = ",\"item\":";
        String answer = ",\"answer\":";
        String body = epoch + number + sequence + number + item + number + answer + " ".repeat(ANSWER_WIDTH) + "}]}";
        byte[] rest = Reply.ascii("Content-Length: " + body.length() + "\r\n\r\n" + body);
        bytes = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        buffer = ByteBuffer.wrap(bytes);
        int at = bytes.length - body.length();
        epochAt = at + epoch.length();
        sequenceAt = epochAt + WIDTH + sequence.length();
        itemAt = sequenceAt + WIDTH + item.length();
        answerAt = itemAt + WIDTH + answer.length();
    }

    /** @return the request, ready to be sent; the next patch overwrites it */
    public ByteBuffer patch(int epoch, int sequence, int item, String answer) {
        number(epochAt, epoch);
        number(sequenceAt, sequence);
        number(itemAt, item);
        Arrays.fill(bytes, answerAt, answerAt + ANSWER_WIDTH, (byte) ' ');
        bytes[answerAt] = '"';
        for (int i = 0; i < answer.length(); i++) {
            bytes[answerAt + 1 + i] = (byte) answer.charAt(i);
        }
        bytes[answerAt + 1 + answer.length()] = '"';
        return buffer.clear();
    }

    private void number(int at, int value) {
        int rest = value;
        for (int i = at + WIDTH - 1; i >= at; i--) {
            bytes[i] = rest > 0 || i == at + WIDTH - 1 ? (byte) ('0' + rest % 10) : (byte) ' ';
            rest /= 10;
        }
    }
}
