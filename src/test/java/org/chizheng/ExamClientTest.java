package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The modules of the examination's page, each by itself, in the browser that they are written for. Their tests stand in src/test/js. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamClientTest {
    private static final Path TESTS = Path.of("src/test/js");
    private static final Path CLIENT = Path.of("src/main/resources/META-INF/resources/assets/exam");
    private static final String RUN = """
            async (name) => {
              const tests = (await import('/js/' + name)).default;
              const failed = [];
              for (const [title, test] of Object.entries(tests)) {
                try { await test(); } catch (error) { failed.push(title + ': ' + error.message); }
              }
              return {count: Object.keys(tests).length, failed};
            }""";

    @TestHTTPResource("/")
    URL base;

    @Test
    void theModulesKeepTheirPromises() throws IOException {
        try (ExamBrowser browser = new ExamBrowser();
                BrowserContext computer = browser.computer();
                Stream<Path> files = Files.list(TESTS)) {
            Page page = computer.newPage();
            page.route("**/js/*.js", ExamClientTest::fromDisk);
            page.navigate(base + "exam");
            for (Path file : files.filter(f -> f.toString().endsWith(".test.js"))
                    .sorted()
                    .toList()) {
                java.util.Map<?, ?> result = (java.util.Map<?, ?>)
                        page.evaluate(RUN, file.getFileName().toString());
                assertThat((List<?>) result.get("failed")).as(file.toString()).isEmpty();
                assertThat((Integer) result.get("count")).as(file.toString()).isGreaterThan(5);
            }
        }
    }

    private static void fromDisk(Route route) {
        String name = route.request().url().replaceAll(".*/", "");
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(Files.readString(TESTS.resolve(name), UTF_8)));
        } catch (IOException e) {
            route.abort();
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
