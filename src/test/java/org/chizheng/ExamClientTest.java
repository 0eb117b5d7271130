package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The modules of the examination's page, each by itself, in the browser that they are written for. Their tests stand in src/test/js. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamClientTest {
    private static final Path CLIENT = Path.of("src/main/resources/META-INF/resources/assets/exam");

    @TestHTTPResource("/")
    URL base;

    @Test
    void theModulesKeepTheirPromises() throws IOException {
        try (ExamBrowser browser = new ExamBrowser();
                BrowserContext computer = browser.computer()) {
            Page page = computer.newPage();
            page.navigate(base + "exam");
            BrowserModules.keepTheirPromises(page, Path.of(""));
        }
    }

    @Test
    void theDevicesClockIsNeverRead() throws IOException {
        try (Stream<Path> files = Files.walk(CLIENT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file, UTF_8))
                        .as(file.toString())
                        .doesNotContainPattern("\\bDate\\b|timeOrigin|timeStamp|Temporal");
            }
        }
    }

    @Test
    void noModuleHoldsATextOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(CLIENT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file, UTF_8)).as(file.toString()).doesNotContainPattern("\\p{IsHan}");
            }
        }
    }
}
