package org.chizheng.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;

import org.chizheng.BankFixture;
import org.chizheng.PostgresResource;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Chinese words are found by the index of characters and pairs, and by nothing less. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ItemSearchTest {
    private static final String SUBJECT = "search";

    @Inject
    ItemSearch search;

    @Inject
    Loading loading;

    @Inject
    Sql sql;

    @BeforeEach
    void aBankWithSomeWords() throws IOException {
        Path bank = BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"), SUBJECT, "SRC", "manager-general");
        Path chapter = bank.resolve(SUBJECT).resolve("01-a.yaml");
        Files.writeString(
                chapter,
                Files.readString(chapter)
                        .replace("第01章第1题\n", "起重机的限位器失灵时应当停机\n")
                        .replace("第01章第2题\n", "限制速度的位置开关用１０ｋＶ电源 ABC\n")
                        .replaceFirst("explain: 说明", "explain: 焊工须戴面罩"));
        loading.load(bank);
    }

    @Test
    void aWordOfTwoCharactersIsFoundWhereItStandsAndNotWhereItsCharactersStandApart() {
        assertThat(found("限位")).containsExactly("SRC-01-001");
        assertThat(found("位")).containsExactly("SRC-01-001", "SRC-01-002");
    }

    @Test
    void aLongerWordIsFoundWholeOnly() {
        assertThat(found("限位器失灵")).containsExactly("SRC-01-001");
        assertThat(found("限位失灵")).isEmpty();
        assertThat(found("失灵限位器失")).isEmpty();
    }

    @Test
    void severalWordsMustAllOccurInAnyOrder() {
        assertThat(found("停机 限位")).containsExactly("SRC-01-001");
        assertThat(found("停机　开关")).isEmpty();
    }

    @Test
    void fullWidthAndCapitalsDoNotMatter() {
        assertThat(found("10kv")).containsExactly("SRC-01-002");
        assertThat(found("ａｂｃ")).containsExactly("SRC-01-002");
    }

    @Test
    void codeOptionsExplanationAndSourceAreLookedAtToo() {
        assertThat(found("src-01-003")).containsExactly("SRC-01-003");
        assertThat(found("面罩")).containsExactly("SRC-01-001");
        assertThat(search.list(SUBJECT, asked("q", "对一")).total()).isEqualTo(40);
        assertThat(search.list(SUBJECT, asked("q", "第一条")).total()).isEqualTo(201);
    }

    @Test
    void signsThatOtherSearchesReadAsPatternsAreJustSigns() {
        for (String odd : List.of("%", "_", "\\", "'", "限%位", "限_")) {
            assertThat(found(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void whatNoDatabaseTakesIsAsIfItWereNotThere() {
        assertThat(found("限\u0000位")).containsExactly("SRC-01-001");
        assertThat(search.list(SUBJECT, asked("q", "\ud83d")).total()).isEqualTo(201);
    }

    @Test
    void theIndexIsUsed() {
        List<String> plan = QuarkusTransaction.requiringNew().call(() -> {
            sql.update("SET LOCAL enable_seqscan = off");
            return sql.list("EXPLAIN " + ItemSearch.FOUND, row -> row.getString(1), "限位", "限位");
        });
        assertThat(plan).anyMatch(line -> line.contains("Bitmap Index Scan on item_search_grams"));
    }

    @Test
    void filtersNarrowWhatIsFound() {
        assertThat(search.list(SUBJECT, asked("state", "APPROVED")).total()).isEqualTo(201);
        assertThat(search.list(SUBJECT, asked("state", "DRAFT")).total()).isZero();
        assertThat(search.list(SUBJECT, asked("level", "NATIONAL")).total()).isZero();
        assertThat(search.list(SUBJECT, asked("level", "PROVINCIAL")).total()).isEqualTo(201);
        assertThat(search.list(SUBJECT, asked("practice", "true")).total()).isZero();
    }

    @Test
    void theAddressKeepsWhatWasAskedFor() {
        MultivaluedHashMap<String, String> address = new MultivaluedHashMap<>();
        address.putSingle("state", "IN_REVIEW");
        address.putSingle("level", "NATIONAL");
        address.putSingle("practice", "false");
        address.putSingle("q", "限位 器");
        address.putSingle("page", "3");
        assertThat(ItemFilter.asked(address).here())
                .isEqualTo("?page=3&state=IN_REVIEW&level=NATIONAL&practice=false&q=%E9%99%90%E4%BD%8D+%E5%99%A8");
    }

    private List<String> found(String words) {
        return search.list(SUBJECT, asked("q", words)).rows().stream()
                .map(ItemList.Row::code)
                .toList();
    }

    private static ItemFilter asked(String name, String value) {
        MultivaluedHashMap<String, String> address = new MultivaluedHashMap<>();
        address.putSingle(name, value);
        return ItemFilter.asked(address);
    }
}
