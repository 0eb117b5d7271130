package org.chizheng.fitness.bulk;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.exchange.Forms;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Lists from files: read as they come, answered, given back, forgotten. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BulkPageTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    FileChecking checking;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private RequestSpecification employer;
    private Someone fit;
    private Someone without;
    private UUID enterprise;

    @BeforeEach
    void anEnterpriseWithTwoPeople() {
        enterprise = workplace.enterprise("320102");
        UUID post = workplace.post(enterprise, LOW);
        fit = workplace.staff(post);
        without = workplace.staff(post);
        certified.issueUnder(
                "order-19-operator",
                fit,
                LOW,
                clock.today().minusYears(1),
                clock.today().plusYears(5),
                null);
        employer = Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
    }

    private Response send(RequestSpecification door, String name, byte[] file) {
        Response shown = given(door).get("/fitness/check?lang=zh");
        String token = Entrance.token(shown);
        return given(door)
                .cookies(shown.cookies())
                .redirects()
                .follow(false)
                .multiPart("csrf-token", token)
                .multiPart("file", name, file)
                .post("/fitness/check?lang=zh");
    }

    private Response send(String name, byte[] file) {
        return send(employer, name, file);
    }

    private String csv() {
        return "某某公司人员名单,,,\n序号, 姓 名（必填）,身份证号码：,岗位名称,工种\n"
                + "1," + fit.name() + "," + fit.idNumber() + ",电工,低压电工作业\n"
                + "2," + without.name() + "," + without.idNumber().toLowerCase(java.util.Locale.ROOT)
                + ",电工,Low-voltage electrical work\n"
                + "3,-1+cmd,320100199001010010,=HYPERLINK(1),低压电工作业\n";
    }

    private byte[] excel() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("说明").createRow(0).createCell(0).setCellValue("请看下一页");
            var sheet = book.createSheet("名单");
            String[] lines = csv().split("\n");
            for (int i = 0; i < lines.length; i++) {
                Row row = sheet.createRow(i);
                String[] texts = lines[i].split(",");
                for (int j = 0; j < texts.length; j++) {
                    if (texts[j].startsWith("=")) {
                        row.createCell(j).setCellFormula("HYPERLINK(\"http://localhost\")");
                    } else {
                        row.createCell(j).setCellValue(texts[j]);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void messyListsAreReadInEachEncodingAndAnsweredWithCountsFirst() throws IOException {
        for (byte[] file : List.of(csv().getBytes(UTF_8), csv().getBytes(Charset.forName("GB18030")), excel())) {
            String name = file[0] == 'P' ? "list.xlsx" : "list.csv";
            Response sent = send(name, file);
            assertThat(sent.statusCode()).isEqualTo(303);
            String run = sent.header("Location").replaceAll(".*(/fitness.*)", "$1");
            String page = given(employer).get(run + "?lang=zh").asString();
            assertThat(page.replaceAll("<[^>]*>", " "))
                    .contains("持证有效", "无证", "单元格是公式或过长", "低压电工作业")
                    .doesNotContain(fit.idNumber(), "??");
            assertThat(given(employer)
                            .get(run + "?lang=zh&reason=NO_CERTIFICATE")
                            .asString()
                            .replaceAll("(?s).*<tbody>|</tbody>.*", ""))
                    .contains("无证")
                    .doesNotContain("持证有效");
        }
    }

    @Test
    void theSameExcelFileComesBackWithColumnsOfAnswers() throws IOException {
        String run = send("list.xlsx", excel()).header("Location").replaceAll(".*(/fitness.*)", "$1");
        byte[] back = given(employer).get(run + "/file?lang=zh").asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            var sheet = book.getSheet("名单");
            assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("能否上岗");
            assertThat(sheet.getRow(2).getCell(5).getStringCellValue()).isEqualTo("可以上岗");
            assertThat(sheet.getRow(2).getCell(6).getStringCellValue()).isEqualTo("持证有效");
            assertThat(sheet.getRow(2).getCell(7).getStringCellValue()).isNotBlank();
            assertThat(sheet.getRow(2).getCell(8).getStringCellValue())
                    .isEqualTo(clock.today().plusYears(5).toString());
            assertThat(sheet.getRow(3).getCell(5).getStringCellValue()).isEqualTo("不能上岗");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo(fit.name());
        }
        String again = send("list.xlsx", back).header("Location").replaceAll(".*(/fitness.*)", "$1");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                given(employer).get(again + "/file?lang=zh").asByteArray()))) {
            assertThat(book.getSheet("名单").getRow(1).getLastCellNum())
                    .as("answers are written over answers")
                    .isEqualTo((short) 10);
        }
    }

    @Test
    void aCsvFileComesBackDisarmed() {
        String run = send("list.csv", csv().getBytes(UTF_8)).header("Location").replaceAll(".*(/fitness.*)", "$1");
        String back = new String(given(employer).get(run + "/file?lang=en").asByteArray(), UTF_8);
        assertThat(back)
                .startsWith("\ufeff")
                .contains("Fit for post", "Certificate valid", "'-1+cmd", "'=HYPERLINK(1)");
        assertThat(back.lines().flatMap(line -> Arrays.stream(line.split(","))))
                .noneMatch(cell -> cell.matches("\"?[=+\\-@].*"));
    }

    @Test
    void aCheckIsItsOwnersAloneSealedAndGoneWithinADay() {
        String run = send("list.csv", csv().getBytes(UTF_8)).header("Location").replaceAll(".*(/fitness.*)", "$1");
        UUID id = UUID.fromString(run.substring(run.lastIndexOf('/') + 1));
        RequestSpecification colleague =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        assertThat(given(colleague).get(run).statusCode()).isEqualTo(404);
        assertThat(given(colleague).get(run + "/file").statusCode()).isEqualTo(404);
        assertThat(Entrance.post(colleague, "/fitness/check", run + "/drop").statusCode())
                .isEqualTo(404);
        for (String secret : List.of(fit.idNumber(), fit.name())) {
            assertThat(sql.list(
                            "SELECT 1 FROM bulk_run WHERE id = ? AND (position(?::bytea IN file_sealed) > 0 OR position(?::bytea IN answers_sealed) > 0)",
                            row -> 1,
                            id,
                            secret.getBytes(UTF_8),
                            secret.getBytes(UTF_8)))
                    .isEmpty();
        }
        checking.sweep();
        assertThat(given(employer).get(run).statusCode()).isEqualTo(200);
        agedByADay(id);
        checking.sweep();
        assertThat(given(employer).get(run).statusCode()).isEqualTo(404);
        String other =
                send("list.csv", csv().getBytes(UTF_8)).header("Location").replaceAll(".*(/fitness.*)", "$1");
        assertThat(Entrance.post(employer, "/fitness/check", other + "/drop").statusCode())
                .isEqualTo(303);
        assertThat(given(employer).get(other).statusCode()).isEqualTo(404);
    }

    private void agedByADay(UUID run) {
        try {
            PostgresResource.asOwner(
                    "UPDATE bulk_run SET begun_at = begun_at - interval '23 hours' WHERE id = '" + run + "'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hostileFilesAreRefusedByNameAndNothingIsKept() throws IOException {
        long before = sql.first("SELECT count(*) FROM bulk_run", row -> row.getLong(1))
                .orElseThrow();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        for (byte[] file : List.of(
                bomb.toByteArray(), "no table".getBytes(UTF_8), new byte[] {0, 1, 2}, new byte[] {'P', 'K', 3, 4})) {
            for (String name : List.of("list.xlsx", "list.csv")) {
                Response refused = send(name, file);
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(refused.asString()).contains("role=\"alert\"").doesNotContain("??");
            }
        }
        assertThat(send("list.csv", "姓名,身份证号,资格项目\n".getBytes(UTF_8)).statusCode())
                .as("nobody on it")
                .isEqualTo(422);
        String row = "某,320100199001010010,低压电工作业\n";
        assertThat(send("list.csv", ("姓名,身份证号,资格项目\n" + row.repeat(10_001)).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(413);
        Forms.Sent large = Forms.send(Forms.of(employer), "/fitness/check", "", "list.csv", new byte[33 << 20]);
        assertThat(large.status()).isEqualTo(303);
        assertThat(large.location()).endsWith("/fitness/check?refused=TOO_LARGE");
        assertThat(given(employer).get("/fitness/check?refused=TOO_LARGE").statusCode())
                .isEqualTo(413);
        assertThat(sql.first("SELECT count(*) FROM bulk_run", r -> r.getLong(1)).orElseThrow())
                .isEqualTo(before);
    }
}
