package org.chizheng.application.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.chizheng.application.rule.Applicant.Health;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EligibilityRuleTest {
    private static final LocalDate APPLIED = LocalDate.of(2026, 6, 1);

    /** Somebody against whom nothing stands, as a starting point. */
    private static final class Somebody {
        private LocalDate born = LocalDate.of(1990, 1, 1);
        private LocalDate lastDay;
        private Education education = Education.SENIOR_MIDDLE;
        private int hours = 48;
        private Health health = Health.NO_ILLNESS;
        private LocalDate theoryPassedOn;
        private int theoryFailures;
        private int practicalFailures;
        private LocalDate failedOn;
        private boolean banned;
        private boolean barred;
        private LocalDate certificateUntil;

        private Applicant applicant() {
            return new Applicant(
                    born,
                    lastDay,
                    education,
                    hours,
                    health,
                    theoryPassedOn,
                    theoryFailures,
                    practicalFailures,
                    failedOn,
                    banned,
                    barred,
                    certificateUntil);
        }
    }

    private final Somebody who = new Somebody();

    private static Limits limits(int attempts, int interval) {
        return new Limits(18, Education.JUNIOR_MIDDLE, 48, true, true, 12, attempts, 5, interval, 60);
    }

    private static final Limits TWICE = limits(2, 0);

    private Set<EligibilityRule> rules(Limits limits, Kind kind, LocalDate applied) {
        return EligibilityRule.all(who.applicant(), limits, kind, applied).stream()
                .map(Objection::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EligibilityRule.class)));
    }

    private Set<EligibilityRule> rules() {
        return rules(TWICE, Kind.INITIAL, APPLIED);
    }

    private List<String> words(EligibilityRule rule, Kind kind) {
        return EligibilityRule.all(who.applicant(), TWICE, kind, APPLIED).stream()
                .filter(objection -> objection.rule() == rule)
                .findFirst()
                .orElseThrow()
                .words();
    }

    @Test
    void nothingStandsAgainstWhoFulfilsAll() {
        assertThat(rules()).isEmpty();
    }

    @Test
    void theEighteenthBirthdayIsOldEnoughAndTheDayBeforeIsNot() {
        who.born = LocalDate.of(2008, 6, 1);
        assertThat(rules()).isEmpty();
        who.born = LocalDate.of(2008, 6, 2);
        assertThat(rules()).containsExactly(EligibilityRule.TOO_YOUNG);
        assertThat(words(EligibilityRule.TOO_YOUNG, Kind.INITIAL)).containsExactly("18", "2026-06-02");
    }

    @Test
    void whoWasBornOnTheLeapDayIsEighteenOnThe28thOfFebruary() {
        who.born = LocalDate.of(2008, 2, 29);
        assertThat(rules(TWICE, Kind.INITIAL, LocalDate.of(2026, 2, 27))).containsExactly(EligibilityRule.TOO_YOUNG);
        assertThat(rules(TWICE, Kind.INITIAL, LocalDate.of(2026, 2, 28))).isEmpty();
    }

    @Test
    void theDayOfRetirementIsTheLastOneToApply() {
        who.lastDay = APPLIED;
        assertThat(rules()).isEmpty();
        who.lastDay = APPLIED.minusDays(1);
        assertThat(rules()).containsExactly(EligibilityRule.TOO_OLD);
    }

    @Test
    void everythingThatStandsAgainstItIsToldAtOnce() {
        who.born = LocalDate.of(2010, 1, 1);
        who.education = Education.PRIMARY;
        who.hours = 47;
        who.health = Health.ILLNESS;
        who.theoryFailures = 2;
        who.banned = true;
        who.barred = true;
        who.certificateUntil = LocalDate.of(2027, 1, 1);
        assertThat(rules())
                .containsExactly(
                        EligibilityRule.TOO_YOUNG,
                        EligibilityRule.SCHOOLING,
                        EligibilityRule.TRAINING,
                        EligibilityRule.ILLNESS,
                        EligibilityRule.NO_ATTEMPT_LEFT,
                        EligibilityRule.BANNED,
                        EligibilityRule.BARRED,
                        EligibilityRule.CERTIFICATE_RUNS);
    }

    @Test
    void anUndeclaredHealthIsNoIllness() {
        who.health = Health.UNDECLARED;
        assertThat(rules()).containsExactly(EligibilityRule.HEALTH_UNDECLARED);
    }

    @Test
    void aRunningCertificateIsRenewedAndNotEarnedAgain() {
        who.certificateUntil = APPLIED.plusDays(61);
        assertThat(words(EligibilityRule.CERTIFICATE_RUNS, Kind.INITIAL))
                .containsExactly(
                        APPLIED.plusDays(61).toString(), APPLIED.plusDays(1).toString());
        assertThat(rules(TWICE, Kind.RENEWAL, APPLIED)).containsExactly(EligibilityRule.RENEWAL_TOO_EARLY);
        assertThat(rules(TWICE, Kind.RENEWAL, APPLIED.plusDays(1))).isEmpty();
        who.certificateUntil = null;
        assertThat(rules(TWICE, Kind.RENEWAL, APPLIED)).containsExactly(EligibilityRule.NOTHING_TO_RENEW);
    }

    @Test
    void thePracticalIsTakenAgainWhileTheTheoryCounts() {
        who.theoryPassedOn = APPLIED.minusMonths(12);
        who.practicalFailures = 4;
        assertThat(rules(TWICE, Kind.RETAKE, APPLIED)).isEmpty();
        who.practicalFailures = 5;
        assertThat(rules(TWICE, Kind.RETAKE, APPLIED)).containsExactly(EligibilityRule.NO_PRACTICAL_LEFT);
        assertThat(rules(TWICE, Kind.RETAKE, APPLIED.plusDays(1))).containsExactly(EligibilityRule.THEORY_RUN_OUT);
        assertThat(rules(TWICE, Kind.INITIAL, APPLIED)).as("the theory again").isEmpty();
    }

    @Property
    void unlimitedAttemptsAreNeverUsedUp(@ForAll @IntRange(max = 1000) int failures) {
        who.theoryFailures = failures;
        assertThat(rules(limits(Limits.UNLIMITED, 0), Kind.INITIAL, APPLIED)).isEmpty();
    }

    @Property
    void attemptsAreLeftExactlyWhileFailuresAreFewer(
            @ForAll @IntRange(max = 20) int failures, @ForAll @IntRange(max = 20) int attempts) {
        who.theoryFailures = failures;
        assertThat(rules(limits(attempts, 0), Kind.INITIAL, APPLIED).contains(EligibilityRule.NO_ATTEMPT_LEFT))
                .isEqualTo(failures >= attempts);
    }

    @Property
    void anotherAttemptIsOpenFromTheEndOfTheInterval(
            @ForAll @IntRange(max = 100) int ago, @ForAll @IntRange(max = 100) int interval) {
        who.failedOn = APPLIED.minusDays(ago);
        assertThat(rules(limits(2, interval), Kind.INITIAL, APPLIED).contains(EligibilityRule.TOO_SOON))
                .isEqualTo(ago < interval);
    }

    @Property
    void schoolingIsEnoughFromTheLeastOn(@ForAll Education education) {
        who.education = education;
        assertThat(rules().contains(EligibilityRule.SCHOOLING))
                .isEqualTo(education == Education.NONE || education == Education.PRIMARY);
    }

    @Property
    void moreHoursNeverHarm(@ForAll @IntRange(max = 200) int hours, @ForAll @IntRange(max = 200) int more) {
        who.hours = hours;
        boolean enough = rules().isEmpty();
        who.hours = hours + more;
        assertThat(rules().isEmpty() || !enough).isTrue();
    }
}
