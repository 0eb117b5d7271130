package org.chizheng.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class FunnelStepTest {
    private static RateView rate(long covered, long required, long grace) {
        return new RateView("32", "江苏省", "Jiangsu", covered, required, null, grace, null);
    }

    @Test
    void eachStepIsSetAgainstWhatIsRequired() {
        List<FunnelStep> steps = FunnelStep.of(
                rate(65, 128, 10), List.of(new HolderRateView.Ahead(30, LocalDate.of(2026, 12, 27), rate(60, 120, 0))));
        assertThat(steps)
                .extracting(FunnelStep::name, FunnelStep::days, FunnelStep::count, FunnelStep::lost, FunnelStep::width)
                .containsExactly(
                        tuple("REQUIRED", 0, 128L, 0L, 100.0),
                        tuple("DUE", 0, 118L, 10L, 92.1),
                        tuple("VALID", 0, 65L, 53L, 50.7),
                        tuple("AHEAD", 30, 60L, 5L, 46.8));
        assertThat(steps.get(2).left()).isEqualTo((100 - 50.7) / 2);
    }

    /** Certificates that begin later: more than today, never wider than the picture. */
    @Test
    void nothingIsLostWhereMoreAreCoveredLater() {
        List<FunnelStep> steps = FunnelStep.of(
                rate(1, 2, 0), List.of(new HolderRateView.Ahead(30, LocalDate.of(2026, 12, 27), rate(3, 3, 0))));
        assertThat(steps.get(3).lost()).isZero();
        assertThat(steps.get(3).width()).isEqualTo(100);
    }

    @Test
    void whereNothingIsRequiredThereIsNothingToDraw() {
        assertThat(FunnelStep.of(rate(0, 0, 0), List.of())).isEmpty();
    }
}
