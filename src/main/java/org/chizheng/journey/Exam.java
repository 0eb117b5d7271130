package org.chizheng.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The candidate at the seat: one answer per request, as the page sends them. */
final class Exam {
    private static final List<String> SECRETS =
            List.of("\"right\"", "\"key\"", "\"explain", "\"source\"", "\"difficulty\"");
    private final Visitor candidate;
    private final AnswerBook book;

    Exam(Visitor candidate, AnswerBook book) {
        this.candidate = candidate;
        this.book = book;
    }

    /** @throws IOException if anything is refused, an answer is not acknowledged, the paper tells its key, or the exam is not passed */
    Map<String, Object> sit(String ticket, String idNumber) throws IOException {
        candidate.signIn("/exam", "/exam/j_security_check", ticket, idNumber);
        candidate.get("/exam/room");
        must(
                "UNDER_WAY"
                        .equals(candidate
                                .post("/api/sitting/start", Map.of())
                                .path("state")
                                .asText()),
                "not under way");
        JsonNode opened = candidate.post("/api/sitting/open", Map.of());
        for (String secret : SECRETS) {
            must(!opened.toString().contains(secret), "the paper shows " + secret);
        }
        int epoch = opened.get("epoch").asInt();
        long median = answer(epoch, opened.get("paper").get("items"));
        JsonNode receipt = candidate.post("/api/sitting/hand-in", Map.of("epoch", epoch, "events", List.of()));
        Visitor.Answer outcome = Patience.until(
                () -> candidate.look("/api/sitting/outcome"), answer -> answer.status() == 200, "no result came");
        must(
                outcome.json().get("passed").asBoolean(),
                "failed with " + outcome.json().get("raw"));
        String kept = "/api/receipts/" + receipt.get("number").asText();
        must("HOLDS".equals(candidate.look(kept).json().path("resultClass").asText()), "the receipt is not confirmed");
        return Map.of(
                "items", receipt.get("count").asInt(),
                "minutesLeft", opened.get("remainingMillis").asLong() / 60_000,
                "medianSaveMs", median,
                "raw", outcome.json().get("raw").asInt(),
                "cut", outcome.json().get("cut").asInt());
    }

    private long answer(int epoch, JsonNode items) throws IOException {
        List<Long> millis = new ArrayList<>();
        int sequence = 0;
        for (JsonNode item : items) {
            sequence++;
            Map<String, Object> event =
                    Map.of("sequence", sequence, "item", item.get("no").asInt(), "answer", book.answer(item));
            long begin = System.nanoTime();
            JsonNode saved = candidate.post("/api/sitting/answers", Map.of("epoch", epoch, "events", List.of(event)));
            millis.add((System.nanoTime() - begin) / 1_000_000);
            must(saved.get("saved").toString().equals("[" + sequence + "]"), "answer " + sequence + " was not saved");
        }
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    private static void must(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
