package org.chizheng.scoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PassRuleTest {
    @Test
    void theCutScoreItselfPassesAndOnePointLessFails() {
        assertThat(PassRule.passes(80, 80)).isTrue();
        assertThat(PassRule.passes(79, 80)).isFalse();
    }

    @Property
    void moreThanAPassIsAPassAndLessThanAFailIsAFail(
            @ForAll @IntRange(max = 100) int raw, @ForAll @IntRange(max = 100) int cut) {
        assertThat(PassRule.passes(raw, cut)).isEqualTo(raw - cut >= 0);
        assertThat(PassRule.passes(raw + 1, cut)).isEqualTo(PassRule.passes(raw, cut) || raw + 1 == cut);
    }
}
