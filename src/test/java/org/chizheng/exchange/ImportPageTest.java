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
import java.util.List;
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
    Staging staging;

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

    /** A request in chunks says no length; each format's own limit is kept when its file is known. */
    @Test
    void aFileInChunksIsHeldToTheLimitOfItsFormat() throws IOException {
        Forms.Sent gift = Forms.sendInChunks(author, IMPORT + "?lang=zh", "GIFT", "big.gift", new byte[13 << 20]);
        assertThat(gift.status()).isEqualTo(413);
        assertThat(gift.body()).contains("GIFT 文件不超过 12 MB", "multipart/form-data");
        Forms.Sent table = Forms.sendInChunks(author, IMPORT + "?lang=zh", "CSV", "big.csv", new byte[13 << 20]);
        assertThat(table.status()).as("a table may be larger").isEqualTo(422);
    }

    @Test
    void aFormatWithoutAColumnForResultsTellsWhatToDoInsteadAndHasAReport() throws IOException {
        String gift = "问一" + mark + "{=对的 ~错的 ~不对的}\n\n=问二" + mark + "{=对的 =也对 ~错的}\n\n";
        String run =
                Forms.send(author, IMPORT, "", "题.gift", gift.getBytes(UTF_8)).location();
        String page = given(author).get(run + "?lang=zh").asString();
        assertThat(page).contains("这种格式的文件不能加批注", "下载逐题报告（CSV）", "/report").doesNotContain("导入结果”列", "/marked", "??");
        given(author).get(run + "/marked").then().statusCode(404);
        assertThat(given(author).get(begun(HEAD, good("问三")) + "?lang=zh").asString())
                .contains("下载带“导入结果”列的文件", "下载逐题报告（CSV）");
    }

    @Test
    void theReportTellsOfEachItemWhereItStandsAndWhyItIsRefused() throws IOException {
        String gift = "::=1+1::问一" + mark + "{=对的 ~错的 ~不对的}\n\n问二" + mark + "{=对的 =也对 ~错的}\n\n";
        String run =
                Forms.send(author, IMPORT, "", "题.gift", gift.getBytes(UTF_8)).location();
        Response report = given(author).get(run + "/report?lang=zh");
        assertThat(report.header("Content-Disposition")).contains("import-report.csv");
        assertThat(report.header("Content-Type")).startsWith("text/csv");
        String csv = new String(report.asByteArray(), UTF_8);
        assertThat(csv)
                .startsWith("\ufeff位置,")
                .contains("问一" + mark, "问二" + mark, "单选题有多个选项各自全对", "不能导入", "'=1+1")
                .doesNotContain("??");
        given(Forms.of(Entrance.as("author", accounting)))
                .get(run + "/report")
                .then()
                .statusCode(404);
        assertThat(confirm(run, "GOOD", "1").statusCode()).isEqualTo(303);
        assertThat(new String(given(author).get(run + "/report?lang=en").asByteArray(), UTF_8))
                .as("after the import, with the code of the draft")
                .contains("HPP-0", "Refused")
                .doesNotContain("??");
    }

    @Test
    void theLettersOfKeysAreShownAndASkewIsTold() throws IOException {
        String[] rows = new String[41];
        rows[0] = HEAD;
        for (int i = 1; i < rows.length; i++) {
            rows[i] = "单选|01|易|第" + i + "问" + mark + "|甲|乙|丙|A";
        }
        String run = begun(rows);
        assertThat(given(author).get(run + "?lang=zh").asString())
                .contains("答案字母的分布", "有字母明显偏多或偏少", "精确检验")
                .doesNotContain("??");
        assertThat(given(author).get(run + "?lang=en").asString())
                .contains("Letters of the keys", "A letter is clearly favoured or avoided")
                .doesNotContain("??");
        assertThat(given(author).get(begun(HEAD, good("问一")) + "?lang=zh").asString())
                .contains("没有哪个字母明显偏多或偏少");
    }

    @Test
    void theCodesOfAnImportAreListedByFiftiesAndByOutcome() throws IOException {
        String[] rows = new String[61];
        rows[0] = HEAD;
        for (int i = 1; i < rows.length; i++) {
            rows[i] = "单选|" + (i <= 57 ? "01" : "") + "|易|第" + i + "问" + mark + "|甲|乙|丙|A";
        }
        String run = begun(rows);
        assertThat(confirm(run, "ALL", "60").statusCode()).isEqualTo(303);
        Response first = given(author).get(run + "?lang=zh");
        assertThat(codes(first)).hasSize(50);
        assertThat(first.asString()).contains("已导入，新建 60 道草稿", "第 1 页，共 2 页", "rel=\"next\"");
        Response second = given(author).get(run + "?lang=zh&page=2");
        assertThat(codes(second)).hasSize(10).doesNotContainAnyElementsOf(codes(first));
        assertThat(second.asString()).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(codes(given(author).get(run + "?lang=zh&outcome=CHANGED"))).hasSize(3);
        assertThat(codes(given(author).get(run + "?lang=zh&outcome=OK&page=2"))).hasSize(7);
        given(author).get("/bank/items/" + codes(first).get(0)).then().statusCode(200);
    }

    /** That lead to their items, as links that the keyboard reaches. */
    private static List<String> codes(Response page) {
        return page.htmlPath()
                .getList("**.findAll { it.name() == 'a' && it.@href.toString().startsWith('/bank/items/') }*.text()");
    }

    @Test
    void anAdministratorWhoIsNoAuthorProposesNoNationalItems() throws IOException {
        RequestSpecification administrator = Forms.of(Entrance.as("administrator", accounting));
        byte[] file = Files.readAllBytes(Books.of(HEAD + "|级别", good("问一") + "|国家级"));
        String run = Forms.send(administrator, IMPORT, "", "题.xlsx", file).location();
        assertThat(given(administrator).get(run + "?lang=zh").asString()).contains("已改为省级：只有命题员可以提出国家级试题", "省级题库");
        assertThat(given(administrator).get(run + "?lang=en").asString())
                .contains("only authors may propose national items");
        String own = begun(HEAD + "|级别", good("问二") + "|国家级");
        assertThat(given(author).get(own + "?lang=en").asString())
                .contains("National bank")
                .doesNotContain("only authors may propose");
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
        staging.dropOlderThan(Duration.ofDays(1));
        assertThat(kept(run)).isEqualTo(2);
        staging.dropOlderThan(Duration.ZERO);
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
