package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.look;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.chizheng.session.EnrolmentView;
import org.chizheng.session.RehearsalCast;
import org.chizheng.session.Rehearsing;
import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.Answering;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.PageNote;
import org.chizheng.sitting.Steering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The map of a room under way, in a real browser: pushed, asked for when the push is cut, and commanded by keyboard and by touch. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConsolePageTest extends RunningRoom {
    /** Counts what is written into the map, cell by cell. */
    private static final String WATCH = """
            () => { window.touched = new Set(); new MutationObserver((changes) => changes.forEach((change) => {
              const cell = change.target.parentElement?.closest('[data-seat]') ?? change.target; window.touched.add(cell.id || cell.className || cell.nodeName);
            })).observe(document.querySelector('.seat-map'), {subtree: true, childList: true, attributes: true, characterData: true}); }""";

    @Inject
    Beginning beginning;

    @Inject
    Answering answering;

    @Inject
    Steering steering;

    @Inject
    Rehearsing rehearsing;

    private ExamBrowser browser;
    private EnrolmentView enrolment;
    private Page page;
    private int epoch;

    @BeforeEach
    void openTheMap() {
        enrolment = sessions.byTicket(ticket).orElseThrow();
        epoch = beginning.begin(enrolment.id()).epoch();
        browser = new ExamBrowser();
        page = console(session);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Page console(UUID of) {
        Page opened = browser.computer().newPage();
        signInAsStaff(opened);
        opened.navigate(base + "sessions/" + of + "/room?lang=zh");
        assertThat(opened.locator("#console-line")).hasText("实时更新");
        return opened;
    }

    private void answer(int sequence) {
        answering
                .answer(enrolment.id(), new AnswersForm(epoch, List.of(new AnswerEvent(sequence, sequence, "1"))))
                .join();
    }

    private static Locator seat(Page of, String label) {
        return of.locator("#seat-" + label);
    }

    private Locator seat() {
        return seat(page, enrolment.seat());
    }

    private static void state(Locator seat, String state) {
        assertThat(seat).hasAttribute("data-state", state);
    }

    private static void confirm(Page on, String reason) {
        if (reason != null) {
            on.locator("#command-reason").fill(reason);
        }
        on.locator("#command-go").click();
        assertThat(on.locator("#command-box")).isHidden();
    }

    private String freeSeat() {
        return "A01".equals(enrolment.seat()) ? "A02" : "A01";
    }

    @Test
    void onlyWhatHasChangedIsTouchedAndAnOpenDialogIsLeftAlone() {
        state(seat(), "UNDER_WAY");
        assertThat(seat()).containsText("0/");
        page.locator("[data-command=EXTEND]").click();
        page.locator("#command-reason").fill("键盘坏了");
        page.evaluate(WATCH);
        answer(1);
        assertThat(seat()).containsText("1/");
        answering.note(enrolment.id(), epoch, List.of(PageNote.LEFT)).join();
        assertThat(seat()).containsText("离1");
        assertThat(page.evaluate("() => [...window.touched]")).isEqualTo(List.of("seat-" + enrolment.seat()));
        assertThat(page.locator("#strip li").first()).containsText("离开页面");
        assertThat(page.locator("#command-reason")).hasValue("键盘坏了");
        assertThat(page.locator("#command-reason")).isFocused();
        look(page, "console-dialog", 820, 1440);
        page.locator("#command-go").click();
        assertThat(page.locator("#console-told")).containsText("延长：1 人。");
        assertThat(page.locator("#strip li").first()).containsText("延长 5 分钟");
    }

    @Test
    void twoConsolesAgreeAndAnAlarmStopsTheRoom() {
        Page other = console(session);
        page.locator("[data-alarm=PAUSE]").click();
        assertThat(page.locator("#command-warning")).containsText("立即停止作答");
        confirm(page, null);
        state(seat(other, enrolment.seat()), "HELD");
        assertThat(other.locator("#strip li").first()).containsText("暂停（整个考场 1 / 1）");
        assertThat(other.locator("#strip li").first()).containsText("突发情况");
        assertThat(other.locator("[data-alarm=PAUSE]")).isHidden();
        assertThat(other.locator("#room-paused")).containsText("整个考场已暂停");
        assertThat(page.locator("#console-told")).containsText("未开始的考生暂不能开始");
        look(page, "console-paused", 360, 820, 1440);
        seat().click();
        page.locator("[data-command=RESUME]").click();
        page.locator("#command-reason").fill("他没事");
        page.locator("#command-go").click();
        assertThat(page.locator("#command-error")).containsText("请先恢复整个考场");
        page.locator("#command-box [data-close]").click();
        Page english = browser.computer().newPage();
        signInAsStaff(english);
        english.navigate(base + "sessions/" + session + "/room?view=list&lang=en");
        assertThat(english.locator("#room-paused")).containsText("The whole room has been paused since");
        look(english, "console-paused-en", 360, 820, 1440);
        other.locator("[data-command=PAUSE]").click();
        confirm(other, "也暂停");
        assertThat(other.locator("#console-told")).containsText("没有考生因此改变");
        other.locator("[data-alarm=RESUME]").click();
        confirm(other, null);
        state(seat(), "UNDER_WAY");
        assertThat(page.locator("#strip li")).hasCount(2);
        assertThat(page.locator("#room-paused")).isHidden();
        assertThat(english.locator("#room-paused")).isHidden();
        assertThat(page.locator("[data-alarm=PAUSE]")).isVisible();
    }

    @Test
    void byKeyboardAPageIsLockedAndTheLockIsUndone() {
        seat(page, "A01").focus();
        for (int place = 1; place < Integer.parseInt(enrolment.seat().substring(1)); place++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(seat()).isFocused();
        page.keyboard().press(" ");
        assertThat(seat()).hasAttribute("aria-selected", "true");
        assertThat(page.locator("#command-whom")).hasText("已选 1 人");
        page.keyboard().press("Enter");
        assertThat(page.locator("#command-menu")).isVisible();
        look(page, "console-menu", 820);
        for (int step = 0; step < 3; step++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("#command-title")).hasText("锁定");
        page.keyboard().type("偷看手机");
        page.keyboard().press("Enter");
        state(seat(), "LOCKED");
        assertThat(seat()).containsText("锁");
        page.locator("#console-told button").click();
        confirm(page, null);
        state(seat(), "UNDER_WAY");
        assertThat(page.locator("#strip li").first()).containsText("解锁");
    }

    @Test
    void aCandidateIsMovedAndHandedIn() {
        String from = enrolment.seat();
        String to = freeSeat();
        seat().click();
        page.locator("[data-command=MOVE]").click();
        page.locator("#command-seat").selectOption(to);
        confirm(page, "键盘坏了");
        state(seat(page, to), "UNDER_WAY");
        state(seat(page, from), "FREE");
        assertThat(page.locator("#strip li").first()).containsText("换座位 → " + to);
        seat(page, to).click();
        page.locator("[data-command=HAND_IN]").click();
        assertThat(page.locator("#command-warning")).containsText("不能再作答");
        confirm(page, "身体不适，本人要求");
        state(seat(page, to), "CLOSED");
        assertThat(page.locator("[data-count=CLOSED]")).containsText("1");
    }

    @Test
    void aPushThatIsCutIsToldQuietlyAskedAroundAndComesBack() {
        Page watched = browser.computer().newPage();
        signInAsStaff(watched);
        watched.clock().install();
        watched.navigate(base + "sessions/" + session + "/room?lang=zh");
        assertThat(watched.locator("#console-line")).hasAttribute("data-mode", "push");
        watched.route("**/room/events*", Route::abort);
        watched.clock().runFor(62_000);
        assertThat(watched.locator("#console-line")).hasText("推送中断，每 3 秒查询一次");
        assertThat(watched.locator("#room-line")).isHidden();
        answer(1);
        watched.clock().runFor(3500);
        assertThat(seat(watched, enrolment.seat())).containsText("1/");
        watched.unroute("**/room/events*");
        watched.clock().runFor(31_000);
        assertThat(watched.locator("#console-line")).hasAttribute("data-mode", "push");
        answer(2);
        assertThat(seat(watched, enrolment.seat())).containsText("2/");
    }

    @Test
    void whosePageIsLockedReadsWhyAndGoesOnWhenItIsUnlocked() {
        Page exam = browser.computer().newPage();
        exam.clock().install();
        ExamBrowser.signIn(exam, base.toString(), ticket, ID_NUMBER);
        assertThat(exam.locator("body")).hasAttribute("data-phase", "exam");
        steering.lock(List.of(enrolment.id()), "偷看手机");
        ExamBrowser.choose(exam, 0);
        assertThat(exam.locator(".panel h1")).hasText("页面已被监考人员锁定");
        look(exam, "exam-locked", 820);
        exam.reload();
        assertThat(exam.locator(".panel h1")).hasText("页面已被监考人员锁定");
        steering.unlock(List.of(enrolment.id()), "已核实");
        exam.clock().runFor(6000);
        assertThat(exam.locator(".panel")).isHidden();
        assertThat(exam.locator("label.option").first()).isVisible();
        state(seat(), "UNDER_WAY");
        assertThat(seat()).containsText("1/");
    }

    @Test
    void roomsOfFortyAndOfTwoHundredAreLookedAt() {
        UUID centre = sessions.find(session).orElseThrow().centreId();
        for (int seats : List.of(40, 200)) {
            RehearsalCast cast = rehearsing.prepare(
                    equipping.room(centre, "R" + seats, seats), "principal-hazchem-production", seats - 4);
            List<EnrolmentView> all = sessions.enrolments(cast.session());
            for (EnrolmentView one : all.subList(0, seats - 10)) {
                beginning.begin(one.id());
                int items = Math.abs(one.id().hashCode() % 5);
                for (int n = 1; n <= items; n++) {
                    answering
                            .answer(one.id(), new AnswersForm(1, List.of(new AnswerEvent(n, n, "1"))))
                            .join();
                }
            }
            answering
                    .note(all.get(2).id(), 1, List.of(PageNote.LEFT, PageNote.OFFLINE))
                    .join();
            steering.pause(List.of(all.get(3).id(), all.get(4).id()), "设备故障");
            steering.lock(List.of(all.get(5).id()), "偷看手机");
            steering.handIn(all.subList(6, 11).stream().map(EnrolmentView::id).toList(), "已答完");
            Page map = console(cast.session());
            assertThat(map.locator("[data-state=HELD]")).hasCount(2);
            assertThat(map.locator("[data-state=FREE]")).hasCount(4);
            seat(map, all.get(12).seat()).click();
            seat(map, all.get(13).seat()).click();
            look(map, "console-" + seats, 820, 1280, 1440);
            map.navigate(base + "sessions/" + cast.session() + "/room?lang=en");
            assertThat(map.locator("#console-line")).hasText("Live");
            look(map, "console-en-" + seats, 820, 1440);
            assertThat(map.locator(".seat-cell").first()).hasAttribute("aria-label", Pattern.compile("^A01"));
        }
        page.navigate(base + "sessions/" + session + "/room?view=list&lang=zh");
        assertThat(page.locator("#console-line")).hasText("实时更新");
        look(page, "console-list", 820, 1440);
    }
}
