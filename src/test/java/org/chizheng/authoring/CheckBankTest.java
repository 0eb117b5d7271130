package org.chizheng.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.authoring.rule.ItemCheck;
import org.chizheng.authoring.rule.LawEditions;
import org.chizheng.bank.Loading;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the checks say of the starter bank: what must not be there is not, and what is listed is little enough to be read. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CheckBankTest {
    private static final List<ItemCheck> NEVER = List.of(
            ItemCheck.DUPLICATE,
            ItemCheck.OPTION_COUNT,
            ItemCheck.LONGEST_KEY,
            ItemCheck.ALL_OR_NONE,
            ItemCheck.STEM_TOO_LONG,
            ItemCheck.NO_QUESTION,
            ItemCheck.FIGURE_MISSING,
            ItemCheck.FIGURE_WITHOUT_ALTERNATIVE,
            ItemCheck.SOURCE_MISSING,
            ItemCheck.CLAUSE_MISSING,
            ItemCheck.LAW_SUPERSEDED);

    @Inject
    Loading loading;

    @Inject
    Subjects subjects;

    @Inject
    CheckItems items;

    @Inject
    Laws laws;

    @Test
    void theStarterBankHasNoDuplicateAndFewFindings() {
        loading.load(Path.of("question-bank"));
        List<String> starter = List.of(
                "fusion-welding",
                "hazchem-production-manager",
                "hazchem-production-principal",
                "hazchem-trading-principal",
                "height-installation",
                "low-voltage-electrical");
        assertThat(subjects.all()).extracting(SubjectView::code).containsAll(starter);
        LawEditions editions = laws.editions();
        List<List<CheckedItem>> banks = starter.stream().map(items::of).toList();
        List<CheckEntry> entries = new ArrayList<>();
        for (List<CheckedItem> bank : banks) {
            entries.addAll(new CheckReport("", bank, editions).entries());
        }
        assertThat(banks.stream().mapToInt(List::size).sum()).isEqualTo(1960);
        Map<ItemCheck, List<String>> found = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.found().check(),
                        TreeMap::new,
                        Collectors.mapping(
                                entry -> entry.item().code() + " "
                                        + entry.found().detail(),
                                Collectors.toList())));
        assertThat(found).doesNotContainKeys(NEVER.toArray(ItemCheck[]::new));
        assertThat(entries).as("%s", found).hasSizeLessThan(40);
    }

    @Test
    void aReportStandsUntilTheBankChanges() {
        loading.load(Path.of("question-bank"));
        String state = items.state("fusion-welding");
        loading.load(Path.of("question-bank"));
        assertThat(items.state("fusion-welding")).isEqualTo(state);
        assertThat(items.state("height-installation")).isNotEqualTo(state);
    }

    @Test
    void order30IsKnownToBeSuperseded() {
        assertThat(laws.editions().superseded("《特种作业人员安全技术培训考核管理规定》（国家安全生产监督管理总局令第30号）第二十一条"))
                .hasValueSatisfying(old -> assertThat(old.on()).isEqualTo(LocalDate.of(2026, 6, 1)));
        assertThat(laws.editions().superseded("《中华人民共和国安全生产法》（2014）第二十五条"))
                .hasValueSatisfying(old -> assertThat(old.on()).isEqualTo(LocalDate.of(2021, 9, 1)));
    }
}
