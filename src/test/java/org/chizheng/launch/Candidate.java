package org.chizheng.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.chizheng.Entrance;
import org.chizheng.common.Digests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.specification.RequestSpecification;

/** A candidate at the seat, with a ledger of what the service said to be saved. */
final class Candidate {
    private final RequestSpecification door;
    private final Map<Integer, String> acknowledged = new TreeMap<>();
    private final Opened opened;
    private int sequence;
    private volatile int answers;
    private int unsure;

    private Candidate(RequestSpecification door, Opened opened) {
        this.door = door;
        this.opened = opened;
        sequence = opened.nextSequence() - 1;
    }

    /** What a page learns when it takes over the sitting. */
    record Opened(
            int epoch,
            int nextSequence,
            Instant deadline,
            String paper,
            JsonNode items,
            Map<Integer, String> answers) {}

    static Candidate sitDown(String ticket, String idNumber) throws IOException {
        RequestSpecification door = Entrance.candidate(ticket, idNumber);
        given(door).post("/api/sitting/start").then().statusCode(200);
        var answer = given(door).post("/api/sitting/open");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode page = new ObjectMapper().readTree(answer.asByteArray());
        Map<Integer, String> answers = new TreeMap<>();
        page.get("answers")
                .fields()
                .forEachRemaining(a ->
                        answers.put(Integer.valueOf(a.getKey()), a.getValue().asText()));
        return new Candidate(
                door,
                new Opened(
                        page.get("epoch").asInt(),
                        page.get("nextSequence").asInt(),
                        Instant.parse(page.get("serverTime").asText())
                                .plusMillis(page.get("remainingMillis").asLong()),
                        Digests.hex(page.get("paper").toString()),
                        page.get("paper").get("items"),
                        answers));
    }

    Opened opened() {
        return opened;
    }

    /** How many requests were acknowledged. */
    int answers() {
        return answers;
    }

    /** The last acknowledged answer of each item. Not to be asked while answers are being sent. */
    Map<Integer, String> acknowledged() {
        return acknowledged;
    }

    /** The item whose newer answer was on its way and never acknowledged, 0 if there is none. */
    int unsure() {
        return unsure;
    }

    /** Item after item, and again with another answer, until the service is gone. */
    CompletableFuture<Void> keepAnswering() {
        return CompletableFuture.runAsync(() -> {
            for (int round = 0; ; round++) {
                for (JsonNode item : opened.items()) {
                    if (!answer(item, round)) {
                        return;
                    }
                }
            }
        });
    }

    /** @return false if the service is gone */
    boolean answer(JsonNode item, int option) {
        int number = item.get("no").asInt();
        String id = item.get("options")
                .get(option % item.get("options").size())
                .get("id")
                .asText();
        int next = sequence + 1;
        unsure = number;
        List<Integer> saved;
        try {
            saved = given(door)
                    .body(Map.of(
                            "epoch",
                            opened.epoch(),
                            "events",
                            List.of(Map.of("sequence", next, "item", number, "answer", id))))
                    .post("/api/sitting/answers")
                    .path("saved");
        } catch (Exception gone) {
            return false;
        }
        assertThat(saved).containsExactly(next);
        sequence = next;
        acknowledged.put(number, id);
        unsure = 0;
        answers++;
        return true;
    }

    int handIn() {
        return given(door)
                .body(Map.of("epoch", opened.epoch()))
                .post("/api/sitting/hand-in")
                .then()
                .statusCode(200)
                .extract()
                .path("count");
    }
}
