package org.chizheng.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.authoring.BankDoor.Written;
import org.chizheng.bank.Loading;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The pages on which items are written, reviewed and acted on in numbers. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuthoringPagesTest {
    @Inject
    Accounting accounting;

    @Inject
    Loading loading;

    @Inject
    Sql sql;

    private BankDoor author;
    private BankDoor reviewer;

    @BeforeEach
    void aBankAndItsStaff() throws IOException {
        loading.load(BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), "pages", "PAG", "manager-general"));
        author = new BankDoor(accounting, "author");
        reviewer = new BankDoor(accounting, "reviewer");
    }

    @Test
    void eachPageSpeaksBothLanguages() {
        String code = written("双语页面");
        author.post("/bank/items/" + code + "/life/submit", "version", "1");
        for (String page : List.of(
                "/bank", "/bank/work", "/bank/pages", "/bank/items/" + code, "/bank/items/" + code + "/review")) {
            for (BankDoor door : List.of(author, reviewer)) {
                for (String lang : List.of("zh", "en")) {
                    Response shown = door.get(page + "?lang=" + lang);
                    assertThat(shown.statusCode()).as(page).isEqualTo(200);
                    assertThat(shown.asString()).as(page).doesNotContain("??", "NOT_FOUND");
                }
            }
        }
        for (String page : List.of("/bank/pages/new", "/bank/items/PAG-01-081/draft", "/bank/items/PAG-01-001/draft")) {
            for (String lang : List.of("zh", "en")) {
                Response shown = author.get(page + "?lang=" + lang);
                assertThat(shown.statusCode()).as(page).isEqualTo(200);
                assertThat(shown.asString()).as(page).doesNotContain("??", "NOT_FOUND");
            }
        }
    }

    @Test
    void rolesThatDoNotWriteOrReviewAreKeptOut() {
        String code = written("角色");
        assertThat(reviewer.write("/bank/pages/new", Written.single("x", 0)).statusCode())
                .isEqualTo(403);
        assertThat(reviewer.write("/bank/items/" + code + "/draft", Written.single("x", 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(reviewer.post("/bank/items/" + code + "/life/submit", "version", "1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(author.post("/bank/items/" + code + "/review/approve", "version", "1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(author.post("/bank/items/" + code + "/life/retire", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new BankDoor(accounting, "regulator")
                        .get("/bank/items/" + code + "/review")
                        .statusCode())
                .isEqualTo(403);
        assertThat(author.get("/bank/items/PAG-99-999/draft").statusCode()).isEqualTo(404);
        assertThat(author.get("/bank/none/new").statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesLateIsToldAndKeepsWhatWasTyped() {
        String code = written("两人同改");
        BankDoor other = new BankDoor(accounting, "author");
        assertThat(other.write("/bank/items/" + code + "/draft", Written.single("另一人先存", 1))
                        .statusCode())
                .isEqualTo(303);
        Response late = author.write("/bank/items/" + code + "/draft", Written.single("我后来存", 1));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains("我后来存", other.name, "name=\"version\" value=\"2\"");
        assertThat(stem(code)).isEqualTo("另一人先存");
        assertThat(author.write("/bank/items/" + code + "/draft", Written.single("我后来存", 2))
                        .statusCode())
                .isEqualTo(303);
        assertThat(stem(code)).isEqualTo("我后来存");
    }

    @Test
    void badInputIsRefusedWithTheWordsKept() {
        for (Written bad : List.of(
                Written.single("保留这些字", 0).with("type", "OTHER"),
                Written.single("保留这些字", 0).with("difficulty", "9"),
                Written.single("保留这些字", 0).with("level", "x"),
                Written.single("保留这些字", 0).with("explanation", "长".repeat(1001)))) {
            Response refused = author.write("/bank/pages/new", bad);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.asString()).contains("保留这些字");
        }
        String code = written("控制\u0000字符\u0007");
        assertThat(stem(code)).isEqualTo("控制字符");
    }

    @Test
    void hostileFiguresAreRefusedAndTheWordsKept() {
        for (byte[] hostile : List.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>alert(1)</script></svg>"
                        .getBytes(UTF_8),
                "<html><script>alert(1)</script></html>".getBytes(UTF_8),
                "GIF89a".getBytes(UTF_8),
                new byte[300])) {
            Response refused =
                    author.write("/bank/pages/new", Written.single("配图题", 0).with(hostile));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.asString()).contains("配图题").doesNotContain("alert(1)");
        }
    }

    @Test
    void anUploadedFigureIsWrittenAnewAndShownInThePreview() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        png.write("<script>alert(1)</script>".getBytes(UTF_8));
        Response made = author.write(
                "/bank/pages/new",
                Written.single("看图", 0).with("figureAlt", "一张黑图").with(png.toByteArray()));
        assertThat(made.statusCode()).isEqualTo(303);
        String page = author.page(made.header("Location").replaceAll("https?://[^/]+", ""));
        String figure = page.replaceAll("(?s).*src=\"(/bank/figures/[0-9a-f]{64})\".*", "$1");
        assertThat(page).contains("alt=\"一张黑图\"", "width=\"40\"");
        assertThat(author.get(figure).header("Content-Type")).isEqualTo("image/png");
        assertThat(author.page(figure)).doesNotContain("script");
    }

    @Test
    void rowsComeAndGoWithoutAScript() {
        String grown = author.write("/bank/pages/new", Written.single("加行", 0).with("act", "add"))
                .asString();
        assertThat(grown.split("name=\"option\"", -1)).hasSize(6);
        assertThat(grown).contains("加行", "减速作业");
        String shrunk = author.write("/bank/pages/new", Written.single("减行", 0).with("act", "remove-0"))
                .asString();
        assertThat(shrunk).doesNotContain("立即停机").contains("继续作业");
        String preview = author.write(
                        "/bank/pages/new", Written.single("先看看", 0).with("act", "preview"))
                .asString();
        assertThat(preview.substring(preview.indexOf("id=\"preview\""))).contains("先看看", "立即停机");
        assertThat(sql.list("SELECT 1 FROM item_draft WHERE stem IN ('加行', '减行', '先看看')", row -> 1))
                .isEmpty();
    }

    @Test
    void actsOnManyItemsAreDoneOneByOneAndEachIsTold() {
        String first = written("批量一");
        String second = written("批量二");
        String lacking = written("批量缺解析", "explanation", "");
        Response submitted = author.post(
                "/bank/pages/acts?lang=zh",
                "act",
                "submit",
                "item",
                first + ".1",
                "item",
                second + ".1",
                "item",
                lacking + ".1",
                "item",
                "PAG-01-001.0",
                "back",
                "?page=1&state=DRAFT");
        assertThat(submitted.statusCode()).isEqualTo(200);
        assertThat(submitted.asString()).contains("共 4 题，完成 2 题", "缺少解析", "没有草稿", "/bank/pages?page=1&amp;state=DRAFT");
        author.post("/bank/items/" + second + "/life/withdraw");
        assertThat(reviewer.post("/bank/pages/acts", "act", "approve", "item", first + ".2", "item", second + ".2")
                        .asString())
                .contains("共 2 题，完成 1 题");
        assertThat(reviewer.post("/bank/pages/acts", "act", "retire", "item", first + ".0", "reason", "不用了")
                        .asString())
                .contains("共 1 题，完成 1 题");
        assertThat(author.post("/bank/pages/acts", "act", "approve", "item", second + ".3")
                        .asString())
                .contains("您的角色不能这样做");
        assertThat(reviewer.post("/bank/pages/acts", "act", "approve").statusCode())
                .isEqualTo(400);
        assertThat(reviewer.post("/bank/pages/acts", "act", "burn", "item", first + ".0")
                        .statusCode())
                .isEqualTo(400);
        String[] many = new String[2 + 2 * 101];
        many[0] = "act";
        many[1] = "retire";
        for (int i = 0; i < 101; i++) {
            many[2 + 2 * i] = "item";
            many[3 + 2 * i] = "PAG-01-" + i;
        }
        assertThat(reviewer.post("/bank/pages/acts", many).statusCode()).isEqualTo(400);
    }

    @Test
    void levelAndPracticeAreSetByAReviewerAndPublishedStaysPublished() {
        Response set =
                reviewer.post("/bank/pages/acts", "act", "national", "item", "PAG-02-001.0", "item", "PAG-02-002.0");
        assertThat(set.asString()).contains("共 2 题，完成 2 题");
        assertThat(reviewer.page("/bank/pages?level=NATIONAL")).contains("PAG-02-001", "PAG-02-002");
        reviewer.post("/bank/pages/acts", "act", "practice", "item", "PAG-02-003.0");
        assertThat(reviewer.page("/bank/pages?practice=true")).contains("PAG-02-003");
        assertThat(author.page("/bank/items/PAG-02-003/draft?lang=zh")).contains("不能收回", "disabled");
        Written revised = Written.single("练习题修订", 0).with("chapter", "02");
        assertThat(author.write("/bank/items/PAG-02-003/draft", revised).statusCode())
                .isEqualTo(303);
        author.post("/bank/items/PAG-02-003/life/submit", "version", "1");
        reviewer.post("/bank/items/PAG-02-003/review/approve", "version", "2");
        assertThat(sql.first("SELECT practice FROM item WHERE code = 'PAG-02-003'", row -> row.getBoolean(1)))
                .contains(true);
    }

    private String written(String stem) {
        return written(stem, "difficulty", "2");
    }

    private String written(String stem, String field, String value) {
        Response made = author.write("/bank/pages/new", Written.single(stem, 0).with(field, value));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        return made.header("Location").replaceAll(".*/items/([^/]+)/draft.*", "$1");
    }

    private String stem(String code) {
        return sql.first("SELECT stem FROM item_draft WHERE item = ?", row -> row.getString(1), code)
                .orElseThrow();
    }
}
