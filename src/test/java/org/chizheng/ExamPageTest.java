package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The candidate's page in a real browser. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamPageTest extends RunningRoom {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    @TestHTTPResource("/")
    URL base;

    @Test
    void aCandidateSitsReloadsAndHandsIn() {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(ARGUMENTS))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            signIn(page);
            page.getByText("开始答题").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("第 1 题，共 90 题")))
                    .isVisible();
            page.locator("label.option").nth(1).click();
            assertThat(page.locator("#saved")).hasText("已保存");
            assertThat(page.locator("#timer")).isVisible();
            look(page, "exam-question");
            page.reload();
            assertThat(page.locator("label.option input").nth(1)).isChecked();
            page.getByText("交卷").first().click();
            assertThat(page.getByText("还有 89 题没有答")).isVisible();
            page.locator("dialog")
                    .getByText("交卷", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("不合格")).isVisible();
            look(page, "exam-outcome");
        }
    }

    @Test
    void publicPagesHaveNoAxeViolationInEitherLanguage() {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(ARGUMENTS))) {
            Page page = browser.newPage();
            for (String path : List.of("", "exam", "sign-in", "verify", "v/AAAA", "statistics/holder-rate")) {
                for (String lang : List.of("zh", "en")) {
                    page.navigate(base + path + "?lang=" + lang);
                    assertThat(page.content()).doesNotContain("??");
                    look(page, (path.isEmpty() ? "front" : path.replace('/', '-')) + "-" + lang);
                }
            }
        }
    }

    private void signIn(Page page) {
        page.navigate(base + "exam");
        page.locator("#t").fill(ticket);
        page.locator("#n").fill(ID_NUMBER);
        page.locator("main button").click();
    }

    /** No axe violation, and a picture at three widths. */
    private static void look(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(violation ->
                        violation.getId() + " " + violation.getNodes().get(0).getHtml())
                .isEmpty();
        for (int width : new int[] {360, 820, 1440}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + "-" + width + ".png")));
        }
    }
}
