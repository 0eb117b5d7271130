package org.chizheng.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.LOW;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Issuing;
import org.chizheng.certificate.IssuingOnPracticals;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.record.Recording;
import org.chizheng.record.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** No operator certificate without a practical pass: theory and practical of the low-voltage electrician, released one after the other, and what a recheck moves. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperatorCertificateTest {
    @Inject
    PracticalDay days;

    @Inject
    Certified certified;

    @Inject
    Certificates certificates;

    @Inject
    Issuing issuing;

    @Inject
    IssuingOnPracticals issuingOnPracticals;

    @Inject
    ReleasingPracticals releasing;

    @Inject
    PracticalResults results;

    @Inject
    Drawing drawing;

    @Inject
    Workplace workplace;

    @Inject
    Recording recording;

    @Inject
    Standing standing;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private PracticalDay.Day day;
    private Workplace.Someone electrician;
    private UUID theory;
    private UUID candidate;
    private LocalDate today;

    @BeforeEach
    void anElectricianWhoHasPassedTheTheory() {
        today = clock.today();
        day = days.today(1);
        electrician = workplace.someone();
        theory = certified.passed(electrician.id(), LOW);
        recording.add(electrician.id(), LOW, "THEORY_PASSED", today, today.plusMonths(12), theory, "order-19-operator");
        candidate = days.admit(day, electrician);
        drawing.checkIn(candidate, day.station(), "test");
    }

    private PracticalResultView judged(int deducted, boolean veto) {
        RequestSpecification one = days.assessor(day);
        RequestSpecification other = days.assessor(day);
        PracticalDay.start(candidate, one, other);
        PracticalDay.marked(one, candidate, deducted, veto);
        PracticalDay.marked(other, candidate, deducted, veto);
        return results.ofCandidate(candidate).orElseThrow();
    }

    private List<CertificateView> afterTheSweeps() {
        for (int i = 0; i < 40 && certificates.ofPerson(electrician.id()).isEmpty(); i++) {
            issuing.issueWaiting();
            issuingOnPracticals.issueWaiting();
            LockSupport.parkNanos(25_000_000);
        }
        return certificates.ofPerson(electrician.id());
    }

    @Test
    void theoryAndPracticalPassedGiveTheOperatorsCertificate() {
        PracticalResultView result = judged(10, false);
        assertThat(result.passed()).isTrue();
        assertThat(afterTheSweeps()).as("nothing before the release").isEmpty();
        assertThat(releasing.release(day.id(), "account:officer")).isEqualTo(1);
        CertificateView certificate = afterTheSweeps().get(0);
        assertThat(certificate.qualification()).isEqualTo(LOW);
        assertThat(certificate.validTo()).isEqualTo(today.plusYears(6).minusDays(1));
        assertThat(certificate.policy()).isEqualTo("order-19-operator");
        assertThat(sql.list(
                        "SELECT result_id, practical_result_id FROM certificate WHERE id = ?",
                        row -> List.of(row.getObject(1), row.getObject(2)),
                        certificate.id()))
                .containsExactly(List.of(theory, result.id()));
        issuingOnPracticals.issueWaiting();
        assertThat(certificates.ofPerson(electrician.id())).hasSize(1);
        assertThatThrownBy(() -> releasing.release(day.id(), "account:officer"))
                .isInstanceOf(Refused.class)
                .hasMessage("NOTHING_TO_RELEASE");
    }

    @Test
    void withoutAPracticalThereIsNone() {
        assertThat(afterTheSweeps()).isEmpty();
        assertThatThrownBy(() -> releasing.release(day.id(), "account:officer"))
                .as("a candidate is still at the station")
                .isInstanceOf(Refused.class)
                .hasMessage("CANDIDATES_OPEN");
    }

    @Test
    void aFailedPracticalGivesNoneAndCountsAsAnAttempt() {
        assertThat(judged(21, false).passed()).isFalse();
        releasing.release(day.id(), "account:officer");
        assertThat(afterTheSweeps()).isEmpty();
        assertThat(standing.practicals(electrician.id(), LOW, today, false)).isEqualTo(1);
    }

    @Test
    void aTheoryThatARegradeTookBackMeanwhileGivesNone() {
        judged(0, false);
        recording.withdrawTheory(List.of(theory), UUID.randomUUID());
        releasing.release(day.id(), "account:officer");
        assertThat(afterTheSweeps()).isEmpty();
    }
}
