package org.chizheng.session.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.chizheng.session.rule.Eligibility.Applicant;
import org.chizheng.session.rule.Eligibility.Limits;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EligibilityTest {
    private static final LocalDate APPLIED = LocalDate.of(2026, 6, 1);
    private static final Limits TWICE = new Limits(18, null, 2);

    @Test
    void theEighteenthBirthdayIsOldEnoughAndTheDayBeforeIsNot() {
        assertThat(objection(LocalDate.of(2008, 6, 1), 0, TWICE)).isEmpty();
        assertThat(objection(LocalDate.of(2008, 6, 2), 0, TWICE)).isEqualTo("TOO_YOUNG");
    }

    @Test
    void whoWasBornOnTheLeapDayIsEighteenOnThe28thOfFebruary() {
        Applicant leap = new Applicant(LocalDate.of(2008, 2, 29), false, 0);
        assertThat(Eligibility.objection(leap, TWICE, LocalDate.of(2026, 2, 27)))
                .contains("TOO_YOUNG");
        assertThat(Eligibility.objection(leap, TWICE, LocalDate.of(2026, 2, 28)))
                .isEmpty();
    }

    @Test
    void theDayOfRetirementIsTheLastOneToApply() {
        assertThat(objection(LocalDate.of(1965, 1, 1), 0, new Limits(18, APPLIED, 2)))
                .isEmpty();
        assertThat(objection(LocalDate.of(1965, 1, 1), 0, new Limits(18, APPLIED.minusDays(1), 2)))
                .isEqualTo("TOO_OLD");
    }

    @Test
    void aBanStandsAgainstItWhateverElseHolds() {
        assertThat(Eligibility.objection(new Applicant(LocalDate.of(1990, 1, 1), true, 0), TWICE, APPLIED))
                .contains("BANNED");
    }

    @Test
    void twoFailuresUseUpTwoAttempts() {
        assertThat(objection(LocalDate.of(1990, 1, 1), 1, TWICE)).isEmpty();
        assertThat(objection(LocalDate.of(1990, 1, 1), 2, TWICE)).isEqualTo("NO_ATTEMPT_LEFT");
    }

    @Property
    void unlimitedAttemptsAreNeverUsedUp(@ForAll @IntRange(max = 1000) int failures) {
        assertThat(objection(LocalDate.of(1990, 1, 1), failures, new Limits(18, null, -1)))
                .isEmpty();
    }

    @Property
    void attemptsAreLeftExactlyWhileFailuresAreFewer(
            @ForAll @IntRange(max = 20) int failures, @ForAll @IntRange(max = 20) int attempts) {
        assertThat(objection(LocalDate.of(1990, 1, 1), failures, new Limits(18, null, attempts)))
                .isEqualTo(failures < attempts ? "" : "NO_ATTEMPT_LEFT");
    }

    private static String objection(LocalDate born, int failures, Limits limits) {
        return Eligibility.objection(new Applicant(born, false, failures), limits, APPLIED)
                .orElse("");
    }
}
