package org.chizheng.fitness.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** Which of several certificates decides. */
class FitRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static FitRule.Held held(String state, LocalDate validTo) {
        return new FitRule.Held(UUID.randomUUID(), "C", validTo, null, state, 60, 60);
    }

    private static FitReason reason(FitRule.Held... held) {
        return FitRule.of(TODAY, List.of(held)).orElseThrow().reason();
    }

    @Test
    void withoutACertificateNothingIsDecided() {
        assertThat(FitRule.of(TODAY, List.of())).isEmpty();
    }

    @Test
    void aCertificateExpiresSoonFromTheDayThatThePolicyNames() {
        assertThat(reason(held("FIT", TODAY.plusDays(61)))).isEqualTo(FitReason.FIT);
        assertThat(reason(held("FIT", TODAY.plusDays(60)))).isEqualTo(FitReason.EXPIRING);
        assertThat(reason(held("FIT", TODAY))).isEqualTo(FitReason.EXPIRING);
    }

    @Test
    void aReviewIsDueFromTheDayThatThePolicyNames() {
        LocalDate end = TODAY.plusYears(3);
        assertThat(reason(new FitRule.Held(UUID.randomUUID(), "C", end, TODAY.plusDays(61), "FIT", 60, 60)))
                .isEqualTo(FitReason.FIT);
        assertThat(reason(new FitRule.Held(UUID.randomUUID(), "C", end, TODAY.plusDays(60), "FIT", 60, 60)))
                .isEqualTo(FitReason.REVIEW_DUE);
    }

    @Test
    void ofAnotherAuthoritysCertificateWeKnowNoDaysBeforehand() {
        assertThat(reason(new FitRule.Held(null, null, TODAY, null, "FIT", 0, 0)))
                .isEqualTo(FitReason.FIT);
    }

    @Test
    void whatAllowsWorkGoesBeforeWhatDoesNotAndTheLongerBeforeTheShorter() {
        FitRule.Held longest = held("FIT", TODAY.plusDays(900));
        assertThat(FitRule.of(
                                TODAY,
                                List.of(
                                        held("REVOKED", TODAY.plusDays(2000)),
                                        held("FIT", TODAY.plusDays(30)),
                                        longest,
                                        held("FIT", TODAY.plusDays(800))))
                        .orElseThrow()
                        .held())
                .isEqualTo(longest);
    }

    @Test
    void ofThoseThatDoNotTheLastDecidesAndAReplacedOneOnlyWhenThereIsNoOther() {
        assertThat(reason(held("EXPIRED", TODAY.minusDays(9)), held("SUSPENDED", TODAY.plusDays(9))))
                .isEqualTo(FitReason.SUSPENDED);
        assertThat(reason(held("SUPERSEDED", TODAY.plusDays(9)), held("EXPIRED", TODAY.minusDays(9))))
                .isEqualTo(FitReason.EXPIRED);
        assertThat(reason(held("SUPERSEDED", TODAY.plusDays(9)))).isEqualTo(FitReason.SUPERSEDED);
        assertThat(reason(held("SUSPENDED", TODAY.plusDays(9)), held("REVOKED", TODAY.plusDays(9))))
                .isEqualTo(FitReason.REVOKED);
    }
}
