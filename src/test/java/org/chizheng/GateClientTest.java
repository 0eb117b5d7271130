package org.chizheng;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.verification.gate.GateResult;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The modules of the gate check, each by itself, in the browser that they are written for: against the vectors of tokens, and against the service's own list. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GateClientTest {
    private static final Path CLIENT = Path.of("src/main/resources/META-INF/resources/assets/gate");

    @TestHTTPResource("/")
    URL base;

    @Inject
    GateCertificates certificates;

    @Inject
    ChizhengConfig config;

    @Test
    void theModulesKeepTheirPromises() throws IOException {
        certificates.valid(10);
        certificates.publish();
        byte[] older = get("/status/0").asByteArray();
        // Lists tell their age in seconds.
        LockSupport.parkNanos(1_100_000_000L);
        GateCertificates.Carried suspended = certificates.after("SUSPENDED");
        certificates.publish();
        try (ExamBrowser browser = new ExamBrowser();
                BrowserContext computer = browser.computer()) {
            Page page = computer.newPage();
            page.navigate(base + "exam");
            page.evaluate(
                    "given => Object.assign(document.documentElement.dataset, given)",
                    Map.of(
                            "publicUrl",
                            config.publicUrl(),
                            "suspended",
                            suspended.index(),
                            "older",
                            Base64.getEncoder().encodeToString(older)));
            BrowserModules.keepTheirPromises(page, Path.of("gate"));
            assertThat((List<?>)
                            page.evaluate("async () => Object.keys((await import('/assets/gate/verdict.js')).TONES)"))
                    .as("the server takes the results that the page gives")
                    .extracting(String::valueOf)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(GateResult.values()).map(Enum::name).toList());
        }
    }

    @Test
    void noModuleHoldsATextOfItsOwnAndTheVerdictKnowsNoPage() throws IOException {
        try (Stream<Path> files = Files.walk(CLIENT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                String script = Files.readString(file, UTF_8);
                assertThat(script).as(file.toString()).doesNotContainPattern("\\p{IsHan}");
                if (file.endsWith("verdict.js")) {
                    assertThat(script).doesNotContainPattern("\\b(document|window|Date|fetch)\\b\\s*[.(]");
                }
            }
        }
    }
}
