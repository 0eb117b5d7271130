package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/**
 * What axe finds on a page, with all of its rules. AxeBuilder itself opens another page for each look and carries over everything that is right, too, which takes most of its time;
 * pages here have no frames to look into.
 */
public final class Accessibility {
    static final String AXE = read();
    private static final String LOAD = "path => typeof axe === 'object' || import(path).then(() => true, () => false)";
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {resultTypes: ['violations'], elementRef: false});
              return found.violations.map((violation) => violation.id + ' ' + violation.nodes[0].html);
            }""";

    private Accessibility() {}

    private static String read() {
        try (InputStream axe = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return each broken rule with the first element that breaks it */
    public static List<String> violations(Page page) {
        assertThat(page.frames()).as("looked at without its frames").hasSize(1);
        // From the service under test, where there is one and it can be reached.
        if (!(Boolean) page.evaluate(LOAD, AxeRoute.PATH)) {
            page.evaluate(AXE);
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }
}
