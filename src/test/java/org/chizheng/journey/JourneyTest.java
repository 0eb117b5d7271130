package org.chizheng.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.StarterBank;
import org.chizheng.demo.DemoAuthority;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** bin/journey against the demo authority and the published bank. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JourneyTest {
    private static final Path BANK = Path.of("question-bank");

    @TestHTTPResource
    URL base;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    @Test
    void theWholeJobHoldsFromPostToHolderRate() throws IOException {
        bank.ensure();
        Path out = Path.of("target", "journey-test");
        assertThat(new Journey(out).run("http://localhost:" + base.getPort(), BANK))
                .as("see %s/journey.json", out)
                .isTrue();
        assertThat(out.resolve("certificate.pdf"))
                .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                .startsWith("%PDF-");
        assertThat(report(out).path("steps").size()).isEqualTo(12);
    }

    @Test
    void theFailingStepIsNamed() throws IOException {
        Path out = Files.createTempDirectory(Path.of("target"), "journey");
        assertThat(new Journey(out).run("http://localhost:1", BANK)).isFalse();
        assertThat(report(out).path("failedStep").asText()).isEqualTo("service is ready");
    }

    private static JsonNode report(Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("journey.json").toFile());
    }
}
