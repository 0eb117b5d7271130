package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.chizheng.calibration.rule.Tally.Answer;
import org.chizheng.calibration.rule.Tally.Item;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TallyTest {
    /** Numbers with gaps, as they are stored. */
    private static final List<Item> ITEMS = List.of(
            new Item(3, 2, 0b01),
            new Item(4, 4, 0b0100),
            new Item(9, 4, 0b0011),
            new Item(12, 5, 0b11000),
            new Item(40, 3, 0b010));

    @Provide
    Arbitrary<List<List<Answer>>> papers() {
        Arbitrary<List<Answer>> paper = Arbitraries.subsetOf(ITEMS)
                .flatMap(shown -> Arbitraries.integers()
                        .between(0, 31)
                        .list()
                        .ofSize(ITEMS.size())
                        .map(chosen -> shown.stream()
                                .map(item -> new Answer(
                                        item.number(), chosen.get(ITEMS.indexOf(item)) & (1 << item.options()) - 1))
                                .toList()));
        return paper.list().ofMaxSize(40);
    }

    @Property(tries = 200)
    void anySessionsInAnyOrderAndAnySplitGiveWhatAllAnswersAtOnceGive(
            @ForAll("papers") List<List<Answer>> papers,
            @ForAll @IntRange(min = 1, max = 7) int sweeps,
            @ForAll long seed) {
        List<List<Answer>> order = new ArrayList<>(papers);
        Collections.shuffle(order, new Random(seed));
        List<Tally> parts = new ArrayList<>();
        for (int sweep = 0; sweep < sweeps; sweep++) {
            Tally part = new Tally();
            for (int n = sweep; n < order.size(); n += sweeps) {
                part.add(order.get(n), keys(ITEMS));
            }
            parts.add(part);
        }
        Collections.shuffle(parts, new Random(seed + 1));
        Tally sum = new Tally();
        parts.forEach(part -> sum.add(stored(part)));
        assertSame(sum.statistics(ITEMS), raw(papers, ITEMS));
    }

    /** As the database gives it back. */
    private static Tally stored(Tally tally) {
        Tally stored = new Tally();
        tally.answers()
                .forEach((answer, sums) -> stored.keep(
                        answer, RestScores.kept(sums.times(), sums.sum(), sums.squares(), sums.histogram())));
        tally.scores().forEach(stored::keep);
        return stored;
    }

    private static Map<Integer, Integer> keys(List<Item> items) {
        return items.stream().collect(Collectors.toMap(Item::number, Item::key));
    }

    private static ClassicalItemStatistics raw(List<List<Answer>> papers, List<Item> items) {
        Responses.Builder builder = Responses.of(items.size());
        for (List<Answer> paper : papers) {
            builder.candidate();
            for (Answer answer : paper) {
                for (int place = 0; place < items.size(); place++) {
                    Item item = items.get(place);
                    if (item.number() == answer.item()) {
                        builder.answer(place, answer.chosen() == item.key(), answer.chosen());
                    }
                }
            }
        }
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(
                items.stream().mapToInt(Item::options).toArray());
        statistics.absorb(builder.build());
        return statistics;
    }

    private static void assertSame(ClassicalItemStatistics found, ClassicalItemStatistics expected) {
        for (int place = 0; place < ITEMS.size(); place++) {
            assertThat(found.item(place)).isEqualTo(expected.item(place));
        }
        assertThat(found.reliability()).isEqualTo(expected.reliability());
    }

    /** Two items; those who are right on the second chose the first's option B. */
    @Test
    void aKeyThatIsCorrectedCountsFromThenOnForWhatWasCountedBefore() {
        Tally tally = new Tally();
        Map<Integer, Integer> wrong = Map.of(1, 0b01, 2, 0b01);
        for (int n = 0; n < 100; n++) {
            tally.add(List.of(new Answer(1, n < 60 ? 0b10 : 0b01), new Answer(2, n < 50 ? 0b01 : 0b10)), wrong);
        }
        Item second = new Item(2, 2, 0b01);
        ItemStatistics before =
                tally.statistics(List.of(new Item(1, 2, 0b01), second)).item(0);
        ItemStatistics after =
                tally.statistics(List.of(new Item(1, 2, 0b10), second)).item(0);
        assertThat(before.facility()).hasValue(0.4);
        assertThat(before.pointBiserial().orElseThrow()).isNegative();
        assertThat(after.facility()).hasValue(0.6);
        assertThat(after.pointBiserial().orElseThrow()).isPositive();
    }
}
