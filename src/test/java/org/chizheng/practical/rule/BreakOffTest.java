package org.chizheng.practical.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.chizheng.practical.rule.BreakOff.Cause;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Leaving counts, illness and trouble do not; nobody is taken away who was marked to the end. */
class BreakOffTest {
    @Example
    void onlyLeavingUsesAnAttempt() {
        assertThat(Cause.LEFT.counts()).isTrue();
        assertThat(Cause.ILL.counts()).isFalse();
        assertThat(Cause.TECHNICAL.counts()).isFalse();
    }

    @Property
    void whoIsNotAtAStationOrIsDecidedIsNotBrokenOff(@ForAll Cause cause, @ForAll @IntRange(max = 3) int signed) {
        for (String state : new String[] {"ADMITTED", "DISPUTED", "JUDGED", "ENDED"}) {
            assertThat(BreakOff.objection(state, cause, signed)).contains("WRONG_STATE");
        }
    }

    @Property
    void onceAnAssessorHasSignedOnlyTroubleEndsIt(@ForAll Cause cause, @ForAll @IntRange(max = 2) int signed) {
        for (String state : new String[] {"AT_STATION", "RUNNING"}) {
            boolean may = signed == 0 || cause == Cause.TECHNICAL;
            assertThat(BreakOff.objection(state, cause, signed).isEmpty()).isEqualTo(may);
        }
    }
}
