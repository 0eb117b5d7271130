package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.common.OfficialClock;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The employer's desk, its rosters and its details: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EmployerDeskLooksTest extends Looks {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String SECRET = "a long word for tests";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    private UUID enterprise;

    @BeforeEach
    void anEmployer() {
        enterprise = workplace.enterprise("320282");
        String name = Entrance.newUsername();
        accounting.grant(
                accounting.open(name, SECRET, "测试企业", "Test employer", null),
                new Grant(Roles.EMPLOYER, null, null, enterprise));
        signIn(name, SECRET);
    }

    @Test
    void theDeskFromTheFirstRosterToTheSheetOfApplications() {
        look("roster", "roster-choose");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("名册.csv", "text/csv", roster(true).getBytes(UTF_8)));
        page.locator("main form button.button-primary").click();
        page.waitForURL("**/roster/*-*");
        look(page.url().substring(base.toString().length()).replaceAll("\\?.*", ""), "roster-refused");
        page.navigate(base + "roster?lang=zh");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("名册.csv", "text/csv", roster(false).getBytes(UTF_8)));
        page.locator("main form button.button-primary").click();
        page.waitForURL("**/roster/*-*");
        page.locator("main button.button-primary").click();
        assertThat(page.locator("main .badge-ok").first().textContent()).isEqualTo("已登记");
        held();
        String own = "workforce/" + enterprise;
        look(own + "/desk", "employer-desk");
        look(own + "/desk/certificates", "employer-certificates");
        look(own + "/facts", "employer-facts");
        look(own, "employer-people");
        page.navigate(base + own + "/desk?lang=zh");
        page.locator("#enrol + p + .form button").click();
        page.waitForURL("**/enterprise/applications/sheets/**");
        assertThat(page.locator("h1").textContent()).isNotEmpty();
    }

    @Test
    void whatTakesAWhileSaysSoAndIsSentOnce() {
        page.navigate(base + "roster?lang=zh");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("名册.csv", "text/csv", roster(false).getBytes(UTF_8)));
        Object sent = page.locator("main form button.button-primary")
                .evaluate("button => { let sent = 0;"
                        + " button.form.addEventListener('submit', event => { if (!event.defaultPrevented) { sent++; event.preventDefault(); } });"
                        + " button.click(); button.click(); return sent; }");
        assertThat(sent).isEqualTo(1);
        assertThat(page.locator("#wait").textContent()).contains("请不要关闭此页");
        lookHere("roster-waiting");
        page.evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        assertThat(page.locator("#wait").textContent()).as("after the way back").isEmpty();
    }

    private String roster(boolean wrong) {
        StringBuilder rows = new StringBuilder("姓名,证件类型,证件号码,岗位,应持证书,任职日期,用工形式,出生日期,性别\n");
        for (int i = 0; i < 3; i++) {
            Workplace.Someone someone = workplace.someone();
            rows.append("%s,,%s,车间电工,低压电工作业,2024-03-01,派遣人员,,\n".formatted(someone.name(), someone.idNumber()));
        }
        rows.append("测试外国人,护照,E%08d,车间电工,低压电工作业,2024/5/6,,1990-02-03,女\n".formatted(System.nanoTime() % 100_000_000));
        if (wrong) {
            rows.append("另一个人,,%s,车间电工,低压电工作业,2024-03-01,,,\n"
                    .formatted(workplace.someone().idNumber()));
            rows.append("写错的人,,320700199001019016,车间电工,低压电工作业,2024-03-01,,,\n");
        }
        return rows.toString();
    }

    private void held() {
        LocalDate today = clock.today();
        UUID post = workplace.post(enterprise, LOW);
        certified.issue(workplace.staff(post), LOW, today.minusYears(1), today.plusMonths(2));
        certified.issue(workplace.staff(post), LOW, today.minusYears(1), today.plusYears(4));
        workplace.appoint(
                workplace.post(enterprise, "manager-hazchem-production"), workplace.someone(), today.minusMonths(2));
    }
}
