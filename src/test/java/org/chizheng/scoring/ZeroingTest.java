package org.chizheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.PostgresResource;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.incident.Told;
import org.chizheng.incident.rule.Measure;
import org.chizheng.record.Standing;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a decision on a breach does to the score, before and after it was released, and what an appeal gives back. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ZeroingTest extends SatExam {
    @Inject
    Told told;

    @Inject
    Regrading regrading;

    @Inject
    ResultChanges changes;

    @Inject
    Certificates certificates;

    @Inject
    Standing standing;

    private void moved(Examinee examinee) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> count(
                                "SELECT count(*) FROM zeroing_pending z JOIN sitting s ON s.id = z.sitting_id WHERE s.enrolment_id = ?",
                                examinee.enrolment())
                        == 0);
    }

    private int failures() {
        return standing.theoryFailuresSince(
                first.who().id(), QUALIFICATION, clock.today().minusYears(1));
    }

    @Test
    void aSittingThatWasZeroedBeforeItIsScoredIsScoredAsNothing() {
        told.decided(session, first.enrolment(), "DEVICE", Measure.REMOVAL);
        ResultView zero = handsIn(first, "对", 0);
        assertThat(zero.raw()).isZero();
        assertThat(zero.passed()).isFalse();
        assertThat(zero.zeroed()).isTrue();
        assertThat(zero.chapters()).isNotEmpty().allMatch(chapter -> chapter.right() == 0);
        ResultView other = handsIn(second, "对", 0);
        assertThat(other.raw()).isEqualTo(100);
        assertThat(other.zeroed()).isFalse();
        moved(first);
        releasing.release(session, "test");
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void aDecisionAfterTheReleaseMovesTheResultWithItsHistoryAndAnAppealMovesItBack() {
        assertThat(handsIn(first, "对", 0).raw()).isEqualTo(100);
        handsIn(second, "对", 0);
        releasing.release(session, "test");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> certificates.ofPerson(first.who().id()).size() == 1);
        UUID incident = told.decided(session, first.enrolment(), "COPYING", Measure.ZERO);
        moved(first);
        ResultView zero = result(first);
        assertThat(zero.raw()).isZero();
        assertThat(zero.passed()).isFalse();
        assertThat(zero.zeroed()).isTrue();
        assertThat(failures()).isEqualTo(1);
        assertThat(onLostPasses()).as("for the certificate officer").contains(certificate());
        assertThat(changes.ofPerson(first.who().id()).of(zero.id()))
                .extracting(ResultChange::remedy, ResultChange::oldRaw, ResultChange::newRaw)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("INCIDENT", 100, 0));
        told.appealed(incident, Measure.NONE);
        moved(first);
        ResultView back = result(first);
        assertThat(back.raw()).isEqualTo(100);
        assertThat(back.passed()).isTrue();
        assertThat(back.zeroed()).isFalse();
        assertThat(failures()).isZero();
        assertThat(onLostPasses()).doesNotContain(certificate());
        assertThat(changes.ofPerson(first.who().id()).of(back.id()))
                .extracting(ResultChange::newRaw)
                .containsExactly(0, 100);
        assertThat(certificates.ofPerson(first.who().id())).hasSize(1);
    }

    @Test
    void aWarningMovesNothingAndARegradeLeavesAZeroedSittingAtNothing() {
        handsIn(first, "对", 0);
        handsIn(second, "对", 0);
        told.decided(session, first.enrolment(), "TALKING", Measure.WARNING);
        assertThat(count(
                        "SELECT count(*) FROM zeroing_pending z JOIN sitting s ON s.id = z.sitting_id WHERE s.enrolment_id = ?",
                        first.enrolment()))
                .isZero();
        assertThat(result(first).raw()).isEqualTo(100);
        told.decided(session, first.enrolment(), "TALKING", Measure.ZERO);
        moved(first);
        UUID regrade = regrading.open(form("CREDIT_ALL", "FULL"), reviewer());
        assertThat(regrade)
                .as("the stored score is what log and decisions give")
                .isNotNull();
        assertThat(result(first).raw()).isZero();
        assertThat(failures()).as("nothing official changed").isZero();
    }

    private UUID certificate() {
        return certificates.ofPerson(first.who().id()).get(0).id();
    }

    private java.util.List<UUID> onLostPasses() {
        return certificates.onLostPasses("3201").stream()
                .map(CertificateView::id)
                .toList();
    }
}
