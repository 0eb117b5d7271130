package org.chizheng.bank;

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

/** The bank as its staff read it, and as nobody else does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BankPageTest {
    private static final String SUBJECT = "/bank/hazchem-production-principal";
    private static final String ITEM = "/bank/items/HPP-01-081";

    @Inject
    Accounting accounting;

    @Inject
    Loading loading;

    @Inject
    Sql sql;

    private Path bank;

    @BeforeEach
    void aBank() throws IOException {
        bank = BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank"));
        loading.load(bank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "reviewer", "administrator"})
    void staffOfTheBankReadIt(String role) {
        RequestSpecification door = Entrance.as(role, accounting);
        for (String page : List.of("/bank", SUBJECT, ITEM, figure())) {
            given(door).get(page).then().statusCode(200);
        }
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
        for (String page : List.of("/bank", SUBJECT, ITEM, figure())) {
            Response refused = given(door).get(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(403);
            assertThat(refused.asString()).doesNotContain("对一", "第01章");
        }
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        for (String page : List.of("/bank", SUBJECT, ITEM, figure())) {
            assertThat(given().redirects().follow(false).get(page).header("Location"))
                    .as(page)
                    .endsWith("/sign-in");
        }
    }

    @Test
    void filtersNarrowTheListAndStayInTheAddresses() {
        RequestSpecification door = Entrance.as("author", accounting);
        assertThat(list(door, "?chapter=01&type=MULTIPLE&q=第01章")).contains("共 20 题");
        assertThat(list(door, "?difficulty=3&q=不出现")).contains("HPP-01-101").contains("共 1 题");
        assertThat(list(door, "?q=第02章第7题")).contains("HPP-02-007").contains("共 1 题");
        assertThat(list(door, "?q=hpp-02-007")).contains("共 1 题");
        assertThat(list(door, "?chapter=02&q=对二")).contains("共 20 题");
        assertThat(list(door, "?q=%25_")).contains("共 0 题");
        String second = list(door, "?chapter=01&type=TRUE_FALSE&q=第01章&page=2");
        assertThat(second)
                .contains("第 2 页，共 2 页", "HPP-01-026", "value=\"第01章\"")
                .contains("?page=1&amp;chapter=01&amp;type=TRUE_FALSE&amp;q=%E7%AC%AC01%E7%AB%A0")
                .doesNotContain("HPP-01-025", "rel=\"next\"");
    }

    @Test
    void aPageHoldsTwentyFiveAndOneBehindTheLastIsTheLast() {
        RequestSpecification door = Entrance.as("author", accounting);
        assertThat(list(door, "?chapter=02").split("/bank/items/", -1)).hasSize(26);
        assertThat(list(door, "?chapter=02&q=第02章&page=99")).contains("第 4 页，共 4 页");
        for (String odd : List.of("?page=0", "?page=-1", "?page=x", "?chapter=%27", "?type=x", "?difficulty=9")) {
            given(door).get(SUBJECT + odd).then().statusCode(200);
        }
    }

    @Test
    void anItemsPageShowsWhatTheCandidateSeesTheKeyAndWhereItIsWritten() {
        RequestSpecification door = Entrance.as("reviewer", accounting);
        Response page = given(door).get(ITEM + "?lang=zh&chapter=01&page=2");
        String key = page.asString().replaceAll("(?s).*id=\"key\">(.*?)</p>.*", "$1");
        assertThat(key).contains("对一", "对二").doesNotContain("甲", "乙");
        assertThat(page.asString())
                .contains("第01章第81题", "说明", "《测试》（2026）第一条", "alt=\"图81\"", "width=\"200\"")
                .contains("/bank/hazchem-production-principal?page=2&amp;chapter=01")
                .doesNotContain("??");
        assertThat(given(door).get(ITEM + "?lang=en").asString()).doesNotContain("??");
    }

    @Test
    void theFigureComesAsAPictureThatRunsNothing() {
        RequestSpecification door = Entrance.as("author", accounting);
        assertThat(given(door).get(ITEM).cookies()).containsKey("chizheng-csrf");
        Response got = given(door).get(figure());
        assertThat(got.cookies()).as("the page's form token stays").doesNotContainKey("chizheng-csrf");
        assertThat(got.headers().getValues("Content-Type")).containsExactly("image/svg+xml");
        assertThat(got.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(got.headers().getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void aChangedItemHasANewRevisionAndTheOldOneCanStillBeRead() throws IOException {
        RequestSpecification door = Entrance.as("author", accounting);
        int before = newest();
        Path chapter = bank.resolve("hazchem-production-principal/01-a.yaml");
        Files.writeString(chapter, Files.readString(chapter).replace("第81题", "第81题（修订）"));
        loading.load(bank);
        assertThat(newest()).isEqualTo(before + 1);
        assertThat(given(door).get(ITEM).asString()).contains("第81题（修订）");
        assertThat(given(door).get(ITEM + "?lang=zh&revision=" + before).asString())
                .contains("这是第 " + before + " 版", "第01章第81题")
                .doesNotContain("（修订）");
        given(door).get(ITEM + "?revision=999").then().statusCode(404);
    }

    @Test
    void anItemThatIsGoneIsRetiredAndOneThatComesBackIsInUse() throws IOException {
        RequestSpecification door = Entrance.as("author", accounting);
        Path chapter = bank.resolve("hazchem-production-principal/01-a.yaml");
        String whole = Files.readString(chapter);
        Files.writeString(chapter, whole.substring(0, whole.indexOf("  - id: HPP-01-081")));
        loading.load(bank);
        assertThat(given(door).get(ITEM + "?lang=zh").asString()).contains("已经停用");
        Files.writeString(chapter, whole);
        loading.load(bank);
        assertThat(given(door).get(ITEM + "?lang=zh").asString()).doesNotContain("已经停用");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        RequestSpecification door = Entrance.as("author", accounting);
        for (String page : List.of("/bank/none", "/bank/items/HPP-99-001", "/bank/figures/" + "0".repeat(64))) {
            given(door).get(page).then().statusCode(404);
        }
    }

    private int newest() {
        return sql.first("SELECT max(number) FROM item_revision WHERE item = 'HPP-01-081'", row -> row.getInt(1))
                .orElseThrow();
    }

    private String figure() {
        return sql.first(
                        "SELECT figure FROM item_revision WHERE item = 'HPP-01-081' ORDER BY number DESC",
                        row -> "/bank/figures/" + row.getString("figure"))
                .orElseThrow();
    }

    private static String list(RequestSpecification door, String query) {
        return given(door)
                .urlEncodingEnabled(false)
                .get(SUBJECT + encoded(query) + "&lang=zh")
                .asString();
    }

    private static String encoded(String query) {
        return query.codePoints()
                .mapToObj(c -> c < 128
                        ? Character.toString(c)
                        : java.net.URLEncoder.encode(Character.toString(c), java.nio.charset.StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining());
    }
}
