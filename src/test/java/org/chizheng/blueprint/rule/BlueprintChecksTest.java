package org.chizheng.blueprint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlueprintChecksTest {
    private static final Map<String, int[]> PLAN = Map.of("SINGLE", new int[] {5, 1}, "MULTIPLE", new int[] {2, 2});

    @Test
    void aBlueprintThatAddsUpHasNoFault() {
        assertThat(BlueprintChecks.faults(List.of(single(2), single(3), multiple(2, 2)), PLAN))
                .isEmpty();
    }

    @Test
    void tooFewTooManyMissingAndForeignTypesAreNamed() {
        assertThat(BlueprintChecks.faults(List.of(single(4), multiple(2, 2)), PLAN))
                .containsExactly("SINGLE: 4 items instead of 5");
        assertThat(BlueprintChecks.faults(List.of(single(6), multiple(2, 2)), PLAN))
                .containsExactly("SINGLE: 6 items instead of 5");
        assertThat(BlueprintChecks.faults(List.of(single(5)), PLAN)).containsExactly("MULTIPLE: 0 items instead of 2");
        assertThat(BlueprintChecks.faults(
                        List.of(single(5), multiple(2, 2), new Quota("TRUE_FALSE", "01", 1, 1, 1)), PLAN))
                .containsExactly("TRUE_FALSE is not in the plan");
    }

    @Test
    void otherPointsThanThePlansAreNamed() {
        assertThat(BlueprintChecks.faults(List.of(single(5), multiple(2, 3)), PLAN))
                .containsExactly("MULTIPLE 01: 3 points instead of 2");
    }

    @Test
    void everyShortCellIsNamedAtItsPlace() {
        List<Quota> quotas = List.of(single(5), new Quota("SINGLE", "02", 3, 1, 1), multiple(2, 2));
        Map<Quota.Cell, Integer> available =
                Map.of(single(5).cell(), 4, multiple(2, 2).cell(), 2);
        assertThat(BlueprintChecks.shortages(quotas, available))
                .containsExactly(
                        Map.entry(0, "SINGLE 01/1: the bank has 4 items, wanted are 5"),
                        Map.entry(1, "SINGLE 02/3: the bank has 0 items, wanted are 1"));
    }

    @Test
    void aCellThatStandsTwiceIsNamedBecauseBothWouldDrawTheSameItems() {
        assertThat(BlueprintChecks.shortages(
                        List.of(single(2), single(3)), Map.of(single(1).cell(), 99)))
                .containsExactly(Map.entry(1, "SINGLE 01/1 stands twice"));
    }

    @Property
    void aCellIsShortExactlyWhenItHoldsFewerItemsThanWanted(
            @ForAll @IntRange(min = 1, max = 200) int wanted, @ForAll @IntRange(max = 200) int available) {
        assertThat(BlueprintChecks.shortages(
                                List.of(single(wanted)), Map.of(single(1).cell(), available))
                        .isEmpty())
                .isEqualTo(wanted <= available);
    }

    private static Quota single(int items) {
        return new Quota("SINGLE", "01", 1, items, 1);
    }

    private static Quota multiple(int items, int points) {
        return new Quota("MULTIPLE", "01", 1, items, points);
    }
}
