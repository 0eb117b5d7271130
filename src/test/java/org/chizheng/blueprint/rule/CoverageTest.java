package org.chizheng.blueprint.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Quota SINGLE = new Quota("SINGLE", "01", 2, 4, 1);
    private static final Quota MULTIPLE = new Quota("MULTIPLE", "02", 3, 2, 2);

    @Test
    void theTightestCellSaysHowManyPapersShareNothing() {
        Coverage coverage = Coverage.of(List.of(SINGLE, MULTIPLE), Map.of(SINGLE.cell(), 17, MULTIPLE.cell(), 7));
        assertThat(coverage.isFilled()).isTrue();
        assertThat(coverage.disjoint()).isEqualTo(3);
        assertThat(coverage.overlap()).isCloseTo(16.0 / 17 + 4.0 / 7, within(1e-12));
        assertThat(coverage.items()).isEqualTo(6);
        assertThat(coverage.points()).isEqualTo(8);
    }

    @Test
    void whatIsMissingIsCounted() {
        Coverage coverage = Coverage.of(List.of(SINGLE, MULTIPLE), Map.of(SINGLE.cell(), 3));
        assertThat(coverage.isFilled()).isFalse();
        assertThat(coverage.missing()).isEqualTo(3);
        assertThat(coverage.disjoint()).isZero();
        assertThat(coverage.lines().get(1).missing()).isEqualTo(2);
    }

    @Test
    void anEmptyBlueprintMakesNoPaper() {
        assertThat(Coverage.of(List.of(), Map.of()).disjoint()).isZero();
    }
}
