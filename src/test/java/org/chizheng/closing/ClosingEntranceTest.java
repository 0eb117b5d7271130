package org.chizheng.closing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.chizheng.Entrance;
import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.Workplace;
import org.chizheng.admission.Confirming;
import org.chizheng.admission.Passing;
import org.chizheng.admission.Settling;
import org.chizheng.admission.WalkIns;
import org.chizheng.closing.rule.Attendance;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.Told;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.sitting.AnswersForm;
import org.chizheng.sitting.Beginning;
import org.chizheng.sitting.HandingIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the entrance has written down, at the closing of the room; and results that wait for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClosingEntranceTest extends RunningRoom {
    @Inject
    Closing closing;

    @Inject
    Closings closings;

    @Inject
    Attendances attendances;

    @Inject
    Passing passing;

    @Inject
    Confirming confirming;

    @Inject
    Settling settling;

    @Inject
    WalkIns walkIns;

    @Inject
    Beginning beginning;

    @Inject
    HandingIn handingIn;

    @Inject
    Workplace workplace;

    @Inject
    Sealer sealer;

    @Inject
    Sql sql;

    private RequestSpecification invigilator;
    private UUID second;

    @BeforeEach
    void oneHasHandedInAndAnotherComes() {
        invigilator = Entrance.as(new Grant(Roles.INVIGILATOR, null, room().centreId(), null), null, accounting);
        handIn(sessions.byTicket(ticket).orElseThrow().id());
        second = enrolled();
    }

    private SessionView room() {
        return sessions.find(session).orElseThrow();
    }

    private UUID enrolled() {
        Workplace.Someone who = workplace.someone();
        return sessions.byTicket(enrolling.enrol(session, who.name(), who.idNumber(), null))
                .orElseThrow()
                .id();
    }

    private void handIn(UUID enrolment) {
        handingIn.handIn(enrolment, new AnswersForm(beginning.begin(enrolment).epoch(), List.of()));
    }

    private UUID passed(UUID enrolment) {
        return passing.pass(room(), enrolment, new Passing.Picture(null, "NO_CAMERA"), "account:one");
    }

    /** After nobody is admitted any more. */
    private void later(Runnable act) {
        OnTheDay.at(
                clock.now()
                        .plus(Duration.ofMinutes(room().lateMinutes() + 1L))
                        .atZone(OfficialClock.ZONE)
                        .toLocalDateTime()
                        .toString(),
                act);
    }

    private List<String> open() {
        return closing.open(room()).stream().map(Matter::kind).toList();
    }

    private Response act(String rest, String... fields) {
        String page = "/sessions/" + session + "/closing";
        return Entrance.post(invigilator, page, page + rest, fields);
    }

    private AttendanceLine line(UUID enrolment) {
        return attendances.of(room()).stream()
                .filter(line -> line.enrolment().equals(enrolment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoWaitsForTheSecondPersonHoldsUpTheClosing() {
        UUID check = passed(second);
        later(() -> {
            assertThat(open()).containsExactlyInAnyOrder("UNMARKED", "UNCONFIRMED");
            assertThat(given(invigilator)
                            .get("/sessions/" + session + "/closing?lang=zh")
                            .asString())
                    .contains("/sessions/" + session + "/entrance/second");
            assertThat(act("/record").statusCode()).isEqualTo(409);
        });
        confirming.confirm(session, check, "account:two");
        later(() -> assertThat(open()).containsExactly("NOT_BEGUN"));
        handIn(second);
        later(() -> {
            assertThat(line(second).attendance()).isEqualTo(Attendance.LATE);
            assertThat(act("/record").statusCode()).isEqualTo(303);
        });
    }

    @Test
    void whoWasRefusedIsSettledByTheEntrancesOwnWordAndStandsInTheRecord() throws IOException {
        passing.refuse(room(), second, "WRONG_PERSON", "", new Passing.Picture(null, null), "account:one");
        UUID third = enrolled();
        UUID check = passed(third);
        confirming.disagree(session, check, "PHOTO_DIFFERS", "", "account:two");
        UUID fourth = enrolled();
        later(() -> {
            assertThatThrownBy(() -> passed(fourth)).isInstanceOf(Refused.class);
            assertThat(line(second).attendance()).isEqualTo(Attendance.TURNED_AWAY);
            assertThat(line(third).attendance()).isEqualTo(Attendance.TURNED_AWAY);
            assertThat(line(fourth).attendance())
                    .as("the room's word for it, not only turned away")
                    .isEqualTo(Attendance.TOO_LATE);
            assertThat(open()).isEmpty();
            assertThat(act("/record").statusCode()).isEqualTo(303);
        });
        ClosingView record = closings.newest(session).orElseThrow();
        assertThat(record.absent()).isEqualTo(3);
        try (PDDocument document = Loader.loadPDF(closings.pdf(record.id()).orElseThrow())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("本人与报名照片明显不符", "超过迟到入场期限", line(fourth).ticket());
        }
    }

    @Test
    void whoWasRefusedAndThenLetInIsNoLongerTurnedAway() {
        passing.refuse(room(), second, "WRONG_PERSON", "", new Passing.Picture(null, null), "account:one");
        confirming.confirm(session, passed(second), "account:two");
        later(() -> assertThat(open()).containsExactly("NOT_BEGUN"));
    }

    @Test
    void aWalkInWhomNobodyHasSeenToHoldsUpTheClosingAtEveryStep() {
        passing.refuse(room(), second, "WRONG_PERSON", "", new Passing.Picture(null, null), "account:one");
        UUID first = walksIn();
        later(() -> {
            assertThat(open()).containsExactly("WALK_IN");
            assertThat(act("/record").statusCode()).isEqualTo(409);
        });
        settling.send(session, first, "SENT_AWAY", "", "account:one");
        later(() -> assertThat(act("/record").statusCode()).isEqualTo(303));
        UUID record = closings.newest(session).orElseThrow().id();
        later(() -> closing.sign(session, record, Told.somebody()));
        UUID other = walksIn();
        later(() -> assertThat(act("/sign", "record", record.toString()).statusCode())
                .as("somebody waits at the entrance")
                .isEqualTo(409));
        assertThat(closings.isClosed(session)).isFalse();
        settling.send(session, other, "DIRECTED", "", "account:one");
        later(() -> assertThat(act("/sign", "record", record.toString()).statusCode())
                .as("the record tells the same as before")
                .isEqualTo(303));
        assertThat(closings.isClosed(session)).isTrue();
        String entrance = "/sessions/" + session + "/entrance";
        assertThat(Entrance.post(
                                invigilator,
                                entrance,
                                entrance + "/read",
                                "code",
                                workplace.someone().idNumber())
                        .statusCode())
                .as("nobody is put on the list of a closed room")
                .isEqualTo(409);
        assertThat(walkIns.ofSession(session)).hasSize(2);
    }

    private UUID walksIn() {
        String entrance = "/sessions/" + session + "/entrance";
        String where = Entrance.post(
                        invigilator,
                        entrance,
                        entrance + "/read",
                        "code",
                        workplace.someone().idNumber())
                .header("Location");
        return UUID.fromString(where.replaceAll(".*walkIn=", ""));
    }

    /** As an installation has it that sets chizheng.closing.required-for-release. */
    private void resultsWaitForTheRoom(boolean required) {
        QuarkusMock.installMockForType(new Closings(() -> required, sealer, sql), Closings.class);
    }

    @Test
    void whereResultsWaitForTheRoomTheyAreReleasedWhenItIsClosedAndNotBefore() {
        passing.refuse(room(), second, "WRONG_PERSON", "", new Passing.Picture(null, null), "account:one");
        Awaitility.await()
                .until(() -> sql.first(
                                "SELECT 1 FROM result r JOIN sitting s ON s.id = r.sitting_id WHERE s.session_id = ?",
                                row -> true,
                                session)
                        .isPresent());
        RequestSpecification officer = Entrance.within("3201", Roles.CERTIFICATE_OFFICER, accounting);
        assertThat(closings.holdsBack(session)).as("by default nothing waits").isFalse();
        resultsWaitForTheRoom(true);

        Response refused = release(officer);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("考场记录");
        later(() -> act("/record"));
        UUID record = closings.newest(session).orElseThrow().id();
        later(() -> closing.sign(session, record, Told.somebody()));
        assertThat(release(officer).statusCode())
                .as("one signature is not enough")
                .isEqualTo(409);
        assertThat(released()).isZero();
        later(() -> closing.sign(session, record, Told.somebody()));
        assertThat(release(officer).statusCode()).isEqualTo(303);
        assertThat(released()).isEqualTo(1);
    }

    private Response release(RequestSpecification officer) {
        return Entrance.post(officer, "/sessions/" + session, "/sessions/" + session + "/release");
    }

    private long released() {
        return sql.first(
                        "SELECT count(*) FROM result r JOIN sitting s ON s.id = r.sitting_id WHERE s.session_id = ? AND r.released_at IS NOT NULL",
                        row -> row.getLong(1),
                        session)
                .orElseThrow();
    }
}
