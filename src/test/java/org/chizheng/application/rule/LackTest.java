package org.chizheng.application.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.chizheng.application.rule.Lack.Known;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LackTest {
    @Test
    void nothingIsLackingWhenPhotoPapersAndRulesLeaveNothingToLookAt() {
        assertThat(Lack.of(new Known(true, 0, true, 0, false, 0))).isEmpty();
        assertThat(Lack.of(new Known(true, 0, true, 48, true, 0))).isEmpty();
    }

    @Test
    void everythingThatLacksIsNamed() {
        assertThat(Lack.of(new Known(false, 0, false, 48, false, 2)))
                .containsExactly(Lack.PHOTO, Lack.IDENTITY, Lack.TRAINING_PROOF, Lack.OBJECTION);
        assertThat(Lack.of(new Known(true, 1, true, 0, false, 0))).containsExactly(Lack.PHOTO_FOUND);
    }

    @Property
    void anObjectionOrADoubtfulPhotoIsNeverAcceptedUnread(
            @ForAll boolean identity,
            @ForAll boolean proof,
            @ForAll @IntRange(max = 100) int hours,
            @ForAll @IntRange(min = 1, max = 9) int many) {
        assertThat(Lack.of(new Known(true, 0, identity, hours, proof, many))).contains(Lack.OBJECTION);
        assertThat(Lack.of(new Known(true, many, identity, hours, proof, 0))).contains(Lack.PHOTO_FOUND);
    }
}
