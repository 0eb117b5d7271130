package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.appeal.Asking;
import org.chizheng.common.Ids;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.scoring.SatExam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of what comes after an examination: no axe violation, nothing wider than its window, in both languages; a recheck is asked for and proposed by the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AfterLooksTest extends SatExam {
    @TestHTTPResource("/")
    URL base;

    @Inject
    Asking asking;

    private final SoftAssertions seen = new SoftAssertions();
    private ExamBrowser browser;
    private Page page;

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

    private void signIn(Grant grant, UUID person) {
        String name = Entrance.newUsername();
        accounting.grant(accounting.open(name, PASSWORD, "测试人员", "Test person", person), grant);
        page.context().clearCookies();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
    }

    /** All widths in Chinese, the narrowest in English too. */
    private void look(String path, String name) {
        page.navigate(base + path + (path.contains("?") ? "&" : "?") + "lang=en");
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en", 360)).doesNotThrowAnyException();
        page.navigate(base + path + (path.contains("?") ? "&" : "?") + "lang=zh");
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }

    private void press(String selector) {
        page.locator(selector).focus();
        page.keyboard().press("Enter");
    }

    @Test
    void fromTheDeskOfReleaseToTheDeskOfAppeals() {
        UUID result = handsIn(first, "甲", 22).id();
        signIn(new Grant(Roles.CERTIFICATE_OFFICER, "320102", null, null), null);
        handsIn(second, "对", 0);
        look("results", "after-results");
        press("form[action='/results/" + session + "/release'] button");
        page.waitForURL("**/results");
        assertThat(page.content()).contains(session + "/results.xlsx");
        signIn(new Grant(Roles.CANDIDATE, null, null, null), first.who().id());
        look("my/results/" + result, "after-sheet");
        press("a[href$='/recheck']");
        page.waitForURL("**/recheck");
        look("my/results/" + result + "/recheck", "after-ask");
        page.locator("#w").fill("对判断题的计分有疑问，请核对作答记录。");
        press("main form button");
        page.waitForURL("**/my/results/" + result + "#recheck");
        signIn(new Grant(Roles.CERTIFICATE_OFFICER, "320102", null, null), null);
        look("rechecks", "after-rechecks");
        UUID recheck = sql.first(
                        "SELECT id FROM recheck WHERE subject_id = ?", row -> row.getObject(1, UUID.class), result)
                .orElseThrow();
        look("rechecks/" + recheck, "after-recheck");
        page.locator("#w").fill("核对一致，建议维持原成绩。");
        press("main form button");
        page.waitForURL("**/rechecks/" + recheck);
        assertThat(page.content()).contains("须由另一人办理");
        signIn(new Grant(Roles.CERTIFICATE_OFFICER, "320102", null, null), null);
        look("rechecks/" + recheck, "after-recheck-proposed");
        page.locator("#w").fill("同意维持原成绩。");
        press("main form .button-primary");
        page.waitForURL("**/rechecks/" + recheck);
        asking.appeal(first.who().id(), recheck, "仍然不能接受这个结论", "candidate");
        signIn(new Grant(Roles.REGULATOR, "320102", null, null), null);
        look("rechecks/" + recheck, "after-appeal");
    }

    @Test
    void theDesksOfRegulators() {
        handsIn(first, "对", 3);
        handsIn(second, "对", 9);
        releasing.release(session, "test");
        UUID finding = found();
        for (int centre = 0; centre < 14; centre++) {
            tallied("统计考点" + (centre + 1), 40 + 37 * centre, centre == 5 ? 0.6 : 0.82 + 0.01 * (centre % 5));
        }
        signIn(new Grant(Roles.REGULATOR, "320102", null, null), null);
        look("integrity", "after-integrity");
        look("integrity/sessions/" + session, "after-integrity-session");
        look("integrity/findings/" + finding, "after-integrity-finding");
        signIn(new Grant(Roles.REGULATOR, "321323", null, null), null);
        look("integrity/centres?from=2032-01-01&to=2032-12-31", "after-funnel");
        look("statistics/exams?from=2032-01-01&to=2032-12-31", "after-statistics");
        look("statistics/exams/items", "after-items");
    }

    private UUID found() {
        List<UUID> sat = List.of(result(first).sittingId(), result(second).sittingId());
        sql.update(
                "INSERT INTO integrity_run (session_id, sittings, pairs, neighbours, timed, run_at) VALUES (?, 2, 1, 1, 2, ?)",
                session,
                clock.now());
        double[] chances = new double[40];
        java.util.Arrays.fill(chances, 0.06);
        UUID finding = Ids.next();
        sql.update(
                "INSERT INTO integrity_finding (id, session_id, kind, sitting_id, other_id, observed, probability, tests, chances, rows_apart, places_apart, moved) VALUES (?, ?, 'PAIR', ?, ?, 11, 0.0000237, 1225, ?, 0, 1, true)",
                finding,
                session,
                sat.get(0),
                sat.get(1),
                chances);
        sql.update(
                "INSERT INTO integrity_finding (id, session_id, kind, sitting_id, observed, probability, tests, chances) VALUES (?, ?, 'FAST', ?, 9, 0.0107, 50, ?)",
                Ids.next(),
                session,
                sat.get(0),
                new double[] {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5});
        return finding;
    }

    private void tallied(String zh, int scored, double rate) {
        UUID centre = equipping.centre("L" + UUID.randomUUID(), zh, "Centre " + zh.length(), "321323");
        UUID room = equipping.room(centre, "1", 2);
        UUID copy = UUID.randomUUID();
        int passed = (int) (scored * rate);
        sql.update(
                "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state)"
                        + " SELECT ?, ?, ?, qualification, batch_id, policy, '2032-05-06 09:00+08', minutes, late_minutes, 'ENDED' FROM exam_session WHERE id = ?",
                copy,
                room,
                centre,
                session);
        sql.update(
                "INSERT INTO session_tally (session_id, candidates, present, scored, passed, points, squares, timed, seconds, second_squares, counted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                copy,
                scored + 4,
                scored + 1,
                scored,
                passed,
                84L * scored,
                7100L * scored,
                scored,
                3300L * scored,
                11_000_000L * scored,
                clock.now());
    }
}
