package org.chizheng.statistics.report;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PdfRules;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A report is made once of a month's frozen figures and stays; a correction is another one. County 320506 and the month 14 months ago belong to this test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReportTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String COUNTY = "320506";
    private static final String LIST = "/statistics/reports";

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

    /** Two of three covered, all of it known before the month began. */
    private void threePeople() throws SQLException {
        UUID enterprise = workplace.enterprise(COUNTY);
        UUID post = workplace.post(enterprise, LOW);
        certified.issue(workplace.staff(post), LOW);
        certified.issue(workplace.staff(post), LOW);
        workplace.staff(post);
        String ago = "SET known_from = now() - interval '500 days' WHERE ";
        PostgresResource.asOwner(
                "UPDATE enterprise_fact " + ago + "enterprise_id = '" + enterprise + "'",
                "UPDATE requirement " + ago + "post_id = '" + post + "'",
                "UPDATE appointment " + ago + "post_id = '" + post + "'");
    }

    private Response make(RequestSpecification door, YearMonth month, String reason) {
        return Entrance.post(
                door, LIST + "?region=" + COUNTY, LIST, "region", COUNTY, "month", month.toString(), "reason", reason);
    }

    private static String made(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.header("Location").replaceAll(".*/", "");
    }

    @Test
    void whatIsMadeStaysAndACorrectionNamesIt() throws Exception {
        threePeople();
        YearMonth month = YearMonth.from(clock.today()).minusMonths(14);
        RequestSpecification door = Entrance.within(COUNTY, Roles.REGULATOR, accounting);
        String id = made(make(door, month, ""));
        JsonPath facts = given(door).get(LIST + "/" + id + "/facts.json").jsonPath();
        assertThat(facts.getInt("total.covered")).isEqualTo(2);
        assertThat(facts.getInt("total.required")).isEqualTo(3);
        assertThat(facts.getBoolean("head.frozen")).isTrue();
        assertThat(facts.getList("course")).hasSize(12);
        assertThat(facts.getInt("categories.find { it.code == 'OPERATOR' }.required"))
                .isEqualTo(3);
        for (String table : new String[] {"categories", "classes", "industries", "sizes"}) {
            assertThat(facts.getList(table + ".covered", Integer.class).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as(table)
                    .isEqualTo(2);
        }
        assertThat(facts.getString("head.snapshotDigest"))
                .isEqualTo(sql.first(
                                "SELECT digest FROM figure_snapshot WHERE as_of = ?",
                                row -> row.getString(1),
                                month.atEndOfMonth())
                        .orElseThrow());
        byte[] pdf = given(door).get(LIST + "/" + id + "/report.pdf").asByteArray();
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(given(door).get(LIST + "/" + id).asString()).contains(Digests.file(pdf));
        assertThat(make(door, month, "").statusCode()).as("once").isEqualTo(409);

        workplace.staff(workplace.post(COUNTY, LOW));
        String second = made(make(door, month, "补报一家企业"));
        assertThat(given(door).get(LIST + "/" + id + "/report.pdf").asByteArray())
                .as("the same bytes")
                .isEqualTo(pdf);
        JsonPath corrected =
                given(door).get(LIST + "/" + second + "/facts.json").jsonPath();
        assertThat(corrected.getString("head.replaces")).isEqualTo(id);
        assertThat(corrected.getString("head.replacesDigest")).isEqualTo(Digests.file(pdf));
        assertThat(corrected.getInt("head.version")).isEqualTo(2);
        assertThat(corrected.getInt("total.required"))
                .as("with what was entered since")
                .isEqualTo(4);
        assertThat(given(door).get(LIST + "/" + id + "?lang=en").asString()).contains("has taken the place");
        assertThat(given(door).get("/api/statistics/reports").jsonPath().getList("id"))
                .startsWith(second, id);
    }

    @Test
    void itsTablesAreFilesAndOnlyForItsRegion() throws Exception {
        YearMonth month = YearMonth.from(clock.today()).minusMonths(15);
        RequestSpecification door = Entrance.within(COUNTY, Roles.ADMINISTRATOR, accounting);
        String id = made(make(door, month, ""));
        byte[] csv = given(door).get(LIST + "/" + id + "/report.csv").asByteArray();
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, UTF_8))
                .startsWith("\uFEFFtable,code,zh,en,column,value\r\ntotal," + COUNTY)
                .contains("course," + month + ",");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                given(door).get(LIST + "/" + id + "/report.xlsx?lang=zh").asByteArray()))) {
            assertThat(book.getSheet("近十二个月").getLastRowNum()).isEqualTo(12);
            assertThat(book.getSheet("督办事项").getLastRowNum()).isEqualTo(3);
        }
        String page = given(door).get(LIST + "/" + id + "?lang=en").asString();
        assertThat(page).contains("Last twelve months", "By class of enterprise", "Work list", "id=\"definition\"");
        RequestSpecification other = Entrance.within("320507", Roles.REGULATOR, accounting);
        for (String file : new String[] {"", "/report.pdf", "/report.xlsx", "/report.csv", "/facts.json"}) {
            assertThat(given(other).get(LIST + "/" + id + file).statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
        assertThat(given(other).get(LIST + "?region=" + COUNTY).statusCode()).isEqualTo(404);
    }

    /** As reports were kept before they told classes, industries and sizes. */
    @Test
    void aReportOfAnEarlierVersionOfTheServiceIsReadAsItWasMade() throws Exception {
        YearMonth month = YearMonth.from(clock.today()).minusMonths(17);
        RequestSpecification door = Entrance.within(COUNTY, Roles.REGULATOR, accounting);
        String id = made(make(door, month, ""));
        PostgresResource.asOwner(
                "UPDATE monthly_report SET facts = (facts::jsonb - 'classes' - 'industries' - 'sizes')::text WHERE id = '"
                        + id + "'");
        assertThat(given(door).get(LIST + "/" + id + "?lang=en").asString())
                .contains("By category of post")
                .doesNotContain("By class of enterprise");
        assertThat(given(door).get(LIST + "/" + id + "/report.csv").asString())
                .contains("categories,")
                .doesNotContain("classes,");
    }

    @Test
    void aMonthThatIsNotOverOrIsNoneIsRefused() {
        RequestSpecification door = Entrance.within(COUNTY, Roles.REGULATOR, accounting);
        assertThat(make(door, YearMonth.from(clock.today()), "").statusCode()).isEqualTo(400);
        assertThat(make(door, YearMonth.of(1999, 12), "").statusCode()).isEqualTo(400);
        assertThat(make(door, YearMonth.from(clock.today()).minusMonths(40), "nothing there")
                        .statusCode())
                .isEqualTo(409);
        Response none = Entrance.post(door, LIST, LIST, "region", COUNTY, "month", "May");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.asString()).contains("2026-05");
    }
}
