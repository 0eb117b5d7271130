package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MockPlanTest {
    private static final Want JUDGED = want("TRUE_FALSE", "01", 1, 40, 1);
    private static final Want SINGLE_A = want("SINGLE", "01", 1, 30, 1);
    private static final Want SINGLE_B = want("SINGLE", "02", 1, 10, 1);
    private static final Want SEVERAL = want("MULTIPLE", "01", 2, 10, 2);
    private static final List<Want> BLUEPRINT = List.of(JUDGED, SINGLE_A, SINGLE_B, SEVERAL);

    @Test
    void aShareThatIsRichEnoughIsAskedForTheWholeBlueprint() {
        assertThat(MockPlan.wants(BLUEPRINT, share(40, 30, 10, 10))).isEqualTo(BLUEPRINT);
        assertThat(MockPlan.wants(BLUEPRINT, share(400, 300, 100, 100))).isEqualTo(BLUEPRINT);
    }

    @Test
    void theScarcestTypeShrinksAllOthersByTheSameFactor() {
        List<Want> planned = MockPlan.wants(BLUEPRINT, share(16, 40, 40, 10));
        assertThat(planned)
                .containsExactly(
                        want("TRUE_FALSE", "01", 1, 16, 1),
                        want("SINGLE", "01", 1, 12, 1),
                        want("SINGLE", "02", 1, 4, 1),
                        want("MULTIPLE", "01", 2, 4, 2));
        assertThat(MockPlan.items(planned)).isEqualTo(36);
        assertThat(MockPlan.points(planned)).isEqualTo(40);
    }

    @Test
    void aChapterThatIsShortIsMadeUpForByTheOthers() {
        assertThat(MockPlan.wants(BLUEPRINT, share(20, 5, 15, 10)))
                .contains(want("SINGLE", "01", 1, 5, 1), want("SINGLE", "02", 1, 15, 1));
    }

    @Test
    void aTypeThatTheShareDoesNotHaveIsLeftOut() {
        assertThat(MockPlan.wants(BLUEPRINT, share(20, 15, 5, 0)))
                .extracting(want -> want.cell().type())
                .containsOnly("TRUE_FALSE", "SINGLE");
        assertThat(MockPlan.wants(BLUEPRINT, Map.of())).isEmpty();
    }

    @Property
    void aPlanNeverAsksForMoreThanThereIsAndKeepsTheProportionsOfTheTypes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Want> blueprint = new ArrayList<>();
        Map<Cell, Integer> available = new HashMap<>();
        for (String type : PaperAssembler.SECTIONS) {
            for (int cell = 0; cell < 6; cell++) {
                Want want = want(type, "0" + cell / 2, cell % 2 + 1, 1 + random.nextInt(4), 1);
                blueprint.add(want);
                available.put(want.cell(), random.nextInt(5));
            }
        }
        List<Want> planned = MockPlan.wants(blueprint, available);
        assertThat(PaperAssembler.shortages(planned, pool(available))).isEmpty();
        double factor = 1;
        for (String type : PaperAssembler.SECTIONS) {
            int room = sum(blueprint, type, want -> available.get(want.cell()));
            if (room > 0) {
                factor = Math.min(factor, (double) room / sum(blueprint, type, Want::items));
            }
        }
        for (String type : PaperAssembler.SECTIONS) {
            double exact = factor * sum(blueprint, type, Want::items);
            int room = sum(blueprint, type, want -> available.get(want.cell()));
            assertThat((double) sum(planned, type, Want::items))
                    .as(type)
                    .isBetween(
                            room == 0 ? 0 : Math.max(1, exact - 1.000001), room == 0 ? 0 : Math.max(1, exact + 1e-6));
        }
    }

    private static int sum(List<Want> wants, String type, java.util.function.ToIntFunction<Want> number) {
        return wants.stream()
                .filter(want -> want.cell().type().equals(type))
                .mapToInt(number)
                .sum();
    }

    private static List<Cell> pool(Map<Cell, Integer> available) {
        List<Cell> pool = new ArrayList<>();
        available.forEach((cell, items) -> {
            for (int i = 0; i < items; i++) {
                pool.add(cell);
            }
        });
        return pool;
    }

    private static Map<Cell, Integer> share(int judged, int singleA, int singleB, int several) {
        return Map.of(
                JUDGED.cell(), judged, SINGLE_A.cell(), singleA, SINGLE_B.cell(), singleB, SEVERAL.cell(), several);
    }

    private static Want want(String type, String chapter, int difficulty, int items, int points) {
        return new Want(new Cell(type, chapter, difficulty), items, points);
    }
}
