package org.chizheng.goal.register;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Registers: who is on them, within a region; the share that the plan asks for; lists that are tried first and change nothing when they come again. City 3202 belongs to this test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RegisterTest {
    private static final String PAGE = "/goals/registers/";
    private static final String HEADS = "姓名,身份证号码,所属地区,单位,职务或专业,在册日期,";

    @Inject
    Workplace workplace;

    @Inject
    Members members;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    private RequestSpecification wuxi;
    private LocalDate today;

    @BeforeEach
    void aCitysRegulator() {
        wuxi = Entrance.within("3202", Roles.REGULATOR, accounting);
        today = clock.today();
    }

    private Response enter(
            RequestSpecification door, String register, Workplace.Someone who, String region, String... more) {
        String[] fields = {
            "name",
            who.name(),
            "idNumber",
            who.idNumber(),
            "region",
            region,
            "organisation",
            "测试应急管理局",
            "title",
            "执法员",
            "since",
            today.minusYears(2).toString()
        };
        List<String> all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return Entrance.post(door, PAGE + register, PAGE + register, all.toArray(String[]::new));
    }

    private long[] share(Register register) {
        return members.counts(today).stream()
                .filter(one -> one.register() == register && one.region().startsWith("3202"))
                .map(one -> new long[] {one.answers(), one.there()})
                .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    }

    @Test
    void enforcementStaffNeedSchoolingAndExperience() {
        long[] before = share(Register.ENFORCEMENT);
        String long_ago = today.minusMonths(30).toString();
        String lately = today.minusMonths(3).toString();
        String[] degree = {"degree", "安全工程 本科"};
        assertThat(enter(
                                wuxi,
                                "enforcement",
                                workplace.someone(),
                                "320205",
                                "related",
                                "true",
                                "practiceFrom",
                                long_ago,
                                degree[0],
                                degree[1])
                        .statusCode())
                .isEqualTo(303);
        enter(
                wuxi,
                "enforcement",
                workplace.someone(),
                "320205",
                "related",
                "true",
                "practiceFrom",
                lately,
                degree[0],
                degree[1]);
        enter(wuxi, "enforcement", workplace.someone(), "3202", "practiceFrom", long_ago, degree[0], degree[1]);
        enter(wuxi, "enforcement", workplace.someone(), "3202", "related", "true", "practiceFrom", long_ago);
        long[] after = share(Register.ENFORCEMENT);
        assertThat(after[0] - before[0]).isEqualTo(1);
        assertThat(after[1] - before[1]).isEqualTo(4);
        String page = given(wuxi).get(PAGE + "enforcement?lang=zh").asString();
        assertThat(page).contains("测试应急管理局", "不低于在职人员的75%", "4985", "暂定").doesNotContain("??");
        assertThat(given(wuxi).get(PAGE + "enforcement?lang=en").asString()).doesNotContain("??");
    }

    @Test
    void staffOfTheProvinceIsOnTheRegisterAndNotInTheShare() {
        RequestSpecification province = Entrance.within("32", Roles.REGULATOR, accounting);
        String door = "registers.find { it.register == 'ENFORCEMENT' }.";
        JsonPath before = given(province).get("/api/goals").jsonPath();
        assertThat(enter(province, "enforcement", workplace.someone(), "32").statusCode())
                .isEqualTo(303);
        JsonPath after = given(province).get("/api/goals").jsonPath();
        assertThat(after.getLong(door + "there")).isEqualTo(before.getLong(door + "there") + 1);
        assertThat(after.getLong(door + "share.whole")).isEqualTo(before.getLong(door + "share.whole"));
        assertThat(after.getInt(door + "must")).isEqualTo(75);
        assertThat(after.getInt(door + "posts")).isEqualTo(4985);
        assertThat(given().get("/api/goals").jsonPath().<Object>get(door + "there"))
                .as("for the public")
                .isNull();
    }

    @Test
    void aRescuersCertificateCountsUntilItsLastDay() {
        long[] before = share(Register.RESCUE);
        enter(wuxi, "rescue", workplace.someone(), "3202", "certificate", "救援员证", "certifiedUntil", today.toString());
        enter(
                wuxi,
                "rescue",
                workplace.someone(),
                "3202",
                "certificate",
                "救援员证",
                "certifiedUntil",
                today.minusDays(1).toString());
        long[] after = share(Register.RESCUE);
        assertThat(after[0] - before[0]).isEqualTo(1);
        assertThat(after[1] - before[1]).isEqualTo(2);
    }

    @Test
    void whoLeavesIsNoLongerCountedAndStaysOnRecord() {
        Workplace.Someone someone = workplace.someone();
        enter(
                wuxi,
                "cadre",
                someone,
                "320214",
                "achievedOn",
                today.minusDays(40).toString());
        long[] before = share(Register.CADRE);
        Member member = members.there(Register.CADRE, someone.id()).orElseThrow();
        String leave = PAGE + "cadre/" + member.id() + "/leave";
        assertThat(Entrance.post(
                                wuxi,
                                PAGE + "cadre",
                                leave,
                                "until",
                                today.plusDays(1).toString())
                        .statusCode())
                .isEqualTo(400);
        RequestSpecification other = Entrance.within("3203", Roles.REGULATOR, accounting);
        assertThat(Entrance.post(other, PAGE + "cadre", leave, "until", today.toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Entrance.post(wuxi, PAGE + "cadre", leave, "until", today.toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(share(Register.CADRE)[1]).isEqualTo(before[1] - 1);
        assertThat(Entrance.post(wuxi, PAGE + "cadre", leave, "until", today.toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(given(wuxi).get(PAGE + "cadre?lang=zh").asString()).contains("已离开");
    }

    @Test
    void aRegulatorEntersTheOwnRegionOnly() {
        Workplace.Someone someone = workplace.someone();
        assertThat(enter(wuxi, "specialist", someone, "320302").asString()).contains("不在您的辖区");
        assertThat(enter(wuxi, "specialist", someone, "鼓楼区").asString()).contains("鼓楼区有两个");
        assertThat(enter(wuxi, "specialist", someone, "3202").header("Location"))
                .endsWith("done=FRESH");
        assertThat(enter(wuxi, "specialist", someone, "3202").header("Location"))
                .endsWith("done=SAME");
        assertThat(enter(wuxi, "specialist", someone, "3202", "achievedOn", today.toString())
                        .header("Location"))
                .endsWith("done=CHANGED");
        RequestSpecification other = Entrance.within("3203", Roles.REGULATOR, accounting);
        assertThat(enter(other, "specialist", someone, "3203").statusCode())
                .as("on another region's register")
                .isEqualTo(403);
        assertThat(enter(wuxi, "specialist", workplace.someone(), "3202", "achievedOn", "2026-13-40")
                        .asString())
                .contains("日期不正确");
        assertThat(given(wuxi).get(PAGE + "nothing").statusCode()).isEqualTo(404);
    }

    private Response upload(String register, String list, boolean enter) {
        Response shown = given(wuxi).get(PAGE + register);
        String token = Entrance.token(shown);
        return given(wuxi)
                .cookies(shown.cookies())
                .multiPart("csrf-token", token)
                .multiPart("file", "list.csv", list.getBytes(UTF_8), "text/csv")
                .multiPart("enter", String.valueOf(enter))
                .post(PAGE + register + "/list?lang=zh");
    }

    private String row(Workplace.Someone who, String region) {
        return String.join(",", who.name(), who.idNumber(), region, "无锡消防救援队", "救援员", "2025/3/1", "救援证 123", "2031.1.1")
                + "\n";
    }

    @Test
    void aListIsTriedEnteredAndChangesNothingTheSecondTime() throws IOException {
        Workplace.Someone one = workplace.someone();
        Workplace.Someone two = workplace.someone();
        String list = HEADS + "证书名称或编号,证书有效至\n" + row(one, "3202") + row(two, "江阴市");
        assertThat(upload("rescue", list, false).asString()).contains("新增 2，更正 0，不变 0", "还没有登记");
        assertThat(members.there(Register.RESCUE, one.id())).as("only tried").isEmpty();
        assertThat(upload("rescue", list, true).asString()).contains("已登记 2 行");
        assertThat(members.there(Register.RESCUE, two.id())
                        .orElseThrow()
                        .facts()
                        .region())
                .isEqualTo("320281");
        assertThat(upload("rescue", list, true).asString()).contains("新增 0，更正 0，不变 2");
        assertThat(upload("rescue", list.replace("救援证 123", "救援证 456"), true).asString())
                .contains("更正 2");
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(given(wuxi).get(PAGE + "rescue/file").asByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(2);
        }
        assertThat(given(wuxi).get(PAGE + "rescue/template").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultyRowHoldsBackTheWholeListAndSaysWhy() {
        Workplace.Someone one = workplace.someone();
        String list = HEADS + "证书名称或编号,证书有效至\n" + row(one, "3202") + row(one, "3202")
                + row(workplace.someone(), "320302") + "某人,123,3202,队,员,2025-01-01,,\n";
        Response refused = upload("rescue", list, true);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("4 行中有 3 行不能登记", "名单中有重复的人", "不在您的辖区")
                .doesNotContain("??");
        assertThat(members.there(Register.RESCUE, one.id())).isEmpty();
        String file = refused.asString().replaceAll("(?s).*href=\"(/goals/registers/rescue/list/[^\"]+)\".*", "$1");
        assertThat(given(wuxi).get(file).asString()).contains("名单中有重复的人");
        assertThat(given(Entrance.within("3202", Roles.REGULATOR, accounting))
                        .get(file)
                        .statusCode())
                .as("its account's alone")
                .isEqualTo(404);
        assertThat(upload("rescue", "a,b\n", true).asString()).contains("没有找到表头");
    }
}
