package org.chizheng.goal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.training.RecordingTraining;
import org.chizheng.training.Source;
import org.chizheng.training.TrainingForm;
import org.chizheng.workforce.Siting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Goals: split exactly, counted once a year, told by role. City 3202 belongs to this test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GoalsTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String FIVE = "/api/goals?reading=five-years&year=";
    private static final String CITY = "kinds[0].cities.find { it.code == '3202' }.";

    @Inject
    Workplace workplace;

    @Inject
    RecordingTraining recording;

    @Inject
    Folding folding;

    @Inject
    Accounting accounting;

    @Inject
    Siting siting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private RequestSpecification province;
    private UUID enterprise;

    @BeforeEach
    void anEnterpriseInWuxi() {
        province = Entrance.within("32", Roles.REGULATOR, accounting);
        enterprise = workplace.enterprise("320205");
    }

    private void trained(Workplace.Someone who, LocalDate ended, boolean passed) {
        recording.record(
                Source.enterprise(enterprise),
                new TrainingForm(
                        who.name(),
                        who.idNumber(),
                        LOW,
                        "YEARLY",
                        16,
                        ended.minusDays(1),
                        ended,
                        "安全用电",
                        passed,
                        "",
                        ""),
                "test");
    }

    /** The sweep may be at it at the same time. */
    private JsonPath counted(int year) {
        while (sql.first("SELECT 1 FROM goal_training_pending LIMIT 1", row -> true)
                .isPresent()) {
            folding.fold();
        }
        return given(province).get(FIVE + year).jsonPath();
    }

    private long tally(int year, int month) {
        return sql.first(
                        "SELECT persons FROM goal_tally WHERE year = ? AND month = ? AND city = '3202'",
                        row -> row.getLong(1),
                        year,
                        month)
                .orElse(0L);
    }

    @Test
    void aPersonCountsOnceAYearByTheFirstTrainingThatWasPassed() {
        Workplace.Someone someone = workplace.someone();
        long before = counted(2021).getLong(CITY + "done.part");
        long nextYear = counted(2022).getLong(CITY + "done.part");
        trained(someone, LocalDate.of(2021, 3, 5), false);
        trained(someone, LocalDate.of(2021, 5, 6), true);
        trained(someone, LocalDate.of(2021, 7, 7), true);
        trained(someone, LocalDate.of(2022, 7, 8), true);
        assertThat(counted(2021).getLong(CITY + "done.part")).isEqualTo(before + 1);
        long may = tally(2021, 5);
        long february = tally(2021, 2);
        trained(someone, LocalDate.of(2021, 2, 1), true);
        assertThat(counted(2021).getLong(CITY + "done.part"))
                .as("known later, earlier in the world")
                .isEqualTo(before + 1);
        assertThat(tally(2021, 5)).isEqualTo(may - 1);
        assertThat(tally(2021, 2)).isEqualTo(february + 1);
        JsonPath all = counted(2022);
        assertThat(all.getLong(CITY + "done.part")).isEqualTo(nextYear + 1);
        assertThat(all.getList("kinds[0].cities.done.part", Long.class).stream()
                        .mapToLong(n -> n)
                        .sum())
                .as("cities add up to the year")
                .isEqualTo(all.getLong("kinds[0].year.done.part"));
        assertThat(all.getList("kinds[0].years.done.part", Long.class).stream()
                        .mapToLong(n -> n)
                        .sum())
                .as("years add up to the whole")
                .isEqualTo(all.getLong("kinds[0].whole.done.part"));
    }

    /** Two years that no other test writes about. */
    @Test
    void sumsThatMoveByDifferencesEqualACountOfAll() {
        Random random = new Random(7);
        UUID[] enterprises = {enterprise, workplace.enterprise("320214")};
        List<UUID> people = Stream.generate(workplace::someone)
                .limit(5)
                .map(Workplace.Someone::id)
                .toList();
        List<UUID> records = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            LocalDate ended = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(730));
            if (records.size() < 10 || random.nextBoolean()) {
                records.add(Ids.next());
                sql.update(
                        "INSERT INTO training_record (id, person_id, qualification, kind, enterprise_id, hours, started_on, ended_on, content, passed, recorded_at, recorded_by)"
                                + " VALUES (?, ?, ?, 'YEARLY', ?, 8, ?, ?, '', ?, ?, 'test')",
                        records.get(records.size() - 1),
                        people.get(random.nextInt(people.size())),
                        LOW,
                        enterprises[random.nextInt(2)],
                        ended,
                        ended,
                        random.nextBoolean(),
                        clock.now());
            } else {
                sql.update(
                        "UPDATE training_record SET started_on = ?, ended_on = ?, passed = ?, enterprise_id = ? WHERE id = ?",
                        ended,
                        ended,
                        random.nextBoolean(),
                        enterprises[random.nextInt(2)],
                        records.get(random.nextInt(records.size())));
            }
            if (random.nextInt(5) == 0) {
                folding.fold();
            }
        }
        counted(2021);
        assertThat(
                        sums(
                                "SELECT year || '-' || month || ' ' || city || ' ' || persons FROM goal_tally WHERE year IN (1995, 1996) AND persons <> 0"))
                .isNotEmpty()
                .isEqualTo(sums("""
                        SELECT y || '-' || m || ' ' || city || ' ' || count(*) FROM (
                            SELECT DISTINCT ON (r.person_id, extract(year FROM r.ended_on)) extract(year FROM r.ended_on) y, extract(month FROM r.ended_on) m, left(e.region, 4) city
                            FROM training_record r JOIN enterprise e ON e.id = r.enterprise_id WHERE r.passed AND r.ended_on BETWEEN '1995-01-01' AND '1996-12-31'
                            ORDER BY r.person_id, extract(year FROM r.ended_on), r.ended_on, r.id) f
                        GROUP BY y, m, city"""));
    }

    private List<String> sums(String query) {
        return sql.list(query, row -> row.getString(1)).stream().sorted().toList();
    }

    @Test
    void citiesAddUpToThePlanUnderBothReadingsAndNeitherIsHidden() {
        for (Map.Entry<String, Integer> reading :
                Map.of("three-years/2023", 500_000, "five-years/2024", 300_000).entrySet()) {
            String[] words = reading.getKey().split("/");
            JsonPath goals = given(province)
                    .get("/api/goals?reading=" + words[0] + "&year=" + words[1])
                    .jsonPath();
            assertThat(goals.getLong("kinds[0].year.target"))
                    .isEqualTo(reading.getValue().longValue());
            assertThat(goals.getList("kinds[0].cities.done.whole", Long.class).stream()
                            .mapToLong(n -> n)
                            .sum())
                    .isEqualTo(reading.getValue().longValue());
            for (int kind = 0; kind < 3; kind++) {
                assertThat(goals
                                .getList(
                                        "kinds[" + kind + "].years.findAll { it.firstYear <= 2025 }.target", Long.class)
                                .stream()
                                .mapToLong(n -> n)
                                .sum())
                        .isEqualTo(List.of(1_500_000L, 5_000L, 15_000L).get(kind));
            }
            String page = given().get("/goals?lang=zh&reading=" + words[0]).asString();
            assertThat(page)
                    .contains("三年完成（每年50万人", "规划期五年完成（每年30万人", "最大余数法", "只舍不入", "线性外推", "暂定")
                    .doesNotContain("??");
        }
        assertThat(given().get("/goals?lang=en").asString())
                .contains("largest remainder")
                .doesNotContain("??");
    }

    @Test
    void thePublicSeesRatesOnlyAndNothingOfFewPeople() {
        trained(workplace.someone(), LocalDate.of(2023, 4, 5), true);
        assertThat(counted(2023).getLong(CITY + "done.part")).isBetween(1L, 9L);
        JsonPath open = given().get(FIVE + "2023").jsonPath();
        assertThat(open.getBoolean("open")).isFalse();
        assertThat(open.<Object>get(CITY + "done.part")).isNull();
        assertThat(open.<Object>get(CITY + "done.percent")).isNull();
        assertThat(open.getBoolean(CITY + "done.hidden")).isTrue();
        assertThat(given().get("/goals?lang=zh&reading=five-years&year=2023").asString())
                .contains("人数少，不显示")
                .doesNotContain("/goals/targets", "/goals/registers");
        JsonPath own = given(Entrance.within("3202", Roles.REGULATOR, accounting))
                .get(FIVE + "2023")
                .jsonPath();
        assertThat(own.getLong(CITY + "done.part")).isPositive();
        assertThat(own.<Object>get("kinds[0].year.done.part"))
                .as("the province is not its own")
                .isNull();
        assertThat(own.getList("kinds[0].cities.findAll { it.code != '3202' }.done.part", Long.class))
                .containsOnlyNulls();
    }

    private Response set(RequestSpecification who, int year, String region, String persons) {
        return Entrance.post(
                who,
                "/goals/targets",
                "/goals/targets",
                "reading",
                "three-years",
                "kind",
                "CADRE",
                "year",
                String.valueOf(year),
                "region",
                region,
                "persons",
                persons,
                "split",
                "EQUAL",
                "mark",
                "KNOWN",
                "source",
                "测试文件");
    }

    @Test
    void targetsAreSetByTheProvinceAndAlwaysAddUp() {
        assertThat(set(province, 2031, "3202", "10").asString()).contains("请先设定这一年全省的目标");
        assertThat(set(province, 2031, "32", "1,000").statusCode()).isEqualTo(303);
        assertThat(set(province, 2031, "3202", "1001").statusCode()).isEqualTo(409);
        assertThat(set(province, 2031, "3202", "400").statusCode()).isEqualTo(303);
        JsonPath goals =
                given(province).get("/api/goals?reading=three-years&year=2031").jsonPath();
        List<Long> shares = goals.getList("kinds[2].cities.done.whole", Long.class);
        assertThat(shares.stream().mapToLong(n -> n).sum()).isEqualTo(1000);
        assertThat(goals.getLong("kinds[2].cities.find { it.code == '3202' }.done.whole"))
                .isEqualTo(400);
        assertThat(goals.getLong("kinds[2].cities.find { it.code == '3201' }.done.whole"))
                .isEqualTo(50);
        assertThat(set(province, 2031, "32", "399").statusCode())
                .as("less than the city alone")
                .isEqualTo(409);
        assertThat(set(province, 2031, "32", "x").asString()).contains("目标应为");
        assertThat(set(Entrance.within("3202", Roles.REGULATOR, accounting), 2031, "3202", "1")
                        .statusCode())
                .isEqualTo(403);
        String page = given(province)
                .get("/goals/targets?lang=zh&reading=three-years")
                .asString();
        assertThat(page).contains("测试文件", "修改记录").doesNotContain("??");
        assertThat(Entrance.post(
                                province,
                                "/goals/targets",
                                "/goals/targets/release",
                                "reading",
                                "three-years",
                                "kind",
                                "CADRE",
                                "year",
                                "2031",
                                "region",
                                "3202")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(province)
                        .get("/api/goals?reading=three-years&year=2031")
                        .jsonPath()
                        .getLong("kinds[2].cities.find { it.code == '3202' }.done.whole"))
                .isEqualTo(77);
    }

    @Test
    void weightsAreEnteredForEveryCityOrNotAtAll() {
        List<String> fields = new ArrayList<>(List.of("reading", "three-years", "source", "在岗人数"));
        for (int city = 1; city <= 13; city++) {
            fields.addAll(List.of("city", "32%02d".formatted(city), "weight", city == 13 ? "" : "2"));
        }
        Response refused =
                Entrance.post(province, "/goals/targets", "/goals/targets/weights", fields.toArray(String[]::new));
        assertThat(refused.statusCode()).isEqualTo(400);
        fields.set(fields.size() - 1, "26");
        assertThat(Entrance.post(province, "/goals/targets", "/goals/targets/weights", fields.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(
                                province,
                                "/goals/targets",
                                "/goals/targets",
                                "reading",
                                "three-years",
                                "kind",
                                "CADRE",
                                "year",
                                "2032",
                                "region",
                                "32",
                                "persons",
                                "100",
                                "split",
                                "ENTERED",
                                "mark",
                                "KNOWN",
                                "source",
                                "测试")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(province)
                        .get("/api/goals?reading=three-years&year=2032")
                        .jsonPath()
                        .getLong("kinds[2].cities.find { it.code == '3213' }.done.whole"))
                .isEqualTo(52);
    }

    @Test
    void whoPassedATestIsCountedOnPostAndNewlyHiredApart() {
        Entrance.post(province, "/goals", "/goals/pass-rates");
        JsonPath before = given(province).get("/api/goals").jsonPath();
        UUID post = workplace.post(workplace.enterprise("320206"), LOW);
        Workplace.Someone old = workplace.staff(post);
        workplace.staff(post);
        Workplace.Someone fresh = workplace.someone();
        workplace.appoint(post, fresh, clock.today().minusMonths(2));
        trained(old, clock.today().minusMonths(3), true);
        trained(fresh, clock.today().minusMonths(13), true);
        assertThat(Entrance.post(province, "/goals", "/goals/pass-rates").statusCode())
                .isEqualTo(303);
        JsonPath after = given(province).get("/api/goals").jsonPath();
        assertThat(difference(before, after, "onPost")).isEqualTo("1 of 2");
        assertThat(difference(before, after, "newly"))
                .as("longer ago than the months that count")
                .isEqualTo("0 of 1");
        assertThat(given().get("/goals?lang=zh").asString()).contains("高危企业培训考核合格率", "新招录期限");
    }

    /** As for the holder rate: by the place of the post, and by what holds of the enterprise on the day. */
    @Test
    void whoWorksInAnotherCityThanTheEnterpriseCountsThere() {
        UUID employer = workplace.enterprise("320206");
        UUID site = siting.site(employer, "二厂", "321323", null);
        UUID there = Ids.next();
        sql.update(
                "INSERT INTO post (id, enterprise_id, title, site_id) VALUES (?, ?, '电工', ?)", there, employer, site);
        Entrance.post(province, "/goals", "/goals/pass-rates");
        JsonPath before = given(province).get("/api/goals").jsonPath();
        Workplace.Someone moved = workplace.someone();
        workplace.appoint(workplace.post(employer, LOW), moved, clock.today().minusYears(3));
        workplace.appoint(there, moved, clock.today().minusMonths(1));
        workplace.staff(there);
        Entrance.post(province, "/goals", "/goals/pass-rates");
        JsonPath after = given(province).get("/api/goals").jsonPath();
        assertThat(difference(before, after, "3202", "onPost")).isEqualTo("0 of 1");
        assertThat(difference(before, after, "3213", "onPost"))
                .as("three years at the enterprise, though not at that place")
                .isEqualTo("0 of 2");
        assertThat(difference(before, after, "3213", "newly")).isEqualTo("0 of 0");
    }

    private static String difference(JsonPath before, JsonPath after, String column) {
        return difference(before, after, "3202", column);
    }

    private static String difference(JsonPath before, JsonPath after, String city, String column) {
        String cell = "pass.rows.find { it.code == '%s' }.".formatted(city) + column;
        return after.getLong(cell + ".part") - before.getLong(cell + ".part") + " of "
                + (after.getLong(cell + ".whole") - before.getLong(cell + ".whole"));
    }

    @Test
    void theWholeIsAnExcelFileWithItsDefinitions() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(given(province)
                .get("/goals/goals.xlsx?lang=zh&reading=five-years&year=2024")
                .asByteArray()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(6);
            assertThat(book.getSheetAt(1).getLastRowNum()).isGreaterThanOrEqualTo(39);
            assertThat(book.getSheetAt(5).getRow(3).getCell(1).getStringCellValue())
                    .contains("规划");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading=none", "year=1", "year=x", "year=2030-01"})
    void whatIsNotThereIsNamed(String query) {
        Response refused = given().get("/api/goals?lang=zh&" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("detail")).containsAnyOf("年度", "理解").doesNotContain("??");
        assertThat(given().get("/goals?" + query).statusCode()).isEqualTo(400);
    }
}
