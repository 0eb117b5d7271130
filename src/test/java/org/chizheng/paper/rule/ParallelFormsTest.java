package org.chizheng.paper.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParallelFormsTest {
    /** Three types, two chapters, three difficulties; chances all differ, as after calibration. */
    private static final List<Want> WANTS = wants();

    private static List<Want> wants() {
        List<Want> wants = new ArrayList<>();
        for (String type : List.of("TRUE_FALSE", "SINGLE", "MULTIPLE")) {
            for (String chapter : List.of("01", "02")) {
                for (int difficulty = 1; difficulty <= 3; difficulty++) {
                    wants.add(new Want(new Cell(type, chapter, difficulty), 3, type.equals("MULTIPLE") ? 2 : 1));
                }
            }
        }
        return wants;
    }

    private static List<PoolItem> pool(int each, long seed) {
        Random random = new Random(seed);
        List<PoolItem> pool = new ArrayList<>();
        for (Want want : WANTS) {
            for (int i = 0; i < each; i++) {
                pool.add(new PoolItem(
                        new UUID(random.nextLong(), random.nextLong()),
                        want.cell().type(),
                        want.cell().chapter(),
                        want.cell().difficulty(),
                        4,
                        300_000 + random.nextInt(650_000)));
            }
        }
        return pool;
    }

    private static List<List<PoolItem>> papers(List<PoolItem> pool, int count, int seed)
            throws ParallelForms.EnemiesMeet {
        return papers(DrawRules.CURRENT, pool, count, seed);
    }

    private static List<List<PoolItem>> papers(DrawRules rules, List<PoolItem> pool, int count, int seed)
            throws ParallelForms.EnemiesMeet {
        return ParallelForms.assemble(rules, WANTS, pool, Map.of(), count, new Draw(new byte[] {(byte) seed, 3}));
    }

    private static Map<UUID, Integer> exposure(List<List<PoolItem>> papers) {
        Map<UUID, Integer> exposure = new HashMap<>();
        papers.forEach(paper -> paper.forEach(item -> exposure.merge(item.revision(), 1, Integer::sum)));
        return exposure;
    }

    private static double spread(List<List<PoolItem>> papers) {
        double[] expected = papers.stream()
                .mapToDouble(paper -> ParallelForms.expected(WANTS, paper))
                .toArray();
        double mean = java.util.Arrays.stream(expected).average().orElseThrow();
        return Math.sqrt(java.util.Arrays.stream(expected)
                .map(e -> (e - mean) * (e - mean))
                .average()
                .orElseThrow());
    }

    @Property(tries = 60)
    void everyPaperMeetsTheBlueprintAndNoItemComesMuchMoreThanAnother(
            @ForAll DrawRules rules,
            @ForAll int seed,
            @ForAll @IntRange(min = 3, max = 12) int each,
            @ForAll @IntRange(min = 1, max = 40) int count)
            throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(each, seed);
        List<List<PoolItem>> papers = papers(rules, pool, count, seed);
        assertThat(papers).hasSize(count);
        for (List<PoolItem> paper : papers) {
            assertThat(new HashSet<>(paper)).hasSize(54);
            for (int i = 0; i < paper.size(); i++) {
                Cell wanted = WANTS.get(i / 3).cell();
                PoolItem item = paper.get(i);
                assertThat(new Cell(item.type(), item.chapter(), item.difficulty()))
                        .isEqualTo(wanted);
            }
        }
        Map<UUID, Integer> exposure = exposure(papers);
        for (PoolItem item : pool) {
            assertThat(exposure.getOrDefault(item.revision(), 0))
                    .isBetween(3 * count / each, (3 * count + each - 1) / each);
        }
    }

    @Property(tries = 30)
    void byTheFirstRulesNeighboursShareNoMoreThanTheCellForces(
            @ForAll int seed, @ForAll @IntRange(min = 3, max = 9) int each) throws ParallelForms.EnemiesMeet {
        List<List<PoolItem>> papers = papers(DrawRules.PARALLEL_1, pool(each, seed), 30, seed);
        int forced = Math.max(0, 6 - each);
        for (int i = 1; i < papers.size(); i++) {
            for (int cell = 0; cell < WANTS.size(); cell++) {
                Set<PoolItem> shared = new HashSet<>(papers.get(i).subList(3 * cell, 3 * cell + 3));
                shared.retainAll(papers.get(i - 1).subList(3 * cell, 3 * cell + 3));
                assertThat(shared.size()).isLessThanOrEqualTo(forced);
            }
        }
    }

    @Test
    void thePapersExpectTheSameOfACandidateAtTheCut() throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(20, 5);
        List<List<PoolItem>> plain = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            plain.add(PaperAssembler.assemble(WANTS, pool, new Draw(new byte[] {(byte) i, (byte) (i >> 8)})).stream()
                    .sorted(java.util.Comparator.comparingInt(placed -> pool.indexOf(placed.item())))
                    .map(PaperAssembler.Placed::item)
                    .toList());
        }
        double equal = spread(papers(pool, 300, 1));
        assertThat(equal / spread(plain)).isLessThan(0.03);
        assertThat(equal).as("millionths of a point").isLessThan(10_000);
    }

    /** Where the cell has items for two papers the first rules leave nothing to change; so papers could differ by points. */
    @Test
    void papersOfASmallBankAreAsEqual() throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(6, 5);
        assertThat(spread(papers(pool, 300, 1))).as("millionths of a point").isLessThan(10_000);
        assertThat(spread(papers(DrawRules.PARALLEL_1, pool, 300, 1))).isGreaterThan(100_000);
    }

    @Test
    void theSameChanceGivesTheSamePapersAndAnotherGivesOthers() throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(10, 2);
        assertThat(papers(pool, 25, 7)).isEqualTo(papers(pool, 25, 7)).isNotEqualTo(papers(pool, 25, 8));
    }

    @Test
    void enemiesNeverMeet() throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(9, 3);
        Map<UUID, Set<UUID>> enemies = new HashMap<>();
        for (int i = 0; i < pool.size() - 9; i += 4) {
            UUID one = pool.get(i).revision();
            UUID other = pool.get(i + 9).revision();
            enemies.computeIfAbsent(one, id -> new HashSet<>()).add(other);
            enemies.computeIfAbsent(other, id -> new HashSet<>()).add(one);
        }
        for (int seed = 0; seed < 20; seed++) {
            for (List<PoolItem> paper : ParallelForms.assemble(
                    DrawRules.CURRENT, WANTS, pool, enemies, 40, new Draw(new byte[] {(byte) seed}))) {
                Set<UUID> ids = new HashSet<>();
                paper.forEach(item -> ids.add(item.revision()));
                enemies.forEach((one, others) -> assertThat(
                                ids.contains(one) && others.stream().anyMatch(ids::contains))
                        .isFalse());
            }
        }
    }

    /** With one paper there is no other to change with: an item that was not dealt stands in. */
    @Property(tries = 40)
    void enemiesNeverMeetInASinglePaperEither(@ForAll int seed) throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(6, seed);
        Map<UUID, Set<UUID>> enemies = new HashMap<>();
        for (int i = 0; i + 1 < 6; i += 2) {
            UUID one = pool.get(i).revision();
            UUID other = pool.get(i + 1).revision();
            enemies.put(one, Set.of(other));
            enemies.put(other, Set.of(one));
        }
        List<PoolItem> paper = ParallelForms.assemble(
                        DrawRules.CURRENT, WANTS, pool, enemies, 1, new Draw(new byte[] {(byte) seed, (byte) (seed >> 8)
                        }))
                .get(0);
        Set<UUID> ids = new HashSet<>();
        paper.forEach(item -> ids.add(item.revision()));
        assertThat(ids).hasSize(54);
        enemies.forEach(
                (one, others) -> assertThat(ids.contains(one) && others.stream().anyMatch(ids::contains))
                        .isFalse());
    }

    @Test
    void enemiesThatCannotBeKeptApartAreNamed() {
        List<PoolItem> pool = pool(3, 4);
        UUID one = pool.get(0).revision();
        UUID other = pool.get(1).revision();
        assertThatThrownBy(() -> ParallelForms.assemble(
                        DrawRules.CURRENT,
                        WANTS,
                        pool,
                        Map.of(one, Set.of(other), other, Set.of(one)),
                        5,
                        new Draw(new byte[] {1})))
                .isInstanceOf(ParallelForms.EnemiesMeet.class)
                .hasMessageContaining(one.toString())
                .hasMessageContaining(other.toString());
    }

    /** Pearson's χ² over 1,000 papers: with 19 degrees of freedom it is below 43.8 in 999 of 1,000 fair draws; dealing makes it far smaller. */
    @Test
    void everyItemIsAsLikelyAsEveryOtherAndPairsMeetAsOftenAsChanceSays() throws ParallelForms.EnemiesMeet {
        List<PoolItem> pool = pool(20, 6);
        List<List<PoolItem>> papers = papers(pool, 1000, 9);
        Map<UUID, Integer> exposure = exposure(papers);
        for (Want want : WANTS) {
            double chi = pool.stream()
                    .filter(item -> new Cell(item.type(), item.chapter(), item.difficulty()).equals(want.cell()))
                    .mapToDouble(item -> Math.pow(exposure.get(item.revision()) - 150, 2) / 150)
                    .sum();
            assertThat(chi).isLessThan(43.8);
        }
        long shared = 0;
        for (int i = 0; i < 1000; i += 2) {
            Set<PoolItem> both = new HashSet<>(papers.get(i));
            both.retainAll(papers.get((i + 500) % 1000));
            shared += both.size();
        }
        assertThat(shared / 500.0).as("18 cells, 3 × 3 / 20 each").isBetween(7.6, 8.6);
    }
}
