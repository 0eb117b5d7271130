package org.chizheng.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
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

    @Inject
    Policies policies;

    @Inject
    Sql sql;

    @Test
    void order30StillDecidesOnThe31stOfMay2026() {
        assertThat(policies.inForce(OPERATOR, LocalDate.of(2026, 5, 31)).number(PolicyTerm.REVIEW_YEARS))
                .isEqualTo(3);
    }

    @Test
    void order19DecidesFromThe1stOfJune2026() {
        assertThat(policies.inForce(OPERATOR, LocalDate.of(2026, 6, 1)).number(PolicyTerm.REVIEW_YEARS))
                .isZero();
        assertThat(policies.inForce(OPERATOR, LocalDate.of(2026, 6, 1)).number(PolicyTerm.PRACTICAL_ATTEMPTS))
                .isEqualTo(5);
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
