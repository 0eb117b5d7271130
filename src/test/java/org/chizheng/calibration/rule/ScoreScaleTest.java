package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ScoreScaleTest {
    private static final ScoreScale SCALE = new ScoreScale(List.of(
            new ItemParameters(1, -1.5, 0, 0), new ItemParameters(0.6, 0, 0, 0), new ItemParameters(1.4, 0.8, 0, 0)));

    @Property
    void theAbilityOfItsOwnScoreIsItself(@ForAll @DoubleRange(min = -3.9, max = 3.9) double ability) {
        assertThat(SCALE.ability(SCALE.share(ability))).isEqualTo(ability, within(1e-6));
    }

    @Test
    void allRightAndAllWrongAreTheEndsOfTheScale() {
        assertThat(SCALE.ability(1)).isEqualTo(ScoreScale.FARTHEST, within(1e-6));
        assertThat(SCALE.ability(0)).isEqualTo(-ScoreScale.FARTHEST, within(1e-6));
    }

    @Test
    void oneRaschItemHasHalfItsAnswersRightAtItsDifficulty() {
        assertThat(new ScoreScale(List.of(new ItemParameters(1, 0.7, 0, 0))).ability(0.5))
                .isEqualTo(0.7, within(1e-6));
    }
}
