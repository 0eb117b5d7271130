package org.chizheng.blueprint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.chizheng.blueprint.rule.Quota.Cell;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final List<Quota> QUOTAS = List.of(
            new Quota("SINGLE", "01", 1, 10, 1, "NATIONAL"),
            new Quota("SINGLE", "01", 1, 5, 1, "PROVINCIAL"),
            new Quota("SINGLE", "01", 2, 15, 1));
    private static final Map<Cell, Integer> HELD = Map.of(
            new Cell("SINGLE", "01", 1, "NATIONAL"), 12,
            new Cell("SINGLE", "01", 1, "PROVINCIAL"), 4,
            new Cell("SINGLE", "01", 2, "NATIONAL"), 7,
            new Cell("SINGLE", "01", 2, "PROVINCIAL"), 9);

    @Test
    void theBankCountsOnlyWhereTheBlueprintAsksForIt() {
        assertThat(new Cells(QUOTAS).count(HELD))
                .containsOnly(
                        Map.entry(new Cell("SINGLE", "01", 1, "NATIONAL"), 12),
                        Map.entry(new Cell("SINGLE", "01", 1, "PROVINCIAL"), 4),
                        Map.entry(new Cell("SINGLE", "01", 2), 16));
    }

    @Test
    void whatABankLacksTheOtherDoesNotMakeUp() {
        assertThat(BlueprintChecks.shortages(QUOTAS, new Cells(QUOTAS).count(HELD)))
                .containsExactly(Map.entry(1, "SINGLE 01/1 PROVINCIAL: the bank has 4 items, wanted are 5"));
    }

    @Test
    void aCellIsAskedOfABankOrOfEitherNotOfBoth() {
        List<Quota> mixed =
                List.of(new Quota("SINGLE", "01", 1, 10, 1, "NATIONAL"), new Quota("SINGLE", "01", 1, 20, 1));
        assertThat(BlueprintChecks.faults(mixed, Map.of("SINGLE", new int[] {30, 1})))
                .containsExactly("SINGLE 01/1: one quota names a bank and another does not");
        assertThat(BlueprintChecks.faults(QUOTAS, Map.of("SINGLE", new int[] {30, 1})))
                .isEmpty();
    }
}
