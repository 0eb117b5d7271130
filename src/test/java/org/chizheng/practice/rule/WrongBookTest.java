package org.chizheng.practice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.chizheng.practice.rule.WrongBook.Standing;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WrongBookTest {
    @Test
    void aWrongAnswerEntersTheBookAndTwoRightOnesInARowLeaveIt() {
        Standing wrong = WrongBook.after(Standing.NONE, false, 2);
        assertThat(wrong).isEqualTo(new Standing(false, 0, true));
        Standing once = WrongBook.after(wrong, true, 2);
        assertThat(once).isEqualTo(new Standing(true, 1, true));
        assertThat(WrongBook.after(once, true, 2)).isEqualTo(new Standing(true, 2, false));
    }

    @Test
    void aWrongAnswerBetweenBeginsTheCountAgain() {
        assertThat(after(false, true, false, true)).isEqualTo(new Standing(true, 1, true));
    }

    @Test
    void whatWasNeverWrongNeverEnters() {
        assertThat(after(true, true, true)).isEqualTo(new Standing(true, 3, false));
    }

    @Property
    void anItemStandsInTheBookWhileItWasWrongAndNotSoOftenRightSince(
            @ForAll List<Boolean> answers, @ForAll @IntRange(min = 1, max = 4) int leaveAfter) {
        Standing standing = Standing.NONE;
        boolean expected = false;
        for (int i = 0; i < answers.size(); i++) {
            standing = WrongBook.after(standing, answers.get(i), leaveAfter);
            int lastWrong = answers.subList(0, i + 1).lastIndexOf(false);
            expected = lastWrong >= 0 && i - lastWrong < leaveAfter;
        }
        assertThat(standing.inBook()).isEqualTo(expected);
    }

    private static Standing after(boolean... answers) {
        Standing standing = Standing.NONE;
        for (boolean right : answers) {
            standing = WrongBook.after(standing, right, 2);
        }
        return standing;
    }
}
