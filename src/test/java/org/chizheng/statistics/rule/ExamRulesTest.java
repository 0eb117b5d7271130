package org.chizheng.statistics.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.chizheng.statistics.rule.AssessorSeverity.Mark;
import org.chizheng.statistics.rule.AssessorSeverity.Severity;

import net.jqwik.api.Example;

/** Few people are not told of, and severity is measured against those who saw the same. */
class ExamRulesTest {
    @Example
    void severityByHand() {
        List<Severity> found = AssessorSeverity.of(List.of(
                new Mark("p", "a", 80),
                new Mark("p", "b", 90),
                new Mark("q", "a", 70),
                new Mark("q", "b", 74),
                new Mark("q", "c", 76),
                new Mark("r", "a", 60)));
        assertThat(found).extracting(Severity::assessor).containsExactly("a", "b", "c");
        Severity a = found.get(0);
        assertThat(a.shared()).as("nobody else saw r").isEqualTo(2);
        assertThat(a.deviation()).as("(80 − 90 + 70 − 75) / 2").isCloseTo(-7.5, within(1e-12));
        assertThat(a.error().orElseThrow())
                .as("deviations −10 and −5: √(12.5 / 2)")
                .isCloseTo(2.5, within(1e-12));
        assertThat(found.get(2).deviation()).as("76 − 72").isCloseTo(4, within(1e-12));
        assertThat(found.get(2).error()).isEmpty();
    }

    @Example
    void aSevereOneIsFoundAmongHonestOnes() {
        Random random = new Random(5);
        List<Mark> marks = new ArrayList<>();
        for (int performance = 0; performance < 200; performance++) {
            double worth = 80 + 10 * random.nextGaussian();
            int one = performance % 5;
            int other = (one + 1 + random.nextInt(4)) % 5;
            for (int assessor : new int[] {one, other}) {
                double severity = assessor == 2 ? -6 : 0;
                marks.add(new Mark("p" + performance, "a" + assessor, worth + severity + 3 * random.nextGaussian()));
            }
        }
        List<Severity> found = AssessorSeverity.of(marks);
        assertThat(found.get(2).striking()).isTrue();
        assertThat(found.get(2).deviation()).isCloseTo(-6, within(1.5));
    }

    @Example
    void theSumOfDeviationsOfTwoIsNothing() {
        List<Severity> found = AssessorSeverity.of(List.of(new Mark("p", "a", 1), new Mark("p", "b", 5)));
        assertThat(found.get(0).deviation()).isEqualTo(-found.get(1).deviation());
    }
}
