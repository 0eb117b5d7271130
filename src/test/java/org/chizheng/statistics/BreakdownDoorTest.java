package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The holder rate by item, key post, industry, class and size: against plain SQL, and what outsiders are not told. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BreakdownDoorTest {
    private static final String JSON = "/api/statistics/holder-rate/breakdown";
    private static final String PAGE = "/statistics/holder-rate/breakdown";
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String HIGH = "operator-high-voltage-electrical";
    /** The lock that whoever sweeps holds. */
    private static final long SWEEP = 0x6669677572657301L;

    private static final String MANY = "320305";
    private static final String FEW = "321282";
    private static final String RARE = "fireworks-wholesale";
    private static final String COUNT = """
            SELECT concat_ws(' ', left(f.region, 4), %s), count(*), count(f.covered_until), count(*) FILTER (WHERE f.in_grace AND f.covered_until IS NULL)
            FROM fitness_on(?, now()) f JOIN qualification q ON q.code = f.qualification
            LEFT JOIN enterprise_fact e ON e.enterprise_id = f.enterprise_id AND e.known_until IS NULL AND e.valid_from <= ? AND (e.valid_until IS NULL OR e.valid_until > ?)
            WHERE f.region LIKE ? GROUP BY 1""";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    /** As told: covered, required, in grace. */
    private record Told(long covered, long required, long grace) {}

    private UUID enterprise(String county, String industry, String size, int people) {
        UUID enterprise = workplace.enterprise(county);
        sql.update("UPDATE enterprise SET industry = ?, size = ? WHERE id = ?", industry, size, enterprise);
        UUID post = workplace.post(enterprise, LOW);
        for (int i = 0; i < people; i++) {
            Workplace.Someone someone = workplace.staff(post);
            if (i % 3 == 0) {
                certified.issue(someone, LOW);
            }
        }
        return enterprise;
    }

    @ParameterizedTest
    @CsvSource({
        "qualification, f.qualification",
        "category, q.post_category",
        "industry, 'coalesce(e.industry, '''')'",
        "risk, 'coalesce(e.high_risk, false)::text'",
        "size, 'coalesce(e.size, '''')'"
    })
    void everyCellIsWhatTheDefinitionCounts(String by, String column) {
        enterprise(MANY, "transport", "LARGE", 2);
        UUID moved = enterprise(MANY, "construction", "MICRO", 1);
        sql.update("UPDATE enterprise SET industry = 'coal-mine', high_risk = NOT high_risk WHERE id = ?", moved);
        workplace.staff(workplace.post(workplace.enterprise(FEW), HIGH));
        RequestSpecification officer = Entrance.within("32", "regulator", accounting);
        Rate.of("32");
        for (LocalDate day : List.of(
                clock.today(), clock.today().minusYears(1), clock.today().plusYears(7))) {
            assertThat(cities(officer, by, day)).as(by + " " + day).isEqualTo(counted(column, day, "32%"));
        }
        RequestSpecification county = Entrance.within(MANY, "regulator", accounting);
        Map<String, Told> told = new HashMap<>();
        rows(table(county, MANY, by, clock.today()))
                .forEach(row -> told.put("3203 " + row.get("code"), told(row, "total")));
        assertThat(told).isEqualTo(counted(column, clock.today(), MANY + "%"));
    }

    private Map<String, Told> counted(String column, LocalDate day, String regions) {
        Map<String, Told> counted = new HashMap<>();
        sql.list(
                COUNT.formatted(column),
                row -> counted.put(row.getString(1), new Told(row.getLong(3), row.getLong(2), row.getLong(4))),
                day,
                day,
                day,
                regions);
        return counted;
    }

    private static Response table(RequestSpecification reader, String region, String by, LocalDate day) {
        RequestSpecification asked = reader == null ? given() : given(reader);
        return asked.queryParam("region", region)
                .queryParam("by", by)
                .queryParam("asOf", day.toString())
                .get(JSON);
    }

    private static List<Map<String, Object>> rows(Response table) {
        assertThat(table.statusCode()).isEqualTo(200);
        return table.jsonPath().getList("rows");
    }

    private static Told told(Map<String, Object> row, String key) {
        return told((Map<?, ?>) row.get(key));
    }

    private static Told told(Map<?, ?> cell) {
        return new Told(number(cell, "numerator"), number(cell, "denominator"), number(cell, "grace"));
    }

    private static long number(Map<?, ?> cell, String name) {
        return ((Number) cell.get(name)).longValue();
    }

    private static Map<String, Told> cities(RequestSpecification officer, String by, LocalDate day) {
        Response table = table(officer, "32", by, day);
        List<String> cities = table.jsonPath().getList("cities.code");
        Map<String, Told> found = new HashMap<>();
        for (Map<String, Object> row : rows(table)) {
            List<?> cells = (List<?>) row.get("cells");
            for (int i = 0; i < cities.size(); i++) {
                Told cell = told((Map<?, ?>) cells.get(i));
                if (cell.required() > 0) {
                    found.put(cities.get(i) + " " + row.get("code"), cell);
                }
            }
        }
        return found;
    }

    @Test
    void outsidersAreNotToldSmallCellsNorHowToFindThem() {
        enterprise(MANY, RARE, "SMALL", 12);
        enterprise(FEW, RARE, "SMALL", 3);
        RequestSpecification officer = Entrance.within("32", "regulator", accounting);
        LocalDate today = clock.today();
        Rate.of("32");
        for (String by : List.of("qualification", "industry", "size")) {
            List<Map<String, Object>> open = rows(table(officer, "32", by, today));
            List<Map<String, Object>> told = rows(table(null, "32", by, today));
            assertThat(told).hasSameSizeAs(open);
            for (int row = 0; row < open.size(); row++) {
                compare(line(open.get(row)), line(told.get(row)));
            }
        }
        assertThat(hidden(null, "3212")).as("three").isTrue();
        assertThat(hidden(null, "3203") || hidden(null, "32"))
                .as("the twelve or the fifteen, from which the three could be found")
                .isTrue();
        assertThat(hidden(Entrance.within("3212", "regulator", accounting), "3212"))
                .isFalse();
        assertThat(hidden(Entrance.within("3201", "regulator", accounting), "3212"))
                .isTrue();
        assertThat(hidden(Entrance.within("3212", "centre-manager", accounting), "3212"))
                .as("another role")
                .isTrue();
    }

    /** The cities and the province beside each other. */
    private static List<Object> line(Map<String, Object> row) {
        List<Object> line = new ArrayList<>((List<?>) row.get("cells"));
        line.add(row.get("total"));
        return line;
    }

    private static void compare(List<Object> open, List<Object> told) {
        int hidden = 0;
        long people = 0;
        boolean all = true;
        for (int i = 0; i < open.size(); i++) {
            Map<?, ?> cell = (Map<?, ?>) told.get(i);
            long size = number((Map<?, ?>) open.get(i), "denominator");
            if ((Boolean) cell.get("hidden")) {
                hidden++;
                people += size;
                assertThat(cell.get("numerator")).isNull();
                assertThat(cell.get("denominator")).isNull();
                assertThat(cell.get("percent")).isNull();
            } else {
                assertThat(cell).isEqualTo(open.get(i));
                assertThat(size == 0 || size >= 10).isTrue();
                all = all && size == 0;
            }
        }
        assertThat(hidden == 0 || all || hidden > 1 && people >= 10).isTrue();
    }

    /** Whether the rare industry is hidden on the region's own page. */
    private boolean hidden(RequestSpecification reader, String region) {
        return rows(table(reader, region, "industry", clock.today())).stream()
                .filter(row -> RARE.equals(row.get("code")))
                .map(row -> (Boolean) ((Map<?, ?>) row.get("total")).get("hidden"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filesSayWhatThePageSays() throws IOException {
        enterprise(MANY, RARE, "SMALL", 12);
        String query = "?region=32&by=industry&lang=zh";
        assertThat(given().get(PAGE + query).asString())
                .contains("各市对比", "批发", "不计宽限期内人员", "适用的政策条款", "任职后取得证书的期限")
                .doesNotContain("??");
        byte[] excel = given().get(PAGE + ".xlsx" + query).asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("地区代码");
            assertThat(book.getSheetAt(1).getRow(0).getLastCellNum()).isEqualTo((short) 15);
        }
        Response csv = given().get(PAGE + ".csv" + query);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(new String(csv.asByteArray(), StandardCharsets.UTF_8))
                .startsWith("\ufeff地区代码,")
                .contains("\r\n32,江苏省," + RARE + ",", "\r\n3203,徐州市," + RARE + ",");
    }

    @Test
    void aCountyIsForThoseWhoSeeEverythingInIt() {
        enterprise(FEW, RARE, "SMALL", 1);
        for (String door : List.of(JSON, PAGE, PAGE + ".csv", PAGE + ".xlsx")) {
            assertThat(given().get(door + "?by=industry&region=" + FEW).statusCode())
                    .isEqualTo(404);
            assertThat(given(Entrance.within("3212", "regulator", accounting))
                            .get(door + "?by=industry&region=" + FEW)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(given(Entrance.within("3212", "regulator", accounting))
                        .get(PAGE + "?by=industry&region=3212&lang=zh")
                        .asString())
                .contains("?region=" + FEW);
        assertThat(given().get(PAGE + "?by=industry&region=3212&lang=zh").asString())
                .doesNotContain("?region=" + FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=post", "by=%25", "region=320576", "region=33", "asOf=2026-02-30", "asOf=1949-12-31"})
    void whatIsNotRightIsNamed(String query) {
        for (String door : List.of(JSON, PAGE, PAGE + ".csv", PAGE + ".xlsx")) {
            assertThat(given().get(door + "?" + query).statusCode()).as(door).isEqualTo(400);
        }
        assertThat(given().get(JSON + "?" + query).<String>path("detail"))
                .contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void theTrendIsTheRateOfEachDay() {
        UUID post = workplace.post("320117", LOW);
        certified.issue(workplace.staff(post), LOW);
        workplace.appoint(post, workplace.someone(), clock.today().minusMonths(3));
        Rate.of("32");
        Response trend = given().get("/api/statistics/holder-rate/trend?region=320117");
        List<Map<String, Object>> months = trend.jsonPath().getList("months");
        assertThat(months).hasSize(30);
        for (Map<String, Object> month : months) {
            LocalDate day = LocalDate.parse((String) month.get("day"));
            assertThat(day.getDayOfMonth()).isEqualTo(1);
            assertThat(month.get("ahead")).isEqualTo(day.isAfter(clock.today()));
            Rate rate = Rate.of("320117", day);
            assertThat(told(month, "rate")).isEqualTo(new Told(rate.numerator(), rate.denominator(), rate.grace()));
        }
        assertThat(months.stream().filter(month -> (Boolean) month.get("ahead")))
                .hasSize(6);
        assertThat(given().get("/statistics/holder-rate/trend?region=320117&lang=zh")
                        .asString())
                .contains("class=\"plot\"", "若不采取措施", "近 24 个月")
                .doesNotContain("??");
        assertThat(given().get("/statistics/holder-rate/trend?region=321183").asString())
                .as("nothing to draw where nothing is required")
                .doesNotContain("class=\"plot\"");
        assertThat(given().get("/statistics/holder-rate/trend.xlsx?region=320117")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get("/statistics/holder-rate/trend?region=99").statusCode())
                .isEqualTo(400);
    }

    @Test
    void thoseInGraceAreLeftOutOfTheSecondRate() {
        UUID manager = workplace.post("320118", "principal-hazchem-production");
        workplace.appoint(manager, workplace.someone(), clock.today().minusMonths(2));
        certified.issue(workplace.staff(workplace.post("320118", LOW)), LOW);
        Rate.of("32");
        Response rate = given().get("/api/statistics/holder-rate?region=320118");
        assertThat(rate.<String>path("total.percent")).isEqualTo("50.00");
        assertThat(rate.<String>path("total.percentWithoutGrace")).isEqualTo("100.00");
        assertThat(rate.<Integer>path("total.grace")).isEqualTo(1);
    }

    @Test
    void thePageSaysWhileALawWaits() throws SQLException {
        Rate.of("32");
        String page = "/statistics/holder-rate?region=321102&lang=zh";
        assertThat(given().get(page).asString()).doesNotContain("仍按变动前的规定计算");
        try (Connection sweep = PostgresResource.owner()) {
            sweep.setAutoCommit(false);
            try (PreparedStatement lock = sweep.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
                lock.setLong(1, SWEEP);
                lock.execute();
            }
            sql.update("INSERT INTO figure_pending (person_id) VALUES (NULL)");
            assertThat(given().get(page).asString()).contains("仍按变动前的规定计算");
            sweep.rollback();
        }
        Rate.of("32");
        assertThat(given().get(page).asString()).doesNotContain("仍按变动前的规定计算");
    }
}
