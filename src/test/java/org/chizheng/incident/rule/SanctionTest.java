package org.chizheng.incident.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a decision reaches: the whole examination only by what zeroes, and an appeal never reaches further. */
class SanctionTest {
    @Property
    void theWholeExaminationIsReachedOnlyByWhatZeroes(@ForAll Measure measure, @ForAll boolean whole) {
        assertThat(new Sanction(measure, whole).fits()).isEqualTo(!whole || measure.zeroes());
    }

    @Property
    void reachingFurtherIsHarsher(
            @ForAll Measure one, @ForAll boolean whole, @ForAll Measure other, @ForAll boolean otherWhole) {
        boolean harsher = one.compareTo(other) > 0 || whole && !otherWhole;
        assertThat(new Sanction(one, whole).isHarsherThan(new Sanction(other, otherWhole)))
                .isEqualTo(harsher);
    }
}
