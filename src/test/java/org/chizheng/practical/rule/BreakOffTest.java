package org.chizheng.practical.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.chizheng.practical.rule.BreakOff.Cause;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whether leaving and illness count, the policy says, and trouble never does; nobody is taken away who was marked to the end. */
class BreakOffTest {
    private static PolicyTerms policy(String leaving, String illness) {
        return new PolicyTerms(
                "test",
                Map.of(
                        PolicyTerm.PRACTICAL_LEAVING_COUNTS, leaving,
                        PolicyTerm.PRACTICAL_ILLNESS_COUNTS, illness));
    }

    @Example
    void whatUsesAnAttemptThePolicySays() {
        assertThat(Cause.LEFT.counts(policy("YES", "NO"))).isTrue();
        assertThat(Cause.ILL.counts(policy("YES", "NO"))).isFalse();
        assertThat(Cause.LEFT.counts(policy("NO", "YES"))).isFalse();
        assertThat(Cause.ILL.counts(policy("NO", "YES"))).isTrue();
        assertThat(Cause.TECHNICAL.counts(policy("YES", "YES")))
                .as("never for what the staff cause")
                .isFalse();
    }

    @Property
    void whatIsTakenBackGoesOnOnlyWhereNothingStandsInTheWay(
            @ForAll boolean itsDay, @ForAll boolean free, @ForAll boolean anew) {
        assertThat(BreakOff.canGoOn(itsDay, free, anew)).isEqualTo(itsDay && free && !anew);
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
