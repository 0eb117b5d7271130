package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.fitness.bulk.Hooking;
import org.chizheng.fitness.bulk.Hooks;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of the bulk check and of an enterprise's interfaces: no axe violation, nothing wider than its window, in both languages; a list is filtered by the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BulkLooksTest extends Looks {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String SECRET = "a long word for tests";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Accounting accounting;

    @Inject
    Hooking hooking;

    @Inject
    Hooks hooks;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID enterprise;
    private UUID post;
    private LocalDate today;

    @BeforeEach
    void anEmployer() {
        today = clock.today();
        enterprise = workplace.enterprise("320102");
        post = workplace.post(enterprise, LOW);
        String name = Entrance.newUsername();
        accounting.grant(
                accounting.open(name, SECRET, "测试企业", "Test employer", null),
                new Grant(Roles.EMPLOYER, null, null, enterprise));
        signIn(name, SECRET);
    }

    private Workplace.Someone holder(int daysLeft) {
        Workplace.Someone someone = workplace.staff(post);
        certified.issueUnder("order-19-operator", someone, LOW, today.minusYears(1), today.plusDays(daysLeft), null);
        return someone;
    }

    private String list() {
        StringBuilder rows = new StringBuilder("姓名,身份证号,岗位,资格项目\n");
        for (int i = 0; i < 55; i++) {
            add(rows, holder(1000), "低压电工作业");
        }
        add(rows, holder(20), "低压电工作业");
        add(rows, holder(1000), "高压电工作业");
        add(rows, workplace.staff(post), "低压电工作业");
        Workplace.Someone suspended = holder(1000);
        certified.event(
                sql.first(
                                "SELECT id FROM certificate WHERE person_id = ?",
                                row -> row.getObject(1, UUID.class),
                                suspended.id())
                        .orElseThrow(),
                "SUSPENDED",
                today);
        add(rows, suspended, "低压电工作业");
        add(rows, workplace.someone(), "低压电工作业");
        add(rows, workplace.staff(post), "没有这个项目");
        return rows.append("某人,123,电工,低压电工作业\n").toString();
    }

    private static void add(StringBuilder rows, Workplace.Someone someone, String item) {
        rows.append(String.join(",", someone.name(), someone.idNumber(), "电工", item))
                .append('\n');
    }

    @Test
    void aListIsChosenCheckedFilteredByTheKeyboardAndTurnedOver() {
        look("fitness/check", "bulk-choose");
        page.navigate(base + "fitness/check?lang=zh");
        page.locator("#file").setInputFiles(new FilePayload("名单.csv", "text/csv", "x".getBytes(UTF_8)));
        page.locator("main form button.button-primary").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("没有找到表头");
        lookHere("bulk-refused");
        page.locator("#file").setInputFiles(new FilePayload("名单.csv", "text/csv", list().getBytes(UTF_8)));
        page.locator("main form button.button-primary").click();
        page.waitForURL("**/fitness/check/*-*");
        String run = page.url().substring(base.toString().length());
        look(run, "bulk-answers");
        page.locator("#r").focus();
        for (int down = 0; down < 4; down++) { // all, fit, expiring, suspended, wrong item
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**reason=WRONG_ITEM**");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        assertThat(page.locator("tbody tr").textContent()).contains("项目不符", "持有：低压电工作业");
        page.navigate(base + run + "?reason=FIT&lang=zh");
        assertThat(page.locator("tbody tr").count()).isEqualTo(50);
        page.locator("a[rel=next]").click();
        assertThat(page.locator("tbody tr").count()).isEqualTo(5);
        assertThat(page.locator("a[rel=prev]").count()).isEqualTo(1);
    }

    @Test
    void anEnterpriseKeepsItsKeysAndWebhooks() {
        String path = "fitness/connections/" + enterprise;
        look(path, "bulk-connections-empty");
        page.navigate(base + path + "?lang=zh");
        page.locator("#l").fill("人事系统");
        page.locator("main .card form button").first().click();
        assertThat(page.locator("[role=status] code").textContent()).startsWith("czk_");
        lookHere("bulk-key-once");
        hooking.register(enterprise, "https://1.1.1.1/hr/certificates/notices?system=hr", "account:test");
        hooking.register(enterprise, "https://1.1.1.1/second", "account:test");
        UUID hook = hooks.of(enterprise).get(0).id();
        sql.update(
                "UPDATE webhook SET failing_since = ?, disabled_at = ? WHERE id = ?", clock.now(), clock.now(), hook);
        log(hook, "SUSPENDED", "GIVEN_UP", null, "TIMEOUT");
        log(hook, "EXPIRING", "DELIVERED", 204, null);
        look(path, "bulk-connections");
        assertThat(page.locator(".notice-warn").textContent()).contains("停用");
        Locator start = page.locator("form[action$='/start'] button");
        start.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/" + path);
        assertThat(page.locator(".notice-warn").count()).isZero();
        look("workforce/" + enterprise, "enterprise-with-interfaces");
    }

    private void log(UUID hook, String event, String outcome, Integer status, String fault) {
        Workplace.Someone someone = holder(100);
        sql.update(
                "INSERT INTO webhook_delivery (id, webhook_id, certificate_id, appointment_id, cause, event, state, effective_on, made_at, attempts, ended_at, outcome, last_status, last_fault)"
                        + " SELECT ?, ?, c.id, a.id, ?, ?, 'FIT', ?, ?, 3, ?, ?, ?, ? FROM certificate c JOIN appointment a ON a.person_id = c.person_id WHERE c.person_id = ?",
                Ids.next(),
                hook,
                event,
                event,
                today,
                clock.now(),
                clock.now(),
                outcome,
                status,
                fault,
                someone.id());
    }
}
