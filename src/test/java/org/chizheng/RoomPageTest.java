package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.chizheng.ExamBrowser.look;

import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.Answering;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.PageNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The invigilator's list of a room under way, in a real browser whose clock the test moves on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoomPageTest extends RunningRoom {
    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    private ExamBrowser browser;
    private Page page;
    private AnswersForm first;

    @BeforeEach
    void openTheRoom() {
        var enrolment = sessions.byTicket(ticket).orElseThrow().id();
        int epoch = beginning.begin(enrolment).epoch();
        first = new AnswersForm(epoch, List.of(new AnswerEvent(1, 1, "1")));
        answering
                .note(enrolment, epoch, List.of(PageNote.LEFT, PageNote.CAME_BACK, PageNote.LEFT))
                .join();
        browser = new ExamBrowser();
        page = browser.computer().newPage();
        signInAsStaff(page);
        page.clock().install();
        page.navigate(base + "sessions/" + session + "/room?view=list&lang=zh");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void fiveSecondsLater() {
        page.clock().runFor(5000);
    }

    private Locator answered() {
        return page.locator("#room td[data-label='已答题数']");
    }

    private void answerOne() {
        answering.answer(sessions.byTicket(ticket).orElseThrow().id(), first).join();
    }

    @Test
    void whileAFormIsOpenTheFiguresGoOnAndNothingTypedIsLost() {
        assertThat(page.locator("#room-count")).containsText("共 1 人");
        assertThat(page.locator("#room")).containsText("离开页面\u00a02");
        assertThat(answered()).hasText("0");
        page.locator("#room summary").first().click();
        Locator reason = page.locator("#room input[name=reason]").first();
        reason.fill("键盘坏了");
        answerOne();
        fiveSecondsLater();
        assertThat(answered()).hasText("1");
        assertThat(reason).hasValue("键盘坏了");
        assertThat(reason).isFocused();
        look(page, "room-form");
        page.locator("#room input[name=minutes]").first().fill("5");
        page.getByText("延长时间").last().click();
        assertThat(page.locator(".notice-success")).hasText("已为 1 名考生延长时间。");
        look(page, "room-done");
    }

    @Test
    void aFormWorksThoughAnotherPageWasOpenedInAnotherTab() {
        Page other = page.context().newPage();
        other.navigate(base + "sessions/" + session + "?lang=zh");
        page.locator("#w").fill("停电");
        page.getByText("暂停计时").first().click();
        assertThat(page.locator(".notice-success")).hasText("整个考场已暂停：1 名考生停止计时，未开始的考生暂不能开始。");
    }

    @Test
    void theKeyboardStaysWhereItWasWhenTheListIsRenewed() {
        Locator summary = page.locator("#room summary").first();
        summary.focus();
        answerOne();
        fiveSecondsLater();
        assertThat(answered()).hasText("1");
        assertThat(summary).isFocused();
    }

    @Test
    void aLineThatIsDownIsSaidAndUnsaidWhenItIsBack() {
        page.context().setOffline(true);
        fiveSecondsLater();
        assertThat(page.locator("#room-line")).containsText("连不上服务器");
        look(page, "room-offline", 360, 1440);
        page.context().setOffline(false);
        fiveSecondsLater();
        assertThat(page.locator("#room-line")).isHidden();
    }

    @Test
    void aSignInThatHasEndedIsSaid() {
        page.context().clearCookies();
        // Whoever listens is asked again who that is after a minute.
        page.clock().runFor(61_000);
        assertThat(page.locator("#room-sign-in")).containsText("登录已失效");
        assertThat(page.locator("#room-sign-in a")).hasText("重新登录");
    }
}
