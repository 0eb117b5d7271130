package org.chizheng.practical.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TaskDrawTest {
    private static final List<String> FIVE = List.of("K21", "K22", "K23", "K24", "K25");
    private static final List<String> THREE = List.of("K11", "K12", "K13");
    private static final int DRAWS = 30_000;
    /** Chi-square at 0.1 % for 2, 4 and 14 degrees of freedom: the seeds are fixed, so this either holds or does not. */
    private static final Map<Integer, Double> CRITICAL = Map.of(2, 13.816, 4, 18.467, 14, 36.123);

    private static String seed(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void eachTaskIsAsLikelyAsAnyOther() {
        Random random = new Random(20_260_601);
        Map<String, Integer> five = new TreeMap<>();
        Map<String, Integer> three = new TreeMap<>();
        Map<String, Integer> both = new TreeMap<>();
        for (int i = 0; i < DRAWS; i++) {
            String seed = seed(random);
            String one = TaskDraw.draw(seed, "K1", THREE);
            String other = TaskDraw.draw(seed, "K2", FIVE);
            three.merge(one, 1, Integer::sum);
            five.merge(other, 1, Integer::sum);
            both.merge(one + other, 1, Integer::sum);
        }
        assertThat(chiSquare(three, 3)).isLessThan(CRITICAL.get(2));
        assertThat(chiSquare(five, 5)).isLessThan(CRITICAL.get(4));
        assertThat(chiSquare(both, 15)).as("parts are drawn independently").isLessThan(CRITICAL.get(14));
    }

    @Test
    void aLoadedDrawWouldBeFound() {
        assertThat(chiSquare(Map.of("K11", 10_400, "K12", 9_900, "K13", 9_700), 3))
                .isGreaterThan(CRITICAL.get(2));
    }

    private static double chiSquare(Map<String, Integer> counts, int cells) {
        double expected = (double) DRAWS / cells;
        assertThat(counts).hasSize(cells);
        return counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    @Property(tries = 200)
    void theSameSeedGivesTheSameTask(@ForAll long number, @ForAll @IntRange(min = 1, max = 9) int size) {
        List<String> tasks = FIVE.subList(0, Math.min(size, FIVE.size()));
        String seed = seed(new Random(number));
        assertThat(TaskDraw.draw(seed, "K2", tasks))
                .isIn(tasks)
                .isEqualTo(TaskDraw.draw(seed, "K2", List.copyOf(tasks)));
    }

    @Test
    void theRuleStaysAsItIs() {
        String seed = "00".repeat(32);
        assertThat(TaskDraw.draw(seed, "K1", THREE)).isEqualTo("K13");
        assertThat(TaskDraw.draw(seed, "K2", FIVE)).isEqualTo("K25");
        assertThatThrownBy(() -> TaskDraw.draw(seed, "K3", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
