package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.certificate.life.ActForm;
import org.chizheng.certificate.life.Acting;
import org.chizheng.certificate.life.Reissuing;
import org.chizheng.certificate.life.Reminding;
import org.chizheng.certificate.life.RenewalForm;
import org.chizheng.certificate.life.Renewing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.demo.DemoAuthority;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of a certificate's life: no axe violation, nothing wider than its window, in both languages; an act by the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CertificateLooksTest {
    private static final String PRINCIPAL = "principal-hazchem-production";
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String SECRET = "a long word for tests";

    @TestHTTPResource("/")
    URL base;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Acting acting;

    @Inject
    Renewing renewing;

    @Inject
    Reissuing reissuing;

    @Inject
    Reminding reminding;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private ExamBrowser browser;
    private LocalDate today;

    /** What is ugly is told of all pages, not of the first alone. */
    private final SoftAssertions seen = new SoftAssertions();

    @BeforeEach
    void open() {
        bank.ensure();
        browser = new ExamBrowser();
        today = clock.today();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    private UUID endsIn(Workplace.Someone holder, int days) {
        return certified.issue(holder, PRINCIPAL, today.plusDays(days).minusYears(3), today.plusDays(days));
    }

    private static ActForm form(String act, String ground) {
        return new ActForm(act, ground, "现场检查发现的情况，详见文书。", "苏应急决〔2026〕12号", "");
    }

    @Test
    void officersSeeACertificateItsActsAndWhatWaits() {
        Workplace.Someone holder = workplace.someone();
        UUID valid = endsIn(holder, 25);
        UUID operator = certified.issueUnder(
                "order-30-operator",
                holder,
                LOW,
                LocalDate.of(2023, 4, 1),
                today.plusYears(2),
                LocalDate.of(2026, 3, 31));
        UUID waiting = endsIn(workplace.someone(), 400);
        acting.act(waiting, form("REVOKE", "FRAUD"), "account:another");
        UUID renewed = endsIn(workplace.someone(), 20);
        acting.act(renewed, form("SUSPEND", "DUTY_NEGLECTED"), "account:another");
        acting.act(renewed, form("REINSTATE", "CAUSE_GONE"), "account:another");
        renewing.grant(
                renewing.ask(renewed, new RenewalForm("", "16", "苏培2026-7"), true, "account:h"), "account:another");
        UUID old = endsIn(workplace.someone(), 300);
        reissuing.reissue(old, "新测试名", "公户2026-3", "account:another");
        UUID asked = endsIn(workplace.someone(), 15);
        renewing.ask(asked, new RenewalForm("", "16", "苏培2026-8"), true, "account:h");
        Page officer = signedIn("officer", "chizheng-demo");
        look(officer, "certificates", "certificates");
        look(officer, "certificates/" + valid, "certificate-expiring");
        officer.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        officer.locator("details").first().evaluate("d => d.scrollIntoView()");
        seen.assertThatCode(() -> ExamBrowser.look(officer, "certificate-acts")).doesNotThrowAnyException();
        look(officer, "certificates/" + operator, "certificate-review-overdue");
        look(officer, "certificates/" + waiting, "certificate-proposed");
        look(officer, "certificates/" + renewed, "certificate-renewed");
        look(officer, "certificates/" + old, "certificate-replaced");
        look(officer, "certificates/waiting", "certificates-waiting");
        look(officer, "certificates/foreign", "certificates-foreign");
        officer.locator("#f")
                .setInputFiles(new FilePayload(
                        "list.csv",
                        "text/csv",
                        "姓名,证件号码,资格项目,主管部门,发证机关,证书编号,有效期起,有效期止\n某人,1,2,3,4,5,6,7\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        officer.locator("main form button.button-primary").click();
        assertThat(officer.locator("[role=alert]").textContent()).contains("第 2 行");
        seen.assertThatCode(() -> ExamBrowser.look(officer, "certificates-foreign-faults"))
                .doesNotThrowAnyException();
    }

    @Test
    void alarmsAndWhatGatesHandedOver() {
        UUID certificate = endsIn(workplace.someone(), 200);
        String code = sql.first("SELECT code FROM certificate WHERE id = ?", row -> row.getString(1), certificate)
                .orElseThrow();
        for (int i = 0; i < 2; i++) {
            sql.update(
                    "INSERT INTO verification_alarm (id, kind, certificate_id, raised_on, raised_at, figure, seen_at, seen_by, note) VALUES (?, 'MANY_SITES', ?, ?, ?, 63, ?, ?, ?)",
                    UUID.randomUUID(),
                    certificate,
                    today.minusDays(i),
                    clock.now(),
                    i == 0 ? null : clock.now(),
                    i == 0 ? null : "account:officer",
                    i == 0 ? null : "核实为大型检修集中入场");
        }
        handed("VALID", code, "3号门岗", null);
        handed("REVOKED", code, "", null);
        handed("NOT_OURS", null, "化工园区二期北侧物流通道临时查验点", "www.look-alike-of-the-certificate-site.example.com");
        look(signedIn("officer", "chizheng-demo"), "certificates/checks", "certificate-checks");
    }

    private void handed(String result, String about, String gate, String address) {
        sql.update(
                "INSERT INTO gate_log (entry_id, checked_at, code, result, gate, address, handed_by, handed_at) VALUES (?, ?, ?, ?, ?, ?, 'account:gate', ?)",
                UUID.randomUUID(),
                clock.now(),
                about,
                result,
                gate,
                address,
                clock.now());
    }

    @Test
    void anActIsProposedByTheKeyboardAlone() {
        UUID certificate = endsIn(workplace.someone(), 200);
        Page officer = signedIn("officer", "chizheng-demo");
        officer.navigate(base + "certificates/" + certificate + "?lang=zh");
        officer.locator("summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("撤销"))
                .focus();
        officer.keyboard().press("Enter");
        officer.keyboard().press("Tab");
        officer.keyboard().press("Space");
        officer.keyboard().press("Tab");
        officer.keyboard().type("以虚假材料参加考试，有调查笔录。");
        officer.keyboard().press("Tab");
        officer.keyboard().type("苏应急决〔2026〕12号");
        officer.keyboard().press("Enter");
        officer.waitForURL("**/certificates/" + certificate);
        assertThat(officer.locator("main").textContent()).contains("等待第二人复核", "以欺骗、贿赂等不正当手段取得证书");
    }

    @Test
    void holdersSeeWhatTheyHaveAndWhatToDoNext() {
        Workplace.Someone holder = workplace.someone();
        endsIn(holder, 30);
        certified.issue(holder, LOW, today.minusYears(7), today.minusYears(1));
        certified.issueUnder(
                "order-19-operator", holder, "operator-fusion-welding", today.minusYears(1), today.plusYears(5), null);
        acting.act(
                certified.issue(holder, "manager-hazchem-production", today.minusYears(1), today.plusYears(2)),
                form("SUSPEND", "DUTY_NEGLECTED"),
                "account:another");
        reminding.remind(today);
        String name = Entrance.newUsername();
        accounting.grant(
                accounting.open(name, SECRET, holder.name(), holder.name(), holder.id()),
                new Grant(Roles.CANDIDATE, null, null, null));
        Page page = signedIn(name, SECRET);
        look(page, "my", "my-certificates");
        page.locator("#t0, #t1, #t2, #t3").first().fill("16");
        page.locator("main form button.button-primary").first().click();
        page.waitForURL("**/my");
        assertThat(page.locator("main").textContent()).contains("等待发证机关审核");
        seen.assertThatCode(() -> ExamBrowser.look(page, "my-renewal-waits")).doesNotThrowAnyException();
    }

    private Page signedIn(String username, String secret) {
        Page page = browser.computer().newPage();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(username);
        page.locator("#p").fill(secret);
        page.locator("main button").click();
        assertThat(page.url()).as(username).endsWith("/desk");
        return page;
    }

    /** All widths in Chinese, the narrowest in English too. */
    private void look(Page page, String path, String name) {
        page.navigate(base + path + "?lang=en");
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en", 360)).doesNotThrowAnyException();
        page.navigate(base + path + "?lang=zh");
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }
}
