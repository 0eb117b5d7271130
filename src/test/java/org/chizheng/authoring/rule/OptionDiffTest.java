package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.chizheng.authoring.rule.OptionDiff.Choice;
import org.chizheng.authoring.rule.OptionDiff.Line;
import org.chizheng.authoring.rule.TextDiff.Kind;
import org.junit.jupiter.api.Test;

class OptionDiffTest {
    private static final Choice STOP = new Choice("立即停电", true);
    private static final Choice CALL = new Choice("打电话报警", false);

    @Test
    void anotherOrderIsNoChange() {
        assertThat(OptionDiff.of(List.of(STOP, CALL), List.of(CALL, STOP))).allMatch(Line::isUntouched);
    }

    @Test
    void anOptionIsHeldAgainstTheOneItGrewFrom() {
        List<Line> lines = OptionDiff.of(List.of(STOP, CALL), List.of(new Choice("打电话报火警", false), STOP));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).kind()).isEqualTo(Kind.SAME);
        assertThat(lines.get(0).pieces()).extracting(TextDiff.Piece::text).contains("火");
        assertThat(lines.get(1).isUntouched()).isTrue();
    }

    @Test
    void anOptionThatIsGoneAndOneThatIsNewAreTwoLines() {
        assertThat(OptionDiff.of(List.of(STOP, CALL), List.of(STOP, new Choice("继续作业", false))))
                .extracting(Line::kind)
                .containsExactly(Kind.SAME, Kind.ADDED, Kind.REMOVED);
    }

    @Test
    void aKeyThatMovesIsToldOfBoth() {
        List<Line> lines = OptionDiff.of(
                List.of(STOP, CALL), List.of(new Choice(STOP.text(), false), new Choice(CALL.text(), true)));
        assertThat(lines).allMatch(Line::turned);
        assertThat(lines).extracting(Line::right).containsExactly(false, true);
    }
}
