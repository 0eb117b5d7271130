package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.certificate.CertificateView;
import org.chizheng.common.Sql;
import org.chizheng.paper.KeyEntry;
import org.chizheng.paper.Papers;
import org.chizheng.scoring.ResultView;
import org.chizheng.session.EnrolmentView;
import org.chizheng.sitting.AnswerEvent;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.HandingIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Which date picks the policy: application for eligibility, session for the cut score, issue for the years. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ThirdRegimeStoryTest extends RunningRoom {
    private static final String PRINCIPAL = "principal-hazchem-production";
    private static final String OLD = "order-44-principal";
    private static final int LEFT_OUT = 17;

    @Inject
    Workplace workplace;

    @Inject
    Papers papers;

    @Inject
    Beginning beginning;

    @Inject
    HandingIn handingIn;

    @Inject
    Sql sql;

    private UUID room;

    @BeforeEach
    void aRoomAndALawToCome() throws SQLException {
        room = sessions.find(session).orElseThrow().roomId();
        ThirdRegime.enter();
    }

    @AfterEach
    void theLawIsGone() throws SQLException {
        ThirdRegime.remove();
    }

    @Test
    void eligibilityIsDecidedByThePolicyOfTheDayOfApplication() {
        UUID january = scheduling.schedule(room, PRINCIPAL, OnTheDay.instant("2027-01-15T09:00"));
        assertThat(policyOfApplication(january, "2026-12-31T23:59:59")).isEqualTo(OLD);
        assertThat(policyOfApplication(january, "2027-01-01T00:00:00")).isEqualTo(ThirdRegime.ID);
    }

    private String policyOfApplication(UUID planned, String applied) {
        Workplace.Someone someone = workplace.someone();
        List<String> tickets = new ArrayList<>();
        OnTheDay.at(applied, () -> tickets.add(enrolling.enrol(planned, someone.name(), someone.idNumber(), null)));
        return sql.first("SELECT policy FROM enrolment WHERE ticket = ?", row -> row.getString(1), tickets.get(0))
                .orElseThrow();
    }

    @Test
    void theCutScoreIsThatOfTheSessionsDayAndTheScoreKeepsIt() {
        ResultView before = eightyThreePoints(planned("2026-12-31T23:00"));
        assertThat(before.raw()).isEqualTo(83);
        assertThat(before.cut()).isEqualTo(80);
        assertThat(before.passed()).isTrue();
        assertThat(before.policy()).isEqualTo(OLD);
        ResultView after = eightyThreePoints(planned("2027-01-01T00:00"));
        assertThat(after.raw()).isEqualTo(83);
        assertThat(after.cut()).isEqualTo(85);
        assertThat(after.passed()).isFalse();
        assertThat(after.policy()).isEqualTo(ThirdRegime.ID);
    }

    @Test
    void aSessionPlannedBeforeTheLawWasEnteredIsScoredByTheLawOfItsDay() throws SQLException {
        ThirdRegime.remove();
        UUID planned = planned("2027-01-02T09:00");
        ThirdRegime.enter();
        ResultView result = eightyThreePoints(planned);
        assertThat(result.cut()).isEqualTo(85);
        assertThat(result.policy()).isEqualTo(ThirdRegime.ID);
    }

    @Test
    void theYearsOfACertificateAreThoseOfTheDayOfIssue() {
        CertificateView old = issued(planned("2026-12-31T09:00"), "2026-12-31T23:59:59");
        assertThat(old.policy()).isEqualTo(OLD);
        assertThat(old.validTo()).isEqualTo(LocalDate.of(2029, 12, 30));
        CertificateView late = issued(planned("2026-12-31T09:00"), "2027-01-01T00:00:00");
        assertThat(late.policy())
                .as("passed by the old law, issued under the new one")
                .isEqualTo(ThirdRegime.ID);
        assertThat(late.validTo()).isEqualTo(LocalDate.of(2030, 12, 31));
    }

    private UUID planned(String chinese) {
        return scheduling.schedule(room, PRINCIPAL, OnTheDay.instant(chinese));
    }

    private CertificateView issued(UUID planned, String day) {
        UUID person = eightyThreePoints(planned).personId();
        OnTheDay.at(day, () -> {
            releasing.release(planned, "test");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !certificates.ofPerson(person).isEmpty());
        });
        return certificates.ofPerson(person).get(0);
    }

    /** A candidate who leaves out seventeen items of one point each. */
    private ResultView eightyThreePoints(UUID planned) {
        Workplace.Someone someone = workplace.someone();
        String ticket = enrolling.enrol(planned, someone.name(), someone.idNumber(), null);
        opening.openCheckIn(planned, "7 2 7");
        EnrolmentView enrolment = sessions.byTicket(ticket).orElseThrow();
        checkingIn.checkIn(planned, enrolment.id());
        opening.start(planned);
        UUID paper = sessions.byTicket(ticket).orElseThrow().paperId();
        beginning.begin(enrolment.id());
        int epoch = beginning.open(enrolment.id()).epoch();
        handingIn.handIn(
                enrolment.id(),
                new AnswersForm(epoch, answers(papers.keys(List.of(paper)).get(paper))));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> results.ofEnrolment(enrolment.id()).isPresent());
        return results.ofEnrolment(enrolment.id()).orElseThrow();
    }

    private static List<AnswerEvent> answers(List<KeyEntry> key) {
        List<AnswerEvent> events = new ArrayList<>();
        int leftOut = 0;
        for (KeyEntry entry : key) {
            if (entry.points() == 1 && leftOut < LEFT_OUT) {
                leftOut++;
            } else {
                events.add(new AnswerEvent(events.size() + 1, entry.no(), String.join(",", entry.right())));
            }
        }
        return events;
    }
}
