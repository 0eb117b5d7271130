package org.chizheng.authoring;

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
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision.Option;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The findings of a subject as those who keep its bank read and silence them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CheckPageTest {
    private static final String SUBJECT = "checks-page";
    private static final String PAGE = "/bank/" + SUBJECT + "/checks";
    private static final String ITEM = "CKP-01-041";
    private static final String REASON = "两个选项在现场是两种做法";

    @Inject
    Accounting accounting;

    @Inject
    Loading loading;

    @Inject
    Checking checking;

    @Inject
    Sql sql;

    private Path chapter;
    private Path bank;

    /** Stems that are as far apart as their numbers, and one item with two options of which one holds the other. */
    @BeforeEach
    void aBankWithOneFault() throws IOException {
        bank = BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), SUBJECT, "CKP", "manager-general");
        chapter = bank.resolve(SUBJECT).resolve("01-a.yaml");
        options("停止作业并撤离现场");
    }

    private void options(String longer) throws IOException {
        String yaml = Files.readString(chapter);
        int at = yaml.indexOf("  - id: " + ITEM);
        int end = yaml.indexOf("  - id:", at + 1);
        String item = yaml.substring(at, end)
                .replaceFirst("stem: .*", "stem: 闻到燃气味，焊工首先应当（　　）。")
                .replaceFirst("right: .*", "right: 停止作业")
                .replaceFirst("wrong: .*", "wrong: [" + longer + ", 打开电灯, 继续焊完]");
        Files.writeString(chapter, yaml.substring(0, at) + item + yaml.substring(end));
        loading.load(bank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "reviewer", "administrator"})
    void staffOfTheBankSeeTheFindingsInBothLanguages(String role) {
        RequestSpecification door = Entrance.as(role, accounting);
        String zh = given(door).get(PAGE + "?check=OVERLAPPING_OPTIONS").asString();
        assertThat(zh)
                .contains("选项重叠", "停止作业 ⊂ 停止作业并撤离现场", "/bank/items/" + ITEM, "共 1 处，第 1 页，共 1 页")
                .doesNotContain("??");
        String en = given(door).get(PAGE + "?check=OVERLAPPING_OPTIONS&lang=en").asString();
        assertThat(en)
                .contains("Overlapping options", "1 findings, page 1 of 1")
                .doesNotContain("??");
    }

    @Test
    void nearDuplicatesStandSideBySide() {
        RequestSpecification door = Entrance.as("author", accounting);
        String page = given(door).get(PAGE + "?check=NEAR_DUPLICATE").asString();
        String card = page.substring(page.indexOf("<section class=\"card\""), page.indexOf("</section>"));
        assertThat(card).contains("class=\"grid\"", "第01章第1题", "第01章第11题", "86% / 100%");
        assertThat(card.split("href=\"/bank/items/CKP-01-0", -1)).hasSize(3);
        assertThat(page).contains("rel=\"next\" href=\"" + PAGE + "?page=2&amp;check=NEAR_DUPLICATE\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regulator",
                "certificate-officer",
                "centre-manager",
                "invigilator",
                "assessor",
                "employer",
                "candidate",
                "examinee"
            })
    void nobodyElseDoes(String role) {
        RequestSpecification door = Entrance.as(role, accounting);
        Response refused = given(door).get(PAGE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).doesNotContain("停止作业");
        given(door).formParam("reason", REASON).post(PAGE).then().statusCode(403);
    }

    @Test
    void theSubjectsPageLeadsThereAndAnotherSubjectIsNotFound() {
        RequestSpecification door = Entrance.as("author", accounting);
        assertThat(given(door).get("/bank/" + SUBJECT).asString()).contains("href=\"" + PAGE + "\"");
        given(door).get("/bank/no-such-subject/checks").then().statusCode(404);
        for (String odd : List.of("?check=x", "?state=x", "?page=0", "?page=99999", "?page=-1", "?check=%27")) {
            given(door).get(PAGE + odd).then().statusCode(200);
        }
    }

    @Test
    void aFindingIsSilencedWithAReasonAndSpeaksAgainWhenTheTextChanges() throws IOException {
        RequestSpecification door = Entrance.as("reviewer", accounting);
        Response done = silence(door, true, REASON);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith(PAGE + "?page=1&check=OVERLAPPING_OPTIONS");
        assertThat(standing(door)).doesNotContain(ITEM + "</a>");
        String silenced = given(door)
                .get(PAGE + "?check=OVERLAPPING_OPTIONS&state=silenced")
                .asString();
        assertThat(silenced).contains(ITEM, REASON, "放行：");
        assertThat(finding().silenced()).isEqualTo(REASON);
        assertThat(audited()).isNotZero();

        options("停止作业并离开");
        assertThat(standing(door)).contains("停止作业 ⊂ 停止作业并离开");
        options("停止作业并撤离现场");
        assertThat(standing(door)).as("the old text is silenced as it was").doesNotContain(ITEM + "</a>");

        assertThat(silence(door, false, "还是要改一改选项").statusCode()).isEqualTo(303);
        assertThat(standing(door)).contains(ITEM, REASON, "撤销放行：", "还是要改一改选项");
        assertThat(finding().silenced()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "没事。", "长"})
    void aSilenceNeedsAReason(String tooShort) {
        RequestSpecification door = Entrance.as("author", accounting);
        String reason = tooShort.equals("长") ? "长".repeat(201) : tooShort;
        Response refused = silence(door, true, reason);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("“理由”应为 4 至 200 个字", "value=\"" + reason + "\"", "<details class=\"fold\" open>");
        assertThat(standing(door)).contains(ITEM);
    }

    @Test
    void aFindingThatIsGoneCannotBeSilenced() {
        RequestSpecification door = Entrance.as("author", accounting);
        Response refused = post(door, "0".repeat(64), true, REASON, given(door).get(PAGE));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("已经变了");
        assertThat(standing(door)).contains(ITEM);
    }

    @Test
    void aDraftIsCheckedBeforeItHasACode() {
        ItemDraft draft = new ItemDraft(
                "SINGLE",
                "",
                1,
                "闻到燃气味，焊工首先应当（　　）。",
                List.of(
                        new Option("打开电灯", false),
                        new Option("停止作业并撤离现场", false),
                        new Option("停止作业", true),
                        new Option("继续焊完", false)),
                "",
                "",
                null,
                null);
        assertThat(checking.of(SUBJECT, null, draft))
                .extracting(Checking.Finding::check)
                .containsExactly("DUPLICATE", "OVERLAPPING_OPTIONS", "SOURCE_MISSING");
        assertThat(checking.of(SUBJECT, ITEM, draft))
                .as("the draft of the item itself is no duplicate")
                .extracting(Checking.Finding::check)
                .containsExactly("OVERLAPPING_OPTIONS", "SOURCE_MISSING");
        ItemDraft empty = new ItemDraft("MULTIPLE", "", 1, "", List.of(), "", "", null, null);
        assertThat(checking.of(SUBJECT, null, empty))
                .extracting(Checking.Finding::check)
                .contains("OPTION_COUNT");
    }

    @Test
    void theServiceCanAddSilencesButNeverChangeThem() {
        assertThat(sql.first(
                        "SELECT has_table_privilege('chizheng_service', 'item_silence', 'UPDATE')"
                                + " OR has_table_privilege('chizheng_service', 'item_silence', 'DELETE')"
                                + " OR has_table_privilege('chizheng_service', 'law_edition', 'INSERT')",
                        row -> row.getBoolean(1)))
                .contains(false);
    }

    private String standing(RequestSpecification door) {
        return given(door).get(PAGE + "?check=OVERLAPPING_OPTIONS&lang=zh").asString();
    }

    private Checking.Finding finding() {
        ItemDraft draft = new ItemDraft(
                "SINGLE",
                "01",
                1,
                "闻到燃气味，焊工首先应当（　　）。",
                List.of(
                        new Option("停止作业", true),
                        new Option("停止作业并撤离现场", false),
                        new Option("打开电灯", false),
                        new Option("继续焊完", false)),
                "说明",
                "《测试》（2026）第一条",
                null,
                null);
        return checking.of(SUBJECT, ITEM, draft).get(0);
    }

    private int audited() {
        return sql.list(
                        "SELECT 1 FROM audit_entry WHERE act = 'silenced check' AND subject = 'item' AND subject_id ="
                                + " ?",
                        row -> 1,
                        ITEM)
                .size();
    }

    private Response silence(RequestSpecification door, boolean silenced, String reason) {
        Response page =
                given(door).get(PAGE + "?check=OVERLAPPING_OPTIONS&lang=zh" + (silenced ? "" : "&state=silenced"));
        String digest = page.asString().replaceAll("(?s).*name=\"digest\" value=\"([0-9a-f]{64})\".*", "$1");
        return post(door, digest, silenced, reason, page);
    }

    private static Response post(
            RequestSpecification door, String digest, boolean silenced, String reason, Response page) {
        String token = Entrance.token(page);
        return given(door)
                .cookies(page.cookies())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", token)
                .formParam("item", ITEM)
                .formParam("check", "OVERLAPPING_OPTIONS")
                .formParam("digest", digest)
                .formParam("silenced", silenced)
                .formParam("reason", reason)
                .formParam("listed", "OVERLAPPING_OPTIONS")
                .formParam("state", "")
                .formParam("page", "1")
                .post(PAGE);
    }
}
