package org.chizheng.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision.Option;
import org.chizheng.common.Sql;
import org.chizheng.exchange.sheet.ExcelReader;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Items leave with their keys: by those who may read them, and never unnoticed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExportPageTest {
    private static final String EXPORT = "/bank/hazchem-production-principal/export";

    @Inject
    Accounting accounting;

    @Inject
    Loading loading;

    @Inject
    Sql sql;

    @BeforeEach
    void aBank() throws IOException {
        loading.load(BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank")));
    }

    @Test
    void whatTheFormatCannotCarryIsSaidBeforehand() {
        RequestSpecification door = Forms.of(Entrance.as("reviewer", accounting));
        assertThat(given(door).get(EXPORT + "?lang=zh&type=MULTIPLE&chapter=01").asString())
                .contains("共 20 题", "SVG 图不能放入 Excel", "涉及 20 题", "HPP-01-081", "不包含：是否公开练习")
                .doesNotContain("??");
        assertThat(given(door).get(EXPORT + "?lang=en&format=CSV&chapter=02").asString())
                .contains("100 items.", "are carried whole")
                .doesNotContain("??");
    }

    @Test
    void theSelectedItemsAreDownloadedAndTheDownloadIsAudited() throws Exception {
        RequestSpecification door = Forms.of(Entrance.as("author", accounting));
        Response file = given(door)
                .formParam("format", "EXCEL")
                .formParam("chapter", "02")
                .formParam("type", "SINGLE")
                .post(EXPORT);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("hazchem-production-principal.xlsx");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        Path saved = Files.createTempFile(Path.of("target"), "export", ".xlsx");
        Files.write(saved, file.asByteArray());
        List<ExchangedItem> items = new ExcelReader().read(saved);
        assertThat(items).hasSize(40).allMatch(item -> item.draft().options().contains(new Option("对", true)));
        assertThat(sql.first(
                        "SELECT details FROM audit_entry WHERE act = 'exported' ORDER BY id DESC",
                        row -> row.getString(1)))
                .hasValueSatisfying(details -> assertThat(details).contains("40 items, EXCEL", "type=SINGLE"));
    }

    @Test
    void csvComesInUtf8WithItsMark() {
        Response file = given(Forms.of(Entrance.as("administrator", accounting)))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("format", "CSV")
                .formParam("q", "第01章第1题")
                .post(EXPORT);
        assertThat(file.header("Content-Type")).contains("text/csv").containsIgnoringCase("utf-8");
        assertThat(file.asString()).contains("编号,题型,章节", "HPP-01-001,判断题,01,易,省级,第01章第1题");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regulator", "certificate-officer", "centre-manager", "candidate"})
    void nobodyElseGetsThem(String role) {
        RequestSpecification door = Forms.of(Entrance.as(role, accounting));
        given(door).get(EXPORT).then().statusCode(403);
        given(door).formParam("format", "CSV").post(EXPORT).then().statusCode(403);
    }

    @Test
    void theSubjectsPageLeadsToBothWithItsFilter() {
        String page = given(Forms.of(Entrance.as("author", accounting)))
                .get("/bank/hazchem-production-principal?chapter=02&lang=zh")
                .asString();
        assertThat(page)
                .contains("/bank/hazchem-production-principal/import")
                .contains("/bank/hazchem-production-principal/export?page=1&amp;chapter=02");
        assertThat(given(Forms.of(Entrance.as("reviewer", accounting)))
                        .get("/bank/hazchem-production-principal")
                        .asString())
                .doesNotContain("hazchem-production-principal/import");
    }
}
