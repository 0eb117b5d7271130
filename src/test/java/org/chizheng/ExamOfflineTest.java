package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.SAVED;
import static org.chizheng.ExamBrowser.begin;
import static org.chizheng.ExamBrowser.choose;
import static org.chizheng.ExamBrowser.heading;
import static org.chizheng.ExamBrowser.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a broken line and a power cut may not take: the page, the answers, the hand-in. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamOfflineTest extends RunningRoom {
    /** The tally of the answers, once all of them are in the computer's own store. */
    private static final String ON_DISK = "#saved:not([aria-busy])";

    /** Longer than the longest pause between two tries. */
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(25_000);

    /** The page, its files and its service worker are all there for a reload without a line. */
    private static void isKept(Page page) {
        until(page, """
                async () => navigator.serviceWorker.controller !== null
                  && Boolean(await caches.match('/exam/room')) && Boolean(await caches.match('/exam/no-line'))""");
    }

    private static void until(Page page, String question) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.waitForTimeout(50);
            return (Boolean) page.evaluate(question);
        });
    }

    @Test
    void thirtyAnswersAndAReloadWithoutALineAllArrive() {
        try (ExamBrowser browser = new ExamBrowser()) {
            BrowserContext computer = browser.computer();
            Page page = signedIn(computer);
            begin(page);
            isKept(page);
            computer.setOffline(true);
            for (int i = 1; i <= 30; i++) {
                choose(page, i % 2);
                page.locator(".move-next").click();
            }
            assertThat(page.locator(ON_DISK)).hasText("等待发送（30）");
            assertThat(page.locator("#strip")).containsText("网络中断");
            look(page, "exam-offline");
            page.setViewportSize(1440, 900);
            page.reload();
            assertThat(heading(page)).hasText("第 31 题，共 90 题");
            assertThat(page.locator(ON_DISK)).hasText("等待发送（30）");
            assertThat(page.locator("#timer")).hasText("时间待与服务器核对");
            assertThat(page.locator(".answer-card .cell-done")).hasCount(30);
            choose(page, 1);
            assertThat(page.locator(ON_DISK)).hasText("等待发送（31）");
            look(page, "exam-offline-reloaded");
            page.setViewportSize(1440, 900);
            page.keyboard().press("s");
            page.getByText("English").click();
            assertThat(heading(page)).hasText("Question 31 of 90");
            page.reload();
            assertThat(heading(page)).hasText("Question 31 of 90");
            look(page, "exam-offline-reloaded-en");
            page.setViewportSize(1440, 900);
            computer.setOffline(false);
            assertThat(page.locator("#saved")).hasText("Saved", PATIENTLY);
            assertThat(page.locator("#timer")).hasText(Pattern.compile("0[12]:\\d\\d:\\d\\d"));
            page.keyboard().press("h");
            page.locator("dialog .act-strong").click();
            assertThat(page.locator(".receipt dd").nth(2)).hasText("31");
        }
    }

    @Test
    void theFiguresAreThereWithoutALine() {
        try (ExamBrowser browser = new ExamBrowser()) {
            BrowserContext computer = browser.computer();
            Page page = signedIn(computer);
            begin(page);
            isKept(page);
            until(page, """
                    async () => { const name = (await caches.keys()).find((n) => n.startsWith('chizheng-figures-'));
                      return Boolean(name) && (await (await caches.open(name)).keys()).length === 5; }""");
            computer.setOffline(true);
            page.reload();
            int seen = 0;
            for (int no = 81; no <= 90; no++) {
                ExamBrowser.go(page, no);
                if (page.locator("img.figure").count() > 0) {
                    assertThat((Integer) page.locator("img.figure")
                                    .evaluate("image => image.decode().then(() => image.naturalWidth)"))
                            .isPositive();
                    seen++;
                }
            }
            assertThat(seen).isEqualTo(5);
        }
    }

    @Test
    void tenMinutesWithoutALineAreABanner() {
        try (ExamBrowser browser = new ExamBrowser()) {
            BrowserContext computer = browser.computer();
            computer.clock().install();
            Page page = signedIn(computer);
            begin(page);
            choose(page, 0);
            assertThat(page.locator("#saved")).hasText(SAVED);
            computer.setOffline(true);
            choose(page, 1);
            for (int minute = 0; minute < 10; minute++) {
                page.clock().runFor(60_000);
            }
            assertThat(page.locator("#strip")).containsText("网络中断。请继续答题");
            assertThat(page.locator(ON_DISK)).hasText("等待发送（1）");
            assertThat(page.locator("#timer")).hasText(Pattern.compile("01:49:\\d\\d"));
            page.locator(".move-next").click();
            choose(page, 0);
            assertThat(page.locator(ON_DISK)).hasText("等待发送（2）");
            computer.setOffline(false);
            page.clock().runFor(20_000);
            assertThat(page.locator("#saved")).hasText(SAVED, PATIENTLY);
            assertThat(page.locator("#strip")).containsText("自动保存");
        }
    }

    @Test
    void aHandInWithoutALineWaitsSurvivesAReloadAndCompletes() {
        try (ExamBrowser browser = new ExamBrowser()) {
            BrowserContext computer = browser.computer();
            Page page = signedIn(computer);
            begin(page);
            isKept(page);
            choose(page, 0);
            assertThat(page.locator("#saved")).hasText(SAVED);
            computer.setOffline(true);
            choose(page, 1);
            page.keyboard().press("h");
            assertThat(page.locator("dialog .ask-waiting")).containsText("1 次作答");
            page.getByText("确定交卷").click();
            assertThat(page.getByText("正在等待服务器确认")).isVisible();
            look(page, "exam-handing-in");
            page.setViewportSize(1440, 900);
            page.getByText("先不交，继续答题").click();
            choose(page, 0);
            page.keyboard().press("h");
            page.getByText("确定交卷").click();
            assertThat(page.getByText("正在等待服务器确认")).isVisible();
            page.reload();
            assertThat(page.locator(ON_DISK)).hasText("等待发送（2）");
            computer.setOffline(false);
            assertThat(page.locator(".receipt-number"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(25_000));
            assertThat(page.locator(".receipt dd").nth(2)).hasText("3");
            assertThat(page.locator(".outcome-notice")).isHidden();
        }
    }

    @Test
    void aChoiceThatIsNotYetOnTheDiskIsShownAsSuch() {
        try (ExamBrowser browser = new ExamBrowser()) {
            Page page = signedIn(browser.computer());
            begin(page);
            page.evaluate("""
                    () => new Promise((held) => {
                      const opening = indexedDB.open('chizheng-exam');
                      opening.onsuccess = () => {
                        const store = opening.result.transaction('sittings', 'readwrite').objectStore('sittings');
                        window.slowDisk = true;
                        const again = () => { if (window.slowDisk) store.get('x').onsuccess = again; };
                        again();
                        held();
                      };
                    })""");
            choose(page, 0);
            assertThat(page.locator("#saved[aria-busy=true]")).hasText("等待发送（1）");
            page.evaluate("() => { window.slowDisk = false; }");
            assertThat(page.locator(ON_DISK)).hasText(SAVED);
        }
    }

    @Test
    void aPowerCutLosesNothing() throws IOException {
        Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "profile");
        try (Playwright playwright = Playwright.create()) {
            Process first = chromium(profile);
            Page page = signedIn(context(playwright, profile));
            begin(page);
            isKept(page);
            choose(page, 0);
            assertThat(page.locator("#saved")).hasText(SAVED);
            page.context().setOffline(true);
            for (int i = 0; i < 5; i++) {
                page.locator(".move-next").click();
                choose(page, 1);
            }
            assertThat(page.locator(ON_DISK)).hasText("等待发送（5）");
            cut(first);
            Process second = chromium(profile);
            page = signedIn(context(playwright, profile));
            assertThat(page.locator("#saved")).hasText(SAVED, PATIENTLY);
            assertThat(page.locator(".answer-card .cell-done")).hasCount(6);
            page.keyboard().press("h");
            page.getByText("确定交卷").click();
            assertThat(page.locator(".receipt dd").nth(2)).hasText("6");
            cut(second);
        }
    }

    private static BrowserContext context(Playwright playwright, Path profile) throws IOException {
        Path port = profile.resolve("DevToolsActivePort");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(port) && Files.size(port) > 0);
        Browser browser = playwright
                .chromium()
                .connectOverCDP(
                        "http://127.0.0.1:" + Files.readAllLines(port, UTF_8).get(0));
        return browser.contexts().get(0);
    }

    private static Process chromium(Path profile) throws IOException {
        Files.deleteIfExists(profile.resolve("DevToolsActivePort"));
        List<String> command = new ArrayList<>(List.of(Chromium.EXECUTABLE.toString()));
        command.addAll(Chromium.ARGUMENTS);
        command.addAll(List.of(
                "--headless",
                "--remote-debugging-port=0",
                "--no-first-run",
                "--window-size=1440,1000",
                "--user-data-dir=" + profile,
                "about:blank"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
    }

    /** The process and its children end at once, with no chance to tidy up. */
    private static void cut(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }
}
