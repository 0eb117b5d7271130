package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of the regulator's desk and of reports: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeskLooksTest extends Looks {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String MANAGER = "manager-hazchem-production";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    @BeforeEach
    void theDemoAuthority() {
        signIn("regulator");
    }

    private void somePeople() {
        LocalDate today = clock.today();
        for (String county : new String[] {"320305", "320311"}) {
            UUID enterprise = workplace.enterprise(county);
            UUID post = workplace.post(enterprise, LOW);
            certified.issue(workplace.staff(post), LOW);
            certified.issue(workplace.staff(post), LOW, today.minusYears(6), today.minusDays(1));
            workplace.staff(post);
            workplace.staff(workplace.post(enterprise, MANAGER));
        }
    }

    private UUID alert() {
        LocalDate today = clock.today();
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO rate_alert (id, region, span, base_day, raised_for, day, required_before, covered_before, required_after, covered_after,"
                        + " limit_hundredths, limit_people, limit_least, state, raised_at, changed_at)"
                        + " VALUES (?, '320312', 'WEEK', ?, ?, ?, 1203, 1180, 1199, 1102, 200, 50, 50, 'OPEN', ?, ?) ON CONFLICT (region) WHERE state = 'OPEN' DO NOTHING",
                id,
                today.minusDays(8),
                today.minusDays(1),
                today.minusDays(1),
                clock.now(),
                clock.now());
        return id;
    }

    @Test
    void theDeskItsAlertsAndTheComparisonAreSeen() {
        somePeople();
        UUID alert = alert();
        look("statistics/desk?region=32", "rate-desk");
        look("statistics/desk?region=32&level=county&sort=rate", "rate-desk-counties");
        look("statistics/desk/comparison", "rate-comparison");
        look("statistics/desk/terms", "rate-terms");
        look("statistics/desk/alerts", "rate-alerts");
        look("statistics/desk/alerts/" + alert, "rate-alert");
        page.locator("#w").fill("企业已集中换证，本月内完成。");
        page.locator("form[action$='close'] button").click();
        assertThat(page.locator("main").textContent()).contains("已关闭", "企业已集中换证");
    }

    @Test
    void aReportIsMadeAndSeen() {
        page.navigate(base + "statistics/reports?region=3203&lang=zh");
        String month = YearMonth.from(clock.today()).minusMonths(16).toString();
        page.locator("#m").fill(month);
        page.locator("form[method=post] button.button-primary").click();
        assertThat(page.url()).matches(".*/statistics/reports/[0-9a-f-]{36}");
        String path = page.url().substring(base.toString().length());
        look(path, "report");
        look("statistics/reports?region=3203", "reports");
        page.locator("#m").fill(month);
        page.locator("form[method=post] button.button-primary").click();
        assertThat(page.locator("main [role=alert]").textContent()).contains("已出具");
        lookHere("reports-refused");
    }
}
