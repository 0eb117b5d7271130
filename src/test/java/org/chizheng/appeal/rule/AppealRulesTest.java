package org.chizheng.appeal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.chizheng.appeal.rule.FourEyes.Kind;
import org.chizheng.appeal.rule.FourEyes.Step;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Who may decide, what the comparison leaves, and whether another attempt is open. */
class AppealRulesTest {
    @Property
    void whoeverProposedNeverConfirms(@ForAll RecheckState state, @ForAll @IntRange(min = 1, max = 5) int round) {
        Kind proposing = state.isAppeal() ? Kind.APPEAL_PROPOSED : Kind.PROPOSED;
        List<Step> steps = List.of(new Step(round, proposing, "a"));
        assertThat(FourEyes.mayAct("a", steps, round, state)).isEqualTo(!state.isProposed());
        assertThat(FourEyes.mayAct("b", steps, round, state)).isTrue();
    }

    @Property
    void whoHadAPartInAnEarlierRoundHasNoneInALaterOne(@ForAll Kind kind, @ForAll RecheckState state) {
        assertThat(FourEyes.mayAct("a", List.of(new Step(1, kind, "a")), 2, state))
                .isFalse();
    }

    @Property
    void nobodyOfARecheckDecidesItsAppeal(@ForAll Kind kind) {
        List<Step> steps = List.of(new Step(1, kind, "a"));
        assertThat(FourEyes.mayAct("a", steps, 1, RecheckState.APPEALED)).isEqualTo(kind.ofAppeal());
    }

    @Example
    void whoGaveItBackMayProposeAndTheFirstMayConfirm() {
        List<Step> steps = List.of(
                new Step(1, Kind.PROPOSED, "a"), new Step(1, Kind.RETURNED, "b"), new Step(1, Kind.PROPOSED, "b"));
        assertThat(FourEyes.mayAct("b", steps, 1, RecheckState.PROPOSED)).isFalse();
        assertThat(FourEyes.mayAct("a", steps, 1, RecheckState.PROPOSED)).isTrue();
    }

    @Property
    void aRecordThatDoesNotHoldLeavesNothing(@ForAll boolean differs, @ForAll boolean moved) {
        assertThat(Verdict.of(false, differs, moved)).isEmpty();
        assertThat(Verdict.of(true, differs, moved)).contains(differs || moved ? Outcome.CHANGED : Outcome.UPHELD);
    }

    @Property
    void anAttemptIsOpenUntilTheyAreUsedUp(
            @ForAll @IntRange(min = 1, max = 9) int allowed, @ForAll @IntRange(max = 20) int used) {
        Retake retake = Retake.of(String.valueOf(allowed), used);
        assertThat(retake.isOpen()).isEqualTo(used < allowed);
        assertThat(retake.left()).isEqualTo(Math.max(0, allowed - used));
        assertThat(Retake.of("UNLIMITED", used).isOpen()).isTrue();
    }
}
