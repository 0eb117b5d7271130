package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** A candidate's hands and eyes in a real Chromium. */
final class ExamBrowser implements AutoCloseable {
    static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    static final String SAVED = "已保存";
    private static final Path SHOTS = Path.of("target", "screenshots");
    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(EXECUTABLE)
                    .setArgs(ARGUMENTS));

    /** A computer of its own: nothing is shared with another. */
    BrowserContext computer() {
        return computer(new Browser.NewContextOptions());
    }

    BrowserContext computer(Browser.NewContextOptions options) {
        return browser.newContext(options.setViewportSize(1440, 900));
    }

    static void signIn(Page page, String base, String ticket, String idNumber) {
        page.navigate(base + "exam");
        page.locator("#t").fill(ticket);
        page.locator("#n").fill(idNumber);
        page.locator("main button").click();
        page.waitForURL("**/exam/room");
    }

    static void begin(Page page) {
        page.getByText("开始答题").click();
        assertThat(page.locator("body")).hasAttribute("data-phase", "exam");
    }

    /** Chooses the option, from 0, of the question that is shown. */
    static void choose(Page page, int option) {
        page.locator("label.option").nth(option).click();
    }

    /** By the card, as on a large screen. */
    static void go(Page page, int question) {
        page.locator(".card-place .cell").nth(question - 1).click();
        assertThat(heading(page)).containsText("第 " + question + " 题");
    }

    static Locator heading(Page page) {
        return page.locator("h1").first();
    }

    /** No axe violation, nothing wider than the window, and a picture at each width. */
    static void look(Page page, String name, int... widths) {
        for (int width : widths.length == 0 ? new int[] {360, 820, 1440} : widths) {
            page.setViewportSize(width, width == 360 ? 740 : 900);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(name + " " + width)
                    .extracting(violation -> violation.getId() + " "
                            + violation.getNodes().get(0).getHtml())
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(page.content()).as(name).doesNotContain("??");
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + "-" + width + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
