package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.closing.AbsenceMarking;
import org.chizheng.common.OfficialClock;
import org.chizheng.incident.Evidencing;
import org.chizheng.incident.Told;
import org.chizheng.incident.rule.Measure;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.HandingIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of incidents and of closing a room: no axe violation, nothing wider than its window, in both languages, and signed by the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncidentLooksTest extends RunningRoom {
    private static final String SECRET = "a long word for tests";

    @Inject
    Told told;

    @Inject
    Evidencing evidencing;

    @Inject
    AbsenceMarking marking;

    @Inject
    Beginning beginning;

    @Inject
    HandingIn handingIn;

    @Inject
    Workplace workplace;

    private final SoftAssertions seen = new SoftAssertions();
    private ExamBrowser browser;
    private Page page;
    private Workplace.Someone cheater;
    private UUID enrolment;
    private UUID absent;

    @Override
    protected void beforeCheckIn() {
        cheater = workplace.someone();
        String other = enrolling.enrol(session, cheater.name(), cheater.idNumber(), null);
        enrolment = sessions.byTicket(other).orElseThrow().id();
        Workplace.Someone late = workplace.someone();
        absent = sessions.byTicket(enrolling.enrol(session, late.name(), late.idNumber(), null))
                .orElseThrow()
                .id();
    }

    @BeforeEach
    void aBrowser() {
        browser = new ExamBrowser();
        page = browser.computer().newPage();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    private void signIn(UUID person, String... roles) {
        String name = Entrance.newUsername();
        UUID account = accounting.open(name, SECRET, "测试人员", "Test staff", person);
        for (String role : roles) {
            accounting.grant(account, new Grant(role, null, null, null));
        }
        page.context().clearCookies();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        assertThat(page.url()).endsWith("/desk");
    }

    /** All widths in Chinese, the narrowest in English too. */
    private void look(String path, String name) {
        page.navigate(base + path + "?lang=en");
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en")).doesNotThrowAnyException();
        page.navigate(base + path + "?lang=zh");
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }

    @Test
    void aBreachIsRecordedSignedDecidedAndReadByTheCandidate() {
        checkingIn.checkIn(session, enrolment);
        UUID incident = told.reported(session, enrolment, "DEVICE", Told.somebody());
        evidencing.addFile(incident, "手机.png", MadeUpPortrait.draw(3), "account:test");
        evidencing.addNote(incident, "手机放在键盘下面，屏幕亮着，显示的是练习题。", "account:test");
        evidencing.addVideo(
                incident, "NVR-20261009-0900-101", "101考场 3号摄像头", minutesAgo(6), minutesAgo(1), "account:test");
        told.signedByTwo(session, null, "POWER");
        signIn(null, Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
        look("sessions/" + session + "/incidents", "incident-session");
        page.navigate(base + "incidents/" + incident + "?lang=zh");
        Locator sign = page.locator("form[action$='/sign'] button");
        sign.focus();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#signed")).containsText("1 / 2");
        look("incidents/" + incident, "incident-signed-once");
        UUID power = told.signedByTwo(session, enrolment, "EQUIPMENT");
        look("incidents/" + power, "incident-technical");
        UUID signed = told.signedByTwo(session, enrolment, "COPYING");
        look("incidents/" + signed, "incident-to-tell");
        UUID informed = told.informed(session, enrolment, "DEVICE");
        UUID decided = told.decided(session, enrolment, "EXCHANGE", Measure.BAN);
        told.decided(session, enrolment, "TALKING", Measure.NONE);
        UUID appealed = told.decided(session, enrolment, "COPYING", Measure.REMOVAL);
        told.appealed(appealed, Measure.NONE);
        signIn(null, Roles.REGULATOR);
        look("incidents", "incident-authority");
        look("incidents/" + informed, "incident-to-decide");
        look("incidents/" + appealed, "incident-final");
        signIn(cheater.id(), Roles.CANDIDATE);
        look("my/incidents", "incident-mine");
        page.locator("form[action$='" + decided + "/appeal'] textarea").fill("手机没有开机");
        page.locator("form[action$='" + decided + "/appeal'] button").click();
        assertThat(page.locator("main").textContent()).contains("已申请复核");
        look("my", "my-zeroed");
    }

    private String minutesAgo(int minutes) {
        return clock.now()
                .minus(Duration.ofMinutes(minutes))
                .atZone(OfficialClock.ZONE)
                .toLocalDateTime()
                .withNano(0)
                .toString();
    }

    @Test
    void aRoomIsClosedStepByStep() {
        UUID first = sessions.byTicket(ticket).orElseThrow().id();
        handingIn.handIn(first, new AnswersForm(beginning.begin(first).epoch(), List.of()));
        checkingIn.checkIn(session, enrolment);
        told.reported(session, null, "NETWORK", Told.somebody());
        signIn(null, Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
        String path = "sessions/" + session + "/closing";
        look(path, "closing-open");
        look("sessions/" + session, "session-with-closing");
    }

    @Test
    void aClosedRoomIsInTheArchive() {
        UUID first = sessions.byTicket(ticket).orElseThrow().id();
        handingIn.handIn(first, new AnswersForm(beginning.begin(first).epoch(), List.of()));
        String then = clock.now()
                .plus(Duration.ofHours(2))
                .atZone(OfficialClock.ZONE)
                .toLocalDateTime()
                .toString();
        OnTheDay.at(then, () -> {
            marking.mark(session, absent, "NO_SHOW", "", "account:test");
            marking.mark(session, enrolment, "TURNED_AWAY", "本人与照片不符", "account:test");
            String path = "sessions/" + session + "/closing";
            signIn(null, Roles.INVIGILATOR);
            page.navigate(base + path + "?lang=zh");
            page.locator("form[action$='/record'] button").click();
            look(path, "closing-drawn-up");
            sign(path);
            signIn(null, Roles.CENTRE_MANAGER);
            sign(path);
            assertThat(page.locator("[role=status]").textContent()).contains("考场已关闭");
            look(path, "closing-closed");
            look("closings", "closings");
        });
    }

    private void sign(String path) {
        page.navigate(base + path + "?lang=zh");
        Locator sign = page.locator("form[action$='/sign'] button");
        sign.focus();
        // The page that is left stays loaded until its form has answered.
        AtomicBoolean loaded = new AtomicBoolean();
        Consumer<Page> next = any -> loaded.set(true);
        page.onLoad(next);
        page.keyboard().press("Enter");
        page.waitForCondition(loaded::get);
        page.offLoad(next);
    }
}
