package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.record.Recording;
import org.chizheng.regulation.RegulationRefusal;
import org.chizheng.session.SessionRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Operators who apply, sit and try again around the first of June 2026: eligibility by the day of application, retakes by the day of the session. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StraddlingTest extends RunningRoom {
    private static final String OPERATOR = "operator-scaffolding";

    @Inject
    Workplace workplace;

    @Inject
    Recording recording;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    private Workplace.Someone applicant;

    @BeforeEach
    void somebodyWhoFailedTheTheoryTwiceInSpring() {
        applicant = workplace.someone();
        failed(LocalDate.of(2026, 3, 10));
        failed(LocalDate.of(2026, 4, 10));
    }

    private void failed(LocalDate day) {
        recording.add(applicant.id(), OPERATOR, "THEORY_FAILED", day, null, Ids.next(), "order-30-operator");
    }

    @Test
    void whoFailedTwiceIsRefusedASessionOnThe30thOfMay() {
        assertNoAttemptLeft("2026-05-30T00:00", planned("2026-05-30T09:00"));
    }

    @Test
    void whoFailedTwiceIsRefusedASessionOnThe31stOfMay() {
        assertNoAttemptLeft("2026-05-31T23:59:59", planned("2026-05-31T23:59:59"));
    }

    @Test
    void whoFailedTwiceAppliesOnThe31stOfMayForASessionOnThe1stOfJune() {
        assertThat(policyOfApplication("2026-05-31T23:59:59", planned("2026-06-01T00:00")))
                .as("eligibility by order 30, retakes by order 19")
                .isEqualTo("order-30-operator");
    }

    @Test
    void whoFailedTwiceAppliesOnThe1stOfJune() {
        assertThat(policyOfApplication("2026-06-01T00:00", planned("2026-06-02T09:00")))
                .isEqualTo("order-19-operator");
    }

    @Test
    void underOrder19EvenTheHundredthAttemptIsAllowed() {
        for (int i = 0; i < 98; i++) {
            failed(LocalDate.of(2026, 6, 1).plusDays(i));
        }
        assertThat(policyOfApplication("2026-10-01T09:00", planned("2026-10-08T09:00")))
                .isEqualTo("order-19-operator");
    }

    @Test
    void beforeAnyPolicyNobodyIsEnrolledAndTheRefusalSaysWhy() {
        UUID planned = planned("2026-06-02T09:00");
        OnTheDay.at(
                "2010-06-30T23:59",
                () -> assertThatThrownBy(() -> enrol(planned))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(RegulationRefusal.NO_POLICY)));
    }

    @Test
    void theDoorSaysThatNoPolicyIsInForceAndDoesNotFail() {
        RequestSpecification manager = Entrance.as("centre-manager", accounting);
        Response page = given(manager).get("/sessions");
        String token = Entrance.token(page);
        String room = sessions.find(session).orElseThrow().roomId().toString();
        OnTheDay.at("2009-12-31T12:00", () -> {
            Response refused = given(manager)
                    .cookies(page.cookies())
                    .formParam("csrf-token", token)
                    .formParam("room", room)
                    .formParam("qualification", "principal-hazchem-production")
                    .post("/sessions?lang=zh");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("2009-12-31").doesNotContain("??");
        });
    }

    /** An operators' session beside the principals' one: their bank is not there yet, and enrolling does not ask for it. */
    private UUID planned(String chinese) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state)"
                        + " SELECT ?, room_id, centre_id, ?, batch_id, 'order-30-operator', ?, minutes, late_minutes, 'SCHEDULED' FROM exam_session WHERE id = ?",
                id,
                OPERATOR,
                OnTheDay.instant(chinese),
                session);
        return id;
    }

    private String enrol(UUID planned) {
        return enrolling.enrol(planned, applicant.name(), applicant.idNumber(), null);
    }

    private void assertNoAttemptLeft(String applied, UUID planned) {
        OnTheDay.at(
                applied,
                () -> assertThatThrownBy(() -> enrol(planned))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(SessionRefusal.NO_ATTEMPT_LEFT)));
    }

    private String policyOfApplication(String applied, UUID planned) {
        OnTheDay.at(applied, () -> enrol(planned));
        return sql.first("SELECT policy FROM enrolment WHERE session_id = ?", row -> row.getString(1), planned)
                .orElseThrow();
    }
}
