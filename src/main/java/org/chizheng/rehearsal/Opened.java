package org.chizheng.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.chizheng.rehearsal.wire.Reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an opened page is told.
 *
 * @param options how many each item has, by its number from 1; null where the paper was not asked for
 */
record Opened(int epoch, int nextSequence, long remainingMillis, int[] options, Map<Integer, String> answers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] EPOCH = Reply.ascii("\"epoch\":");
    private static final byte[] NEXT = Reply.ascii("\"nextSequence\":");
    private static final byte[] REMAINING = Reply.ascii("\"remainingMillis\":");
    private static final byte[] PAPER = Reply.ascii("\"paper\":{");
    private static final byte[] ANSWERS = Reply.ascii("\"answers\":{");

    /** Whether the reply opens the page; the earlier service's reply to a start does not. */
    static boolean isIn(Reply reply) {
        return reply.has(EPOCH) && reply.has(PAPER);
    }

    /** @param paper whether to read the paper too */
    static Opened of(Reply reply, boolean paper) {
        int at = reply.after(ANSWERS, 0);
        Map<Integer, String> answers = new HashMap<>();
        try {
            if (at >= 0) {
                String rest = reply.text(at);
                JSON.readTree("{" + rest.substring(0, rest.indexOf('}') + 1))
                        .fields()
                        .forEachRemaining(a -> answers.put(
                                Integer.valueOf(a.getKey()), a.getValue().asText()));
            }
            return new Opened(
                    (int) reply.numberAfter(EPOCH),
                    (int) reply.numberAfter(NEXT),
                    reply.numberAfter(REMAINING),
                    paper ? options(JSON.readTree(reply.text())) : null,
                    answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] options(JsonNode opened) {
        JsonNode items = opened.get("paper").get("items");
        int[] options = new int[items.size()];
        for (JsonNode item : items) {
            int most = item.get("options").size();
            // a negative number marks an item where several may be chosen
            options[item.get("no").asInt() - 1] = item.path("section").asText().startsWith("MULTIPLE") ? -most : most;
        }
        return options;
    }
}
