package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.chizheng.common.OfficialClock;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.Practicals;
import org.chizheng.practical.Sheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Two assessors with their tablets at a station, in real browsers: no axe violation and nothing wider than the window on the way; a line that breaks takes no tap. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PracticalStationTest {
    private static final String SECRET = "a long word for tests";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(25_000);

    @TestHTTPResource("/")
    URL base;

    @Inject
    PracticalDay days;

    @Inject
    Workplace workplace;

    @Inject
    Practicals practicals;

    @Inject
    PracticalResults results;

    @Inject
    Sheets sheets;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    private final SoftAssertions seen = new SoftAssertions();
    private PracticalDay.Day day;
    private UUID candidate;
    private ExamBrowser browser;

    @BeforeEach
    void aDayWithOneCandidate() {
        day = days.today(1);
        candidate = days.admit(day, days.passedTheory(clock.today()));
        browser = new ExamBrowser();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    private Page signedIn(String... roles) {
        String name = Entrance.newUsername();
        UUID person = workplace.someone().id();
        UUID account = accounting.open(name, SECRET, "测试考评员", "Test assessor", person);
        days.qualify(day.centre(), person, null);
        for (String role : roles) {
            accounting.grant(account, new Grant(role, null, day.centre(), null));
        }
        Page page = browser.computer().newPage();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        page.setViewportSize(820, 1180);
        return page;
    }

    private String station() {
        return base + "practicals/" + day.id() + "/stations/" + day.station();
    }

    private static Locator panelButton(Page page) {
        return page.locator(".station-panel .button-primary");
    }

    private static Locator saved(Page page) {
        return page.locator(".station-saved");
    }

    private static Locator sign(Page page) {
        return page.locator(".station-foot .button-primary");
    }

    /** Full points for every step of the task that is shown, but one point less for the first so many. */
    private static void mark(Page page, int less) {
        Locator steps = page.locator(".station-steps li");
        for (int i = 0; i < steps.count(); i++) {
            steps.nth(i).locator(i < less ? ".station-less" : ".station-full").click();
        }
    }

    private static void go(Page page, int task) {
        page.locator(".station-tab").nth(task - 1).click();
        assertThat(page.locator(".station-tab").nth(task - 1)).hasAttribute("aria-current", "step");
    }

    private static void signNow(Page page) {
        assertThat(sign(page)).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(25_000));
        sign(page).click();
        page.locator("dialog .button-primary").click();
    }

    private void begun(Page one, Page other) {
        for (Page page : List.of(one, other)) {
            page.navigate(station());
            panelButton(page).click();
        }
        assertThat(panelButton(other)).hasText("开始计时");
        panelButton(other).click();
        assertThat(one.locator(".station-steps li").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
    }

    private void look(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        seen.assertThatCode(() -> {
                    assertThat(Accessibility.violations(page))
                            .as(name + " " + width)
                            .isEmpty();
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                            .as(name + " " + width + " is wider than the window")
                            .isFalse();
                    assertThat(page.content()).doesNotContain("??");
                })
                .doesNotThrowAnyException();
        if (ExamBrowser.ALL_SHOTS) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(ExamBrowser.SHOTS.resolve(name + "-" + width + "x" + height + ".png")));
        }
    }

    private void lookAtTablets(Page page, String name) {
        look(page, name, 1180, 820);
        look(page, name, 820, 1180);
    }

    @Test
    void twoTabletsMarkOneLosesItsLineAndNothingIsLost() {
        Page one = signedIn(Roles.ASSESSOR);
        Page other = signedIn(Roles.ASSESSOR);
        one.navigate(station());
        look(one, "practical-queue", 820, 1180);
        one.locator(".station-queue .button-primary").click();
        assertThat(one.locator("h1")).hasText("测试工人");
        look(one, "practical-begin", 820, 1180);
        begun(one, other);
        mark(one, 0);
        assertThat(saved(one)).hasText("全部已保存到服务器", PATIENTLY);
        isKept(one);
        BrowserContext tablet = one.context();
        tablet.setOffline(true);
        for (int task = 2; task <= 4; task++) {
            go(one, task);
            mark(one, 1);
        }
        assertThat(saved(one)).containsText("已存在本机");
        assertThat(one.locator(".notice-error"))
                .containsText("网络中断", new LocatorAssertions.ContainsTextOptions().setTimeout(25_000));
        assertThat(sign(one)).isDisabled();
        lookAtTablets(one, "practical-offline");
        one.locator(".station-foot .button").first().click();
        assertThat(one.locator(".station-sum")).containsText("/ 100 分");
        one.locator(".station-steps li").last().locator(".station-full").click();
        itGoesOnAfterAReloadWithoutALine(one);
        tablet.setOffline(false);
        assertThat(saved(one)).hasText("全部已保存到服务器", PATIENTLY);
        one.reload();
        assertThat(one.locator(".station-sum")).hasText("97 / 100 分", PATIENTLY);
        one.locator("#photo").setInputFiles(new FilePayload("接线.png", "image/png", MadeUpPortrait.draw(5)));
        assertThat(saved(one)).hasText("全部已保存到服务器", PATIENTLY);
        look(one, "practical-marked", 1440, 900);
        look(one, "practical-marked", 360, 740);
        lookAtTablets(one, "practical-marked");
        signNow(one);
        assertThat(one.locator(".station-panel")).containsText("等待另一名考评员");
        assertThat(sheets.photos(candidate)).hasSize(1);
        for (int task = 1; task <= 4; task++) {
            go(other, task);
            mark(other, 0);
        }
        go(other, 2);
        other.locator(".station-met").first().click();
        look(other, "practical-veto", 1180, 820);
        other.setViewportSize(820, 1180);
        other.locator(".station-foot .button").first().click();
        assertThat(other.locator(".station-met").first()).hasAttribute("aria-pressed", "false");
        signNow(other);
        assertThat(other.locator(".station-verdict")).containsText("98.5");
        look(other, "practical-decided", 820, 1180);
        assertThat(results.ofCandidate(candidate).orElseThrow().passed()).isTrue();
        theStaffLooksAtIt();
    }

    /** All marks are there, more can be given and taken back; nothing can be signed. */
    private void itGoesOnAfterAReloadWithoutALine(Page tablet) {
        tablet.reload();
        assertThat(tablet.locator("h1")).hasText("测试工人");
        assertThat(tablet.locator(".station-sum")).hasText("97 / 100 分");
        assertThat(saved(tablet)).containsText("已存在本机");
        assertThat(tablet.locator(".notice-error")).containsText("网络中断");
        tablet.locator(".station-steps li").first().locator(".station-less").click();
        assertThat(tablet.locator(".station-sum")).hasText("96 / 100 分");
        tablet.reload();
        assertThat(tablet.locator(".station-sum")).hasText("96 / 100 分");
        tablet.locator(".station-steps li").first().locator(".station-full").click();
        assertThat(sign(tablet)).isDisabled();
        look(tablet, "practical-offline-reloaded", 820, 1180);
    }

    /** The page, its files and its service worker are all there for a reload without a line. */
    private static void isKept(Page tablet) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            tablet.waitForTimeout(50);
            return (Boolean) tablet.evaluate("""
                    async () => navigator.serviceWorker.controller !== null
                      && Boolean(await caches.match(location.pathname)) && Boolean(await caches.match('/practicals/no-line'))""");
        });
    }

    private void theStaffLooksAtIt() {
        Page manager = signedIn(Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER);
        for (String path : List.of(
                "practicals", "practicals/" + day.id(), "practicals/" + day.id() + "/candidates/" + candidate)) {
            manager.navigate(base + path + "?lang=en");
            String name = "practical-staff-" + path.split("/").length;
            look(manager, name + "-en", 360, 740);
            manager.navigate(base + path + "?lang=zh");
            look(manager, name, 820, 1180);
            look(manager, name, 1440, 900);
        }
    }

    @Test
    void byTheKeyboardAndInEnglishASheetThatIsOpenedElsewhereIsSaid() {
        Page one = signedIn(Roles.ASSESSOR);
        Page other = signedIn(Roles.ASSESSOR);
        one.navigate(station());
        one.locator(".station-queue .button-primary").focus();
        one.keyboard().press("Enter");
        one.locator("#sheet").waitFor();
        begun(one, other);
        one.navigate(station() + "?lang=en");
        assertThat(one.locator(".station-steps li").first()).isVisible();
        one.locator(".station-steps li").first().locator(".station-full").focus();
        one.keyboard().press("Enter");
        assertThat(one.locator(".station-steps li").first()).hasAttribute("data-state", "full");
        one.keyboard().press("Shift+Tab");
        one.keyboard().press("Shift+Tab");
        one.keyboard().press("Space");
        assertThat(one.locator(".station-steps li").first()).hasAttribute("data-state", "less");
        assertThat(saved(one)).hasText("All saved on the server", PATIENTLY);
        lookAtTablets(one, "practical-english");
        look(one, "practical-english", 360, 740);
        Page again = one.context().newPage();
        again.navigate(station() + "?lang=en");
        assertThat(again.locator(".station-steps li").first()).hasAttribute("data-state", "less");
        one.locator(".station-steps li").nth(1).locator(".station-full").click();
        assertThat(one.locator(".station-panel")).containsText("another device or page");
        panelButton(one).click();
        assertThat(one.locator(".station-steps li").nth(1))
                .hasAttribute("data-state", "full", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
        assertThat(saved(one)).hasText("All saved on the server", PATIENTLY);
    }
}
