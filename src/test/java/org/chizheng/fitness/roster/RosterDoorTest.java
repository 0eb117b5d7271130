package org.chizheng.fitness.roster;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.fitness.Fitness;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.workforce.Enterprises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Rosters by file and by program, and what an employer does on the desk. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RosterDoorTest {
    private static final String HEAD = "姓名,证件号码,岗位,应持证书,任职日期,离岗日期\n";

    @Inject
    Accounting accounting;

    @Inject
    Workplace workplace;

    @Inject
    Fitness fitness;

    @Inject
    Enterprises enterprises;

    @Inject
    OfficialClock clock;

    @Inject
    Uploading uploading;

    @Inject
    RosterUploads uploads;

    private UUID enterprise;
    private RequestSpecification employer;
    private RequestSpecification other;

    @BeforeEach
    void anEmployer() {
        enterprise = workplace.enterprise("320213");
        employer = Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        other = Entrance.as(new Grant(Roles.EMPLOYER, null, null, workplace.enterprise("320214")), null, accounting);
    }

    private static String row(Someone someone, String from) {
        return "%s,%s,电工,低压电工作业,%s,\n".formatted(someone.name(), someone.idNumber(), from);
    }

    private Response upload(String text) {
        Response shown = given(employer).get("/roster");
        String token = Entrance.token(shown);
        return given(employer)
                .cookies(shown.cookies())
                .redirects()
                .follow(false)
                .multiPart("csrf-token", token)
                .multiPart("enterprise", enterprise.toString())
                .multiPart("file", "roster.csv", text.getBytes(UTF_8), "text/csv")
                .post("/roster");
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceAll("https?://[^/]+", "");
    }

    private List<Fitness.OnPost> people() {
        return fitness.ofEnterprise(enterprise, clock.today(), clock.now());
    }

    @Test
    void aFileIsLookedAtMendedAndTaken() {
        Someone one = workplace.someone();
        Someone two = workplace.someone();
        String wrong = path(upload(HEAD + row(one, "2024-01-01") + row(two, "2024-13-01")));
        assertThat(given(employer).get(wrong + "?lang=zh").asString()).contains("一行也不能登记", "2024-13-01");
        assertThat(Entrance.post(employer, wrong, wrong + "/confirm").statusCode())
                .isEqualTo(409);
        assertThat(people()).isEmpty();
        assertThat(given(employer).get(wrong + "/file?lang=zh").asString()).contains("处理结果", "不通过", "新增");
        String right = path(upload(HEAD + row(one, "2024-01-01") + row(two, "2024-02-01")));
        assertThat(people()).as("only looked at").isEmpty();
        assertThat(given(other).get(right).statusCode()).isEqualTo(404);
        assertThat(given(other).get(right + "/file").statusCode()).isEqualTo(404);
        assertThat(Entrance.post(employer, right, right + "/confirm").statusCode())
                .isEqualTo(303);
        assertThat(people()).hasSize(2);
        assertThat(Entrance.post(employer, right, right + "/confirm").statusCode())
                .isEqualTo(409);
        String again = path(upload(HEAD + row(one, "2024-01-01") + row(two, "2024-02-01")));
        assertThat(given(employer).get(again + "?lang=zh").asString()).contains("没有要登记的内容");
        assertThat(Entrance.post(employer, again, again + "/drop").statusCode()).isEqualTo(303);
    }

    /** The second one read that it waits before the first had taken it. */
    @Test
    void ofTwoWhoConfirmAtOnceOneTakesItAndItsNumbersStay() {
        String path = path(upload(HEAD + row(workplace.someone(), "2024-01-01")));
        UUID id = UUID.fromString(path.replaceAll(".*/", ""));
        RosterUpload seen = uploads.find(id).orElseThrow();
        assertThat(uploading.confirm(RosterReach.of(enterprise), seen)).isTrue();
        assertThatThrownBy(() -> uploading.confirm(RosterReach.of(enterprise), seen))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RosterRefusal.NOT_WAITING));
        assertThat(uploads.find(id).orElseThrow().fresh()).isEqualTo(1);
        assertThat(uploads.find(id).orElseThrow().same()).isZero();
        assertThat(people()).hasSize(1);
    }

    /** Who was forgotten in a list is found, given a day and sent back; the list of today changes nothing. */
    @Test
    void whoIsOnPostButNotInTheListCanBeSentBackWithADay() throws Exception {
        Someone stays = workplace.someone();
        Someone left = workplace.someone();
        String first = path(upload(HEAD + row(stays, "2024-01-01") + row(left, "2024-02-01")));
        Entrance.post(employer, first, first + "/confirm");
        String current = "/roster/current?enterprise=" + enterprise;
        List<List<String>> standing = sheet(given(employer).get(current + "&lang=zh"));
        assertThat(standing)
                .extracting(cells -> cells.get(0), cells -> cells.get(1), cells -> cells.get(4))
                .containsExactlyInAnyOrder(
                        tuple("姓名", "证件号码", "任职日期"),
                        tuple(stays.name(), stays.idNumber(), "2024-01-01"),
                        tuple(left.name(), left.idNumber(), "2024-02-01"));
        String same = path(upload(csv(standing)));
        assertThat(given(employer).get(same + "?lang=zh").asString()).contains("没有要登记的内容");

        String next = path(upload(HEAD + row(stays, "2024-01-01")));
        List<List<String>> missing = sheet(given(employer).get(next + "/missing?lang=zh"));
        assertThat(missing).hasSize(2);
        assertThat(missing.get(1)).contains(left.name(), left.idNumber(), "电工");
        missing.get(1).set(missing.get(0).indexOf("离岗日期（从这天起不在岗）"), "2025-03-01");
        String mended = path(upload(csv(missing)));
        assertThat(Entrance.post(employer, mended, mended + "/confirm").statusCode())
                .isEqualTo(303);
        assertThat(people()).hasSize(1);

        assertThat(given(other).get(current).statusCode()).isEqualTo(404);
        assertThat(given(other).get(next + "/missing").statusCode()).isEqualTo(404);
    }

    private static String csv(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n"));
    }

    private static List<List<String>> sheet(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        List<List<String>> rows = new ArrayList<>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < 14; i++) {
                    cells.add(row.getCell(i) == null ? "" : row.getCell(i).toString());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    @Test
    void whatIsNoRosterIsRefusedByName() {
        assertThat(upload("x").asString()).contains("没有找到表头");
        assertThat(upload(HEAD).statusCode()).isEqualTo(422);
        assertThat(given(other).get("/roster?enterprise=" + enterprise).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProgramLooksFirstThenSendsAllOrNothing() {
        String connections = "/fitness/connections/" + enterprise;
        String key = Entrance.post(employer, connections, connections + "/keys", "label", "人事系统")
                .asString()
                .replaceAll("(?s).*<code>(czk_[^<]+)</code>.*", "$1");
        Someone someone = workplace.someone();
        Map<String, String> row = Map.of(
                "name", someone.name(),
                "idNumber", someone.idNumber(),
                "post", "电工",
                "qualification", "operator-low-voltage-electrical",
                "from", "2024-01-01",
                "workerKind", "DISPATCHED");
        Map<String, String> wrong = Map.of("name", someone.name(), "idNumber", "1", "post", "电工");
        Response looked = send(key, Map.of("dryRun", true, "rows", List.of(row)));
        assertThat(looked.jsonPath().getInt("counts.FRESH")).isEqualTo(1);
        assertThat(looked.jsonPath().getBoolean("taken")).isFalse();
        Response refused = send(key, Map.of("rows", List.of(row, wrong)));
        assertThat(refused.jsonPath().getBoolean("taken")).isFalse();
        assertThat(refused.jsonPath().getList("rows.reason")).containsExactly("ID_NUMBER_FORM");
        assertThat(people()).isEmpty();
        assertThat(send(key, Map.of("rows", List.of(row))).jsonPath().getBoolean("taken"))
                .isTrue();
        assertThat(send(key, Map.of("rows", List.of(row))).jsonPath().getInt("counts.SAME"))
                .isEqualTo(1);
        assertThat(people()).hasSize(1);
        assertThat(send("czk_none", Map.of("rows", List.of(row))).statusCode()).isEqualTo(401);
        assertThat(send(key, Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void aPassportHolderIsFoundByTypeAndNumberOnly() {
        String connections = "/fitness/connections/" + enterprise;
        String key = Entrance.post(employer, connections, connections + "/keys", "label", "人事系统")
                .asString()
                .replaceAll("(?s).*<code>(czk_[^<]+)</code>.*", "$1");
        String passport = "E%08d".formatted(System.nanoTime() % 100_000_000);
        Map<String, String> person = Map.of("name", "TEST PERSON", "idType", "PASSPORT", "idNumber", passport);
        Map<String, String> row = new java.util.HashMap<>(person);
        row.putAll(Map.of(
                "birth", "1990-01-02", "sex", "FEMALE", "post", "电工", "qualification", "低压电工作业", "from", "2024-01-01"));
        assertThat(send(key, Map.of("rows", List.of(row))).jsonPath().getBoolean("taken"))
                .isTrue();
        Map<String, String> asked = new java.util.HashMap<>(person);
        asked.put("qualification", "低压电工作业");
        Map<String, String> untyped = new java.util.HashMap<>(asked);
        untyped.remove("idType");
        Response answer = given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(Map.of("rows", List.of(asked, untyped)))
                .post("/api/fitness");
        assertThat(answer.jsonPath().getList("rows.reason")).containsExactly("NO_CERTIFICATE", "ID_INVALID");
    }

    private static Response send(String key, Object body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(body)
                .post("/api/roster");
    }

    @Test
    void theDeskSaysWhoLacksWhatByWhenAndMakesTheSheet() {
        UUID post = workplace.post(enterprise, "operator-low-voltage-electrical");
        Someone operator = workplace.staff(post);
        Someone manager = workplace.someone();
        LocalDate since = clock.today().minusMonths(1);
        workplace.appoint(workplace.post(enterprise, "manager-hazchem-production"), manager, since);
        String desk = "/workforce/" + enterprise + "/desk";
        String page = given(employer).get(desk + "?lang=zh").asString();
        assertThat(page)
                .contains("0.00%", "现在就不能上岗", since.plusMonths(6).minusDays(1).toString(), "没有填“行业”");
        Response sheet = Entrance.post(
                employer,
                desk,
                desk + "/applications",
                "people",
                operator.id() + " operator-low-voltage-electrical",
                "region",
                "320213",
                "education",
                "JUNIOR_MIDDLE",
                "healthy",
                "true");
        assertThat(sheet.statusCode()).isEqualTo(303);
        String preview = given(employer).get(path(sheet) + "?lang=zh").asString();
        assertThat(preview).contains("低压电工作业", "可以提交").doesNotContain(manager.idNumber());
        assertThat(Entrance.post(employer, desk, desk + "/applications", "region", "320213", "education", "COLLEGE")
                        .statusCode())
                .as("nobody chosen")
                .isEqualTo(400);
        assertThat(given(other).get(desk).statusCode()).isEqualTo(404);
        assertThat(given(other).get(desk + "/list.xlsx").statusCode()).isEqualTo(404);
        assertThat(given(employer).get(desk + "/list.xlsx").asByteArray()).startsWith((byte) 'P', (byte) 'K');
    }

    @Test
    void anEmployerSaysItsSizeAndTheAuthorityItsPlace() {
        String facts = "/workforce/" + enterprise + "/facts";
        Response saved = Entrance.post(
                employer,
                facts,
                facts,
                "size",
                "SMALL",
                "staff",
                "80",
                "region",
                "320281",
                "industry",
                "transport",
                "from",
                "1950-01-01");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(enterprises.facts(enterprise).orElseThrow())
                .satisfies(f -> assertThat(f.region()).isEqualTo("320213"))
                .satisfies(f -> assertThat(f.industry()).isNull())
                .satisfies(f -> assertThat(f.staff()).isEqualTo(80));
        RequestSpecification authority = Entrance.within("3202", Roles.ADMINISTRATOR, accounting);
        Entrance.post(authority, facts, facts, "region", "320281", "industry", "transport", "from", "1950-01-01");
        assertThat(enterprises.facts(enterprise).orElseThrow().region()).isEqualTo("320281");
        assertThat(Entrance.post(authority, facts, facts, "region", "320281", "staff", "many", "from", "1950-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(given(Entrance.within("3203", Roles.ADMINISTRATOR, accounting))
                        .get(facts)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Entrance.post(authority, facts, facts + "/sites", "name", "二厂", "region", "320282")
                        .statusCode())
                .isEqualTo(303);
        assertThat(enterprises.sites(enterprise))
                .extracting(Enterprises.Site::region)
                .containsExactly("320282");
    }
}
