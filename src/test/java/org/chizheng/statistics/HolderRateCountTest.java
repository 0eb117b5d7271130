package org.chizheng.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.workforce.Leaving;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who counts, and what covers. Each test has a county of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HolderRateCountTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String HIGH = "operator-high-voltage-electrical";
    private static final String WELDING = "operator-fusion-welding";
    private static final String PRINCIPAL = "principal-hazchem-production";
    private static final String MANAGER = "manager-hazchem-production";
    private static final String SPECIAL = "manager-mine-exploration";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Leaving leaving;

    @Inject
    OfficialClock clock;

    private LocalDate today;

    @BeforeEach
    void now() {
        today = clock.today();
    }

    @Test
    void aPersonOnAPostCountsOnceForEachRequirement() {
        UUID post = workplace.post("320703", LOW);
        workplace.alsoRequires(post, WELDING);
        Someone someone = workplace.staff(post);
        assertThat(Rate.of("320703")).hasToString("0 of 2");
        certified.issue(someone, WELDING);
        assertThat(Rate.of("320703")).hasToString("1 of 2");
    }

    @Test
    void aPersonAtTwoPostsCountsTwiceAndOneCertificateCoversBoth() {
        UUID enterprise = workplace.enterprise("320706");
        Someone someone = workplace.staff(workplace.post(enterprise, LOW));
        workplace.appoint(workplace.post(enterprise, LOW), someone, today.minusDays(1));
        certified.issue(someone, LOW);
        assertThat(Rate.of("320706")).hasToString("2 of 2");
    }

    @Test
    void twoCertificatesForOneRequirementCoverItOnce() {
        Someone someone = workplace.staff(workplace.post("320707", LOW));
        certified.issue(someone, LOW);
        certified.issue(someone, LOW, today.minusDays(5), today.plusYears(6));
        assertThat(Rate.of("320707")).hasToString("1 of 1");
    }

    @Test
    void aPostWithNobodyOnItIsNotCounted() {
        workplace.post("320722", LOW);
        assertThat(Rate.of("320722")).hasToString("0 of 0");
    }

    @Test
    void aCertificateOfAnotherQualificationDoesNotCover() {
        Someone someone = workplace.staff(workplace.post("320723", LOW));
        certified.issue(someone, WELDING);
        assertThat(Rate.of("320723")).hasToString("0 of 1");
    }

    @Test
    void aPrincipalsCertificateDoesNotCoverAManagersPostOfTheSameIndustry() {
        Someone someone = workplace.staff(workplace.post("320724", MANAGER));
        certified.issue(someone, PRINCIPAL);
        assertThat(Rate.of("320724")).hasToString("0 of 1");
    }

    @Test
    void anotherPersonsCertificateDoesNotCover() {
        UUID post = workplace.post("320803", LOW);
        workplace.staff(post);
        certified.issue(workplace.someone(), LOW);
        assertThat(Rate.of("320803")).hasToString("0 of 1");
    }

    @Test
    void aCoveringQualificationCoversOnTheDaysOnWhichTheCatalogueSaysSoAndNotTheOtherWayRound() throws SQLException {
        LocalDate from = today.minusDays(100);
        LocalDate until = today.minusDays(50);
        certified.issue(workplace.staff(workplace.post("320804", LOW)), HIGH);
        certified.issue(workplace.staff(workplace.post("320812", HIGH)), LOW);
        PostgresResource.asOwner(
                "INSERT INTO qualification_cover (covering, covered, in_force_from, in_force_until, mark, source) VALUES ('%s', '%s', '%s', '%s', 'UNCERTAIN', 'test')"
                        .formatted(HIGH, LOW, from, until));
        try {
            assertThat(Rate.of("320804", from.minusDays(1))).hasToString("0 of 1");
            assertThat(Rate.of("320804", from)).hasToString("1 of 1");
            assertThat(Rate.of("320804", until.minusDays(1))).hasToString("1 of 1");
            assertThat(Rate.of("320804", until)).hasToString("0 of 1");
            assertThat(Rate.of("320812", from)).hasToString("0 of 1");
        } finally {
            PostgresResource.asOwner("DELETE FROM qualification_cover WHERE source = 'test'");
        }
    }

    @Test
    void dispatchedWorkersAndInternsCountLikeEmployees() {
        UUID post = workplace.post("320813", LOW);
        workplace.appointAs("DISPATCHED", post);
        workplace.appointAs("INTERN", post);
        workplace.staff(post);
        assertThat(Rate.of("320813")).hasToString("0 of 3");
    }

    @Test
    void whoHasLeftDoesNotCountFromTheFirstDayOff() {
        UUID post = workplace.post("320826", LOW);
        UUID appointment = workplace.appoint(post, workplace.someone(), today.minusDays(30));
        leaving.leave(appointment, today.minusDays(10));
        assertThat(Rate.of("320826", today.minusDays(31))).hasToString("0 of 0");
        assertThat(Rate.of("320826", today.minusDays(30))).hasToString("0 of 1");
        assertThat(Rate.of("320826", today.minusDays(11))).hasToString("0 of 1");
        assertThat(Rate.of("320826", today.minusDays(10))).hasToString("0 of 0");
    }

    @Test
    void whoComesBackCountsOnceAndNotOnDaysOfTheFirstTimeAgain() {
        UUID post = workplace.post("320830", LOW);
        Someone someone = workplace.someone();
        UUID first = workplace.appoint(post, someone, today.minusDays(30));
        leaving.leave(first, today.minusDays(10));
        assertThatThrownBy(() -> workplace.appoint(post, someone, today.minusDays(20)))
                .isInstanceOf(Refused.class)
                .hasMessage("ALREADY_ON_POST");
        assertThat(Rate.of("320830", today.minusDays(15))).hasToString("0 of 1");
        workplace.appoint(post, someone, today.minusDays(10));
        assertThat(Rate.of("320830", today.minusDays(11))).hasToString("0 of 1");
        assertThat(Rate.of("320830", today.minusDays(10))).hasToString("0 of 1");
    }

    @Test
    void aManagerWithoutCertificateIsInGraceForSixMonthsAndInTheDenominatorAllTheTime() {
        LocalDate from = today.minusMonths(7);
        workplace.appoint(workplace.post("320831", MANAGER), workplace.someone(), from);
        workplace.appoint(workplace.post("320831", PRINCIPAL), workplace.someone(), from);
        assertThat(Rate.of("320831", from)).isEqualTo(new Rate(0, 2, "0.00", 2));
        assertThat(Rate.of("320831", from.plusMonths(6).minusDays(1))).isEqualTo(new Rate(0, 2, "0.00", 2));
        assertThat(Rate.of("320831", from.plusMonths(6))).isEqualTo(new Rate(0, 2, "0.00", 0));
    }

    @Test
    void aManagerWhoHoldsTheCertificateIsNotInGrace() {
        Someone someone = workplace.someone();
        workplace.appoint(workplace.post("320902", MANAGER), someone, today.minusDays(3));
        certified.issue(someone, MANAGER);
        assertThat(Rate.of("320902")).isEqualTo(new Rate(1, 1, "100.00", 0));
    }

    @Test
    void operatorsHaveNoGrace() {
        workplace.appoint(workplace.post("320903", LOW), workplace.someone(), today);
        assertThat(Rate.of("320903")).isEqualTo(new Rate(0, 1, "0.00", 0));
    }

    @Test
    void graceFollowsThePolicyMadeForTheQualificationNotTheGeneralOneBesideIt() throws SQLException {
        workplace.appoint(workplace.post("320904", SPECIAL), workplace.someone(), today.minusMonths(3));
        assertThat(Rate.of("320904").grace()).isEqualTo(1);
        PostgresResource.asOwner(
                "INSERT INTO policy (id, instrument_zh, instrument_en, post_category, qualification, in_force_from) VALUES ('test-grace', '测试', 'Test', 'MANAGER', '"
                        + SPECIAL + "', '2012-03-01')",
                "INSERT INTO policy_term SELECT 'test-grace', term, CASE term WHEN 'GRACE_MONTHS' THEN '1' ELSE value END, unit, mark, source FROM policy_term WHERE policy = 'order-44-manager'");
        try {
            assertThat(Rate.of("320904")).isEqualTo(new Rate(0, 1, "0.00", 0));
        } finally {
            PostgresResource.asOwner(
                    "DELETE FROM policy_term WHERE policy = 'test-grace'",
                    "DELETE FROM policy WHERE id = 'test-grace'");
        }
    }
}
