package org.chizheng.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.incident.Told;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.practical.Drawing;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.ReleasingPracticals;
import org.chizheng.record.Standing;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

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

    @Inject
    PracticalDay days;

    @Inject
    Drawing drawing;

    @Inject
    PracticalResults practicals;

    @Inject
    ReleasingPracticals releasingPracticals;

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

    /** Else a pass is certified that the next decision takes back. */
    @Test
    void whatAnUndecidedBreachMayTakeAwayIsWithheldAndReleasedAfterTheDecision() {
        handsIn(first, "对", 0);
        handsIn(second, "对", 0);
        UUID incident = told.informed(session, first.enrolment(), "COPYING");
        RequestSpecification officer = Entrance.within("320102", "certificate-officer", accounting);
        assertThat(given(officer).get("/results?lang=zh").asString()).contains("1 份因违规未处理暂不公布");
        assertThat(releasing.release(session, "test")).isEqualTo(1);
        assertThat(result(first).provisional()).isTrue();
        assertThat(result(second).provisional()).isFalse();
        Instant released = sessions.find(session).orElseThrow().releasedAt();
        assertThatThrownBy(() -> releasing.release(session, "test")).hasMessageContaining("ALL_WITHHELD");
        assertThat(Entrance.post(officer, "/results", "/results/" + session + "/release")
                        .asString())
                .contains("处理决定作出以前不能公布");
        told.decided(incident, new Sanction(Measure.NONE, false));
        assertThat(releasing.release(session, "test")).isEqualTo(1);
        assertThat(result(first).provisional()).isFalse();
        assertThat(sessions.find(session).orElseThrow().releasedAt())
                .as("when the session was released stays")
                .isEqualTo(released);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> certificates.ofPerson(first.who().id()).size() == 1);
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

    /** Tells by rows alone that the practical belongs to this examination, which has none, and that it came after the theory. */
    private UUID practicalAfterTheTheory(PracticalDay.Day day) throws SQLException {
        days.fact(first.who(), "THEORY_PASSED", clock.today());
        UUID candidate = days.admit(day, first.who());
        drawing.checkIn(candidate, day.station(), "test");
        RequestSpecification one = days.assessor(day);
        RequestSpecification other = days.assessor(day);
        PracticalDay.start(candidate, one, other);
        PracticalDay.marked(one, candidate, 4, false);
        PracticalDay.marked(other, candidate, 4, false);
        PostgresResource.asOwner(
                "UPDATE practical_session SET qualification = '" + QUALIFICATION + "' WHERE id = '" + day.id() + "'");
        PostgresResource.asOwner(
                "UPDATE exam_session SET starts_at = starts_at - interval '2 days' WHERE id = '" + session + "'");
        return candidate;
    }

    private BigDecimal practical(UUID candidate) {
        return practicals.ofCandidate(candidate).orElseThrow().points();
    }

    @Test
    void whereTheDecisionSaysSoAnIncidentInThePracticalReachesTheTheoryToo() throws SQLException {
        assertThat(handsIn(first, "对", 0).raw()).isEqualTo(100);
        handsIn(second, "对", 0);
        PracticalDay.Day day = days.today(1);
        UUID candidate = practicalAfterTheTheory(day);
        UUID incident = told.decidedInPractical(day.id(), candidate, "DEVICE", new Sanction(Measure.BAN, true));
        moved(first);
        assertThat(result(first).raw()).isZero();
        assertThat(result(first).zeroed()).isTrue();
        assertThat(practical(candidate)).isEqualByComparingTo("0");
        assertThat(result(second).raw()).as("nobody else").isEqualTo(100);
        told.appealed(incident, new Sanction(Measure.ZERO, false));
        moved(first);
        assertThat(result(first).raw()).as("the theory counts again").isEqualTo(100);
        assertThat(practical(candidate)).isEqualByComparingTo("0");
    }

    @Test
    void andTheOtherWayRound() throws SQLException {
        assertThat(handsIn(first, "对", 0).raw()).isEqualTo(100);
        UUID candidate = practicalAfterTheTheory(days.today(1));
        UUID incident = told.informed(session, first.enrolment(), "COPYING");
        told.decided(incident, new Sanction(Measure.ZERO, true));
        moved(first);
        assertThat(result(first).raw()).isZero();
        assertThat(practical(candidate)).isEqualByComparingTo("0");
        told.appealed(incident, Measure.NONE);
        moved(first);
        assertThat(result(first).raw()).isEqualTo(100);
        assertThat(practical(candidate)).isEqualByComparingTo("96");
    }

    /** What came out of the theory only after the practical may take both along. */
    @Test
    void aPracticalIsWithheldForAnUndecidedBreachInTheTheoryThatItRestsOn() throws SQLException {
        handsIn(first, "对", 0);
        PracticalDay.Day day = days.today(1);
        practicalAfterTheTheory(day);
        UUID incident = told.informed(session, first.enrolment(), "COPYING");
        assertThatThrownBy(() -> releasingPracticals.release(day.id(), "test")).hasMessageContaining("ALL_WITHHELD");
        told.decided(incident, new Sanction(Measure.NONE, false));
        assertThat(releasingPracticals.release(day.id(), "test")).isEqualTo(1);
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
