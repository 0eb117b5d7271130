package org.chizheng.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.authoring.BankDoor.Written;
import org.chizheng.bank.Items;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision;
import org.chizheng.bank.Subjects;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** How an item comes into the bank, is changed, and leaves it, by the public doors. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ItemLifeStoryTest {
    private static final String SUBJECT = "life";

    @Inject
    Accounting accounting;

    @Inject
    Loading loading;

    @Inject
    Items items;

    @Inject
    Subjects subjects;

    @Inject
    Sql sql;

    private Path bank;
    private BankDoor author;
    private BankDoor reviewer;

    @BeforeEach
    void aBankAndItsStaff() throws IOException {
        bank = BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), SUBJECT, "LIF", "manager-general");
        loading.load(bank);
        author = new BankDoor(accounting, "author");
        reviewer = new BankDoor(accounting, "reviewer");
    }

    @Test
    void anItemIsWrittenReviewedAndApprovedAndOnlyThenDrawn() {
        int before = items.current(SUBJECT).size();
        int counted = subjects.find(SUBJECT).orElseThrow().items();
        String code = written("限位器失灵时怎么办");
        assertThat(code).matches("LIF-01-\\d{3,}");
        assertThat(items.current(SUBJECT)).hasSize(before);
        assertThat(subjects.find(SUBJECT).orElseThrow().items()).isEqualTo(counted);
        assertThat(author.page("/bank/items/" + code + "?lang=zh")).contains("草稿", "还没有审定", "限位器失灵时怎么办");
        assertThat(reviewer.post("/bank/items/" + code + "/review/approve", "version", "1")
                        .statusCode())
                .isEqualTo(409);
        submit(code, 1);
        assertThat(reviewer.page("/bank/work?lang=zh")).contains(code);
        approve(code, 2);
        assertThat(items.current(SUBJECT)).hasSize(before + 1).anySatisfy(revision -> {
            assertThat(revision.item()).isEqualTo(code);
            assertThat(revision.options())
                    .containsExactly(
                            new Revision.Option("立即停机", true),
                            new Revision.Option("继续作业", false),
                            new Revision.Option("减速作业", false));
        });
        assertThat(subjects.find(SUBJECT).orElseThrow().items()).isEqualTo(counted + 1);
        assertThat(column("author", code)).containsExactly(author.principal);
        assertThat(column("approved_by", code)).containsExactly(reviewer.principal);
        assertThat(events(code)).containsExactly("CREATE", "SUBMIT", "APPROVE");
        assertThat(sql.list(
                        "SELECT actor || ' ' || act FROM audit_entry WHERE subject = 'item' AND subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        code))
                .containsExactly(
                        author.principal + " create", author.principal + " submit", reviewer.principal + " approve");
        assertThat(author.page("/bank/items/" + code))
                .contains(">" + author.name + "<", ">" + reviewer.name + "<")
                .doesNotContain("account:");
    }

    @Test
    void anApprovedItemStaysInUseWhileItIsRevised() {
        String code = approved("先停电后验电");
        save(code, Written.single("先断电再验电", 0));
        assertThat(current(code)).isEqualTo("先停电后验电");
        assertThat(author.page("/bank/life?lang=zh&state=DRAFT")).contains(code, "有修改草稿");
        submit(code, 1);
        String review = reviewer.page("/bank/items/" + code + "/review?lang=zh");
        assertThat(review).contains("<del>停电后</del><ins>断电再</ins>", "与第 1 版对照").doesNotContain("??");
        approve(code, 2);
        assertThat(current(code)).isEqualTo("先断电再验电");
        assertThat(column("stem", code)).containsExactly("先停电后验电", "先断电再验电");
    }

    @Test
    void nobodyApprovesWordsOfHisOwn() {
        BankDoor both = new BankDoor(accounting, "author", "reviewer");
        String code = written("题干由两人写成");
        assertThat(both.write("/bank/items/" + code + "/draft", Written.single("题干由两人写成，再改", 1))
                        .statusCode())
                .isEqualTo(303);
        submit(code, 2);
        Response refused = both.post("/bank/items/" + code + "/review/approve", "version", "3");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(both.page("/bank/items/" + code + "/review?lang=zh"))
                .contains("须由另一位审题人审定")
                .doesNotContain("review/approve");
        assertThat(items.current(SUBJECT)).noneMatch(revision -> revision.item().equals(code));
        approve(code, 3);
    }

    @Test
    void theDatabaseRefusesAnApproverWithWordsOfHisOwnToo() {
        String code = approved("四眼原则");
        assertThatThrownBy(() -> PostgresResource.asOwner(
                        "UPDATE item_revision SET approved_by = author WHERE item = '" + code + "'"))
                .hasMessageContaining("item_revision_four_eyes");
        assertThatThrownBy(() -> PostgresResource.asOwner(
                        "UPDATE item_revision SET author = NULL, editors = '{}' WHERE item = '" + code + "'"))
                .hasMessageContaining("item_revision_four_eyes");
    }

    @Test
    void aDraftIsReturnedWithAReasonWithdrawnAndDiscarded() {
        String code = written("退回一次");
        submit(code, 1);
        assertThat(reviewer.post("/bank/items/" + code + "/review/return", "version", "2", "reason", " ")
                        .statusCode())
                .isEqualTo(400);
        assertThat(reviewer.post("/bank/items/" + code + "/review/return", "version", "2", "reason", "依据写清条款")
                        .statusCode())
                .isEqualTo(303);
        assertThat(author.page("/bank/items/" + code + "/draft?lang=zh")).contains("依据写清条款", "退回");
        submit(code, 3);
        BankDoor other = new BankDoor(accounting, "author");
        assertThat(other.post("/bank/items/" + code + "/life/withdraw").statusCode())
                .isEqualTo(409);
        assertThat(author.post("/bank/items/" + code + "/life/withdraw").statusCode())
                .isEqualTo(303);
        assertThat(author.post("/bank/items/" + code + "/life/discard", "version", "5")
                        .statusCode())
                .isEqualTo(303);
        assertThat(author.page("/bank/items/" + code + "?lang=zh")).contains("草稿已放弃", "依据写清条款");
        assertThat(author.page("/bank/life?q=" + code)).doesNotContain("/bank/items/" + code);
        assertThat(written("下一题")).isGreaterThan(code);
    }

    @Test
    void aRetiredItemIsNeverDrawnUntilItIsTakenBack() {
        String code = approved("要停用的题");
        assertThat(reviewer.post("/bank/items/" + code + "/life/retire", "reason", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(reviewer.post("/bank/items/" + code + "/life/retire", "reason", "法规已废止")
                        .statusCode())
                .isEqualTo(303);
        assertThat(items.current(SUBJECT)).noneMatch(revision -> revision.item().equals(code));
        assertThat(items.forPractice(SUBJECT))
                .noneMatch(revision -> revision.item().equals(code));
        assertThat(author.get("/bank/items/" + code + "/draft").statusCode()).isEqualTo(409);
        assertThat(reviewer.post("/bank/items/" + code + "/life/take-back").statusCode())
                .isEqualTo(303);
        assertThat(current(code)).isEqualTo("要停用的题");
    }

    @Test
    void anIncompleteOrUnchangedDraftIsNotSubmitted() {
        String code = written("缺依据", "source", "");
        Response refused = author.post("/bank/items/" + code + "/life/submit", "version", "1");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(author.page("/bank/items/" + code + "/draft?lang=zh")).contains("缺少依据");
        String same = approved("没有改动");
        save(same, Written.single("没有改动", 0));
        assertThat(author.post("/bank/items/" + same + "/life/submit", "version", "1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theLoaderLeavesAloneWhatPeopleActedOn() throws IOException {
        String born = approved("作者写的题");
        String code = "LIF-01-001";
        save(code, Written.single("作者改过的题", 0).with("chapter", "01"));
        submit(code, 1);
        approve(code, 2);
        assertThat(reviewer.post("/bank/items/LIF-01-002/life/retire", "reason", "测试")
                        .statusCode())
                .isEqualTo(303);
        Path chapter = bank.resolve(SUBJECT).resolve("01-a.yaml");
        Files.writeString(chapter, Files.readString(chapter).replace("第01章第1题\n", "文件里又改了\n"));
        Loading.LoadReport report = loading.load(bank);
        assertThat(report.newRevisions() + report.retired() + report.returned()).isZero();
        assertThat(current(code)).isEqualTo("作者改过的题");
        assertThat(current(born)).isEqualTo("作者写的题");
        assertThat(items.current(SUBJECT)).noneMatch(revision -> revision.item().equals("LIF-01-002"));
        assertThat(reviewer.post("/bank/items/LIF-01-002/life/take-back").statusCode())
                .isEqualTo(303);
    }

    @Test
    void theWordsOfADraftAreFoundAndForgottenWithIt() {
        String code = written("锅炉水位计模糊");
        assertThat(author.page("/bank/life?q=水位计")).contains(code);
        save(code, Written.single("压力表超期", 1));
        assertThat(author.page("/bank/life?q=水位计")).doesNotContain(code);
        assertThat(author.page("/bank/life?q=压力表")).contains(code);
        author.post("/bank/items/" + code + "/life/discard", "version", "2");
        assertThat(author.page("/bank/life?q=压力表")).doesNotContain(code);
    }

    private String written(String stem) {
        return written(stem, "difficulty", "2");
    }

    private String written(String stem, String field, String value) {
        Response made = author.write("/bank/life/new", Written.single(stem, 0).with(field, value));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        return made.header("Location").replaceAll(".*/items/([^/]+)/draft.*", "$1");
    }

    private void save(String code, Written written) {
        Response saved = author.write("/bank/items/" + code + "/draft", written);
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
    }

    private void submit(String code, int version) {
        assertThat(author.post("/bank/items/" + code + "/life/submit", "version", String.valueOf(version))
                        .statusCode())
                .isEqualTo(303);
    }

    private void approve(String code, int version) {
        Response approved =
                reviewer.post("/bank/items/" + code + "/review/approve", "version", String.valueOf(version));
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(303);
    }

    private String approved(String stem) {
        String code = written(stem);
        submit(code, 1);
        approve(code, 2);
        return code;
    }

    private String current(String code) {
        return items.current(SUBJECT).stream()
                .filter(revision -> revision.item().equals(code))
                .findFirst()
                .orElseThrow()
                .stem();
    }

    private List<String> column(String column, String code) {
        return sql.list(
                "SELECT " + column + " FROM item_revision WHERE item = ? ORDER BY number",
                row -> row.getString(1),
                code);
    }

    private List<String> events(String code) {
        return sql.list("SELECT act FROM item_event WHERE item = ? ORDER BY id", row -> row.getString(1), code);
    }
}
