package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.statistics.forecast.ForecastCounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The forecast's page: no axe violation, nothing wider than its window, in both languages; a regulator makes the plan and goes down to a qualification. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ForecastLooksTest extends Looks {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String MANAGER = "manager-hazchem-production";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    PracticalDay practicals;

    @Inject
    Applicants applicants;

    @Inject
    ForecastCounting counting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private YearMonth first;

    @BeforeEach
    void aCityWithSomethingToPlan() {
        first = YearMonth.from(clock.today()).plusMonths(1);
        UUID electricians = workplace.post("320114", LOW);
        UUID managers = workplace.post("320111", MANAGER);
        LocalDate start = clock.today().minusYears(1);
        for (int i = 0; i < 12; i++) {
            certified.issue(
                    workplace.staff(electricians),
                    LOW,
                    start,
                    first.plusMonths(i).atDay(10));
            if (i % 3 == 0) {
                workplace.staff(electricians);
                certified.issue(
                        workplace.staff(managers),
                        MANAGER,
                        start,
                        first.plusMonths(i).atDay(20));
                workplace.appoint(managers, workplace.someone(), clock.today().minusMonths(i / 3 + 1));
            }
        }
        practicals.at(applicants.centre("320114"), first.atDay(12), 1);
        for (int i = 0;
                i < 1000
                        && sql.first("SELECT 1 FROM figure_pending LIMIT 1", row -> true)
                                .isPresent();
                i++) {
            LockSupport.parkNanos(20_000_000);
        }
        counting.countAgain();
        signIn("regulator");
    }

    @Test
    void aRegulatorMakesThePlan() {
        look("statistics/forecast", "forecast");
        page.locator("#b").selectOption(first.plusMonths(5).toString());
        page.locator("#s").selectOption("PRACTICAL");
        page.locator("main form.toolbar button").first().click();
        assertThat(page.locator("#b").inputValue())
                .isEqualTo(first.plusMonths(5).toString());
        page.locator("tbody a[href*='region=3201']").click();
        assertThat(page.locator("h1").textContent()).contains("南京市");
        page.locator("tbody a[href*='" + LOW + "']").click();
        assertThat(page.url()).contains("region=3201", "by=" + first.plusMonths(5), "show=PRACTICAL");
        assertThat(page.locator(".forecast-months tbody tr").count())
                .as("the one, and the total")
                .isEqualTo(2);
        look("statistics/forecast?region=3201&qualification=" + LOW + "&show=PRACTICAL", "forecast-qualification");
        look("statistics/forecast?region=3201&show=HOURS", "forecast-hours");
    }
}
