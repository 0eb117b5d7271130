package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** Runs tests of modules, which stand in src/test/js, in the page that is shown. */
final class BrowserModules {
    private static final Path TESTS = Path.of("src/test/js");
    private static final Path VECTORS = Path.of("src/test/resources/certificate");
    private static final String RUN = """
            async (name) => {
              const tests = (await import('/js/' + name)).default;
              const failed = [];
              for (const [title, test] of Object.entries(tests)) {
                try { await test(); } catch (error) { failed.push(title + ': ' + error.message); }
              }
              return {count: Object.keys(tests).length, failed};
            }""";

    private BrowserModules() {}

    /** @param folder under src/test/js */
    static void keepTheirPromises(Page page, Path folder) throws IOException {
        page.route("**/js/**", BrowserModules::fromDisk);
        try (Stream<Path> files = Files.list(TESTS.resolve(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".test.js"))
                    .sorted()
                    .toList()) {
                Map<?, ?> result = (Map<?, ?>)
                        page.evaluate(RUN, TESTS.relativize(file).toString().replace('\\', '/'));
                assertThat((List<?>) result.get("failed")).as(file.toString()).isEmpty();
                assertThat((Integer) result.get("count")).as(file.toString()).isGreaterThan(5);
            }
        }
    }

    private static void fromDisk(Route route) {
        String name = route.request().url().replaceAll(".*/js/|\\?.*", "");
        boolean script = name.endsWith(".js");
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(script ? "text/javascript" : "application/json")
                    .setBody(Files.readString((script ? TESTS : VECTORS).resolve(name), UTF_8)));
        } catch (IOException e) {
            route.abort();
        }
    }
}
