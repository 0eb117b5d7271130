package org.chizheng.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.chizheng.certificate.rule.Renewal.Case;
import org.chizheng.certificate.rule.Renewal.Condition;
import org.chizheng.certificate.rule.Renewal.Line;
import org.chizheng.certificate.rule.Renewal.Terms;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RenewalTest {
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Terms TERMS = new Terms(60, 180, 8, true);
    private static final Case GOOD = new Case(Standing.EXPIRING, LAST, DAY.minusDays(10), 8, true);

    private static List<Condition> unmet(LocalDate day, Case facts, Terms terms) {
        return Renewal.check(day, facts, terms).stream()
                .filter(line -> !line.met())
                .map(Line::condition)
                .toList();
    }

    @Test
    void whoMeetsAllConditionsIsRenewed() {
        assertThat(unmet(DAY, GOOD, TERMS)).isEmpty();
        assertThat(Renewal.check(DAY, GOOD, TERMS)).hasSize(Condition.values().length);
    }

    @Test
    void theWindowOpensOnTheDayOfThePolicyAndClosesWithTheLastValidDay() {
        LocalDate opens = LAST.minusDays(60);
        Case fresh = new Case(Standing.VALID, LAST, opens.minusDays(2), 8, true);
        assertThat(unmet(opens.minusDays(1), fresh, TERMS)).containsExactly(Condition.WINDOW_OPEN);
        assertThat(unmet(opens, fresh, TERMS)).isEmpty();
        assertThat(unmet(LAST, GOOD, TERMS)).isEmpty();
        assertThat(unmet(LAST.plusDays(1), new Case(Standing.EXPIRED, LAST, DAY, 8, true), TERMS))
                .containsExactly(Condition.NOT_EXPIRED);
    }

    @Test
    void healthTrainingAndExamAreAskedForOnlyWhereThePolicySaysSo() {
        Case bare = new Case(Standing.EXPIRING, LAST, null, 0, false);
        assertThat(unmet(DAY, bare, TERMS)).containsExactly(Condition.HEALTHY, Condition.TRAINED, Condition.EXAMINED);
        assertThat(unmet(DAY, bare, new Terms(60, 0, 0, false))).isEmpty();
    }

    @Test
    void aHealthDeclarationMayBeNeitherOldNorOfTomorrow() {
        assertThat(unmet(DAY, new Case(Standing.EXPIRING, LAST, DAY.minusDays(180), 8, true), TERMS))
                .isEmpty();
        assertThat(unmet(DAY, new Case(Standing.EXPIRING, LAST, DAY.minusDays(181), 8, true), TERMS))
                .containsExactly(Condition.HEALTHY);
        assertThat(unmet(DAY, new Case(Standing.EXPIRING, LAST, DAY.plusDays(1), 8, true), TERMS))
                .containsExactly(Condition.HEALTHY);
    }

    @Test
    void aSuspendedAnEndedAndAnUnreviewedOneAreNotRenewed() {
        assertThat(unmet(DAY, new Case(Standing.SUSPENDED, LAST, DAY, 8, true), TERMS))
                .containsExactly(Condition.NOT_SUSPENDED);
        assertThat(unmet(DAY, new Case(Standing.REVOKED, LAST, DAY, 8, true), TERMS))
                .containsExactly(Condition.NOT_ENDED);
        assertThat(unmet(DAY, new Case(Standing.REVIEW_OVERDUE, LAST, DAY, 8, true), TERMS))
                .containsExactly(Condition.NO_REVIEW_OVERDUE);
    }

    @Test
    void theNewOneBeginsAfterTheOldOneOrAtIssueAsThePolicySays() {
        assertThat(Renewal.begins(DAY, LAST, true)).isEqualTo(LAST.plusDays(1));
        assertThat(Renewal.begins(DAY, LAST, false)).isEqualTo(DAY);
        assertThat(Renewal.begins(LAST.plusDays(5), LAST, true))
                .as("granted after the old one ended")
                .isEqualTo(LAST.plusDays(5));
    }

    @Property
    void betweenTheOldAndTheNewThereIsNoGapAndNoOverlap(
            @ForAll @IntRange(min = -60, max = 0) int before, @ForAll @IntRange(min = 1, max = 10) int years) {
        LocalDate issued = LAST.plusDays(before);
        LocalDate begins = Renewal.begins(issued, LAST, true);
        assertThat(begins).isEqualTo(LAST.plusDays(1));
        assertThat(Validity.lastDay(begins, years).plusDays(1)).isEqualTo(begins.plusYears(years));
    }

    @Test
    void theNextReviewFollowsTheLastAndNoneFollowsTheRenewal() {
        LocalDate from = LocalDate.of(2020, 3, 1);
        LocalDate to = LocalDate.of(2026, 2, 28);
        assertThat(Reviews.next(from, 3, to)).isEqualTo("2023-02-28");
        assertThat(Reviews.next(LocalDate.of(2023, 3, 1), 3, to)).isNull();
        assertThat(Reviews.next(from, 6, to)).isNull();
        assertThat(Reviews.next(from, 0, to)).isNull();
    }
}
