package org.chizheng.paper.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What papers share by "parallel-2". Seeds are fixed where chance is measured; each such test says how far "parallel-1" is from passing it. */
class NeighboursByPaperTest {
    private static final int PAPERS = 1000;

    /** A blueprint, its pool and papers of them; a cell is named by its place in the blueprint. */
    private record Drawn(List<Want> wants, List<PoolItem> pool, List<List<PoolItem>> papers) {
        int cellSize(int cell) {
            return (int) pool.stream()
                    .filter(item -> item.cell().equals(wants.get(cell).cell()))
                    .count();
        }

        Set<PoolItem> items(int paper, int cell) {
            Cell wanted = wants.get(cell).cell();
            Set<PoolItem> items = new HashSet<>(papers.get(paper));
            items.removeIf(item -> !item.cell().equals(wanted));
            return items;
        }

        int shared(int one, int other, int cell) {
            Set<PoolItem> both = items(one, cell);
            both.retainAll(items(other, cell));
            return both.size();
        }
    }

    /** @param cells by cell, what a paper wants of it and how many items it has */
    private static Drawn draw(DrawRules rules, int[][] cells, int papers, int seed, boolean measured) {
        Random random = new Random(seed);
        List<Want> wants = new ArrayList<>();
        List<PoolItem> pool = new ArrayList<>();
        for (int[] cell : cells) {
            Want want = new Want(new Cell("SINGLE", String.valueOf(wants.size()), 2), cell[0], 1);
            wants.add(want);
            for (int i = 0; i < cell[1]; i++) {
                int chance = measured ? 300_000 + random.nextInt(650_000) : 600_000;
                pool.add(new PoolItem(new UUID(0, pool.size()), want.cell(), 4, chance));
            }
        }
        try {
            Draw draw = new Draw(new byte[] {(byte) seed, (byte) (seed >> 8), 5});
            return new Drawn(wants, pool, ParallelForms.assemble(rules, wants, pool, Map.of(), papers, draw));
        } catch (ParallelForms.EnemiesMeet e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[][] blueprint(int seed, int most) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(cell -> {
                    int items = 1 + random.nextInt(5);
                    return new int[] {items, items + random.nextInt(5 * items)};
                })
                .toArray(int[][]::new);
    }

    private static int bound(int[][] cells) {
        double byChance = 0;
        for (int[] cell : cells) {
            byChance += cell[1] < NeighboursByPaper.LARGE * cell[0] ? (double) cell[0] * cell[0] / cell[1] : 0;
        }
        return (int) Math.ceil(byChance - 1e-9);
    }

    /** Also of a blueprint of one cell, where the bound bites, and of measured items, which papers change until they are equal. */
    @Property(tries = 300)
    void neighboursShareNothingOfALargeCellAndOfTheOthersTogetherNoMoreThanChanceSays(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 12) int most,
            @ForAll @IntRange(min = 1, max = 50) int count,
            @ForAll boolean measured) {
        int[][] cells = blueprint(seed, most);
        Drawn drawn = draw(DrawRules.PARALLEL_2, cells, count, seed, measured);
        for (int paper = 1; paper < count; paper++) {
            int small = 0;
            for (int cell = 0; cell < cells.length; cell++) {
                int shared = drawn.shared(paper - 1, paper, cell);
                if (cells[cell][1] >= NeighboursByPaper.LARGE * cells[cell][0]) {
                    assertThat(shared).isZero();
                } else {
                    small += shared;
                }
            }
            assertThat(small).isLessThanOrEqualTo(bound(cells));
        }
    }

