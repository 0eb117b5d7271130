package org.chizheng.account.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.chizheng.account.rule.Whither.Known;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WhitherTest {
    @Property
    void whoIsKnownNeverGetsTheCodeAtTheNumberThatWasTyped(
            @ForAll boolean agrees, @ForAll boolean account, @ForAll boolean mobile) {
        assertThat(Whither.of(new Known(true, agrees, account, mobile))).isNotEqualTo(Whither.TYPED);
    }

    @Test
    void theNumberOnRecordNeedsTheRightNameAndNoProvenAccount() {
        assertThat(Whither.of(new Known(true, true, false, true))).isEqualTo(Whither.RECORD);
        assertThat(Whither.of(new Known(true, false, false, true))).isEqualTo(Whither.NONE);
        assertThat(Whither.of(new Known(true, true, true, true))).isEqualTo(Whither.NONE);
        assertThat(Whither.of(new Known(true, true, false, false))).isEqualTo(Whither.NONE);
    }

    @Test
    void aNewcomerGetsItAtTheNumberThatWasTyped() {
        assertThat(Whither.of(new Known(false, false, false, false))).isEqualTo(Whither.TYPED);
    }
}
