package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.SAVED;
import static org.chizheng.ExamBrowser.begin;
import static org.chizheng.ExamBrowser.choose;
import static org.chizheng.ExamBrowser.heading;
import static org.chizheng.ExamBrowser.look;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.lockdown.LockdownForm;
import org.chizheng.lockdown.Locking;
import org.chizheng.lockdown.Waiving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A session that is sat in Safe Exam Browser, in a real browser that proves its keys or does not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LockdownPageTest extends RunningRoom {
    private static final String ELSEWHERE = "请用考试浏览器打开";
    private static final String PASSWORD = "a long word for tests";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(25_000);
    /** Keys that come only when asked for and a moment later, as in the engines that add no headers. */
    private static final String ASKED_FOR = """
            window.SafeExamBrowser = {version: 'test', security: {configKey: '', browserExamKey: '', updateKeys(told) {
              setTimeout(() => { window.SafeExamBrowser.security.configKey = '%s'; told(); }, 100);
            }}};""";

    @Inject
    Locking locking;

    @Inject
    Waiving waiving;

    private LockedBrowser keys;
    private ExamBrowser browser;

    @Override
    protected void beforeCheckIn() {
        keys = new LockedBrowser(
                locking.lock(session, new LockdownForm(true, false, List.of(), PASSWORD, false))
                        .configKey(),
                "ab".repeat(32));
    }

    @BeforeEach
    void open() {
        browser = new ExamBrowser();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /** Adds to each request what Safe Exam Browser would. */
    private void prove(Route route) {
        URI address = URI.create(route.request().url());
        String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        Map<String, String> headers = new HashMap<>(route.request().headers());
        headers.putAll(keys.headers(path));
        route.resume(new Route.ResumeOptions().setHeaders(headers));
    }

    @Test
    void anotherBrowserIsToldWhatToDoAndGoesOnOnceItIsWaived() {
        BrowserContext computer = browser.computer();
        Page page = signedIn(computer);
        assertThat(heading(page)).hasText(ELSEWHERE);
        assertThat(heading(page)).isFocused();
        assertThat(page.locator(".panel a").first())
                .hasAttribute("href", "seb://localhost:8080/exam/seb/" + session + "/exam.seb");
        assertThat(page.locator(".panel a").nth(1)).hasAttribute("href", "/exam/seb/" + session + "/exam.seb");
        look(page, "locked-needed");
        page.navigate(base + "exam/room?lang=en");
        assertThat(heading(page)).hasText("Please open the exam browser");
        look(page, "locked-needed-en");
        waiving.waive(session, sessions.byTicket(ticket).orElseThrow().id(), "blue screen");
        assertThat(heading(page)).hasText("The exam can begin", PATIENTLY);
        page.locator(".act-main").click();
        assertThat(page.locator("body")).hasAttribute("data-phase", "exam");
    }

    @Test
    void withTheHeadersAWholeSittingWorksAndTheBrowserIsToldToEnd() {
        BrowserContext computer = browser.computer();
        computer.route("**/*", this::prove);
        List<String> asked = new ArrayList<>();
        Page page = signedIn(computer);
        page.onRequest(request -> asked.add(URI.create(request.url()).getPath()));
        begin(page);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        isKept(page);
        page.reload();
        assertThat(page.locator("label.option input").nth(1)).isChecked();
        page.keyboard().press("h");
        page.getByText("确定交卷").click();
        assertThat(page.locator("svg.qr")).isVisible();
        assertThat(page.getByText("打印回执")).hasCount(0);
        page.locator(".leave").click();
        page.waitForURL("**/exam");
        assertThat(asked).contains("/exam/quit");
    }

    @Test
    void whereNoHeadersAreAddedThePageAsksForTheProof() {
        BrowserContext computer = browser.computer();
        computer.addInitScript(ASKED_FOR.formatted(keys.pageProof()));
        Page page = signedIn(computer);
        begin(page);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        isKept(page);
        page.reload();
        assertThat(page.locator("label.option input").nth(1)).isChecked();
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void aWrongProofIsNone() {
        BrowserContext computer = browser.computer();
        computer.addInitScript(ASKED_FOR.formatted("0".repeat(64)));
        assertThat(heading(signedIn(computer))).hasText(ELSEWHERE);
    }

    @Test
    void aKeptPageOpensNothingAndLosesNothing() {
        BrowserContext computer = browser.computer();
        computer.route("**/*", this::prove);
        Page page = signedIn(computer);
        begin(page);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        isKept(page);
        computer.unroute("**/*");
        computer.setOffline(true);
        page.reload();
        assertThat(heading(page)).hasText("第 1 题，共 90 题");
        page.locator(".move-next").click();
        choose(page, 0);
        assertThat(page.locator("#saved:not([aria-busy])")).hasText("等待发送（1）");
        computer.setOffline(false);
        assertThat(heading(page)).hasText(ELSEWHERE, PATIENTLY);
        page.reload();
        assertThat(heading(page)).hasText(ELSEWHERE);
        waiving.waive(session, sessions.byTicket(ticket).orElseThrow().id(), "other browser");
        assertThat(heading(page)).hasText("第 2 题，共 90 题", PATIENTLY);
        assertThat(page.locator("#saved")).hasText(SAVED, PATIENTLY);
        assertThat(page.locator(".answer-card .cell-done")).hasCount(2);
    }

    /** As far as a reload without a line needs it. */
    private static void isKept(Page page) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.waitForTimeout(50);
            return (Boolean) page.evaluate("""
                    async () => navigator.serviceWorker.controller !== null
                      && Boolean(await caches.match('/exam/room')) && Boolean(await caches.match('/exam/no-line'))""");
        });
    }

    @Test
    void enterInTheInvigilatorsReasonPressesNoButton() {
        Page page = browser.computer().newPage();
        signInAsStaff(page);
        page.navigate(base + "sessions/" + session + "/room?view=list&lang=zh");
        List<String> posted = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                posted.add(request.url());
            }
        });
        page.locator("#w").fill("停电");
        page.locator("#w").press("Enter");
        page.waitForTimeout(300);
        assertThat(posted).isEmpty();
        page.getByText("暂停计时").first().click();
        page.waitForURL("**/room?view=list&done=held**");
        assertThat(posted).hasSize(1);
    }

    @Test
    void theCentreSeesWhatIsAskedAndTheRoomsPage() {
        Page page = browser.computer().newPage();
        page.navigate(base + "exam/seb/" + session);
        look(page, "locked-open");
        page.navigate(base + "exam/seb/" + session + "?lang=en");
        look(page, "locked-open-en");
        signInAsStaff(page);
        for (String lang : List.of("zh", "en")) {
            page.navigate(base + "sessions/" + session + "?lang=" + lang);
            look(page, "locked-session-" + lang);
            page.navigate(base + "sessions/" + session + "/room?view=list&lang=" + lang);
            page.locator("#room details summary").last().click();
            look(page, "locked-room-" + lang);
            var planned = scheduling.schedule(
                    sessions.find(session).orElseThrow().roomId(), "principal-hazchem-production", clock.now());
            locking.lock(planned, new LockdownForm(true, true, List.of("ab".repeat(32)), PASSWORD, false));
            page.navigate(base + "sessions/" + planned + "?lang=" + lang);
            page.locator("details.fold summary").click();
            look(page, "locked-form-" + lang);
        }
    }
}
