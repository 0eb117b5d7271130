package org.chizheng.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.BankFixture;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.bank.Loading;
import org.chizheng.common.Sql;
import org.chizheng.exchange.sheet.Books;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An author brings a file: sees what would come, mends it, confirms or gives up. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportPageTest {
    private static final String IMPORT = "/bank/hazchem-production-principal/import";
    private static final String HEAD = "题型|章节|难度|题干|选项A|选项B|选项C|答案";

    @Inject
    Accounting accounting;

    @Inject
    Loading loading;

    @Inject
    Importing importing;

    @Inject
    Sql sql;

    private RequestSpecification author;
    private String mark;

    @BeforeEach
    void aBankAndAnAuthor() throws IOException {
        loading.load(BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank")));
        author = Forms.of(Entrance.as("author", accounting));
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    private Forms.Sent upload(Path file, String name) throws IOException {
        return Forms.send(author, IMPORT + "?lang=zh", "", name, Files.readAllBytes(file));
    }

    private String begun(String... rows) throws IOException {
        Forms.Sent answer = upload(Books.of(rows), "试题.xlsx");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.location();
    }

    private String good(String stem) {
        return "单选|01|易|" + stem + mark + "|甲|乙|丙|B";
    }

    private long drafts() {
        return sql.first("SELECT count(*) FROM item", row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void aFileIsLookedAtAndNothingIsWrittenIntoTheBank() throws IOException {
        long before = drafts();
        String run =
                begun(HEAD, good("问一"), "单选|09|易|问二" + mark + "|甲|乙|丙|D", "单选|其他|易|问三" + mark + "|甲|乙|丙|A", good("问一"));
        String zh = given(author).get(run + "?lang=zh").asString();
        assertThat(zh)
                .contains("试题.xlsx", "还没有导入任何试题", "答案 D 没有对应的选项", "本科目没有章节“其他”", "与文件中第 题!2 行题干和选项相同", "只导入没有问题的 2 题")
                .doesNotContain("导入全部", "??");
        assertThat(given(author).get(run + "?lang=en").asString())
                .contains("Nothing has been imported yet", "There is no option D", "Import only the 2 good items")
                .doesNotContain("??");
        assertThat(given(author).get(run + "?lang=zh&outcome=REFUSED").asString())
                .contains("答案 D 没有对应的选项")
                .doesNotContain("问三" + mark);
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void anItemThatTheBankHasIsRefusedByStemAndOptions() throws IOException {
        String run = begun("题型|题干|选项A|选项B|选项C|选项D|答案", "单选|第02章第50题|丙|乙|甲|对|D", "单选|第02章第50题|丙|乙|甲|错" + mark + "|D");
        String page = given(author).get(run + "?lang=zh").asString();
        assertThat(page).contains("与题库中的 HPP-02-050 题干和选项相同", "只导入没有问题的 1 题");
    }

    @Test
    void aCodeOfTheBankIsMendedOnItsOwnPage() throws IOException {
        String run = begun("编号|题干|答案", "HPP-01-001|改写过的题" + mark + "|对", "7|另一题" + mark + "|对");
        assertThat(given(author).get(run + "?lang=zh").asString()).contains("题库里已有编号 HPP-01-001", "只导入没有问题的 1 题");
    }

    @Test
    void theFileComesBackWithWhatIsWrongAndComesInAgain() throws IOException {
        String run = begun(HEAD, good("问一"), "单选|01|易|问二" + mark + "|甲|乙|丙|");
        Response marked = given(author).get(run + "/marked?lang=zh");
        assertThat(marked.header("Content-Disposition")).contains("import-result.xlsx");
        assertThat(marked.header("Cache-Control")).isEqualTo("no-store");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(marked.asByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(8).getStringCellValue())
                    .isEqualTo("导入结果");
            assertThat(book.getSheetAt(0).getRow(1).getCell(8).getStringCellValue())
                    .isEqualTo("可导入");
            assertThat(book.getSheetAt(0).getRow(2).getCell(8).getStringCellValue())
                    .isEqualTo("不能导入: 没有答案");
            book.getSheetAt(0).getRow(2).createCell(7).setCellValue("A");
            Path mended = Files.createTempFile(Path.of("target"), "mended", ".xlsx");
            try (var out = Files.newOutputStream(mended)) {
                book.write(out);
            }
            String again = upload(mended, "mended.xlsx").location();
            assertThat(given(author).get(again + "?lang=zh").asString()).contains("导入全部 2 题");
        }
        assertThat(given(author).get(run + "?lang=zh").asString()).contains("这次导入没有进行");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theTemplateIsReadAsItIsGiven(String lang) throws IOException {
        Response template = given(author).get(IMPORT + "/template?words=" + lang);
        Path file = Files.createTempFile(Path.of("target"), "template", ".xlsx");
        Files.write(file, template.asByteArray());
        String run = upload(file, "template.xlsx").location();
        assertThat(given(author).get(run + "?lang=zh").asString()).contains("导入全部 3 题", "可导入");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedOnThePageWithItsReason() throws IOException {
        Path csv = Files.createTempFile(Path.of("target"), "no-head", ".csv");
        Files.writeString(csv, "甲,乙\n1,2\n", UTF_8);
        Forms.Sent refused = upload(csv, "无表头.csv");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("文件“无表头.csv”无法读取：没有找到表头", "multipart/form-data")
                .doesNotContain("??");
        assertThat(upload(csv, "题.docx").body()).contains("看不出是哪种格式");
        assertThat(upload(csv, "题.xlsx").body()).contains("内容不是 .xlsx 工作簿");
        assertThat(given(author)
                        .multiPart("format", "")
                        .post(IMPORT + "?lang=en")
                        .asString())
                .contains("Choose a file.");
    }

    @Test
    void aFileThatIsTooLargeIsToldOnThePage() throws IOException {
        Forms.Sent answer = Forms.send(author, IMPORT, "", "big.csv", new byte[34 << 20]);
        assertThat(answer.status()).isEqualTo(303);
        Response page = given(author).get(answer.location() + "&lang=zh");
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.asString()).contains("文件超过 32 MB，没有接收", "multipart/form-data");
    }

    /** By hand, since a client that is answered while it sends gives up in its own way. */
    @Test
    void otherDoorsTakeNoMoreThanBefore() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "POST /bank/hazchem-production-principal/export HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                            + (13 << 20) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void nothingIsImportedWhileSomeAreRefusedUnlessTheOthersAreAskedFor() throws IOException {
        String run = begun(HEAD, good("问一"), "单选|01|易|问二" + mark + "|甲|乙|丙|");
        Response all = confirm(run, "ALL", "1");
        assertThat(all.statusCode()).isEqualTo(409);
        assertThat(all.asString()).contains("一题也没有导入");
        assertThat(confirm(run, "GOOD", "2").statusCode())
                .as("another number than was shown")
                .isEqualTo(409);
        assertThat(given(author).get(run + "?lang=zh").asString()).contains("还没有导入任何试题");
    }

    @Test
    void whatIsGivenUpIsGone() throws IOException {
        String run = begun(HEAD, good("问一"));
        given(author).redirects().follow(false).post(run + "/drop").then().statusCode(303);
        assertThat(kept(run)).isZero();
        given(author).get(run + "/marked").then().statusCode(404);
        assertThat(confirm(run, "ALL", "1").statusCode()).isEqualTo(303);
        assertThat(given(author).get(run + "?lang=zh").asString()).contains("这次导入没有进行");
    }

    @Test
    void whatNobodyConfirmsForADayIsGone() throws IOException {
        String run = begun(HEAD, good("问一"));
        importing.dropOlderThan(Duration.ofDays(1));
        assertThat(kept(run)).isEqualTo(2);
        importing.dropOlderThan(Duration.ZERO);
        assertThat(kept(run)).isZero();
    }

    private long kept(String run) {
        UUID id = UUID.fromString(run.replaceAll(".*/", ""));
        return sql.first(
                        "SELECT (SELECT count(*) FROM import_file WHERE run = ?) + (SELECT count(*) FROM import_item WHERE run = ?)",
                        row -> row.getLong(1),
                        id,
                        id)
                .orElseThrow();
    }

    @Test
    void anotherAuthorDoesNotSeeItAndAnAdministratorMayOnlyLook() throws IOException {
        String run = begun(HEAD, good("问一"));
        given(Forms.of(Entrance.as("author", accounting))).get(run).then().statusCode(404);
        RequestSpecification administrator = Forms.of(Entrance.as("administrator", accounting));
        assertThat(given(administrator).get(run + "?lang=zh").asString())
                .contains("问一" + mark)
                .doesNotContain("导入全部 1 题");
        given(administrator).post(run + "/confirm").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "regulator", "candidate", "centre-manager"})
    void whoeverMayNotWriteItemsIsRefused(String role) throws IOException {
        RequestSpecification door = Forms.of(Entrance.as(role, accounting));
        given(door).get(IMPORT).then().statusCode(403);
        given(door)
                .multiPart("file", "x.csv", new byte[] {1})
                .post(IMPORT)
                .then()
                .statusCode(403);
        String run = begun(HEAD, good("问一"));
        given(door).post(run + "/confirm").then().statusCode(403);
    }

    private Response confirm(String run, String which, String items) {
        return given(author)
                .redirects()
                .follow(false)
                .formParam("which", which)
                .formParam("items", items)
                .post(run + "/confirm?lang=zh");
    }
}
