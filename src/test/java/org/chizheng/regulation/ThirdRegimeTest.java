package org.chizheng.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.ThirdRegime;
import org.chizheng.certificate.rule.Validity;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.scoring.rule.PassRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Ruling 9: a new law is rows, never code. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ThirdRegimeTest {
    private static final String PRINCIPAL = "principal-hazchem-production";
    private static final LocalDate DAY_BEFORE = ThirdRegime.FROM.minusDays(1);

    @Inject
    Policies policies;

    @BeforeEach
    void enter() throws SQLException {
        ThirdRegime.enter();
    }

    @AfterEach
    void remove() throws SQLException {
        ThirdRegime.remove();
    }

    @Test
    void theOldOneAnswersUntilTheDayBeforeAndTheNewOneFromTheDayOn() {
        assertThat(policies.inForce(PRINCIPAL, DAY_BEFORE).id()).isEqualTo("order-44-principal");
        assertThat(policies.inForce(PRINCIPAL, ThirdRegime.FROM).id()).isEqualTo(ThirdRegime.ID);
        assertThat(policies.inForce(PRINCIPAL, ThirdRegime.FROM.plusYears(30)).id())
                .isEqualTo(ThirdRegime.ID);
    }

    @Test
    void itIsForPrincipalsOfEveryIndustryAndForNobodyElse() {
        assertThat(policies.inForce("principal-coal-mine", ThirdRegime.FROM).id())
                .isEqualTo(ThirdRegime.ID);
        assertThat(policies.inForce("manager-coal-mine", ThirdRegime.FROM).id()).isEqualTo("order-44-manager");
    }

    @Test
    void onlyTheCutScoreAndTheYearsDiffer() {
        PolicyTerms before = policies.inForce(PRINCIPAL, DAY_BEFORE);
        PolicyTerms after = policies.inForce(PRINCIPAL, ThirdRegime.FROM);
        Set<PolicyTerm> other = EnumSet.noneOf(PolicyTerm.class);
        for (PolicyTerm term : PolicyTerm.values()) {
            if (!before.text(term).equals(after.text(term))) {
                other.add(term);
            }
        }
        assertThat(other).containsExactlyInAnyOrder(PolicyTerm.THEORY_CUT, PolicyTerm.CERTIFICATE_YEARS);
    }

    @Test
    void eightyThreePointsPassBeforeAndFailFromTheDayOn() {
        assertThat(PassRule.passes(83, policies.inForce(PRINCIPAL, DAY_BEFORE).theoryCut()))
                .isTrue();
        assertThat(PassRule.passes(
                        83, policies.inForce(PRINCIPAL, ThirdRegime.FROM).theoryCut()))
                .isFalse();
        assertThat(PassRule.passes(
                        85, policies.inForce(PRINCIPAL, ThirdRegime.FROM).theoryCut()))
                .isTrue();
    }

    @Test
    void aCertificateLastsThreeYearsBeforeAndFourFromTheDayOn() {
        assertThat(lastDay(DAY_BEFORE)).isEqualTo("2029-12-30");
        assertThat(lastDay(ThirdRegime.FROM)).isEqualTo("2030-12-31");
    }

    private LocalDate lastDay(LocalDate issued) {
        return Validity.lastDay(issued, policies.inForce(PRINCIPAL, issued).certificateYears());
    }
}
