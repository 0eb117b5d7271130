package org.chizheng.bank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperBatching;
import org.chizheng.paper.PaperRefusal;
import org.chizheng.people.Accounting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Items that give each other away never stand in one paper. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EnemiesTest {
    private static final String SUBJECT = "enemies";
    private static final String REASON = "一题说出另一题的答案";
    private static final int PAPERS = 30;

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprintLoading;

    @Inject
    Blueprints blueprints;

    @Inject
    PaperBatching papers;

    @Inject
    EnemyNoting noting;

    @Inject
    Enemies enemies;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    @BeforeEach
    void aBankWithoutEnemies() throws IOException {
        Path bank = BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), SUBJECT, "ENE", "manager-general");
        loading.load(bank);
        blueprintLoading.load(bank);
        enemies.standing(SUBJECT).forEach(pair -> noting.lift(SUBJECT, pair.one(), pair.other(), "tester"));
    }

    private static String code(int chapter, int number) {
        return "ENE-%02d-%03d".formatted(chapter, number);
    }

    private UUID blueprint() {
        return blueprints.newestFor("manager-general").orElseThrow().id();
    }

    @Test
    void theyNeverStandInOnePaperOfWhatIsDrawn() {
        for (int i = 1; i <= 20; i++) {
            noting.note(SUBJECT, code(2, i), code(1, i), REASON, "tester");
        }
        UUID batch = papers.commit(blueprint(), 80);
        papers.draw(batch, "1 2 3", PAPERS, "测试");
        assertThat(sql.list("SELECT 1 FROM paper_batch_enemy WHERE batch_id = ?", row -> 1, batch))
                .hasSize(20);
        List<Set<String>> stems = sql.list(
                "SELECT (SELECT string_agg(i ->> 'stem', '|') FROM jsonb_array_elements(body::jsonb -> 'items') i) FROM paper WHERE batch_id = ?",
                row -> new HashSet<>(List.of(row.getString(1).split("\\|"))),
                batch);
        assertThat(stems).hasSize(PAPERS);
        for (Set<String> paper : stems) {
            for (int i = 1; i <= 20; i++) {
                assertThat(paper.contains("第01章第" + i + "题") && paper.contains("第02章第" + i + "题"))
                        .as("pair %d", i)
                        .isFalse();
            }
        }
    }

    /** 20 of 40 true-false items of each chapter stand in a paper: whoever makes each the enemy of all of the other chapter leaves none. */
    @Test
    void aSessionIsNotPlannedWhenTheyCannotBeKeptApart() {
        for (int one = 1; one <= 40; one++) {
            for (int other = 1; other <= 40; other += one == 1 ? 1 : 40) {
                noting.note(SUBJECT, code(1, one), code(2, other), REASON, "tester");
            }
        }
        for (int one = 2; one <= 40; one++) {
            for (int other = 2; other <= 40; other++) {
                noting.note(SUBJECT, code(1, one), code(2, other), REASON, "tester");
            }
        }
        Refused refused = catchThrowableOfType(Refused.class, () -> papers.commit(blueprint(), 80));
        assertThat(refused.reason()).isEqualTo(PaperRefusal.ENEMIES_MEET);
        assertThat(refused.arguments())
                .hasSize(2)
                .allMatch(item -> item.toString().startsWith("ENE-0"));
    }

    @Test
    void onThePageTheyAreNotedInAnyOrderOnceAndLifted() {
        String page = "/bank/" + SUBJECT + "/enemies";
        var author = Entrance.as("author", accounting);
        given(author).get(page).then().statusCode(200);
        Entrance.post(author, page, page, "one", "ene-02-001 ", "other", code(1, 1), "reason", REASON)
                .then()
                .statusCode(303);
        assertThat(enemies.standing(SUBJECT)).singleElement().satisfies(pair -> {
            assertThat(pair.one()).isEqualTo(code(1, 1));
            assertThat(pair.other()).isEqualTo(code(2, 1));
        });
        assertThat(given(author).get(page + "?lang=zh").asString()).contains(REASON, "第01章第1题", "第02章第1题");
        assertThat(given(author).get(page + "?lang=en").asString()).contains("Enemy items");
        Entrance.post(author, page, page, "one", code(1, 1), "other", code(2, 1), "reason", REASON)
                .then()
                .statusCode(409);
        Entrance.post(author, page, page + "/lift", "one", code(1, 1), "other", code(2, 1))
                .then()
                .statusCode(303);
        assertThat(enemies.standing(SUBJECT)).isEmpty();
        assertThat(sql.list("SELECT lifted_by FROM item_enemy WHERE one = ?", row -> row.getString(1), code(1, 1)))
                .as("lifted, not deleted")
                .isNotEmpty()
                .doesNotContainNull();
    }

    @Test
    void whatIsNotTwoItemsOfTheSubjectWithAReasonIsRefused() {
        String page = "/bank/" + SUBJECT + "/enemies";
        var author = Entrance.as("author", accounting);
        Entrance.post(author, page, page, "one", code(1, 1), "other", code(1, 1), "reason", REASON)
                .then()
                .statusCode(422);
        Entrance.post(author, page, page, "one", code(1, 1), "other", "ZZZ-01-001", "reason", REASON)
                .then()
                .statusCode(422);
        Entrance.post(author, page, page, "one", code(1, 1), "other", code(2, 1), "reason", "  ")
                .then()
                .statusCode(422);
        Entrance.post(
                        Entrance.as("administrator", accounting),
                        page,
                        page,
                        "one",
                        code(1, 1),
                        "other",
                        code(2, 1),
                        "reason",
                        REASON)
                .then()
                .statusCode(403);
        given(Entrance.as("regulator", accounting)).get(page).then().statusCode(403);
        assertThat(enemies.standing(SUBJECT)).isEmpty();
    }
}
