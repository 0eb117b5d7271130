package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chizheng.paper.rule.Draw;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.PoolItem;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LongestUnseenTest {
    private static final Cell CELL = new Cell("SINGLE", "01", 2);
    private static final Cell OTHER = new Cell("SINGLE", "02", 2);
    private static final List<PoolItem> POOL = IntStream.range(0, 16)
            .mapToObj(i -> new PoolItem(new UUID(0, i), i < 10 ? CELL : OTHER, 4, 0))
            .toList();

    private static List<Long> chosen(int wanted, Map<UUID, Instant> met, int seed) {
        List<Want> wants = List.of(new Want(CELL, wanted, 1), new Want(OTHER, 2, 1));
        return LongestUnseen.choose(wants, POOL, met, new Draw(new byte[] {(byte) seed, (byte) (seed >> 8)})).stream()
                .map(item -> item.revision().getLeastSignificantBits())
                .toList();
    }

    /** Items 0 to met − 1 were answered, one a second; the higher the number, the more recently. */
    private static Map<UUID, Instant> met(int met) {
        return IntStream.range(0, met)
                .boxed()
                .collect(Collectors.toMap(i -> new UUID(0, i), i -> Instant.ofEpochSecond(i)));
    }

    @Property(tries = 200)
    void itemsNeverAnsweredComeFirstThenThoseAnsweredLongestAgo(
            @ForAll @IntRange(min = 1, max = 10) int wanted,
            @ForAll @IntRange(max = 10) int met,
            @ForAll @IntRange(max = 9999) int seed) {
        List<Long> chosen = chosen(wanted, met(met), seed);
        assertThat(chosen).hasSize(wanted + 2).doesNotHaveDuplicates();
        List<Long> ofCell = chosen.subList(0, wanted);
        int unmet = 10 - met;
        assertThat(ofCell.stream().filter(i -> i >= met).count()).isEqualTo(Math.min(wanted, unmet));
        assertThat(ofCell.stream().filter(i -> i < met))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Math.max(0, wanted - unmet))
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(chosen.subList(wanted, wanted + 2)).allMatch(i -> i >= 10);
    }

    /** Pearson's χ² with 6 degrees of freedom: below 22.5 in 999 of 1,000 fair draws. */
    @Test
    void ofItemsNeverAnsweredEachIsAsLikelyAsAnother() {
        Map<Long, Integer> times = new HashMap<>();
        for (int seed = 0; seed < 2100; seed++) {
            times.merge(chosen(1, met(3), seed).get(0), 1, Integer::sum);
        }
        assertThat(times.keySet()).containsExactlyInAnyOrder(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(times.values().stream()
                        .mapToDouble(seen -> Math.pow(seen - 300, 2) / 300)
                        .sum())
                .isLessThan(22.5);
    }

    @Test
    void theSameChanceChoosesTheSameAndAnotherOthers() {
        assertThat(chosen(5, Map.of(), 1)).isEqualTo(chosen(5, Map.of(), 1)).isNotEqualTo(chosen(5, Map.of(), 2));
    }
}
