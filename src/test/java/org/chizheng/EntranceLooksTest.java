package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.admission.Passing;
import org.chizheng.admission.Reading;
import org.chizheng.admission.Second;
import org.chizheng.admission.Witnessing;
import org.chizheng.admission.rule.TicketCode;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.message.Messaging;
import org.chizheng.people.Grant;
import org.chizheng.people.Identifying;
import org.chizheng.people.Roles;
import org.chizheng.session.EnrolmentView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The entrance's pages on a tablet whose camera sees a ticket: touches are counted, nothing is wider than its window, no axe violation, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EntranceLooksTest extends RunningRoom {
    private static final String SECRET = "a secret for the entrance";
    private static final int[] WIDTHS = {360, 820, 1280};
    private static final String COUNT_TOUCHES =
            "addEventListener('click', (event) => { if (event.isTrusted && event.detail > 0) window.touches = (window.touches ?? 0) + 1; }, true)";

    @Inject
    Workplace workplace;

    @Inject
    Identifying identifying;

    @Inject
    Witnessing witnessing;

    @Inject
    Passing passing;

    @Inject
    Reading reading;

    @Inject
    Messaging messaging;

    private EnrolmentView scanned;
    private EnrolmentView typed;
    private GateDevice tablet;
    private Page page;

    @BeforeEach
    void twoCandidatesWithPhotos() {
        scanned = enrolled();
        typed = enrolled();
    }

    /** @param film what the tablet's camera sees, or null for a pattern without a code */
    private void tablet(Path film) {
        tablet = new GateDevice(film);
        page = tablet.page;
        page.setViewportSize(820, 1180);
        page.addInitScript(COUNT_TOUCHES);
    }

    private EnrolmentView enrolled() {
        Workplace.Someone someone = workplace.someone();
        identifying.keepPhoto(
                someone.id(), MadeUpPortrait.draw((int) (someone.id().getLeastSignificantBits() & 7)));
        return sessions.byTicket(enrolling.enrol(session, someone.name(), someone.idNumber(), null))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        tablet.close();
    }

    private String entrance(String rest) {
        return base + "sessions/" + session + "/entrance" + rest;
    }

    private int touches() {
        return ((Number) page.evaluate("window.touches ?? 0")).intValue();
    }

    private void look(String name) {
        for (String lang : new String[] {"zh", "en"}) {
            String address = page.url().replaceAll("[?&]lang=..", "");
            page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + lang);
            ExamBrowser.look(page, name + "-" + lang, WIDTHS);
        }
        page.setViewportSize(820, 1180);
    }

    @Test
    void aScannedCandidateTakesTwoTouchesAtOneTabletAndATypedOneNoneAtAll() throws IOException {
        tablet(CameraPicture.still(TicketCode.of(scanned.ticket())).film(Path.of("target", "films")));
        String desk = signIn(null, Roles.INVIGILATOR);
        String witness = account(null, Roles.INVIGILATOR);
        witnessing.choose(session, Second.WITNESS, "account:manager");
        witnessing.stand(sessions.find(session).orElseThrow(), "account:" + desk, witness, SECRET);
        page.navigate(entrance("?lang=zh"));
        assertThat(page.locator("#who"))
                .containsText("测试工人", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        int before = touches();
        page.getByText("一致，拍照通过").click();
        assertThat(page.locator(".faces img")).hasCount(2);
        if (ExamBrowser.ALL_SHOTS) {
            page.screenshot(new Page.ScreenshotOptions().setPath(ExamBrowser.SHOTS.resolve("entrance-camera-820.png")));
        }
        page.locator(".who .button-big").click();
        assertThat(page.locator(".seat-big")).isVisible();
        org.assertj.core.api.Assertions.assertThat(touches() - before)
                .as("touches for one candidate")
                .isLessThanOrEqualTo(3)
                .isEqualTo(2);
        assertThat(page.locator(".seat-big"))
                .hasText(sessions.enrolment(scanned.id()).orElseThrow().seat());
        byTheKeyboardAlone();
    }

    private void byTheKeyboardAlone() {
        page.locator("#code").focus();
        page.keyboard().type(typed.ticket());
        page.keyboard().press("Enter");
        assertThat(page.locator("#who")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByText("一致，拍照通过")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".faces img")).hasCount(2);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".seat-big")).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        sessions.enrolment(typed.id()).orElseThrow().seat())
                .isNotNull();
    }

    @Test
    void thePagesOfTheEntranceAreReadableAtEveryWidthInBothLanguages() {
        tablet(null);
        signInAsStaff(page);
        reading.read(sessions.find(session).orElseThrow(), "320100198001010013", "account:somebody");
        page.navigate(entrance("?of=" + typed.id()));
        look("entrance");
        passing.pass(
                sessions.find(session).orElseThrow(),
                typed.id(),
                new Passing.Picture(MadeUpPortrait.draw(4), null),
                "account:somebody");
        page.navigate(entrance("/second"));
        look("entrance-second");
        page.locator("#waiting .button-big").click();
        assertThat(page.locator(".seat-big")).isVisible();
        page.navigate(entrance("/list"));
        look("entrance-list");
        page.navigate(base + "sessions/" + session + "/print");
        look("entrance-print");
    }

    @Test
    void messagesAndTicketsAreReadableAtEveryWidthInBothLanguages() {
        tablet(null);
        UUID person = typed.personId();
        messaging.toPerson(person, "CERTIFICATE_EXPIRES", "30", "2026-12-25", "operator-low-voltage-electrical");
        signIn(person, Roles.CANDIDATE);
        page.navigate(base + "my/tickets");
        look("my-tickets");
        page.navigate(base + "my/messages");
        look("my-messages");
        signIn(null, Roles.ADMINISTRATOR);
        page.navigate(base + "messages");
        look("messages");
    }

    private String account(UUID person, String role) {
        String name = Entrance.newUsername();
        accounting.grant(accounting.open(name, SECRET, "测试", "Test", person), new Grant(role, null, null, null));
        return name;
    }

    /** @return the account's name */
    private String signIn(UUID person, String role) {
        String name = account(person, role);
        page.context().clearCookies();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return name;
    }
}