    /** That elsewhere it comes in one more at most is shown for both rules by {@link ParallelFormsTest}. */
    @Property(tries = 300)
    void whereTheBoundBitesAtTheEndOfASmallBlueprintAnItemComesInTwoPapersMoreThanAnotherButNeverInThree(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 12) int most,
            @ForAll @IntRange(min = 1, max = 50) int count) {
        int[][] cells = blueprint(seed, most);
        Drawn drawn = draw(DrawRules.PARALLEL_2, cells, count, seed, true);
        Map<UUID, Integer> times = new HashMap<>();
        drawn.papers().forEach(paper -> paper.forEach(item -> times.merge(item.revision(), 1, Integer::sum)));
        int apart = 0;
        for (Want want : drawn.wants()) {
            int[] of = drawn.pool().stream()
                    .filter(item -> item.cell().equals(want.cell()))
                    .mapToInt(item -> times.getOrDefault(item.revision(), 0))
                    .toArray();
            apart = Math.max(
                    apart,
                    IntStream.of(of).max().getAsInt() - IntStream.of(of).min().getAsInt());
        }
        assertThat(apart).isLessThanOrEqualTo(2);
    }

    private static final int[][] SMALL = {
        {1, 2}, {1, 2}, {2, 4}, {2, 4}, {3, 6}, {3, 6}, {1, 3}, {2, 6}, {2, 5}, {3, 7}, {1, 3}, {3, 8}
    };

    private static double byChance(int[] cell) {
        return (double) cell[0] * cell[0] / cell[1];
    }

    /** Standard deviation of what two papers share by chance (hypergeometric). */
    private static double deviation(int[] cell) {
        double share = (double) cell[0] / cell[1];
        return Math.sqrt(cell[0] * share * (1 - share) * (cell[1] - cell[0]) / (cell[1] - 1));
    }

    /** How many standard errors the mean overlap of papers at the distance lies above what chance says, over all cells. */
    private static double excess(Drawn drawn, int distance) {
        double sum = 0;
        double variance = 0;
        for (int cell = 0; cell < SMALL.length; cell++) {
            for (int paper = 0; paper + distance < PAPERS; paper++) {
                sum += drawn.shared(paper, paper + distance, cell) - byChance(SMALL[cell]);
                variance += deviation(SMALL[cell]) * deviation(SMALL[cell]);
            }
        }
        return sum / Math.sqrt(variance);
    }

    /** By "parallel-1" papers at distance 2 share 126 standard errors more than chance says, and at distance 500 still 64. */
    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5", "6", "7", "10", "50", "499", "500"})
    void papersAtNoDistanceShareMoreThanChanceSays(int distance) {
        assertThat(excess(draw(DrawRules.PARALLEL_2, SMALL, PAPERS, 11, false), distance))
                .isBetween(distance < 4 ? -40.0 : -4.0, 4.0);
    }

    @Test
    void byTheFirstRulesPapersAtAnEvenDistanceShareMuchMore() {
        Drawn drawn = draw(DrawRules.PARALLEL_1, SMALL, PAPERS, 11, false);
        assertThat(excess(drawn, 2)).isGreaterThan(100);
        assertThat(excess(drawn, 500)).isGreaterThan(50);
    }

    /** With items for two papers in each cell no draw can let neighbours share less than a quarter without papers farther apart sharing more than by chance. */
    @Test
    void neighboursShareHalfOfWhatChanceSaysWhereACellHasItemsForTwo() {
        int[][] cells = new int[20][];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = new int[] {1 + cell % 4, 2 + cell % 4 * 2};
        }
        Drawn drawn = draw(DrawRules.PARALLEL_2, cells, PAPERS, 3, false);
        int[] shared = new int[PAPERS - 1];
        for (int paper = 1; paper < PAPERS; paper++) {
            for (int cell = 0; cell < cells.length; cell++) {
                shared[paper - 1] += drawn.shared(paper - 1, paper, cell);
            }
        }
        assertThat(IntStream.of(shared).average().getAsDouble()).as("of 50").isBetween(12.0, 13.0);
        assertThat(IntStream.of(shared).max().getAsInt()).isLessThanOrEqualTo(25);
    }

    private static double chances(int of, int choose) {
        return choose == 0 ? 1 : chances(of - 1, choose - 1) * of / choose;
    }

    /** By "parallel-1" papers at distance 2 are equal in every cell with items for two. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "10", "100"})
    void papersAreEqualInAWholeCellNoMoreOftenThanChanceSays(int distance) {
        Drawn drawn = draw(DrawRules.PARALLEL_2, SMALL, PAPERS, 12, false);
        for (int cell = 0; cell < SMALL.length; cell++) {
            int equal = 0;
            for (int paper = 0; paper + distance < PAPERS; paper++) {
                equal += drawn.shared(paper, paper + distance, cell) == SMALL[cell][0] ? 1 : 0;
            }
            double expected = (PAPERS - distance) / chances(SMALL[cell][1], SMALL[cell][0]);
            assertThat(equal)
                    .as("%d of %d at distance %d", SMALL[cell][0], SMALL[cell][1], distance)
                    .isLessThanOrEqualTo((int) (expected + 4 * Math.sqrt(expected) + 1));
        }
    }

    /** Pearson's χ² of the sets that every second paper holds of a cell: those papers are of different decks. */
    private static double chiSquare(Drawn drawn, int cell) {
        Map<Set<PoolItem>, Integer> times = new HashMap<>();
        for (int paper = 0; paper < PAPERS; paper += 2) {
            times.merge(drawn.items(paper, cell), 1, Integer::sum);
        }
        double sets = chances(drawn.cellSize(cell), drawn.wants().get(cell).items());
        double expected = PAPERS / 2 / sets;
        return times.values().stream()
                        .mapToDouble(seen -> (seen - expected) * (seen - expected) / expected)
                        .sum()
                + (sets - times.size()) * expected;
    }

    /** With 5 degrees of freedom it is below 20.5 in 999 of 1,000 fair draws, with 19 below 43.8; "parallel-1" knows two sets only, so that every second paper has one of them. */
    @Test
    void everySetOfItemsOfACellIsAsLikelyAsEveryOther() {
        Drawn drawn = draw(DrawRules.PARALLEL_2, SMALL, PAPERS, 13, false);
        Drawn before = draw(DrawRules.PARALLEL_1, SMALL, PAPERS, 13, false);
        for (int cell = 2; cell < 6; cell++) {
            double most = cell < 4 ? 20.5 : 43.8;
            assertThat(chiSquare(drawn, cell)).isLessThan(most);
            assertThat(chiSquare(before, cell)).isGreaterThan(50 * most);
        }
    }
}
