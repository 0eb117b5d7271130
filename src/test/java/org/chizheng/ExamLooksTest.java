package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.choose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every state of the examination's page fits every window, in the language with the longer words and at the largest text. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamLooksTest extends RunningRoom {
    private static final String LARGEST = "{size: 2, contrast: 'standard', hand: 'right', keys: true}";

    /** The second is the largest one at 200 %. */
    private static final List<Window> WINDOWS = List.of(
            new Window(360, 740),
            new Window(720, 450),
            new Window(820, 900),
            new Window(1024, 768),
            new Window(1366, 768),
            new Window(1440, 900));

    private static final List<Look> LOOKS = List.of(
            sitting("saved", (server, page) -> {
                at(page, 45);
                choose(page, 1);
                shown(page, ".saved-safe");
            }),
            sitting("waiting-to-send", (server, page) -> {
                at(page, 45);
                server.answersStatus = 503;
                choose(page, 1);
                shown(page, ".saved-waiting:not([aria-busy])");
            }),
            sitting("offline", (server, page) -> {
                at(page, 45);
                server.cut = true;
                choose(page, 1);
                shown(page, ".strip-warn");
            }),
            sitting("last-five-minutes", (server, page) -> {
                server.remaining = 281_000;
                at(page, 72);
                choose(page, 0);
                shown(page, ".timer-last");
            }),
            sitting("handed-in", (server, page) -> handIn(page, ".score-passed")),
            before("not-checked-in", "NOT_CHECKED_IN", page -> shown(page, ".welcome-absent")),
            before("waiting", "WAITING", page -> shown(page, ".welcome-waiting")),
            before("ready", "READY", page -> shown(page, ".welcome-ready")),
            new Look("refused", server -> server.refusal = "已过迟到入场时间，不能开始答题。请找监考人员。", (server, page) -> {
                page.locator(".welcome-acts .act-main").click();
                shown(page, ".strip-bad");
            }),
            before("practice", "WAITING", page -> {
                page.locator(".welcome-acts .act").first().click();
                choose(page, 1);
                choose(page, 0);
                page.locator(".mark").click();
            }),
            before("practice-ready", "READY", page -> {
                page.locator(".welcome-acts .act").first().click();
                shown(page, ".strip-good");
            }),
            sitting("figure", (server, page) -> {
                at(page, 82);
                choose(page, 0);
                choose(page, 1);
            }),
            sitting("long", (server, page) -> at(page, 83)),
            sitting("last-question-marked", (server, page) -> {
                at(page, 90);
                page.locator(".mark").click();
            }),
            sitting("card", (server, page) -> {
                page.locator(".mark").click();
                if (page.locator(".open-card").isVisible()) {
                    page.locator(".open-card").click();
                }
            }),
            sitting("late", (server, page) -> {
                server.late = true;
                choose(page, 1);
                shown(page, ".strip-warn");
            }),
            sitting("paused", (server, page) -> {
                server.state = "HELD";
                chooseUnlessToldBefore(page);
                shown(page, ".panel-held");
            }),
            sitting("signed-out", (server, page) -> {
                server.signedOut = true;
                chooseUnlessToldBefore(page);
                shown(page, ".panel-signed");
                page.locator("#again").fill(ID_NUMBER);
            }),
            sitting("help", (server, page) -> page.keyboard().press("?")),
            sitting("settings", (server, page) -> page.keyboard().press("s")),
            sitting("hand-in", (server, page) -> {
                page.locator(".mark").click();
                page.keyboard().press("h");
            }),
            sitting("handing-in", (server, page) -> {
                server.handInWaits = true;
                handIn(page, ".panel-handing");
            }),
            sitting("scoring", (server, page) -> {
                server.scoreWaits = true;
                handIn(page, ".receipt-number");
            }),
            sitting("not-passed", (server, page) -> {
                server.passed = false;
                handIn(page, ".score-failed");
            }));

    /** What stands over the middle of that which has the focus and is neither it, nor in it, nor around it; empty if nothing does. */
    private static final String HIDDEN = """
            () => {
              const at = document.activeElement;
              if (at === document.body || at.matches('main, h1')) return '';
              const {left, top, width, height} = at.getBoundingClientRect();
              const over = document.elementFromPoint(left + width / 2, top + height / 2);
              return over && (over.contains(at) || at.contains(over) || over.closest('label')?.contains(at)) ? ''
                : `${at.outerHTML.slice(0, 80)} under ${over?.outerHTML.slice(0, 80)}`;
            }""";

    private record Window(int width, int height) {}

    /** @param server what the server is before the page opens; @param act what happens until the state is there */
    private record Look(String name, Consumer<FakeSitting> server, BiConsumer<FakeSitting, Page> act) {}

    private ExamBrowser browser;
    private String signedIn;

    private static Look before(String name, String state, Consumer<Page> act) {
        return new Look(name, server -> server.state = state, (server, page) -> act.accept(page));
    }

    private static Look sitting(String name, BiConsumer<FakeSitting, Page> act) {
        return new Look(
                name,
                server -> {
                    for (int no = 1; no <= 71; no++) {
                        server.answers.put(String.valueOf(no), "1");
                    }
                },
                (server, page) -> {
                    page.locator(".welcome-acts .act-main").click();
                    assertThat(page.locator("body")).hasAttribute("data-phase", "exam");
                    act.accept(server, page);
                });
    }

    private static void at(Page page, int question) {
        boolean sheet = page.locator(".open-card").isVisible();
        if (sheet) {
            page.locator(".open-card").click();
        }
        page.locator(sheet ? ".sheet .cell" : ".card-place .cell")
                .nth(question - 1)
                .click();
    }

    /** The page may hear of it by its sign of life before. */
    private static void chooseUnlessToldBefore(Page page) {
        page.evaluate("document.querySelectorAll('label.option')[1]?.click()");
    }

    private static void handIn(Page page, String sign) {
        page.keyboard().press("h");
        page.locator("dialog.ask[open] .act-strong").click();
        shown(page, sign);
    }

    private static void shown(Page page, String sign) {
        assertThat(page.locator(sign).first()).isVisible();
    }

    @BeforeEach
    void signInOnce() {
        browser = new ExamBrowser();
        try (BrowserContext computer = browser.computer()) {
            ExamBrowser.signIn(computer.newPage(), base.toString(), ticket, ID_NUMBER);
            signedIn = computer.storageState();
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /** The page in that state; its computer is closed by the caller. */
    private Page show(Look look) {
        BrowserContext computer = browser.computer(new Browser.NewContextOptions()
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setStorageState(signedIn));
        computer.addCookies(List.of(new Cookie("lang", "en").setUrl(base.toString())));
        computer.addInitScript(ExamBrowser.VOICE);
        computer.addInitScript(
                "localStorage.setItem('chizheng-exam-settings', JSON.stringify({ticket: '%s', settings: %s}));"
                        .formatted(ticket, LARGEST));
        FakeSitting server = new FakeSitting();
        look.server().accept(server);
        Page page = computer.newPage();
        server.play(page);
        page.setViewportSize(WINDOWS.get(0).width(), WINDOWS.get(0).height());
        page.navigate(base + "exam/room");
        look.act().accept(server, page);
        return page;
    }

    /** What a page does about its new size it has done after two frames. */
    private static void resize(Page page, Window window) {
        page.setViewportSize(window.width(), window.height());
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    @Test
    void everyStateFitsEveryWindowAndNoWordMovesIt() {
        Map<Window, Set<Integer>> strips = new HashMap<>();
        List<String> misfits = new ArrayList<>();
        for (Look look : LOOKS) {
            Page page = show(look);
            for (Window window : WINDOWS) {
                resize(page, window);
                ExamBrowser.misfits(page).forEach(misfit -> misfits.add(look.name() + " " + window + ": " + misfit));
                strips.computeIfAbsent(window, w -> new TreeSet<>())
                        .add((Integer) page.evaluate("document.querySelector('.strip').offsetHeight"));
            }
            page.context().close();
        }
        assertThat(misfits).isEmpty();
        assertThat(strips.values())
                .as("what is said moves nothing")
                .allSatisfy(heights -> assertThat(heights).hasSize(1));
    }

    @Test
    void theKeyboardsFocusIsNeverBehindTheFrame() {
        Page page = show(LOOKS.stream()
                .filter(look -> look.name().equals("long"))
                .findFirst()
                .orElseThrow());
        for (Window window : WINDOWS) {
            resize(page, window);
            for (String key : List.of("Tab", "Shift+Tab")) {
                for (int i = 0; i < 14; i++) {
                    page.keyboard().press(key);
                    assertThat((String) page.evaluate(HIDDEN))
                            .as(window + " " + key + " " + i)
                            .isEmpty();
                }
            }
        }
        page.context().close();
    }
}
