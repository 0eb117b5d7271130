package org.chizheng.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Many items at once, as an import begins them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DraftingTest {
    @Inject
    Drafting drafting;

    @Inject
    Loading loading;

    @Inject
    Sql sql;

    @BeforeEach
    void aBank() throws IOException {
        loading.load(BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), "drafting", "DRA", "manager-general"));
    }

    @Test
    void codesFollowEachOtherInTheirChapters() {
        List<String> codes =
                drafting.create("drafting", List.of(draft("01"), draft("02"), draft("01"), draft("")), "anna");
        assertThat(codes.get(0)).startsWith("DRA-01-");
        assertThat(codes.get(1)).startsWith("DRA-02-");
        assertThat(number(codes.get(2))).isEqualTo(number(codes.get(0)) + 1);
        assertThat(codes.get(3)).startsWith("DRA-00-");
        assertThat(number(codes.get(0))).isGreaterThan(500);
    }

    @Test
    void whoCreatesAtTheSameTimeNeverGetsTheSameCode() {
        List<String> codes = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CompletableFuture<?>[] creators = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> {
                            for (int round = 0; round < 5; round++) {
                                codes.addAll(drafting.create(
                                        "drafting",
                                        i % 2 == 0
                                                ? List.of(draft("01"), draft("02"))
                                                : List.of(draft("02"), draft("01")),
                                        "anna"));
                            }
                        },
                        threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(creators).join();
        threads.shutdown();
        assertThat(codes).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void allOrNoneAreMade() {
        int before = drafts();
        List<ItemDraft> one = new ArrayList<>(List.of(draft("01"), draft("01")));
        one.add(new ItemDraft("OTHER", "01", 1, "题", List.of(), "", "", null, null));
        assertThatThrownBy(() -> drafting.create("drafting", one, "anna")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafting.create("nowhere", List.of(draft("01")), "anna"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> drafting.create("drafting", Collections.nCopies(Drafting.MOST + 1, draft("01")), "anna"))
                .isInstanceOf(Refused.class)
                .hasMessage("TOO_MANY");
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void twoThousandAreMadeInOneGo() {
        List<String> codes = drafting.create("drafting", Collections.nCopies(2000, draft("02")), "anna");
        assertThat(codes).hasSize(2000).doesNotHaveDuplicates();
        assertThat(sql.list("SELECT 1 FROM item_event WHERE act = 'CREATE' AND item = ANY (?)", row -> 1, (Object)
                        codes.toArray(String[]::new)))
                .hasSize(2000);
    }

    private static ItemDraft draft(String chapter) {
        return new ItemDraft(
                "MULTIPLE",
                chapter,
                2,
                "进入受限空间前应当做什么",
                List.of(
                        new Revision.Option("通风", true),
                        new Revision.Option("检测", true),
                        new Revision.Option("直接进入", false)),
                "先通风、再检测、后作业",
                "《测试》第三条",
                null,
                null);
    }

    private static int number(String code) {
        return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
    }

    private int drafts() {
        return sql.first("SELECT count(*) FROM item_draft", row -> row.getInt(1))
                .orElseThrow();
    }
}
