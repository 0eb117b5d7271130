package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.practice.rule.Marking.Mark.HIT;
import static org.chizheng.practice.rule.Marking.Mark.LEFT;
import static org.chizheng.practice.rule.Marking.Mark.MISSED;
import static org.chizheng.practice.rule.Marking.Mark.WRONG;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MarkingTest {
    private static final List<Boolean> KEY = List.of(true, false, true, false);

    @Test
    void eachOptionIsToldWhetherItWasHitMissedWrongOrRightlyLeft() {
        assertThat(Marking.marks(KEY, 0b0011)).containsExactly(HIT, WRONG, MISSED, LEFT);
    }

    @Test
    void onlyExactlyTheRightOptionsAreRight() {
        assertThat(Marking.isRight(KEY, 0b0101)).isTrue();
        assertThat(Marking.isRight(KEY, 0b0001)).isFalse();
        assertThat(Marking.isRight(KEY, 0b0111)).isFalse();
        assertThat(Marking.isRight(KEY, 0)).isFalse();
    }

    @Test
    void placesThatTheItemDoesNotHaveAreNoChoice() {
        assertThat(Marking.chosen(List.of("1", "3"), 4, true)).isEqualTo(0b0101);
        assertThat(Marking.chosen(List.of(), 4, false)).isZero();
        for (String odd : List.of("0", "5", "-1", "a", "", "11", "1,2")) {
            assertThat(Marking.chosen(List.of(odd), 4, true)).as(odd).isEqualTo(-1);
        }
    }

    @Test
    void twoPlacesAreNoChoiceWhereOneIsRight() {
        assertThat(Marking.chosen(List.of("1", "2"), 4, false)).isEqualTo(-1);
        assertThat(Marking.chosen(List.of("2", "2"), 4, false)).isEqualTo(0b0010);
    }

    @Property
    void anAnswerIsRightWhenNothingIsMissedAndNothingWrong(
            @ForAll @Size(min = 2, max = 6) List<Boolean> key, @ForAll @IntRange(max = 63) int any) {
        int chosen = any & ((1 << key.size()) - 1);
        assertThat(Marking.isRight(key, chosen))
                .isEqualTo(Marking.marks(key, chosen).stream().noneMatch(m -> m == MISSED || m == WRONG));
    }
}
