package org.chizheng.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.TheoryPlan;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PoliciesTest {
    private static final String OPERATOR = "operator-low-voltage-electrical";
    private static final LocalDate MAY_30 = LocalDate.of(2026, 5, 30);
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);
    private static final LocalDate FIRST_OF_JUNE = LocalDate.of(2026, 6, 1);

    @Inject
    Policies policies;

    @Inject
    Sql sql;

    @Test
    void order30StillDecidesOnThe30thAndThe31stOfMay2026() {
        for (LocalDate day : List.of(MAY_30, MAY_31)) {
            assertThat(policies.inForce(OPERATOR, day).id()).isEqualTo("order-30-operator");
        }
    }

    @Test
    void order19DecidesFromThe1stOfJune2026() {
        assertThat(policies.inForce(OPERATOR, FIRST_OF_JUNE).id()).isEqualTo("order-19-operator");
    }

    @Test
    void theTheoryHasTwoAttemptsUntilMayAndAnyNumberFromJune2026() {
        assertThat(term(MAY_30, PolicyTerm.THEORY_ATTEMPTS)).isEqualTo("2");
        assertThat(term(MAY_31, PolicyTerm.THEORY_ATTEMPTS)).isEqualTo("2");
        assertThat(term(FIRST_OF_JUNE, PolicyTerm.THEORY_ATTEMPTS)).isEqualTo("UNLIMITED");
    }

    @Test
    void thePracticalHasTwoAttemptsUntilMayAndFiveFromJune2026() {
        assertThat(term(MAY_30, PolicyTerm.PRACTICAL_ATTEMPTS)).isEqualTo("2");
        assertThat(term(MAY_31, PolicyTerm.PRACTICAL_ATTEMPTS)).isEqualTo("2");
        assertThat(term(FIRST_OF_JUNE, PolicyTerm.PRACTICAL_ATTEMPTS)).isEqualTo("5");
    }

    @Test
    void aReviewIsDueEveryThreeYearsUntilMayAndNeverFromJune2026() {
        assertThat(term(MAY_30, PolicyTerm.REVIEW_YEARS)).isEqualTo("3");
        assertThat(term(MAY_31, PolicyTerm.REVIEW_YEARS)).isEqualTo("3");
        assertThat(term(FIRST_OF_JUNE, PolicyTerm.REVIEW_YEARS)).isEqualTo("0");
    }

    @Test
    void juniorMiddleSchoolIsAskedForUntilMayAndNoSchoolingFromJune2026() {
        assertThat(term(MAY_30, PolicyTerm.EDUCATION_MIN)).isEqualTo("JUNIOR_MIDDLE");
        assertThat(term(MAY_31, PolicyTerm.EDUCATION_MIN)).isEqualTo("JUNIOR_MIDDLE");
        assertThat(term(FIRST_OF_JUNE, PolicyTerm.EDUCATION_MIN)).isEqualTo("NONE");
    }

    @Test
    void managersAndPrincipalsDoNotNoticeTheFirstOfJune2026() {
        for (String qualification : List.of("manager-hazchem-production", "principal-hazchem-production")) {
            assertThat(policies.inForce(qualification, FIRST_OF_JUNE))
                    .isEqualTo(policies.inForce(qualification, MAY_31));
        }
    }

    private String term(LocalDate day, PolicyTerm term) {
        return policies.inForce(OPERATOR, day).text(term);
    }

    @Test
    void aPolicyMadeForOneQualificationGoesBeforeALaterGeneralOneAndIsForNoOther() throws SQLException {
        PostgresResource.asOwner(
                "INSERT INTO policy (id, instrument_zh, instrument_en, post_category, qualification, in_force_from, in_force_until) VALUES ('test-special', '测试', 'Test', 'OPERATOR', '"
                        + OPERATOR + "', '2020-01-01', '2027-01-01')",
                "INSERT INTO policy_term SELECT 'test-special', term, value, unit, mark, source FROM policy_term WHERE policy = 'order-30-operator'");
        try {
            assertThat(policies.inForce(OPERATOR, LocalDate.of(2019, 12, 31)).id())
                    .isEqualTo("order-30-operator");
            assertThat(policies.inForce(OPERATOR, LocalDate.of(2020, 1, 1)).id())
                    .isEqualTo("test-special");
            assertThat(policies.inForce(OPERATOR, FIRST_OF_JUNE).id())
                    .as("order 19 is later, but general")
                    .isEqualTo("test-special");
            assertThat(policies.inForce("operator-fusion-welding", FIRST_OF_JUNE)
                            .id())
                    .isEqualTo("order-19-operator");
            assertThat(policies.inForce(OPERATOR, LocalDate.of(2027, 1, 1)).id())
                    .isEqualTo("order-19-operator");
        } finally {
            PostgresResource.asOwner(
                    "DELETE FROM policy_term WHERE policy = 'test-special'",
                    "DELETE FROM policy WHERE id = 'test-special'");
        }
    }

    @Test
    void aDayBeforeAnyPolicyIsRefusedByName() {
        assertThat(policies.inForce(OPERATOR, LocalDate.of(2010, 7, 1)).id()).isEqualTo("order-30-operator");
        assertThatThrownBy(() -> policies.inForce(OPERATOR, LocalDate.of(2010, 6, 30)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(RegulationRefusal.NO_POLICY);
                    assertThat(refused.reason().status()).isEqualTo(409);
                });
    }

    @Test
    void everyPolicyHasEveryTermAndItsPlanAddsUp() {
        sql.list("SELECT id FROM policy", row -> row.getString(1)).forEach(id -> {
            assertThat(policies.byId(id).values()).as(id).hasSize(PolicyTerm.values().length);
            assertThat(TheoryPlan.parse(policies.byId(id).text(PolicyTerm.THEORY_PLAN))
                            .totalPoints())
                    .isEqualTo(100);
        });
    }

    @Test
    void theTreeHas54ItemsAndTheProvince95Counties() {
        assertThat(sql.list("SELECT 1 FROM occupation_item", row -> 1)).hasSize(54);
        assertThat(sql.list("SELECT 1 FROM region WHERE level = 'COUNTY'", row -> 1))
                .hasSize(95);
        assertThat(sql.list("SELECT code FROM region WHERE zh = '鼓楼区' ORDER BY code", row -> row.getString(1)))
                .containsExactly("320106", "320302");
    }
}
