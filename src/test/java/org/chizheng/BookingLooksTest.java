package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.centre.Equipping;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of booking: no axe violation, nothing wider than its window, in both languages; a place is booked by the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BookingLooksTest {
    private static final String COUNTY = "320681";
    private static final String SECRET = "a long word for tests";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Applicants applicants;

    @Inject
    PracticalDay practicals;

    @Inject
    Workplace workplace;

    @Inject
    Equipping equipping;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private final SoftAssertions seen = new SoftAssertions();
    private ExamBrowser browser;
    private UUID centre;

    @BeforeEach
    void aCentre() {
        centre = applicants.centre(COUNTY);
        browser = new ExamBrowser();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    private Page signedIn(Grant grant, UUID person) {
        String name = Entrance.newUsername();
        accounting.grant(accounting.open(name, SECRET, "测试", "Test", person), grant);
        Page page = browser.computer().newPage();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        assertThat(page.url()).endsWith("/desk");
        return page;
    }

    private void enrol(UUID session, UUID person, UUID application) {
        sql.update(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at, application_id) VALUES (?, ?, ?, 'order-44-principal', ?, ?, ?)",
                Ids.next(),
                session,
                person,
                application.toString(),
                clock.now(),
                application);
    }

    @Test
    void aCandidateBooksAndMovesByTheKeyboard() {
        Workplace.Someone who = workplace.someone();
        UUID application = applicants.accepted(who.id(), COUNTY);
        UUID full = applicants.session(centre, 1, 9);
        Workplace.Someone other = workplace.someone();
        enrol(full, other.id(), applicants.accepted(other.id(), COUNTY));
        applicants.session(centre, 20, 10);
        applicants.session(applicants.centre("320682"), 20, 12);
        Page page = signedIn(new Grant(Roles.CANDIDATE, null, null, null), who.id());
        look(page, "my/bookings", "booking-choose");
        page.navigate(base + "my/bookings?lang=zh");
        page.locator("form[action$='/book'] button").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/my/bookings");
        assertThat(applicants.events(application)).containsExactly("BOOKED");
        look(page, "my/bookings", "booking-booked");
    }

    @Test
    void aManagerPlansAndPutsOnDuty() {
        centre = applicants.centre("321322");
        equipping.room(centre, "101", 30);
        UUID session = applicants.session(centre, 5, 10);
        Workplace.Someone officer = workplace.someone();
        UUID staff = applicants.staff(centre, officer.id(), "INVIGILATOR");
        applicants.staff(centre, workplace.someone().id(), "ASSESSOR");
        applicants.onDuty(session, staff);
        UUID provider = applicants.provider("盐城安泰安全培训学校（测试）");
        Workplace.Someone candidate = workplace.someone();
        applicants.trained(candidate.id(), provider, applicants.trainer(provider, officer.id()));
        enrol(session, candidate.id(), applicants.accepted(candidate.id(), "321322"));
        sql.update(
                "INSERT INTO duty_conflict (id, session_id, staff_id, person_id, kind, linked_by, found_at) VALUES (?, ?, ?, ?, 'TRAINER', '测试工人', ?)",
                Ids.next(),
                session,
                staff,
                candidate.id(),
                clock.now());
        for (int i = 0; i < 8; i++) {
            applicants.accepted(workplace.someone().id(), i < 5 ? "321322" : "321323");
        }
        applicants.accepted(workplace.someone().id(), "operator-brazing", "321322", null);
        Page page = signedIn(new Grant(Roles.CENTRE_MANAGER, null, centre, null), null);
        look(page, "bookings/plan", "booking-plan");
        look(page, "sessions/" + session + "/duty", "booking-duty");
    }

    @Test
    void anEnterpriseBooksForItsPeople() {
        UUID enterprise = workplace.enterprise(COUNTY);
        for (int i = 0; i < 3; i++) {
            applicants.accepted(workplace.someone().id(), Applicants.QUALIFICATION, COUNTY, enterprise);
        }
        applicants.session(centre, 2, 10);
        Page page = signedIn(new Grant(Roles.EMPLOYER, null, null, enterprise), null);
        look(page, "enterprise/bookings", "booking-enterprise");
        page.navigate(base + "enterprise/bookings?lang=zh");
        page.locator("input[type=checkbox]").first().check();
        page.locator("form[method=post] .button-primary").click();
        page.waitForSelector(".badge-ok");
        seen.assertThatCode(() -> ExamBrowser.look(page, "booking-enterprise-answered"))
                .doesNotThrowAnyException();
    }

    @Test
    void aTimeForThePracticalIsChosenByTheKeyboardAndGivenBack() {
        Workplace.Someone who = practicals.passedTheory(clock.today());
        practicals.on(clock.today().plusDays(6), 2);
        Page page = signedIn(new Grant(Roles.CANDIDATE, null, null, null), who.id());
        look(page, "my/practicals", "practical-choose");
        page.locator("form[action$='/book'] select").first().focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("main .figures").first()).containsText(":00");
        look(page, "my/practicals", "practical-booked");
        page.locator("details.acts summary").click();
        page.getByText("确定退回").click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("还没有预约");
    }

    /** All widths in Chinese, the narrowest in English too. */
    private void look(Page page, String path, String name) {
        page.navigate(base + path + "?lang=en");
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en", 360)).doesNotThrowAnyException();
        page.navigate(base + path + "?lang=zh");
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }
}
