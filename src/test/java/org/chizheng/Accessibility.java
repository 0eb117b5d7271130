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
 * pages here have no frames to look into. Whether a text stands out from what is behind it takes axe as long as everything else together six times over, so of texts that share tag,
 * class, colour, size and all that lies behind them only the first few are asked about: the answer is the same for all.
 */
public final class Accessibility {
    static final String AXE = read();
    private static final String LOAD = "path => typeof axe === 'object' || import(path).then(() => true, () => false)";
    private static final String RUN = """
            async () => {
              const grounds = new Map();
              const ground = (e) => {
                if (!e) return '';
                if (!grounds.has(e)) {
                  const s = getComputedStyle(e);
                  grounds.set(e, [ground(e.parentElement), s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode].join('|'));
                }
                return grounds.get(e);
              };
              const off = (e) => e.matches(':disabled, [aria-disabled=true]') || (e.control?.disabled ?? false);
              const exempt = (e) => { for (let at = e; at; at = at.parentElement) if (off(at)) return true; return false; };
              const alike = new Map();
              const texts = [...document.body.querySelectorAll('*')].filter((e) => e.matches('input, select, textarea')
                || [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()));
              const asked = texts.filter((e) => {
                if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
                const s = getComputedStyle(e);
                const key = [e.tagName, e.className, e.type, s.color, s.fontSize, s.fontWeight, s.textShadow, s.webkitTextFillColor, exempt(e), ground(e)].join('~');
                alike.set(key, (alike.get(key) ?? 0) + 1);
                return alike.get(key) <= 3;
              });
              asked.forEach((e) => e.setAttribute('data-asked', ''));
              axe.configure({rules: [{id: 'color-contrast', selector: '[data-asked]'}]});
              const found = await axe.run(document, {resultTypes: ['violations'], elementRef: false});
              asked.forEach((e) => e.removeAttribute('data-asked'));
              return found.violations.map((violation) => violation.id + ' ' + violation.nodes[0].html.replace(' data-asked=""', ''));
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
