package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class OptionCurvesTest {
    private static RestScores scores(int... perCent) {
        RestScores scores = new RestScores();
        for (int rest : perCent) {
            scores.add(rest, 100, 1);
        }
        return scores;
    }

    @Test
    void fifthsOfTenCandidatesByHand() {
        Map<Integer, RestScores> answers = new HashMap<>();
        answers.put(0b001, scores(50, 60, 70, 80, 90));
        answers.put(0b010, scores(10, 20, 40));
        answers.put(0b110, scores(30));
        answers.put(0, scores(5));
        OptionCurves curves = OptionCurves.of(answers, 3, 0b001, 5);
        assertThat(curves.size()).isEqualTo(2);
        assertThat(curves.rest()).containsExactly(0.075, 0.25, 0.45, 0.65, 0.85);
        assertThat(curves.right()).containsExactly(0.0, 0.0, 0.5, 1.0, 1.0);
        assertThat(curves.options())
                .containsExactly(
                        List.of(0.0, 0.0, 0.5, 1.0, 1.0),
                        List.of(0.5, 1.0, 0.5, 0.0, 0.0),
                        List.of(0.0, 0.5, 0.0, 0.0, 0.0));
    }

    @Test
    void candidatesLevelAtABorderBelongToBothSides() {
        Map<Integer, RestScores> answers = Map.of(0b01, scores(50, 50, 50), 0b10, scores(50, 50));
        OptionCurves curves = OptionCurves.of(answers, 2, 0b01, 2);
        assertThat(curves.right()).allSatisfy(share -> assertThat(share).isEqualTo(0.6, within(1e-12)));
        assertThat(curves.rest()).allSatisfy(rest -> assertThat(rest).isEqualTo(0.5, within(1e-12)));
    }
}
