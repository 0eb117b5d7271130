package org.chizheng.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What an employer is told of the people on post. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FitnessTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String HIGH = "operator-high-voltage-electrical";

    @Inject
    Fitness fitness;

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    OfficialClock clock;

    @Test
    void theLastDayShownIsThatOfTheCertificateThatCovers() {
        UUID enterprise = workplace.enterprise("321203");
        Someone someone = workplace.staff(workplace.post(enterprise, LOW));
        LocalDate today = clock.today();
        certified.event(
                certified.issue(someone, LOW, today.minusYears(1), today.plusYears(5)), "REVOKED", today.minusDays(3));
        assertThat(people(enterprise).get(0).covered()).isFalse();
        certified.issue(someone, LOW, today.minusYears(2), today.plusYears(2));
        assertThat(people(enterprise)).hasSize(1);
        assertThat(people(enterprise).get(0).validTo()).isEqualTo(today.plusYears(2));
    }

    @Test
    void aCoveringCertificatesLastDayIsShownNotThatOfAnExpiredOwnOne() throws SQLException {
        UUID enterprise = workplace.enterprise("321204");
        Someone someone = workplace.staff(workplace.post(enterprise, LOW));
        LocalDate today = clock.today();
        certified.issue(someone, LOW, today.minusYears(7), today.minusYears(1));
        certified.issue(someone, HIGH, today.minusYears(1), today.plusYears(5));
        PostgresResource.asOwner(
                "INSERT INTO qualification_cover (covering, covered, in_force_from, mark, source) VALUES ('%s', '%s', '2020-01-01', 'UNCERTAIN', 'test')"
                        .formatted(HIGH, LOW));
        try {
            assertThat(people(enterprise).get(0).validTo()).isEqualTo(today.plusYears(5));
        } finally {
            PostgresResource.asOwner("DELETE FROM qualification_cover WHERE source = 'test'");
        }
    }

    @Test
    void anEnterpriseSeesItsOwnPeopleAndWhoLacksACertificateFirst() {
        UUID enterprise = workplace.enterprise("321281");
        UUID post = workplace.post(enterprise, LOW);
        Someone holder = workplace.staff(post);
        certified.issue(holder, LOW);
        Someone other = workplace.staff(post);
        workplace.staff(workplace.post("321281", LOW));
        assertThat(people(enterprise)).extracting(Fitness.OnPost::person).containsExactly(other.id(), holder.id());
    }

    private List<Fitness.OnPost> people(UUID enterprise) {
        return fitness.ofEnterprise(enterprise, clock.today(), clock.now());
    }
}
