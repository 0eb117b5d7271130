package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.SAVED;
import static org.chizheng.ExamBrowser.begin;
import static org.chizheng.ExamBrowser.choose;
import static org.chizheng.ExamBrowser.go;
import static org.chizheng.ExamBrowser.heading;
import static org.chizheng.ExamBrowser.look;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every state of the page, with the server's part played by the test; each is looked at in three widths and by axe. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamStatesTest extends RunningRoom {
    private final FakeSitting server = new FakeSitting();
    private ExamBrowser browser;
    private BrowserContext computer;

    @BeforeEach
    void open() {
        browser = new ExamBrowser();
        computer = browser.computer(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Page room() {
        Page page = computer.newPage();
        server.play(page);
        ExamBrowser.signIn(page, base.toString(), ticket, ID_NUMBER);
        return page;
    }

    private void inEnglish() {
        computer.addCookies(List.of(new Cookie("lang", "en").setUrl(base.toString())));
    }

    @Test
    void waitingAndPractice() {
        server.state = "NOT_CHECKED_IN";
        Page page = room();
        assertThat(page.getByText("请找监考人员签到")).isVisible();
        look(page, "state-absent");
        server.state = "WAITING";
        assertThat(page.getByText("请坐好，等待宣布开始")).isVisible();
        assertThat(page.locator(".seat-number")).hasText("23");
        look(page, "state-waiting");
        page.getByText("先练习一下").click();
        choose(page, 1);
        look(page, "state-practice");
        server.state = "READY";
        assertThat(page.locator("#strip")).containsText("考试可以开始了");
        page.locator("button:has-text('结束练习')").click();
        look(page, "state-ready");
        begin(page);
    }

    @Test
    void theWordThatTheExamCanBeginMovesNothing() {
        server.state = "WAITING";
        Page page = room();
        page.getByText("先练习一下").click();
        choose(page, 1);
        double before = page.locator(".task").boundingBox().y;
        server.state = "READY";
        assertThat(page.locator("#strip")).containsText("请点“结束练习”");
        choose(page, 0);
        page.locator(".mark").click();
        assertThat(page.locator(".task").boundingBox().y).isEqualTo(before);
    }

    @Test
    void aRefusedStartIsToldBesideTheButton() {
        server.refusal = "已过迟到入场时间，不能开始答题。请找监考人员。";
        Page page = room();
        ExamBrowser.start(page).click();
        assertThat(page.locator(".welcome .form-error")).hasText(server.refusal);
        look(page, "state-refused");
    }

    @Test
    void whoPressesBeginInAPausedRoomIsToldAndCanWhenItGoesOn() {
        server.state = "READY";
        Page page = room();
        page.getByText("先练习一下").click();
        server.state = "ROOM_PAUSED";
        assertThat(page.locator("body")).hasAttribute("data-phase", "paused");
        server.state = "READY";
        page.locator("button:has-text('结束练习')").click();
        server.state = "ROOM_PAUSED";
        ExamBrowser.start(page).click();
        assertThat(heading(page)).hasText("考试已暂停，请稍候");
        assertThat(ExamBrowser.start(page)).hasCount(0);
        look(page, "state-room-paused");
        inEnglish();
        page.reload();
        assertThat(heading(page)).hasText("The exam is paused, please wait");
        look(page, "state-room-paused-en");
        server.state = "READY";
        begin(page);
    }

    @Test
    void afterTheLastQuestionComesTheHandIn() {
        Page page = room();
        begin(page);
        go(page, 90);
        assertThat(page.locator(".move-next")).isHidden();
        page.getByText("检查并交卷").click();
        assertThat(page.locator("dialog .ask-open")).containsText("还有 90 题没有答");
        page.keyboard().press("Escape");
        go(page, 89);
        assertThat(page.getByText("检查并交卷")).isHidden();
        page.locator(".move-next").click();
        assertThat(heading(page)).hasText("第 90 题，共 90 题");
    }

    @Test
    void whatStandsBelowTheEdgeIsPointedOut() {
        Page page = room();
        begin(page);
        go(page, 83);
        for (int width : new int[] {1440, 820, 360}) {
            page.setViewportSize(width, 700);
            page.evaluate("scrollTo(0, 0)");
            assertThat(page.getByText("下面还有答案")).isVisible();
            for (int i = 0; i < 12 && page.getByText("下面还有答案").isVisible(); i++) {
                page.getByText("下面还有答案").dispatchEvent("click");
                page.waitForTimeout(100);
            }
            assertThat(page.getByText("下面还有答案")).isHidden();
            assertThat(page.locator("label.option").last()).isInViewport();
        }
    }

    @Test
    void noTimeIsShownBeforeTheServerSaysIt() {
        Page page = room();
        assertThat(ExamBrowser.start(page)).isVisible();
        assertThat(page.locator("#timer")).isHidden();
    }

    @Test
    void questionsOfEachKind() {
        computer.addInitScript(ExamBrowser.VOICE);
        Page page = room();
        begin(page);
        choose(page, 0);
        page.locator(".mark").click();
        assertThat(page.locator("#saved")).hasText(SAVED);
        look(page, "state-true-false-marked");
        page.setViewportSize(1440, 900);
        go(page, 45);
        choose(page, 1);
        look(page, "state-single");
        page.setViewportSize(1440, 900);
        go(page, 82);
        choose(page, 0);
        choose(page, 1);
        assertThat(page.locator("#saved")).hasText(SAVED);
        assertThat(server.answers.get("82")).isEqualTo("1,2");
        look(page, "state-multiple");
        page.setViewportSize(1440, 900);
        choose(page, 0);
        choose(page, 1);
        Awaitility.await().until(() -> {
            page.waitForTimeout(50);
            return server.answers.get("82").isEmpty();
        });
        page.locator(".read").click();
        assertThat((String) page.evaluate("window.said.join()")).contains("事故现场有关人员", "A，立即报告");
        page.setViewportSize(360, 740);
        page.locator(".open-card").click();
        look(page, "state-card", 360);
        page.locator(".sheet .cell").nth(9).click();
        assertThat(heading(page)).hasText("第 10 题，共 90 题");
    }

    @Test
    void withoutAVoiceThereIsNoButtonForIt() {
        computer.addInitScript("Object.defineProperty(window, 'speechSynthesis', {value: undefined});");
        Page page = room();
        begin(page);
        assertThat(page.locator(".read")).isHidden();
    }

    @Test
    void waitingToSendIsNotSaved() {
        Page page = room();
        begin(page);
        server.answersStatus = 503;
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText("等待发送（1）");
        look(page, "state-waiting-to-send");
        server.answersStatus = 200;
        // The page waits up to 18 s after several failures.
        assertThat(page.locator("#saved")).hasText(SAVED, new LocatorAssertions.HasTextOptions().setTimeout(25_000));
    }

    @Test
    void timeIsSpokenAtMilestonesOnly() {
        computer.clock().install();
        Page page = room();
        server.remaining = 302_000;
        begin(page);
        page.evaluate("""
                window.spoken = [];
                new MutationObserver(() => { const text = document.getElementById('spoken').textContent; if (text) window.spoken.push(text); })
                  .observe(document.getElementById('spoken'), {childList: true, characterData: true, subtree: true});""");
        page.clock().runFor(4000);
        assertThat(page.locator(".timer-last")).isVisible();
        assertThat((String) page.evaluate("window.spoken.join()")).isEqualTo("还剩 5 分钟");
        page.clock().runFor(5000);
        assertThat((String) page.evaluate("window.spoken.join()")).isEqualTo("还剩 5 分钟");
        assertThat(page.locator("#strip")).containsText("时间一到自动交卷");
        server.remaining = 281_000;
        look(page, "state-last-five-minutes");
    }

    @Test
    void aPauseFreezesTheTimeAndKeepsTheQueue() {
        Page page = room();
        begin(page);
        server.state = "HELD";
        server.remaining = 3_600_000;
        choose(page, 0);
        assertThat(page.getByText("考试已暂停").first()).isVisible();
        assertThat(page.locator("#saved")).hasText("等待发送（1）");
        String before = page.locator("#timer").textContent();
        page.waitForTimeout(1500);
        assertThat(page.locator("#timer")).hasText(before);
        assertThat(page.locator("label.option").first()).isHidden();
        look(page, "state-paused");
        page.setViewportSize(1440, 900);
        page.reload();
        assertThat(page.getByText("考试已暂停").first()).isVisible();
        assertThat(page.locator("#timer")).hasText("01:00:00");
        server.state = "UNDER_WAY";
        page.evaluate("window.dispatchEvent(new Event('online'))");
        assertThat(page.locator("label.option input").first()).isChecked();
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void lateAnswersAreRecordedAndTheCandidateIsTold() {
        Page page = room();
        begin(page);
        server.late = true;
        choose(page, 0);
        assertThat(page.locator("#strip")).containsText("已经记录，但不计分");
        look(page, "state-late");
        page.setViewportSize(1440, 900);
        page.keyboard().press("h");
        page.getByText("确定交卷").click();
        assertThat(page.locator(".outcome-notice")).containsText("已经记录，但不计分");
    }

    @Test
    void atTheEndThePageHandsInByItself() {
        Page page = room();
        server.remaining = 2500;
        begin(page);
        choose(page, 0);
        assertThat(page.locator(".receipt-number")).isVisible();
        assertThat(server.handIns).hasSize(1);
    }

    @Test
    void theServerClosesAndUnsentAnswersAreNotPassedOver() {
        Page page = room();
        begin(page);
        server.state = "CLOSED";
        choose(page, 0);
        assertThat(page.locator(".outcome-notice")).containsText("1 次作答");
        assertThat(server.handIns.get(0).get("events").size()).isEqualTo(1);
    }

    @Test
    void handInDialogAndResult() {
        Page page = room();
        begin(page);
        for (int no = 1; no <= 70; no++) {
            server.answers.put(String.valueOf(no), "1");
        }
        page.reload();
        page.locator(".mark").click();
        page.locator(".answer-card .hand-in").click();
        look(page, "state-hand-in");
        page.setViewportSize(1440, 900);
        page.locator(".jumps .cell").first().click();
        assertThat(heading(page)).hasText("第 71 题，共 90 题");
        page.keyboard().press("h");
        page.getByText("确定交卷").click();
        assertThat(page.locator(".score")
                        .getByText("合格", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.locator(".receipt dd").nth(1)).hasText("2026-06-01 00:12:09");
        assertThat(page.locator("svg.qr")).isVisible();
        assertThat(page.locator(".keep .code")).hasText(FakeSitting.URL);
        look(page, "state-passed");
    }

    @Test
    void notPassed() {
        server.passed = false;
        server.state = "CLOSED";
        Page page = room();
        assertThat(page.locator(".score").getByText("不合格")).isVisible();
        look(page, "state-failed");
    }

    @Test
    void leavingCopyingAndPrintingAreNoted() throws IOException {
        Page page = room();
        begin(page);
        try (PDDocument paper = Loader.loadPDF(page.pdf())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .as("no question leaves the room on paper")
                    .contains(NAME)
                    .doesNotContain("从业人员");
        }
        page.evaluate("document.dispatchEvent(new ClipboardEvent('copy'))");
        page.locator(".stem")
                .click(new com.microsoft.playwright.Locator.ClickOptions()
                        .setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        Awaitility.await().until(() -> {
            page.waitForTimeout(100);
            return server.notes.containsAll(List.of("COPY", "CONTEXT_MENU", "PRINT"));
        });
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void aServerWithoutNotesIsBorne() {
        server.notesMissing = true;
        Page page = room();
        begin(page);
        page.evaluate("document.dispatchEvent(new ClipboardEvent('copy'))");
        page.waitForTimeout(3500);
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText(SAVED);
        assertThat(page.locator("#strip")).containsText("自动保存");
    }

    @Test
    void contrastSizeAndHand() {
        Page page = room();
        begin(page);
        choose(page, 0);
        for (String contrast : List.of("高对比（白底）", "高对比（黑底）")) {
            page.keyboard().press("s");
            page.getByText(contrast).click();
            page.getByText("特大").click();
            page.getByText("在左边").click();
            look(page, contrast.contains("白") ? "state-settings-strong" : "state-settings-dark");
            page.setViewportSize(1440, 900);
            page.keyboard().press("Escape");
            look(page, contrast.contains("白") ? "state-strong" : "state-dark");
            page.setViewportSize(1440, 900);
        }
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-contrast", "dark");
    }

    @Test
    void inEnglishToo() {
        inEnglish();
        Page page = room();
        look(page, "state-ready-en");
        page.setViewportSize(1440, 900);
        page.locator(".welcome-acts .act-main").click();
        goInEnglish(page, 82);
        choose(page, 0);
        assertThat(page.locator("#saved")).hasText("Saved");
        look(page, "state-multiple-en");
        page.setViewportSize(1440, 900);
        page.keyboard().press("h");
        look(page, "state-hand-in-en");
        page.setViewportSize(1440, 900);
        page.locator("dialog .act-strong").click();
        assertThat(page.locator(".score-passed")).isVisible();
        look(page, "state-passed-en");
    }

    private static void goInEnglish(Page page, int question) {
        page.locator(".card-place .cell").nth(question - 1).click();
        assertThat(heading(page)).hasText(Pattern.compile("Question " + question + ".*"));
    }
}
