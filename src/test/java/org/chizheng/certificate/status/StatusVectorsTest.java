package org.chizheng.certificate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.chizheng.certificate.status.StatusAnswer.Outcome;
import org.chizheng.certificate.token.KeyId;
import org.chizheng.certificate.token.KnownKey;
import org.chizheng.certificate.token.PublicKey;
import org.chizheng.certificate.token.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The vectors that the check in the browser is held to as well. */
class StatusVectorsTest {
    private static final JsonNode FILE = file();

    static Stream<JsonNode> vectors() {
        return StreamSupport.stream(FILE.get("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachVectorIsAnsweredAsItSays(JsonNode vector) {
        StatusAnswer answer = StatusCheck.check(
                Base64.getDecoder().decode(vector.get("list").asText()),
                vector.get("subject").asText(),
                keys(),
                Instant.parse(vector.get("at").asText()));
        assertThat(answer.outcome())
                .as(vector.get("name").asText())
                .isEqualTo(Outcome.valueOf(vector.get("outcome").asText()));
        for (JsonNode place : vector.path("places")) {
            assertThat(answer.list().orElseThrow().bits().at(place.get("index").asInt()))
                    .as("place %s", place.get("index"))
                    .isEqualTo(place.get("value").asInt());
        }
    }

    @Test
    void everyOutcomeHasAVector() {
        List<String> outcomes = new ArrayList<>();
        vectors().forEach(vector -> outcomes.add(vector.get("outcome").asText()));
        for (Outcome outcome : Outcome.values()) {
            assertThat(outcomes).contains(outcome.name());
        }
    }

    private static Function<KeyId, Optional<KnownKey>> keys() {
        List<KnownKey> keys = new ArrayList<>();
        for (JsonNode key : FILE.get("keys")) {
            JsonNode compromised = key.get("compromisedAt");
            keys.add(new KnownKey(
                    PublicKey.of(Base64.getUrlDecoder().decode(key.get("spki").asText())),
                    Purpose.valueOf(key.get("purpose").asText()),
                    Instant.parse(key.get("from").asText()),
                    null,
                    compromised.isNull() ? null : Instant.parse(compromised.asText())));
        }
        return kid ->
                keys.stream().filter(known -> known.key().kid().equals(kid)).findFirst();
    }

    private static JsonNode file() {
        try (InputStream in = StatusVectorsTest.class.getResourceAsStream("/certificate/status-vectors.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
