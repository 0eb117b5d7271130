package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.goal.GoalKind;
import org.chizheng.goal.SettingTargets;
import org.chizheng.goal.TargetForm;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of goals, registers and the work list: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GoalLooksTest extends Looks {
    @Inject
    SettingTargets setting;

    @Inject
    Workplace workplace;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    /** A year with something in it: months of different sizes in all cities. */
    private void someProgress(int year) {
        setting.set(
                new TargetForm("five-years", GoalKind.OPERATING, year, "32", 20_000L, "COUNTIES", "KNOWN", "测试"),
                "test");
        sql.update(
                "INSERT INTO goal_tally (year, month, city, persons) SELECT ?, m, code, 20 + m * 11 + substr(code, 3)::int * 3"
                        + " FROM region, generate_series(1, ?) m WHERE level = 'CITY' ON CONFLICT DO NOTHING",
                year,
                clock.today().getMonthValue());
    }

    @Test
    void goalsAreSeenByThePublicAndByTheRegulator() {
        int year = clock.today().getYear();
        someProgress(year);
        look("goals?reading=five-years&year=" + year, "goals-public");
        signIn("regulator");
        look("goals?reading=five-years&year=" + year, "goals");
        look("goals/targets?reading=five-years", "goal-targets");
    }

    @Test
    void registersAreSeenAndAListComesBack() {
        signIn("regulator");
        LocalDate today = clock.today();
        page.navigate(base + "goals/registers/enforcement?lang=zh");
        String list = "姓名,身份证号码,所属地区,单位,职务或专业,在册日期,学历和专业,安全生产相关专业,从事安全生产工作起始日\n";
        for (int i = 0; i < 4; i++) {
            Workplace.Someone someone = workplace.someone();
            list += String.join(
                    ",",
                    someone.name(),
                    someone.idNumber(),
                    i < 2 ? "320281" : "3213",
                    "测试应急管理综合行政执法监督局",
                    "执法队员",
                    today.minusYears(3).toString(),
                    "安全工程 本科",
                    i == 1 ? "否" : "是",
                    today.minusMonths(30).toString() + "\n");
        }
        send(list, "true");
        assertThat(page.locator("main [role=status]").textContent()).contains("已登记 4 行");
        look("goals/registers/enforcement", "register-enforcement");
        look("goals/registers/rescue", "register-rescue");
        send(list.replace("3213", "没有"), "false");
        assertThat(page.locator("main [role=alert]").textContent()).contains("不能登记");
        lookHere("register-list-faulty");
    }

    private void send(String list, String enter) {
        page.navigate(base + "goals/registers/enforcement?lang=zh");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("名单.csv", "text/csv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("button[name=enter][value=" + enter + "]").click();
    }

    @Test
    void theWorkListIsSeenByBothSides() {
        UUID enterprise = sql.first(
                        "SELECT g.enterprise_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.username = 'employer' LIMIT 1",
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
        workplace.staff(workplace.post(enterprise, "operator-low-voltage-electrical"));
        signIn("employer");
        while (page.navigate(base + "enterprise/worklist?lang=zh") != null
                && page.locator("tbody a").count() == 0) {
            page.waitForTimeout(200);
        }
        look("enterprise/worklist", "work-own");
        page.locator("tbody a").first().click();
        String item = page.url().replaceAll(".*/", "");
        look("enterprise/worklist/" + item, "work-answer");
        page.locator("#w").fill("已安排2人参加本月考试，取得证书前停岗。");
        page.locator("form[action$='" + item + "'] button").click();
        page.context().clearCookies();
        signIn("regulator");
        look("goals/worklist", "work-desk");
        look("goals/worklist/" + item, "work-item");
    }
}
