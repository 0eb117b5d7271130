package org.chizheng.certificate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.chizheng.certificate.rule.TokenDigits;
import org.chizheng.certificate.token.ClaimAnswer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The vectors that the check in the browser is held to as well. */
class TokenVectorsTest {
    private static final JsonNode FILE = file();

    static Stream<JsonNode> vectors() {
        return StreamSupport.stream(FILE.get("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachVectorIsAnsweredAsItSays(JsonNode vector) {
        byte[] cose = HexFormat.of().parseHex(vector.get("cose").asText());
        ClaimAnswer answer = ClaimCheck.check(cose, keys());
        assertThat(answer.outcome())
                .as(vector.get("name").asText())
                .isEqualTo(Outcome.valueOf(vector.get("outcome").asText()));
        assertThat(answer.claim().map(Samples::told))
                .isEqualTo(Optional.ofNullable(vector.get("claim")).map(Object::toString));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void digitsAndBytesOfEachVectorAreTheSame(JsonNode vector) {
        byte[] cose = HexFormat.of().parseHex(vector.get("cose").asText());
        assertThat(TokenDigits.of(cose)).isEqualTo(vector.get("digits").asText());
        assertThat(TokenDigits.bytes(vector.get("digits").asText())).hasValue(cose);
    }

    @Test
    void everyOutcomeHasAVectorAndBothAlgorithmsDo() {
        List<String> outcomes = new ArrayList<>();
        vectors().forEach(vector -> outcomes.add(vector.get("outcome").asText()));
        for (Outcome outcome : Outcome.values()) {
            assertThat(outcomes).contains(outcome.name());
        }
        assertThat(FILE.get("keys").findValuesAsText("alg")).contains("EdDSA", "SM2");
    }

    /** Ed25519 signs the same bytes in one way, so the first vector is made anew here. */
    @Test
    void theFirstVectorIsWhatWeSign() {
        byte[] token = Samples.token(Samples.key(Samples.ed25519(0x11)), Samples.claim());
        assertThat(HexFormat.of().formatHex(token))
                .isEqualTo(FILE.get("vectors").get(0).get("cose").asText());
    }

    static Function<KeyId, Optional<KnownKey>> keys() {
        List<KnownKey> keys = new ArrayList<>();
        for (JsonNode key : FILE.get("keys")) {
            PublicKey spki =
                    PublicKey.of(Base64.getUrlDecoder().decode(key.get("spki").asText()));
            assertThat(spki.kid().hex()).isEqualTo(key.get("kid").asText());
            JsonNode compromised = key.get("compromisedAt");
            keys.add(Samples.known(
                    spki,
                    Purpose.valueOf(key.get("purpose").asText()),
                    compromised.isNull() ? null : java.time.Instant.parse(compromised.asText())));
        }
        return Samples.book(keys.toArray(KnownKey[]::new));
    }

    private static JsonNode file() {
        try (InputStream in = TokenVectorsTest.class.getResourceAsStream("/certificate/token-vectors.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
