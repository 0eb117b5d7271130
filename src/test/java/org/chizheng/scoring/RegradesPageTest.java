package org.chizheng.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The road from a wrong item to corrected results, page by page. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RegradesPageTest extends SatExam {
    private static final String REASON = "审题复核发现答案有误";
    private static final String SOURCE = "测试文件〔2026〕1号";

    @Test
    void aReviewerTriesTwoPeopleSignAndResultsMove() {
        handsIn(first, "甲", 20);
        handsIn(second, "对", 0);
        RequestSpecification reviewer = Entrance.as("reviewer", accounting);
        assertThat(given(reviewer).get("/bank/items/" + item).asString())
                .contains("/regrades/new?item=" + item + "&amp;revision=1");
        Response opened = open(reviewer, REASON);
        assertThat(opened.statusCode()).isEqualTo(303);
        String page = path(opened);
        for (String lang : List.of("zh", "en")) {
            assertThat(given(reviewer).get(page + "?lang=" + lang).asString())
                    .doesNotContain("??")
                    .contains("测***", ">79<", ">80<", REASON, SOURCE);
        }
        assertThat(given(reviewer).get(page + "?lang=zh").asString())
                .contains("变为合格", "还没有人签字", "有升有降")
                .doesNotContain("执行重新判分");
        sign(reviewer, page);
        assertThat(given(reviewer).get(page + "?lang=zh").asString()).contains("请另一人签字");
        RequestSpecification administrator = Entrance.as("administrator", accounting);
        assertThat(post(reviewer, page, "/apply").statusCode()).isEqualTo(409);
        sign(administrator, page);
        assertThat(post(administrator, page, "/apply").statusCode()).isEqualTo(303);
        assertThat(post(administrator, page, "/apply").statusCode())
                .as("a second click")
                .isEqualTo(303);
        assertThat(result(first).raw()).isEqualTo(80);
        assertThat(given(reviewer).get(page + "?lang=zh").asString()).contains("已执行", "已按此更正");
        for (String lang : List.of("zh", "en")) {
            assertThat(given(reviewer).get("/regrades?lang=" + lang).asString())
                    .contains(item, "2 / 2")
                    .doesNotContain("??");
        }
    }

    @Test
    void whatWasTypedIsNotLostWhenItIsRefused() {
        Response refused = open(Entrance.as("reviewer", accounting), "短");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("请写明理由，5 到 500 个字", ">短</textarea>", SOURCE)
                .containsPattern("value=\"1\" checked")
                .containsPattern("value=\"FULL\" checked");
    }

    @Test
    void aStaleDryRunIsToldOnThePage() {
        handsIn(first, "甲", 20);
        RequestSpecification reviewer = Entrance.as("reviewer", accounting);
        String page = path(open(reviewer, REASON));
        String run = run(reviewer, page);
        handsIn(second, "甲", 0);
        Response stale = submitted(reviewer, page + "/sign", "run", run);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString()).contains("试算之后成绩有了变化", "重新试算");
        assertThat(post(reviewer, page, "/run").statusCode()).isEqualTo(303);
        sign(reviewer, page);
        assertThat(post(reviewer, page, "/withdraw").statusCode()).isEqualTo(303);
        assertThat(given(reviewer).get(page + "?lang=zh").asString()).contains("已撤回");
    }

    @Test
    void theKeyOfANewerRevisionWithTheSameOptionsIsProposed() throws IOException {
        try (var files = Files.walk(bank)) {
            for (Path file : files.filter(f -> f.toString().matches(".*0[12]-[ab]\\.yaml"))
                    .toList()) {
                Files.writeString(file, corrected(Files.readString(file)));
            }
        }
        assertThat(loading.load(bank).newRevisions()).isEqualTo(1);
        RequestSpecification reviewer = Entrance.as("reviewer", accounting);
        for (String lang : List.of("zh", "en")) {
            assertThat(given(reviewer)
                            .get("/regrades/new?item=" + item + "&lang=" + lang)
                            .asString())
                    .as("revision 1 stands in papers, revision 2 does not")
                    .contains("name=\"revision\" value=\"1\"")
                    .containsPattern("value=\"1\" checked><span>甲")
                    .doesNotContain("??");
        }
        assertThat(given(reviewer)
                        .get("/regrades/new?item=" + item + "&lang=zh&revision=2")
                        .asString())
                .contains("不需要重新判分");
    }

    /** 甲 takes the place of 对 in the one item. */
    private String corrected(String yaml) {
        int at = yaml.indexOf("  - id: " + item + "\n");
        return at < 0
                ? yaml
                : yaml.substring(0, at)
                        + yaml.substring(at).replaceFirst("right: 对\n    wrong: \\[甲,", "right: 甲\n    wrong: [对,");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        RequestSpecification reviewer = Entrance.as("reviewer", accounting);
        for (String page :
                List.of("/regrades/new", "/regrades/new?item=X", "/regrades/00000000-0000-0000-0000-000000000001")) {
            given(reviewer).get(page).then().statusCode(404);
        }
        for (String odd : List.of("?page=0", "?page=x", "?page=999")) {
            given(reviewer).get("/regrades" + odd).then().statusCode(200);
        }
    }

    private Response open(RequestSpecification door, String reason) {
        return submitted(
                door,
                "/regrades",
                "item",
                item,
                "revision",
                "1",
                "remedy",
                "CORRECTED_KEY",
                "right",
                String.valueOf(RIGHT_NOW),
                "effect",
                "FULL",
                "reason",
                reason,
                "source",
                SOURCE);
    }

    private void sign(RequestSpecification door, String page) {
        assertThat(submitted(door, page + "/sign", "run", run(door, page)).statusCode())
                .isEqualTo(303);
    }

    private Response post(RequestSpecification door, String page, String act) {
        return submitted(door, page + act);
    }

    /** With the token of a page that the role can see. */
    private static Response submitted(RequestSpecification door, String form, String... fields) {
        return Entrance.post(door, "/desk", form, fields);
    }

    /** The dry run that the page shows for signing. */
    private static String run(RequestSpecification door, String page) {
        return given(door).get(page).htmlPath().getString("**.find { it.@name == 'run' }.@value");
    }

    private static String path(Response redirect) {
        return redirect.header("Location").replaceAll("^https?://[^/]+", "");
    }
}
