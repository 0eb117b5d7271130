package org.chizheng.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.workforce.rule.SizeClass;
import org.chizheng.workforce.rule.StaffingNeed.Lack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Facts about enterprises, places and absences have two times, and figures of past days stay what they were. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkforceFactsTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String MANAGER = "manager-hazchem-production";
    private static final LocalDate EVER = LocalDate.of(1950, 1, 1);

    @Inject
    Describing describing;

    @Inject
    Siting siting;

    @Inject
    Absenting absenting;

    @Inject
    Appointing appointing;

    @Inject
    StaffingRules staffing;

    @Inject
    Enterprises enterprises;

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID enterprise;
    private LocalDate today;

    @BeforeEach
    void anEnterprise() {
        enterprise = workplace.enterprise("320206");
        today = clock.today();
    }

    private static EnterpriseFacts facts(String region, String industry, Integer staff, boolean body) {
        return new EnterpriseFacts(region, null, industry, true, SizeClass.SMALL, staff, body);
    }

    /** Rows of the enterprise as fitness_on has them. */
    private java.util.List<String> regions(LocalDate asOf, Instant knownAt) {
        return sql.list(
                "SELECT region || CASE WHEN covered_until IS NULL THEN '' ELSE ' covered' END FROM fitness_on(?, ?) WHERE enterprise_id = ? ORDER BY 1",
                row -> row.getString(1),
                asOf,
                knownAt,
                enterprise);
    }

    @Test
    void anEnterpriseThatMovedIsCountedInItsOldCountyForThePast() {
        workplace.staff(workplace.post(enterprise, LOW));
        Instant before = clock.now();
        describing.describe(enterprise, facts("320211", "general", 50, false), today.minusMonths(1));
        Instant now = clock.now();
        assertThat(regions(today, now)).containsExactly("320211");
        assertThat(regions(today.minusMonths(2), now)).containsExactly("320206");
        assertThat(regions(today, before)).as("as it was known then").containsExactly("320206");
        assertThat(enterprises.find(enterprise).orElseThrow().region()).isEqualTo("320211");
        assertThat(enterprises
                        .facts(enterprise, today.minusMonths(2), now)
                        .orElseThrow()
                        .industry())
                .isNull();
        assertThat(enterprises.facts(enterprise, today, now)).contains(facts("320211", "general", 50, false));
    }

    @Test
    void theSameDescriptionAgainChangesNothingAndACorrectionReachesBack() {
        describing.describe(enterprise, facts("320206", "general", 50, false), EVER);
        long rows = rows();
        describing.describe(enterprise, facts("320206", "general", 50, false), today);
        assertThat(rows()).isEqualTo(rows);
        describing.describe(enterprise, facts("320206", "coal-mine", 60, true), EVER);
        assertThat(enterprises
                        .facts(enterprise, today.minusYears(9), clock.now())
                        .orElseThrow()
                        .industry())
                .isEqualTo("coal-mine");
        assertThatThrownBy(() -> describing.describe(enterprise, facts("320206", null, null, false), today.plusDays(1)))
                .isInstanceOf(Refused.class);
    }

    private long rows() {
        return sql.first(
                        "SELECT count(*) FROM enterprise_fact WHERE enterprise_id = ?",
                        row -> row.getLong(1),
                        enterprise)
                .orElseThrow();
    }

    @Test
    void aValueSetPastTheUseCaseStillHasItsFact() {
        workplace.inZone(enterprise, "320576");
        assertThat(enterprises
                        .facts(enterprise, today, clock.now())
                        .orElseThrow()
                        .zone())
                .isEqualTo("320576");
    }

    @Test
    void postsAtASiteAreCountedInItsCounty() {
        workplace.staff(workplace.post(enterprise, LOW));
        UUID site = siting.site(enterprise, "二厂", "320281", null);
        UUID post = workplace.post(enterprise, LOW);
        UUID there = UUID.randomUUID();
        sql.update(
                "INSERT INTO post (id, enterprise_id, title, site_id) VALUES (?, ?, '电工', ?)", there, enterprise, site);
        workplace.alsoRequires(there, LOW);
        workplace.staff(there);
        workplace.staff(post);
        assertThat(regions(today, clock.now())).containsExactly("320206", "320206", "320281");
        assertThatThrownBy(() -> siting.site(enterprise, "二厂", "320281", null)).isInstanceOf(Refused.class);
    }

    @Test
    void contractorsPeopleAreCountedWherePolicySaysSo() throws SQLException {
        workplace.appointAs("CONTRACTOR", workplace.post(enterprise, LOW));
        assertThat(regions(today, clock.now())).isEmpty();
        PostgresResource.asOwner(
                "UPDATE policy_term SET value = value || ',CONTRACTOR' WHERE policy = 'order-19-operator' AND term = 'COUNTED_WORKERS'");
        try {
            assertThat(regions(today, clock.now())).hasSize(1);
        } finally {
            PostgresResource.asOwner(
                    "UPDATE policy_term SET value = 'EMPLOYEE,DISPATCHED,INTERN' WHERE policy = 'order-19-operator' AND term = 'COUNTED_WORKERS'");
        }
    }

    @Test
    void sixMonthsOffTheJobTakeTheCoverUntilThePracticalIsConfirmed() {
        Someone someone = workplace.someone();
        UUID post = workplace.post(enterprise, LOW);
        UUID appointment = workplace.appoint(post, someone, today.minusYears(2));
        certified.issue(someone, LOW, today.minusYears(1).minusMonths(1), today.plusYears(4));
        absenting.away(appointment, today.minusMonths(9));
        assertThat(regions(today.minusMonths(3).minusDays(1), clock.now())).containsExactly("320206 covered");
        assertThat(regions(today.minusMonths(3), clock.now()))
                .as("the day that six months are over")
                .containsExactly("320206");
        Instant away = clock.now();
        absenting.back(appointment, today.minusMonths(2));
        assertThat(regions(today, clock.now())).as("back, not confirmed").containsExactly("320206");
        absenting.reconfirm(someone.id(), LOW, today.minusMonths(1), "实操考核记录 演示1号", "account:test");
        assertThat(regions(today, clock.now())).containsExactly("320206 covered");
        assertThat(regions(today.minusMonths(1).minusDays(1), clock.now())).containsExactly("320206");
        assertThat(regions(today, away)).as("as it was known then").containsExactly("320206");
    }

    @Test
    void lessThanSixMonthsTakeNothing() {
        Someone someone = workplace.someone();
        UUID appointment = workplace.appoint(workplace.post(enterprise, LOW), someone, today.minusYears(2));
        certified.issue(someone, LOW, today.minusYears(1), today.plusYears(4));
        absenting.away(appointment, today.minusMonths(8));
        absenting.back(appointment, today.minusMonths(2).minusDays(1));
        assertThat(regions(today, clock.now())).containsExactly("320206 covered");
        assertThatThrownBy(() -> absenting.away(appointment, today.minusMonths(3)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theRulesOfArticle24NameWhatAnEnterpriseLacks() {
        assertThat(staffing.lack(enterprise, today).orElseThrow().lack()).isEqualTo(Lack.INDUSTRY_UNKNOWN);
        describing.describe(enterprise, facts("320206", "transport", 8, false), EVER);
        assertThat(staffing.lack(enterprise, today).orElseThrow().lack()).isEqualTo(Lack.NO_BODY_OR_FULL_TIME_MANAGER);
        UUID post = workplace.post(enterprise, MANAGER);
        Someone someone = workplace.someone();
        UUID partTime = appointing.appoint(
                post,
                someone.name(),
                org.chizheng.people.IdForm.of(someone.idNumber()),
                Appointing.Manner.of("EMPLOYEE", true),
                today.minusDays(3));
        assertThat(partTime).isNotNull();
        assertThat(staffing.lack(enterprise, today))
                .as("a part-time one is not enough")
                .isPresent();
        workplace.staff(post);
        assertThat(staffing.lack(enterprise, today)).isEmpty();
        assertThat(staffing.inForce(LocalDate.of(2020, 1, 1)))
                .extracting(org.chizheng.workforce.rule.StaffingNeed.Rule::source)
                .allMatch(s -> s.contains("第二十一条"));
    }
}
