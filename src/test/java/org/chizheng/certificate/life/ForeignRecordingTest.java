package org.chizheng.certificate.life;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.fitness.Fitness;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.workforce.Founding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Certificates of other authorities, from files. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ForeignRecordingTest {
    private static final String HEIGHT = "operator-scaffolding";
    private static final String HEAD = "姓名,证件号码,资格项目,主管部门,发证机关,证书编号,有效期起,有效期止\n";

    @Inject
    Workplace workplace;

    @Inject
    Founding founding;

    @Inject
    ForeignCertificates foreign;

    @Inject
    Fitness fitness;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private Someone holder;
    private RequestSpecification officer;
    private LocalDate today;

    @BeforeEach
    void aHolderAndAnOfficer() {
        holder = workplace.someone();
        officer = Entrance.within("3204", Roles.CERTIFICATE_OFFICER, accounting);
        today = clock.today();
    }

    private String row(String number) {
        return String.join(
                        ",",
                        holder.name(),
                        holder.idNumber(),
                        HEIGHT,
                        "住房和城乡建设",
                        "测试省住建厅",
                        number,
                        today.minusYears(1).toString(),
                        today.plusYears(1).toString())
                + "\n";
    }

    private Response send(RequestSpecification door, String name, byte[] file) {
        Response shown = given(door).get("/desk");
        String token = Entrance.token(shown);
        return given(door)
                .cookies(shown.cookies())
                .redirects()
                .follow(false)
                .multiPart("csrf-token", token)
                .multiPart("file", name, file)
                .post("/certificates/foreign/import?lang=zh");
    }

    private int stored() {
        return sql.list("SELECT 1 FROM foreign_certificate", row -> 1).size();
    }

    @Test
    void aGoodFileIsRecordedOnceWithItsNumberSealedAndShownAsNotOurs() {
        String number = "JS-" + UUID.randomUUID();
        byte[] file = (HEAD + row(number)).getBytes(UTF_8);
        assertThat(send(officer, "list.csv", file).asString()).contains("新登记 1 张，此前已登记 0 张");
        assertThat(send(officer, "list.csv", file).asString()).contains("新登记 0 张，此前已登记 1 张");
        ForeignCertificate kept = foreign.ofPerson(holder.id()).get(0);
        assertThat(kept.issuer()).isEqualTo("测试省住建厅");
        assertThat(kept.fileDigest()).hasSize(64);
        assertThat(sql.list(
                        "SELECT 1 FROM foreign_certificate WHERE position(?::bytea IN number_sealed) > 0",
                        row -> 1,
                        (Object) number.getBytes(UTF_8)))
                .as("nothing in clear")
                .isEmpty();
        String page = given(officer).get("/certificates/foreign?lang=zh").asString();
        assertThat(page).contains("外部登记", "测试省住建厅", "不担保其真伪").doesNotContain(number, "??");
        assertThat(given(Entrance.within("3203", Roles.CERTIFICATE_OFFICER, accounting))
                        .get("/certificates/foreign?lang=zh")
                        .asString())
                .as("another region's")
                .doesNotContain("测试省住建厅");
    }

    @Test
    void chineseSpreadsheetsAreReadAsTheyAre() throws IOException {
        assertThat(send(officer, "list.csv", (HEAD + row("A" + UUID.randomUUID())).getBytes(Charset.forName("GB18030")))
                        .statusCode())
                .isEqualTo(200);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            String[] lines = (HEAD + row("B" + UUID.randomUUID())).split("\n");
            var sheet = book.createSheet();
            for (int i = 0; i < lines.length; i++) {
                XSSFRow cells = sheet.createRow(i);
                String[] texts = lines[i].split(",");
                for (int j = 0; j < texts.length; j++) {
                    cells.createCell(j).setCellValue(texts[j]);
                }
            }
            book.write(out);
        }
        assertThat(send(officer, "list.xlsx", out.toByteArray()).statusCode()).isEqualTo(200);
        assertThat(foreign.ofPerson(holder.id())).hasSize(2);
    }

    @Test
    void oneWrongRowKeepsAllOthersOutAndEachIsToldByItsNumberAndColumn() {
        int before = stored();
        long people = people();
        String other = "陌生人,320100199001010018x,nothing,nobody,,,2026-13-01,2026-01-01\n";
        String badName = row("N1").replace(holder.name(), "别的名字");
        Response refused = send(officer, "list.csv", (HEAD + row("N0") + other + badName).getBytes(UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("第 3 行", "“证件号码”不正确", "“资格项目”不在目录中", "“主管部门”不认识", "“有效期起”不是日期", "第 4 行", "“姓名”不正确")
                .doesNotContain("第 2 行", "??");
        assertThat(stored()).isEqualTo(before);
        assertThat(people()).isEqualTo(people);
    }

    private long people() {
        return sql.first("SELECT count(*) FROM person", row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void filesThatAreNoTablesAreRefusedByName() {
        for (byte[] file : List.of(
                "no table".getBytes(UTF_8), HEAD.getBytes(UTF_8), new byte[] {0, 1, 2}, new byte[] {'P', 'K', 3, 4})) {
            assertThat(send(officer, "list.csv", file).statusCode()).isEqualTo(422);
            assertThat(send(officer, "list.xlsx", file).statusCode()).isEqualTo(422);
        }
        assertThat(send(officer, "list.csv", (HEAD + "=1+1" + row("F").substring(2)).getBytes(UTF_8))
                        .statusCode())
                .as("a formula")
                .isEqualTo(422);
        assertThat(send(Entrance.as(Roles.REGULATOR, accounting), "list.csv", HEAD.getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void itCoversPostsOfItsOwnDepartmentOnlyAndOnlyWhereTheDataSaysSo() throws SQLException {
        UUID enterprise = workplace.enterprise("320324");
        UUID own = founding.post(enterprise, "建筑岗位", HEIGHT, "HOUSING", today.minusYears(3));
        UUID ours = founding.post(enterprise, "应急岗位", HEIGHT, today.minusYears(3));
        workplace.appoint(own, holder, today.minusYears(2));
        workplace.appoint(ours, holder, today.minusYears(2));
        send(officer, "list.csv", (HEAD + row("C" + UUID.randomUUID())).getBytes(UTF_8));
        assertThat(covered(enterprise)).as("no rule says so").isEmpty();
        PostgresResource.asOwner(
                "INSERT INTO foreign_acceptance (department, qualification, in_force_from, mark, source) VALUES ('HOUSING', '%s', '2020-01-01', 'UNCERTAIN', 'test')"
                        .formatted(HEIGHT));
        try {
            assertThat(covered(enterprise)).containsExactly("建筑岗位");
        } finally {
            PostgresResource.asOwner("DELETE FROM foreign_acceptance WHERE source = 'test'");
        }
    }

    private List<String> covered(UUID enterprise) {
        return fitness.ofEnterprise(enterprise, today, clock.now()).stream()
                .filter(Fitness.OnPost::covered)
                .map(Fitness.OnPost::post)
                .toList();
    }
}
