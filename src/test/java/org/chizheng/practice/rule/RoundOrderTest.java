package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RoundOrderTest {
    @Property
    void everyItemComesOnceAndTheSameSeedGivesTheSameOrder(
            @ForAll @Size(16) byte[] seed, @ForAll @IntRange(max = 60) int count) {
        List<Integer> items = numbers(count);
        List<Integer> drawn = RoundOrder.items(items, seed, List.of());
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(items);
        assertThat(RoundOrder.items(items, seed, List.of())).isEqualTo(drawn);
    }

    @Property
    void theOrderOfTheRoundBeforeNeverComesAgain(
            @ForAll @Size(16) byte[] seed, @ForAll @IntRange(min = 2, max = 5) int count) {
        List<Integer> items = numbers(count);
        List<Integer> before = RoundOrder.items(items, seed, List.of());
        assertThat(RoundOrder.items(items, seed, before))
                .isNotEqualTo(before)
                .containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void neighboursHaveOrdersOfTheirOwn() {
        Set<List<Integer>> orders = new HashSet<>();
        for (int person = 0; person < 200; person++) {
            orders.add(RoundOrder.items(numbers(20), seed(person), List.of()));
        }
        assertThat(orders).hasSize(200);
    }

    @Test
    void everyOptionStandsAtEveryPlaceAboutAsOften() {
        int[] first = new int[4];
        for (int i = 0; i < 4000; i++) {
            first[
                    RoundOrder.options("SINGLE", List.of("a", "b", "c", "d"), seed(1), new UUID(7, i))
                            .get(0)]++;
        }
        for (int count : first) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @Test
    void trueStandsBeforeFalseWhicheverIsRight() {
        for (int i = 0; i < 50; i++) {
            assertThat(RoundOrder.options("TRUE_FALSE", List.of("错误", "正确"), seed(i), new UUID(1, i)))
                    .containsExactly(1, 0);
            assertThat(RoundOrder.options("TRUE_FALSE", List.of("正确", "错误"), seed(i), new UUID(1, i)))
                    .containsExactly(0, 1);
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[16];
        seed[0] = (byte) number;
        seed[1] = (byte) (number >> 8);
        return seed;
    }
}
