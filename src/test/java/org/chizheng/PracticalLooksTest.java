package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.appeal.Asking;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.incident.Told;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.practical.BreakingOff;
import org.chizheng.practical.Drawing;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.ReleasingPlaces;
import org.chizheng.practical.ReleasingPracticals;
import org.chizheng.practical.rule.BreakOff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What comes of a practical that cannot go on, and of a result that is doubted: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PracticalLooksTest {
    private static final String SECRET = "a long word for tests";

    @TestHTTPResource("/")
    URL base;

    @Inject
    PracticalDay days;

    @Inject
    Drawing drawing;

    @Inject
    ReleasingPlaces releasingPlaces;

    @Inject
    BreakingOff breakingOff;

    @Inject
    ReleasingPracticals releasing;

    @Inject
    PracticalResults results;

    @Inject
    Asking asking;

    @Inject
    Told told;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private final SoftAssertions seen = new SoftAssertions();
    private PracticalDay.Day day;
    private ExamBrowser browser;
    private Page page;

    @BeforeEach
    void aDayWithTwoStations() {
        day = days.today(2);
        browser = new ExamBrowser();
        page = browser.computer().newPage();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    private void signIn(Grant grant, UUID person) {
        String name = Entrance.newUsername();
        accounting.grant(accounting.open(name, SECRET, "测试人员", "Test person", person), grant);
        page.context().clearCookies();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        page.waitForURL("**/desk");
    }

    /** All widths in Chinese, the narrowest in English too; what can be unfolded is open. */
    private void look(String path, String name) {
        page.navigate(base + path + (path.contains("?") ? "&" : "?") + "lang=en");
        unfold();
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en", 360)).doesNotThrowAnyException();
        page.navigate(base + path + (path.contains("?") ? "&" : "?") + "lang=zh");
        unfold();
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }

    private void unfold() {
        page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
    }

    @Test
    void fromTheStationThatFailsToTheRecheckThatIsProposed() {
        UUID running = days.atStation(day);
        Workplace.Someone leaver = days.passedTheory(clock.today());
        UUID left = days.admit(day, leaver);
        drawing.checkIn(left, day.stations().get(1), "test");
        breakingOff.end(left, BreakOff.Cause.LEFT, "考生中途离场，经劝说不返回", "account:manager", null);
        RequestSpecification one = days.assessor(day);
        RequestSpecification other = days.assessor(day);
        PracticalDay.start(running, one, other);
        releasingPlaces.release(running, 2, "考评员突发不适，已由医务人员接走", "account:manager");
        RequestSpecification third = days.assessor(day);
        PracticalDay.post(third, running, "/open", Map.of()).then().statusCode(200);
        signIn(new Grant(Roles.CENTRE_MANAGER, null, day.centre(), null), null);
        String candidate = "practicals/" + day.id() + "/candidates/";
        look("practicals/" + day.id(), "practical-day-broken-off");
        look(candidate + running, "practical-places");
        look(candidate + left, "practical-ended");
        look("practicals", "practical-planning");
        look("practicals/" + day.id() + "/incidents", "practical-incidents");
        UUID incident = told.informedInPractical(day.id(), running, "DEVICE");
        signIn(new Grant(Roles.REGULATOR, "320102", null, null), null);
        look("incidents/" + incident, "practical-incident");
        PracticalDay.marked(one, running, 3, false);
        PracticalDay.marked(third, running, 9, false);
        signIn(new Grant(Roles.CERTIFICATE_OFFICER, "320102", null, null), null);
        look("practicals/" + day.id(), "practical-day-withheld");
        told.decided(incident, new Sanction(Measure.NONE, false));
        releasing.release(day.id(), "account:officer");
        signIn(new Grant(Roles.CANDIDATE, null, null, null), leaver.id());
        UUID result = results.ofCandidate(left).orElseThrow().id();
        look("my", "practical-my");
        look("my/practicals/" + result, "practical-sheet-left");
        look("my/practicals/" + result + "/recheck", "practical-ask");
        page.locator("#w").fill("当时是工位停电，不是我离场。");
        page.locator("main form button").click();
        page.waitForURL("**/my/practicals/" + result + "#recheck");
        UUID person = results.ofCandidate(running).orElseThrow().personId();
        UUID doubted = results.ofCandidate(running).orElseThrow().id();
        UUID recheck = asking.recheck(person, "PRACTICAL", doubted, "对第二项的评分有疑问", "candidate");
        signIn(new Grant(Roles.CANDIDATE, null, null, null), person);
        look("my/practicals/" + doubted, "practical-sheet");
        signIn(new Grant(Roles.CERTIFICATE_OFFICER, "320102", null, null), null);
        look("rechecks/" + recheck, "practical-recheck");
        page.locator("#w").fill("逐步核对，与签名一致。");
        page.locator("main form button").click();
        page.waitForURL("**/rechecks/" + recheck);
        assertThat(page.content()).contains("须由另一人办理");
    }

    @Test
    void assessorsBesideEachOther() {
        LocalDate then = LocalDate.of(2034, 3, 6);
        UUID planned = days.plan(day.centre(), then, day.stations());
        for (int i = 0; i < 12; i++) {
            UUID candidate = Ids.next();
            sql.update(
                    "INSERT INTO practical_candidate (id, session_id, person_id, slot_at, state, admitted_at, admitted_by, station_id, seed, checked_in_at, checked_in_by, started_at, deadline)"
                            + " SELECT ?, ?, ?, starts_at, 'JUDGED', starts_at, 'test', ?, '', starts_at, 'test', starts_at, ends_at FROM practical_session WHERE id = ?",
                    candidate,
                    planned,
                    days.passedTheory(then).id(),
                    day.station(),
                    planned);
            sheet(candidate, 1, "account:test-severe-assessor", 78 + i % 3);
            sheet(candidate, 2, "account:test-mild", 86 - i % 2);
        }
        signIn(new Grant(Roles.CENTRE_MANAGER, null, day.centre(), null), null);
        look("statistics/exams/assessors?from=" + then + "&to=" + then, "statistics-assessors");
        look("statistics/exams/assessors?from=2034-05&to=2034-05", "statistics-assessors-none");
    }

    private void sheet(UUID candidate, int place, String name, int points) {
        sql.update(
                "INSERT INTO practical_sheet (id, candidate_id, place, assessor, epoch, opened_at, signed_at, points, vetoed, digest) VALUES (?, ?, ?, ?, 1, ?, ?, ?, FALSE, '')",
                Ids.next(),
                candidate,
                place,
                name,
                clock.now(),
                clock.now(),
                points);
    }
}
