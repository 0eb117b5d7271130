package org.chizheng.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;
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
            strings = {
                "principal-hazchem-production",
                "manager-hazchem-production",
                "principal-hazchem-trading",
                "operator-low-voltage-electrical",
                "operator-fusion-welding",
                "operator-height-installation"
            })
    void twentyPapersSatisfyTheBlueprintAndAllDifferInWhatTheyAsk(String qualification) {
        Blueprint blueprint = blueprints.newestFor(qualification).orElseThrow();
        List<Revision> pool = items.current(blueprint.subject());
        assertThat(pool).hasSizeGreaterThanOrEqualTo(200);
        List<Freezer.Frozen> drawn = draw(blueprint, pool);
        assertThat(draw(blueprint, pool)).as("same seed, same papers").isEqualTo(drawn);
        List<Set<String>> papers = new ArrayList<>();
        for (Freezer.Frozen frozen : drawn) {
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
        assertThat(mean).as("mean overlap of two papers").isCloseTo(least(blueprint, pool), within(1e-9));
    }

    /** The least that so many papers can share on average: in each cell every item comes as often as every other, or once more. */
    private static double least(Blueprint blueprint, List<Revision> pool) {
        long pairs = 0;
        for (Quota quota : blueprint.quotas()) {
            long items = pool.stream().filter(r -> cell(r).equals(quota.cell())).count();
            long times = PAPERS * quota.items() / items;
            long oftener = PAPERS * quota.items() % items;
            pairs += (items - oftener) * times * (times - 1) / 2 + oftener * (times + 1) * times / 2;
        }
        return pairs / (PAPERS * (PAPERS - 1) / 2.0);
    }

    private static List<Freezer.Frozen> draw(Blueprint blueprint, List<Revision> pool) {
        byte[] secret = "test".getBytes(StandardCharsets.UTF_8);
        DrawPool seen = new DrawPool(blueprint, pool);
        List<DrawRecord.Card> cards = seen.at(80, Map.of(), secret).cards();
        try {
            return ProvableDraw.forms(DrawRules.CURRENT, secret, "4 2 6", seen.wants(), cards, List.of(), PAPERS)
                    .stream()
                    .map(form -> Freezer.freeze(blueprint.subject(), form, pool))
                    .toList();
        } catch (EnemiesMeet e) {
            throw new IllegalStateException(e);
        }
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
    @ValueSource(
            strings = {
                "hazchem-production-principal",
                "hazchem-production-manager",
                "hazchem-trading-principal",
                "low-voltage-electrical",
                "fusion-welding",
                "height-installation"
            })
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
