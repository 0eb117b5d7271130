package org.chizheng.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.bank.Items;
import org.chizheng.bank.Loading;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.blueprint.rule.Quota;
import org.chizheng.common.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The published bank: large enough, without give-aways in its keys, and papers of it satisfy their blueprint and differ in what they ask. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StarterBankTest {
    private static final int PAPERS = 20;

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprintLoading;

    @Inject
    Blueprints blueprints;

    @Inject
    Items items;

    @BeforeEach
    void load() {
        loading.load(Path.of("question-bank"));
        blueprintLoading.load(Path.of("question-bank"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"principal-hazchem-production", "manager-hazchem-production", "operator-low-voltage-electrical"})
    void twentyPapersSatisfyTheBlueprintAndAllDifferInWhatTheyAsk(String qualification) {
        Blueprint blueprint = blueprints.newestFor(qualification).orElseThrow();
        List<Revision> pool = items.current(blueprint.subject());
        assertThat(pool).hasSizeGreaterThanOrEqualTo(200);
        List<Set<String>> papers = new ArrayList<>();
        for (int i = 0; i < PAPERS; i++) {
            Freezer.Frozen frozen = draw(blueprint, pool, i);
            assertThat(draw(blueprint, pool, i)).as("same seed, same paper").isEqualTo(frozen);
            assertThat(frozen.view().points()).isEqualTo(100);
            assertThat(cells(frozen, pool)).isEqualTo(wanted(blueprint));
            papers.add(stems(frozen));
        }
        double overlap = 0;
        for (int a = 0; a < PAPERS; a++) {
            for (int b = 0; b < a; b++) {
                Set<String> common = new HashSet<>(papers.get(a));
                common.retainAll(papers.get(b));
                assertThat(common)
                        .as("papers %d and %d", a, b)
                        .hasSizeLessThan(papers.get(a).size());
                overlap += common.size();
            }
        }
        double mean = overlap / (PAPERS * (PAPERS - 1) / 2.0);
        assertThat(mean).as("mean overlap of two papers").isCloseTo(expected(blueprint, pool), within(0.1));
    }

    private static org.assertj.core.data.Percentage within(double share) {
        return org.assertj.core.data.Percentage.withPercentage(share * 100);
    }

    /** Two independent draws of n out of N share n²/N on average, cell by cell. */
    private static double expected(Blueprint blueprint, List<Revision> pool) {
        return blueprint.quotas().stream()
                .mapToDouble(q -> (double) q.items()
                        * q.items()
                        / pool.stream().filter(r -> cell(r).equals(q.cell())).count())
                .sum();
    }

    private static Freezer.Frozen draw(Blueprint blueprint, List<Revision> pool, int number) {
        return PaperBatching.paper(
                blueprint, pool, Digests.of("test".getBytes(StandardCharsets.UTF_8), number), blueprint.subject());
    }

    private static Quota.Cell cell(Revision revision) {
        return new Quota.Cell(revision.type(), revision.chapter(), revision.difficulty());
    }

    private static Map<Quota.Cell, Integer> wanted(Blueprint blueprint) {
        return blueprint.quotas().stream().collect(Collectors.toMap(Quota::cell, Quota::items));
    }

    /** An item is found again by its stem and options; a stem alone may stand twice. */
    private static Map<Quota.Cell, Integer> cells(Freezer.Frozen frozen, List<Revision> pool) {
        Map<String, Revision> known = new HashMap<>();
        pool.forEach(r -> known.put(
                r.stem()
                        + r.options().stream()
                                .map(Revision.Option::text)
                                .sorted()
                                .toList(),
                r));
        Map<Quota.Cell, Integer> cells = new HashMap<>();
        stems(frozen).forEach(stem -> cells.merge(cell(known.get(stem)), 1, Integer::sum));
        return cells;
    }

    private static Set<String> stems(Freezer.Frozen frozen) {
        return frozen.view().items().stream()
                .map(item -> item.stem()
                        + item.options().stream()
                                .map(PaperView.OptionView::text)
                                .sorted()
                                .toList())
                .collect(Collectors.toSet());
    }

    /** Told by the key alone: true and false are balanced, and neither the longest nor the shortest option is the right one too often. */
    @ParameterizedTest
    @ValueSource(strings = {"hazchem-production-principal", "hazchem-production-manager", "low-voltage-electrical"})
    void theKeyCannotBeGuessedFromItsShape(String subject) {
        List<Revision> pool = items.current(subject);
        List<Revision> judged =
                pool.stream().filter(r -> r.type().equals("TRUE_FALSE")).toList();
        long yes = judged.stream()
                .filter(r ->
                        r.options().stream().anyMatch(o -> o.right() && o.text().equals("正确")))
                .count();
        assertThat((double) yes / judged.size()).isBetween(0.4, 0.6);
        List<Revision> single =
                pool.stream().filter(r -> r.type().equals("SINGLE")).toList();
        long longest = single.stream().filter(StarterBankTest::rightIsLongest).count();
        assertThat((double) longest / single.size())
                .as("right option is the longest")
                .isLessThan(0.4);
    }

    private static boolean rightIsLongest(Revision revision) {
        int right = revision.options().stream()
                .filter(Revision.Option::right)
                .mapToInt(o -> o.text().length())
                .max()
                .orElse(0);
        return revision.options().stream()
                .filter(o -> !o.right())
                .allMatch(o -> o.text().length() < right);
    }
}
