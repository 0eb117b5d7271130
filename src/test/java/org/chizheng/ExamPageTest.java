package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.SAVED;
import static org.chizheng.ExamBrowser.begin;
import static org.chizheng.ExamBrowser.choose;
import static org.chizheng.ExamBrowser.go;
import static org.chizheng.ExamBrowser.heading;
import static org.chizheng.ExamBrowser.look;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.chizheng.people.rule.CitizenId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The candidate's page in a real browser with the real server. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamPageTest extends RunningRoom {
    private static final String LAYOUT_SHIFTS = """
            window.shifts = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) window.shifts += e.value; }))
              .observe({type: 'layout-shift', buffered: true});""";
    private static final String ANOTHER_YEAR = """
            const Real = Date;
            window.reads = 0;
            window.Date = new Proxy(Real, {
              construct(target, given) { if (!given.length) window.reads++; return new target(...(given.length ? given : [915148800000])); },
              get(target, name) { if (name === 'now') { window.reads++; return () => 915148800000; } return target[name]; },
            });""";

    private ExamBrowser browser;

    @BeforeEach
    void open() {
        browser = new ExamBrowser();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aCandidatePractisesSitsReloadsAndHandsIn() {
        BrowserContext computer = browser.computer();
        computer.addInitScript(LAYOUT_SHIFTS);
        Page page = signedIn(computer);
        assertThat(page.getByText("考试可以开始了")).isVisible();
        look(page, "exam-ready");
        page.setViewportSize(1440, 900);
        page.getByText("先练习一下").click();
        choose(page, 0);
        choose(page, 2);
        page.locator(".mark").click();
        page.locator(".answer-card .hand-in").click();
        page.locator("dialog").getByText("关闭").click();
        assertThat(page.locator(".step-done")).hasCount(4);
        look(page, "exam-practice-done", 1440);
        page.locator("button:has-text('结束练习')").click();
        begin(page);
        assertThat(page.locator("#timer")).hasText(Pattern.compile("0[12]:\\d\\d:\\d\\d"));
        assertThat(page.locator("header.site, .site-footer")).hasCount(0);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        go(page, 85);
        choose(page, 0);
        choose(page, 2);
        page.locator(".mark").click();
        assertThat(page.locator("#saved:not([aria-busy])")).hasText(SAVED);
        page.reload();
        assertThat(heading(page)).hasText("第 85 题，共 90 题");
        assertThat(page.locator("label.option input:checked")).hasCount(2);
        assertThat(page.locator(".mark")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".answer-card .cell-done")).hasCount(2);
        assertThat((Double) number(page, "window.shifts")).isLessThan(0.02);
        page.locator(".answer-card .hand-in").click();
        assertThat(page.locator("dialog").getByText("还有 88 题没有答")).isVisible();
        page.getByText("确定交卷").click();
        assertThat(page.locator(".score").getByText("不合格")).isVisible();
        assertThat(page.locator(".receipt-number")).hasText(Pattern.compile("([0-9A-F]{4} ?){5}"));
        assertThat(page.locator(".bars li")).hasCount(2);
        look(page, "exam-failed");
        assertThat(leftBehind(page)).isEqualTo(Map.of("events", 0, "sittings", 0, "caches", 1, "settings", false));
        assertThat((Double) number(page, "window.shifts")).isLessThan(0.02);
        page.reload();
        assertThat(page.locator(".receipt-number")).isVisible();
        page.setViewportSize(1440, 900);
        page.getByText("退出", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/exam");
        page.navigate(base + "exam/room");
        assertThat(page.locator("#t")).isVisible();
    }

    /** Rows and caches that still belong to somebody; the release's files belong to nobody. */
    private static Object leftBehind(Page page) {
        return page.evaluate("""
                async () => {
                  const db = await new Promise((done) => { const r = indexedDB.open('chizheng-exam'); r.onsuccess = () => done(r.result); });
                  const count = (name) => new Promise((done) => { const r = db.transaction(name).objectStore(name).count(); r.onsuccess = () => done(r.result); });
                  const answer = {events: await count('events'), sittings: await count('sittings'), caches: (await caches.keys()).length,
                    settings: localStorage.length > 0};
                  db.close();
                  return answer;
                }""");
    }

    private static Object number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    @Test
    void handInAndSettingsAreSeenWithoutScrolling() {
        Page page = signedIn(browser.computer());
        begin(page);
        for (int[] size : new int[][] {{1440, 900}, {1366, 768}, {1280, 720}}) {
            page.setViewportSize(size[0], size[1]);
            for (Locator act : List.of(
                    page.locator(".answer-card .hand-in"),
                    page.locator(".tool").first(),
                    page.locator(".move-next"),
                    page.locator(".cell").nth(89))) {
                BoundingBox box = act.boundingBox();
                assertThat(box.y + box.height).isLessThanOrEqualTo(size[1]);
            }
            assertThat((Boolean) page.evaluate(
                            "[...document.querySelectorAll('.option')].every((o) => o.offsetHeight >= 56)"))
                    .isTrue();
            assertThat((Boolean) page.evaluate(
                            "parseFloat(getComputedStyle(document.querySelector('.stem')).fontSize) >= 22"))
                    .isTrue();
        }
        page.locator(".tool").first().click();
        page.getByText("在左边").click();
        page.getByText("关闭", new Page.GetByTextOptions().setExact(true)).last().click();
        assertThat(page.locator(".answer-card").boundingBox().x)
                .isLessThan(page.locator(".task").boundingBox().x);
    }

    @Test
    void aKeyboardIsEnough() {
        Page page = signedIn(browser.computer());
        assertThat(ExamBrowser.start(page)).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(heading(page)).isFocused();
        page.keyboard().press("b");
        assertThat(page.locator("label.option input").nth(1)).isChecked();
        page.keyboard().press("ArrowRight");
        assertThat(heading(page)).hasText("第 2 题，共 90 题");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.locator("label.option input").first()).isChecked();
        page.keyboard().press("ArrowLeft");
        assertThat(heading(page)).hasText("第 1 题，共 90 题");
        assertThat(page.locator("label.option input").nth(1)).isChecked();
        page.keyboard().press("m");
        assertThat(page.locator(".mark")).hasAttribute("aria-pressed", "true");
        page.keyboard().press("t");
        assertThat(page.locator("#spoken")).hasText(Pattern.compile("剩余时间 0\\d:\\d\\d:\\d\\d，.*"));
        page.keyboard().press("?");
        assertThat(page.locator("dialog kbd").first()).isVisible();
        look(page, "exam-help", 1440);
        page.keyboard().press("Escape");
        page.keyboard().press("h");
        assertThat(page.locator("dialog .act-main")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".receipt-number")).isVisible();
    }

    @Test
    void theDevicesClockInAnotherYearChangesNothing() {
        BrowserContext computer = browser.computer();
        computer.addInitScript(ANOTHER_YEAR);
        Page page = signedIn(computer);
        begin(page);
        assertThat(page.locator("#timer")).hasText(Pattern.compile("0[12]:\\d\\d:\\d\\d"));
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText(SAVED);
        assertThat(number(page, "window.reads")).isEqualTo(0.0);
        page.keyboard().press("h");
        page.getByText("确定交卷").click();
        assertThat(page.locator(".receipt-number")).isVisible();
        assertThat(page.locator(".receipt dd").nth(1))
                .hasText(Pattern.compile("20[2-9]\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
        assertThat(number(page, "window.reads")).isEqualTo(0.0);
    }

    @Test
    void ofTwoTabsTheOlderIsStaleAndCanTakeOver() {
        BrowserContext computer = browser.computer();
        Page older = signedIn(computer);
        begin(older);
        choose(older, 0);
        assertThat(older.locator("#saved")).hasText(SAVED);
        Page newer = computer.newPage();
        newer.navigate(base + "exam/room");
        assertThat(newer.locator("label.option input").first()).isChecked();
        assertThat(older.getByText("试卷已在另一个页面打开")).isVisible();
        assertThat(older.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("在这里继续")))
                .isVisible();
        look(older, "exam-stale");
        choose(newer, 1);
        assertThat(newer.locator("#saved")).hasText(SAVED);
        older.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("在这里继续"))
                .click();
        assertThat(older.locator("label.option input").nth(1)).isChecked();
        assertThat(newer.getByText("试卷已在另一个页面打开")).isVisible();
        choose(older, 0);
        assertThat(older.locator("#saved")).hasText(SAVED);
    }

    @Test
    void anotherComputersAnswersStandAndWhatItDidNotAnswerIsKept() {
        BrowserContext here = browser.computer();
        Page first = signedIn(here);
        begin(first);
        here.setOffline(true);
        choose(first, 0);
        go(first, 2);
        choose(first, 0);
        assertThat(first.locator("#saved")).hasText("等待发送（2）");
        Page second = signedIn(browser.computer());
        choose(second, 1);
        assertThat(second.locator("#saved")).hasText(SAVED);
        here.setOffline(false);
        first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("在这里继续"))
                .click();
        assertThat(first.locator("#saved")).hasText(SAVED);
        assertThat(first.locator("#strip")).containsText("第 1 题");
        assertThat(first.locator("label.option input").first()).isChecked();
        go(first, 1);
        assertThat(first.locator("label.option input").nth(1)).isChecked();
        assertThat(first.locator(".answer-card .cell-done")).hasCount(2);
    }

    @Test
    void aFormTokenOfYesterdayIsRenewedUnseen() {
        BrowserContext computer = browser.computer();
        Page page = signedIn(computer);
        begin(page);
        computer.clearCookies(new BrowserContext.ClearCookiesOptions().setName("chizheng-csrf"));
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        assertThat(heading(page)).hasText("第 1 题，共 90 题");
    }

    @Test
    void whoIsSignedOutSignsInOnTheSamePageAndKeepsEverything() {
        BrowserContext computer = browser.computer();
        Page page = signedIn(computer);
        begin(page);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        computer.clearCookies();
        choose(page, 0);
        assertThat(page.getByText("请重新登录")).isVisible();
        assertThat(page.locator("#saved")).hasText("等待发送（1）");
        look(page, "exam-signed-out");
        page.locator("#again").fill("320100199001010026");
        page.getByText("登录并继续").click();
        assertThat(page.locator(".form-error")).containsText("不正确");
        page.locator("#again").fill(ID_NUMBER);
        page.getByText("登录并继续").click();
        assertThat(page.locator("#saved")).hasText(SAVED);
        assertThat(page.locator("label.option input").first()).isChecked();
    }

    @Test
    void theNextPersonSeesNothingOfTheOneBefore() {
        BrowserContext computer = browser.computer();
        Page page = signedIn(computer);
        begin(page);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        computer.setOffline(true);
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText("等待发送（1）");
        computer.clearCookies();
        computer.setOffline(false);
        String first17 = "32010019900101077";
        String idNumber = first17 + CitizenId.checkCharacter(first17);
        String other = enrolling.enrol(session, "演示考生乙", idNumber, null);
        checkingIn.checkIn(session, sessions.byTicket(other).orElseThrow().id());
        ExamBrowser.signIn(page, base.toString(), other, idNumber);
        begin(page);
        assertThat(page.locator(".answer-card .cell-done")).hasCount(0);
        assertThat(page.locator("body")).not().containsText(ticket);
        assertThat((String) page.evaluate("""
                        async () => {
                          const db = await new Promise((done) => { const r = indexedDB.open('chizheng-exam'); r.onsuccess = () => done(r.result); });
                          const all = (name) => new Promise((done) => { const r = db.transaction(name).objectStore(name).getAll(); r.onsuccess = () => done(r.result); });
                          const kept = (await all('sittings')).filter((row) => row.ticket === '%1$s').map((row) => Object.keys(row).sort().join());
                          const pages = (await caches.keys()).filter((name) => name.includes('%1$s'));
                          return [kept.join(), (await all('events')).length, pages.length].join(' ');
                        }""".formatted(ticket)))
                .as("only the unsent choice stays, for its owner")
                .isEqualTo("nextSequence,ticket 1 0");
        computer.clearCookies();
        ExamBrowser.signIn(page, base.toString(), ticket, ID_NUMBER);
        assertThat(page.locator("label.option input").first()).isChecked();
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void publicPagesHaveNoAxeViolationInEitherLanguage() {
        Page page = browser.computer().newPage();
        for (String path : List.of("", "exam", "sign-in", "verify", "v/AAAA", "statistics/holder-rate")) {
            for (String lang : List.of("zh", "en")) {
                page.navigate(base + path + "?lang=" + lang);
                look(page, (path.isEmpty() ? "front" : path.replace('/', '-')) + "-" + lang);
            }
        }
    }
}
