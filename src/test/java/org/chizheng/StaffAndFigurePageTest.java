package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The law, the bank and a figure of a paper in a real browser. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StaffAndFigurePageTest extends RunningRoom {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> PAGES = List.of(
            "regulation?asOf=2026-05-31",
            "regulation/catalogue",
            "bank",
            "bank/hazchem-production-principal?chapter=01&type=MULTIPLE",
            "bank/items/HPP-01-081");

    @TestHTTPResource("/")
    URL base;

    @Inject
    Accounting accounting;

    @Test
    void staffPagesHaveNoAxeViolationInEitherLanguage() {
        String name = Entrance.newUsername();
        accounting.grant(
                accounting.open(name, "a long word for tests", "测试", "Test", null),
                new Grant("author", null, null, null));
        try (BrowserContext browser = Chromium.shared().newContext()) {
            Page page = browser.newPage();
            page.navigate(base + "sign-in");
            page.locator("input[name=j_username]").fill(name);
            page.locator("input[name=j_password]").fill("a long word for tests");
            page.locator("main button").click();
            page.waitForURL("**/desk");
            for (String path : PAGES) {
                for (String lang : List.of("zh", "en")) {
                    page.navigate(base + path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                    assertThat(page.content()).doesNotContain("??");
                    look(page, path.replaceAll("[^a-zA-Z0-9]+", "-") + "-" + lang);
                }
            }
        }
    }

    @Test
    void aFigureHasItsPlaceBeforeItArrivesAndItsTextAlternative() {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(1440, 900).setServiceWorkers(ServiceWorkerPolicy.BLOCK);
        try (BrowserContext browser = Chromium.shared().newContext(options)) {
            Page page = browser.newPage();
            List<Route> waiting = new ArrayList<>();
            page.route("**/api/sitting/figures/*", waiting::add);
            page.navigate(base + "exam");
            page.locator("#t").fill(ticket);
            page.locator("#n").fill(ID_NUMBER);
            page.locator("main button").click();
            ExamBrowser.start(page).click();
            Locator figure = page.locator("img.figure");
            for (int no = 81; no <= 90 && figure.count() == 0; no++) {
                page.locator(".card-place .cell").nth(no - 1).click();
            }
            BoundingBox before = figure.boundingBox();
            assertThat(before.width).isEqualTo(200);
            assertThat(before.height).isEqualTo(100);
            assertThat(figure.getAttribute("alt")).matches("图\\d+");
            double option = page.locator("label.option").first().boundingBox().y;
            waiting.forEach(Route::resume);
            assertThat((Integer) figure.evaluate("image => image.decode().then(() => image.naturalWidth)"))
                    .isPositive();
            assertThat(figure.boundingBox().height).isEqualTo(100);
            assertThat(page.locator("label.option").first().boundingBox().y).isEqualTo(option);
            look(page, "exam-figure");
        }
    }

    /** No axe violation, no page wider than its window, and a picture at three widths. */
    private static void look(Page page, String name) {
        assertThat(Accessibility.violations(page)).as(name).isEmpty();
        for (int width : new int[] {360, 820, 1440}) {
            page.setViewportSize(width, 900);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name)
                    .isLessThanOrEqualTo(width);
            if (ExamBrowser.ALL_SHOTS) {
                page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + "-" + width + ".png")));
            }
        }
    }
}
