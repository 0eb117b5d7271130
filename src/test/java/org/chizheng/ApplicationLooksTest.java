package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.application.Applications;
import org.chizheng.application.Attaching;
import org.chizheng.application.MadeUpApplications;
import org.chizheng.common.Sql;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Identifying;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of applications, the form on a phone first: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApplicationLooksTest {
    private static final String SECRET = "a long word for tests";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    Applications applications;

    @Inject
    MadeUpApplications made;

    @Inject
    Attaching attaching;

    @Inject
    Identifying identifying;

    @Inject
    Sql sql;

    private final SoftAssertions seen = new SoftAssertions();
    private ExamBrowser browser;
    private Workplace.Someone someone;

    @BeforeEach
    void open() {
        browser = new ExamBrowser();
        someone = workplace.someone();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    private Page signedIn(Grant grant, UUID person) {
        String name = Entrance.newUsername();
        accounting.grant(accounting.open(name, SECRET, "测试" + grant.role(), "Test", person), grant);
        Page page = browser.computer().newPage();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        return page;
    }

    @Test
    void aCandidateAppliesOnAPhone() {
        Page page = signedIn(new Grant(Roles.CANDIDATE, null, null, null), someone.id());
        page.setViewportSize(360, 740);
        look(page, "my/applications", "applications-mine-empty", 360);
        look(page, "my/applications/new", "application-form");
        page.locator("#qualification").selectOption("principal-hazchem-production");
        page.locator("#region").selectOption("320612");
        page.locator("#education").selectOption("COLLEGE");
        page.locator("input[name=undertaken]").check();
        page.locator("main form button.button-primary").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("培训 0 学时", "怎样解决");
        ugly(page, "application-not-eligible");
        page.locator("#qualification").selectOption("operator-scaffolding");
        page.locator("#phone").fill("13800000000");
        page.locator("input[name=health][value=NONE]").check();
        page.locator("input[name=undertaken]").check();
        page.locator("main form button.button-primary").click();
        page.waitForURL("**/my/applications/*-*");
        page.locator("#pf").setInputFiles(new FilePayload("photo.png", "image/png", MadeUpPortrait.draw(7)));
        page.locator("form[action$='/photo'] button").click();
        assertThat(page.locator("main .notice-success").textContent()).contains("没有发现问题");
        look(page, page.url().substring(base.toString().length()), "application-mine");
    }

    @Test
    void anOfficerAnswersAndTheEnterpriseSeesItsSheet() {
        UUID id = made.submitted(someone, MadeUpApplications.OPERATOR, "320612");
        sql.update(
                "UPDATE application SET answer_due = '2026-01-05', photo_findings = ARRAY['BACKGROUND_DARK', 'OFF_CENTRE'] WHERE id = ?",
                id);
        Page officer = signedIn(new Grant(Roles.REGULATOR, "3206", null, null), null);
        look(officer, "applications", "applications-list");
        acceptTogether(officer);
        look(officer, "applications/" + id, "application-review");
        look(officer, "applications/bans", "occupation-bans", 360, 1440);
        UUID enterprise = workplace.enterprise("320612");
        UUID post = workplace.post(enterprise, MadeUpApplications.OPERATOR);
        Workplace.Someone one = workplace.staff(post);
        Page employer = signedIn(new Grant(Roles.EMPLOYER, null, null, enterprise), null);
        look(employer, "enterprise/applications", "applications-enterprise");
        employer.locator("#file")
                .setInputFiles(new FilePayload(
                        "名单.csv",
                        "text/csv",
                        ("姓名,证件号码,报考项目,文化程度,健康声明\n" + one.name() + "," + one.idNumber() + ",登高架设作业,初中,无\n测试别人,"
                                        + someone.idNumber() + ",登高架设作业,初中,\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        employer.locator("main form button.button-primary").click();
        employer.waitForURL("**/sheets/*-*");
        look(employer, employer.url().substring(base.toString().length()), "applications-sheet");
        Page manager = signedIn(new Grant(Roles.CENTRE_MANAGER, "3206", null, null), null);
        look(manager, "applications/new", "application-counter", 820);
    }

    /** With the keyboard alone. */
    private void acceptTogether(Page officer) {
        Workplace.Someone ready = workplace.someone();
        UUID id = made.submitted(ready, MadeUpApplications.OPERATOR, "320612");
        identifying.keepPhoto(ready.id(), MadeUpPortrait.draw(3));
        for (String kind : new String[] {"IDENTITY", "TRAINING"}) {
            attaching.document(
                    id, kind, "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "account:test");
        }
        String number = applications.find(id).orElseThrow().number();
        officer.navigate(base + "applications?q=" + number + "&lang=en");
        ugly(officer, "applications-together-en", 360);
        officer.navigate(base + "applications?q=" + number + "&lang=zh");
        ugly(officer, "applications-together");
        officer.locator("input[value='" + id + "']").focus();
        officer.keyboard().press("Space");
        officer.locator("#bulk button").focus();
        officer.keyboard().press("Enter");
        officer.waitForURL("**/applications/accept");
        assertThat(officer.locator("main tbody").textContent()).contains(number, "已受理");
        ugly(officer, "applications-together-done");
    }

    private void ugly(Page page, String name, int... widths) {
        seen.assertThatCode(() -> ExamBrowser.look(page, name, widths)).doesNotThrowAnyException();
    }

    /** The widths in Chinese, the narrowest in English too. */
    private void look(Page page, String path, String name, int... widths) {
        page.navigate(base + path + "?lang=en");
        ugly(page, name + "-en", 360);
        page.navigate(base + path + "?lang=zh");
        ugly(page, name, widths);
    }
}
