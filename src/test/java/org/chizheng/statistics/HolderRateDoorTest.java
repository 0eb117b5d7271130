package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The holder rate as JSON and as a page. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HolderRateDoorTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String JSON = "/api/statistics/holder-rate";
    private static final String PAGE = "/statistics/holder-rate";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    OfficialClock clock;

    @Test
    void aCountyWhereNothingIsRequiredHasNoRate() {
        Response answer = given().get(JSON + "?region=321023");
        assertThat(answer.<Object>path("total.percent")).isNull();
        assertThat(answer.<Integer>path("total.denominator")).isZero();
        assertThat(given().get(PAGE + "?region=321023&lang=zh").asString())
                .contains("不适用")
                .doesNotContain("100.00%");
        assertThat(given().get(PAGE + "?region=321023&lang=en").asString())
                .contains("not applicable")
                .doesNotContain("100.00%");
    }

    @Test
    void theRateIsCutAndNotRounded() {
        UUID post = workplace.post("321081", LOW);
        certified.issue(workplace.staff(post), LOW);
        certified.issue(workplace.staff(post), LOW);
        workplace.staff(post);
        assertThat(Rate.of("321081")).isEqualTo(new Rate(2, 3, "66.66", 0));
        assertThat(given().get(PAGE + "?region=321081").asString()).contains("66.66%");
    }

    @Test
    void citiesAddUpFromTheirCountiesAndTheProvinceFromItsCities() {
        workplace.staff(workplace.post("321102", LOW));
        certified.issue(workplace.staff(workplace.post("321111", LOW)), LOW);
        workplace.staff(workplace.post("321202", LOW));
        Instant known = clock.now();
        JsonPath province = table("32", known);
        List<Map<String, Object>> cities = province.getList("rows");
        assertThat(cities).hasSize(13);
        assertThat(sums(province)).isEqualTo(total(province));
        int counties = 0;
        for (Map<String, Object> city : cities) {
            JsonPath below = table((String) city.get("code"), known);
            assertThat(total(below)).as((String) city.get("zh")).isEqualTo(figures(city));
            assertThat(sums(below)).as((String) city.get("zh")).isEqualTo(figures(city));
            counties += below.getList("rows").size();
        }
        assertThat(counties).isEqualTo(95);
        assertThat(table("3211", known).getInt("total.denominator")).isEqualTo(2);
    }

    @Test
    void aFunctionalZoneIsAFilterAndNoSummand() {
        UUID inside = workplace.enterprise("320508");
        workplace.inZone(inside, "320576");
        certified.issue(workplace.staff(workplace.post(inside, LOW)), LOW);
        workplace.staff(workplace.post("320508", LOW));
        assertThat(Rate.of("320508")).hasToString("1 of 2");
        assertThat(Rate.of("3205")).as("not counted again").hasToString("1 of 2");
        assertThat(table("3205", clock.now()).getList("rows.code")).doesNotContain("320576");
        assertThat(Rate.of("320576")).as("those in the zone").isEqualTo(new Rate(1, 1, "100.00", 0));
        assertThat(table("320576", clock.now()).getList("rows")).isEmpty();
    }

    private static JsonPath table(String region, Instant known) {
        return given().queryParam("region", region)
                .queryParam("knownAt", known.toString())
                .get(JSON)
                .jsonPath();
    }

    private static List<Long> figures(Map<String, Object> row) {
        return List.of(number(row, "numerator"), number(row, "denominator"), number(row, "grace"));
    }

    private static long number(Map<String, Object> row, String key) {
        return ((Number) row.get(key)).longValue();
    }

    private static List<Long> total(JsonPath table) {
        return figures(table.getMap("total"));
    }

    private static List<Long> sums(JsonPath table) {
        Map<String, Object> sums = new HashMap<>(Map.of("numerator", 0L, "denominator", 0L, "grace", 0L));
        table.<Map<String, Object>>getList("rows")
                .forEach(row -> sums.replaceAll((key, sum) -> (Long) sum + number(row, key)));
        return figures(sums);
    }

    @ParameterizedTest
    @CsvSource({
        "asOf, 2026-02-30, 统计日期, As of",
        "asOf, yesterday, 统计日期, As of",
        "asOf, +999999999-12-31, 统计日期, As of",
        "asOf, -0044-03-15, 统计日期, As of",
        "region, 33, 地区, Region",
        "region, 江苏, 地区, Region",
        "region, %, 地区, Region",
        "knownAt, 2026-01-01, 已知时刻, Known at",
        "knownAt, 2199-01-01T00:00:00Z, 已知时刻, Known at",
        "knownAt, +1000000000-12-31T23:59:59Z, 已知时刻, Known at",
        "knownAt, -1000000000-01-01T00:00:00Z, 已知时刻, Known at"
    })
    void whatIsNotRightIsNamedInBothLanguages(String field, String value, String zh, String en) {
        for (String lang : List.of("zh", "en")) {
            Response refused =
                    given().queryParam(field, value).queryParam("lang", lang).get(JSON);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.<String>path("reason")).isEqualTo("FIELD_INVALID");
            assertThat(refused.<String>path("detail")).contains(field, lang.equals("zh") ? zh : en);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2026-02-30", "asOf=%2B999999999-12-31", "region=33"})
    void thePageRefusesTheSameInWords(String query) {
        Response refused = given().get(PAGE + "?lang=zh&" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("text/html");
        assertThat(refused.asString()).contains("不正确").doesNotContain("??");
    }

    @Test
    void aDayBeforeAnyPolicyHasARateAndNoGrace() {
        assertThat(given().get(JSON + "?asOf=2009-12-31").<Integer>path("total.grace"))
                .isZero();
    }

    @Test
    void theDefinitionStandsOnThePage() {
        assertThat(given().get(PAGE + "?lang=zh").asString())
                .contains("在岗人员 × 岗位要求", "一人在两个岗位计两次", "未过期、未暂停、未撤销", "含派遣人员和实习生", "只舍不入", "不适用", "功能区不重复相加", "未见法定公式")
                .doesNotContain("??");
        assertThat(given().get(PAGE + "?lang=en").asString())
                .contains(
                        "erson on post × a requirement of the post; a person at two posts counts twice",
                        "not expired, suspended or revoked",
                        "dispatched staff and interns included",
                        "rounded down",
                        "not applicable",
                        "functional zones are not added again",
                        "no legal formula was found")
                .doesNotContain("??");
    }
}
