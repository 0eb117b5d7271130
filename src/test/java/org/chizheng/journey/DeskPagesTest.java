package org.chizheng.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.chizheng.Accessibility;
import org.chizheng.Chromium;
import org.chizheng.PostgresResource;
import org.chizheng.StarterBank;
import org.chizheng.demo.DemoAuthority;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every page that a role reaches from its desk, after a whole journey has left something to show: both languages, three widths, no axe violation. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeskPagesTest {
    private static final Path BANK = Path.of("question-bank");
    /** What stands beyond the right edge, where the page is wider than its window. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : ['wider by ' + (document.documentElement.scrollWidth - innerWidth)].concat(
              [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                .map((e) => e.tagName + '.' + e.className + '#' + e.id + ' ' + e.textContent.trim().slice(0, 40)).slice(0, 12))""";

    private static final Path SHOTS = Path.of("target", "screenshots");
    /** Pictures take most of the time; a change of the design asks for all of them. */
    private static final boolean ALL_SHOTS = "all".equals(System.getenv("CHIZHENG_SCREENSHOTS"));

    /** What a page says apart from the menu, which is looked at on each role's desk, and from its form tokens. */
    private static final String BODY =
            "(() => { const m = document.querySelector('main').cloneNode(true); m.querySelectorAll('input[type=hidden]').forEach(i => i.remove()); return m.innerHTML; })()";

    private static final List<String> ROLES = List.of(
            "admin",
            "author",
            "reviewer",
            "centre",
            "invigilator",
            "assessor",
            "officer",
            "employer",
            "regulator",
            "candidate");

    /** Pages that several roles reach are looked at once, while they say the same. */
    private final Set<String> known = new HashSet<>();

    @TestHTTPResource("/")
    URL base;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    @Test
    void everyDeskIsUsableAtEveryWidthInBothLanguages() throws IOException {
        bank.ensure();
        assertThat(new Journey(Path.of("target", "desk-pages")).run("http://localhost:" + base.getPort(), BANK))
                .isTrue();
        Set<String> seen = new TreeSet<>();
        for (String role : ROLES) {
            Page page = Chromium.shared().newContext().newPage();
            signIn(page, role);
            walk(page, role, seen);
            page.context().close();
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    private void signIn(Page page, String role) {
        page.navigate(base + "sign-in");
        page.locator("#u").fill(role);
        page.locator("#p").fill("chizheng-demo");
        page.locator("main button").click();
        assertThat(page.url()).as(role).endsWith("/desk");
    }

    /** The desk, each entry of the menu, and from each the first thing that can be opened. */
    @SuppressWarnings("unchecked")
    private void walk(Page page, String role, Set<String> seen) {
        look(page, role + "-desk", seen);
        List<String> entries = (List<String>)
                page.evaluate("[...document.querySelectorAll('header nav a')].map(a => a.getAttribute('href'))");
        for (String entry : entries) {
            page.navigate(base + entry.substring(1) + (entry.contains("?") ? "&" : "?") + "lang=zh");
            look(page, role + entry.replace('/', '-'), seen);
            String first = (String) page.evaluate("document.querySelector('main table a')?.getAttribute('href') ?? ''");
            if (first.startsWith("/") && !first.endsWith(".pdf")) {
                page.navigate(base + first.substring(1) + (first.contains("?") ? "&" : "?") + "lang=zh");
                look(page, role + entry.replace('/', '-') + "-one", seen);
            }
        }
    }

    private void look(Page page, String name, Set<String> seen) {
        String address = page.url().replaceAll("[?&]lang=..", "");
        for (String lang : List.of("zh", "en")) {
            String asked = address + (address.contains("?") ? "&" : "?") + "lang=" + lang;
            if (!page.url().equals(asked)) {
                page.navigate(asked);
            }
            assertThat(page.content()).as(name).doesNotContain("??", "org.chizheng");
            // What another role has been shown already was looked at in both languages.
            if (!known.add(lang + page.evaluate(BODY))) {
                break;
            }
            assertThat(Accessibility.violations(page))
                    .as("%s in %s", name, lang)
                    .isEmpty();
            for (int width : new int[] {360, 820, 1440}) {
                page.setViewportSize(width, 900);
                assertThat((List<?>) page.evaluate(TOO_WIDE))
                        .as("%s in %s does not scroll sideways at %d px", name, lang, width)
                        .isEmpty();
                if (ALL_SHOTS) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SHOTS.resolve(name + "-" + lang + "-" + width + ".png")));
                }
            }
        }
        seen.add(name);
    }
}
