package org.chizheng.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Applicants;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.centre.Equipping;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What staff and enterprises do: plan by demand, put people on duty who are linked to nobody, book for many at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StaffBookingTest {
    private static final String COUNTY = "320614";

    @Inject
    Applicants applicants;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    Equipping equipping;

    @Inject
    Duties duties;

    @Inject
    DutySweep sweep;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID centre;
    private RequestSpecification manager;

    @BeforeEach
    void aCentreAndItsManager() {
        centre = applicants.centre(COUNTY);
        manager = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, centre, null), null, accounting);
    }

    private Workplace.Someone applicant(UUID session) {
        Workplace.Someone who = workplace.someone();
        UUID application = applicants.accepted(who.id(), COUNTY);
        sql.update(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at, application_id) VALUES (?, ?, ?, 'order-44-principal', ?, ?, ?)",
                application,
                session,
                who.id(),
                application.toString(),
                clock.now(),
                application);
        return who;
    }

    private Response assign(UUID session, UUID staff) {
        String page = "/sessions/" + session + "/duty";
        return Entrance.post(manager, page, page, "staff", staff.toString());
    }

    @Test
    void nobodyLinkedToACandidateIsPutOnDutyAndTheLinkIsNamedButNoCandidate() {
        UUID session = applicants.session(centre, 5, 10);
        UUID provider = applicants.provider("测试盐城培训中心");
        Workplace.Someone candidate = applicant(session);
        Workplace.Someone trainer = workplace.someone();
        Workplace.Someone other = workplace.someone();
        applicants.trained(candidate.id(), provider, applicants.trainer(provider, trainer.id()));
        applicants.trainer(provider, other.id());
        Response trained = assign(session, applicants.staff(centre, trainer.id(), "INVIGILATOR"));
        assertThat(trained.statusCode()).isEqualTo(409);
        assertThat(trained.asString()).contains("曾为本场 1 名考生授课");
        Response provided = assign(session, applicants.staff(centre, other.id(), "ASSESSOR"));
        assertThat(provided.asString()).contains("测试盐城培训中心");
        UUID post = workplace.post(COUNTY, Applicants.QUALIFICATION);
        workplace.appoint(post, candidate, clock.today().minusDays(3));
        Workplace.Someone colleague = workplace.staff(post);
        assertThat(assign(session, applicants.staff(centre, colleague.id(), "INVIGILATOR"))
                        .asString())
                .contains("测试企业" + COUNTY);
        assertThat(duties.onDuty(session)).isEmpty();
        UUID free = applicants.staff(centre, workplace.someone().id(), "INVIGILATOR");
        assertThat(assign(session, free).statusCode()).isEqualTo(303);
        assertThat(duties.onDuty(session)).extracting(Duties.Member::id).containsExactly(free);
    }

    @Test
    void aLinkThatArisesLaterIsReportedOnTheDutyPageUntilItIsGone() {
        UUID session = applicants.session(centre, 5, 10);
        Workplace.Someone officer = workplace.someone();
        UUID staff = applicants.staff(centre, officer.id(), "INVIGILATOR");
        Workplace.Someone candidate = applicant(session);
        assertThat(assign(session, staff).statusCode()).isEqualTo(303);
        sweep.sweep();
        assertThat(duties.conflicts(session)).isEmpty();
        UUID provider = applicants.provider("测试后来的机构");
        applicants.trained(candidate.id(), provider, applicants.trainer(provider, officer.id()));
        sweep.sweep();
        sweep.sweep();
        assertThat(duties.conflicts(session)).singleElement().satisfies(conflict -> {
            assertThat(conflict.person()).isEqualTo(candidate.id());
            assertThat(conflict.kind()).isEqualTo("TRAINER");
        });
        assertThat(given(manager).get("/sessions/" + session + "/duty").asString())
                .contains("后来出现的关联");
        sql.update("DELETE FROM session_duty WHERE session_id = ?", session);
        applicants.onDuty(session, applicants.staff(centre, workplace.someone().id(), "INVIGILATOR"));
        sweep.sweep();
        assertThat(duties.conflicts(session)).isEmpty();
    }

    @Test
    void nobodyIsOnDutyInTwoSessionsAtOnceOrAfterTheQualificationEnded() {
        UUID one = applicants.session(centre, 2, 10);
        UUID other = applicants.session(centre, 2, 10);
        UUID staff = applicants.staff(centre, workplace.someone().id(), "INVIGILATOR");
        assertThat(assign(one, staff).statusCode()).isEqualTo(303);
        assertThat(assign(other, staff).asString()).contains("当时已在其他场次值考");
        UUID lapsed = applicants.staff(centre, workplace.someone().id(), "ASSESSOR");
        sql.update(
                "UPDATE centre_staff SET qualified_until = ? WHERE id = ?",
                clock.today().plusDays(9),
                lapsed);
        assertThat(assign(one, lapsed).statusCode()).isEqualTo(409);
        String remove = "/sessions/" + one + "/duty/" + staff + "/remove";
        assertThat(Entrance.post(manager, "/sessions/" + one + "/duty", remove).statusCode())
                .isEqualTo(303);
        assertThat(assign(other, staff).statusCode()).isEqualTo(303);
    }

    @Test
    void anotherCentresDutyIsOutOfReach() {
        UUID elsewhere = applicants.session(applicants.centre("320302"), 2, 10);
        assertThat(given(manager).get("/sessions/" + elsewhere + "/duty").statusCode())
                .isEqualTo(404);
        assertThat(given(manager)
                        .get("/sessions/" + elsewhere + "/duty/list.xlsx")
                        .statusCode())
                .isEqualTo(404);
        String mine = "/sessions/" + applicants.session(centre, 2, 12) + "/duty";
        UUID staff = applicants.staff(centre, workplace.someone().id(), "INVIGILATOR");
        assertThat(Entrance.post(manager, mine, "/sessions/" + elsewhere + "/duty", "staff", staff.toString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void sessionsAreMadeForThoseWhoWaitInRoomsThatAreFree() throws IOException {
        applicants.session(centre, 3, 30);
        equipping.room(centre, "大", 30);
        for (int i = 0; i < 9; i++) {
            applicants.accepted(workplace.someone().id(), COUNTY);
        }
        String day = clock.today().plusDays(40).toString();
        String query = "?from=" + day + "&days=1&times=09:00";
        String page = given(manager).get("/bookings/plan" + query).asString();
        List<String> keys = given(manager)
                .get("/bookings/plan" + query)
                .htmlPath()
                .getList("**.findAll { it.@name == 'session' }*.@value", String.class);
        assertThat(page).contains("测试预约考点");
        assertThat(keys).isNotEmpty();
        Response made = Entrance.post(
                manager,
                "/bookings/plan",
                "/bookings/plan",
                "from",
                day,
                "days",
                "1",
                "times",
                "09:00",
                "session",
                keys.get(0));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(sql.list(
                        "SELECT count(*) FROM exam_session WHERE room_id = ? AND state = 'SCHEDULED'",
                        row -> row.getInt(1),
                        UUID.fromString(keys.get(0).substring(0, 36))))
                .allMatch(sessions -> sessions >= 1);
        Response again = Entrance.post(
                manager,
                "/bookings/plan",
                "/bookings/plan",
                "from",
                day,
                "days",
                "1",
                "times",
                "09:00",
                "session",
                keys.get(0));
        assertThat(again.statusCode()).as("the room is taken now").isEqualTo(409);
        byte[] file = given(manager).get("/bookings/plan/list.xlsx" + query).asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("资格项目");
        }
    }

    @Test
    void aRegulatorSeesThePlanOfItsRegionAndMakesNoSessions() {
        applicants.accepted(workplace.someone().id(), "320623");
        RequestSpecification own = Entrance.within("3206", Roles.REGULATOR, accounting);
        RequestSpecification other = Entrance.within("3203", Roles.REGULATOR, accounting);
        assertThat(given(own).get("/bookings/plan").asString()).contains("如东");
        assertThat(given(other).get("/bookings/plan").asString()).doesNotContain("如东");
        assertThat(Entrance.post(own, "/bookings/plan", "/bookings/plan", "session", "x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEnterpriseBooksManyAtOnceAndEachIsAnswered() {
        UUID enterprise = workplace.enterprise(COUNTY);
        RequestSpecification employer =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        UUID session = applicants.session(centre, 2, 10);
        UUID[] applications = new UUID[3];
        for (int i = 0; i < 3; i++) {
            applications[i] =
                    applicants.accepted(workplace.someone().id(), Applicants.QUALIFICATION, COUNTY, enterprise);
        }
        String page = "/enterprise/bookings";
        Response booked = Entrance.post(
                employer,
                page,
                page,
                "qualification",
                Applicants.QUALIFICATION,
                "session",
                session.toString(),
                "application",
                applications[0].toString(),
                "application",
                applications[1].toString(),
                "application",
                applications[2].toString());
        assertThat(booked.statusCode()).isEqualTo(200);
        assertThat(booked.asString().split("badge-ok", -1)).as("two are booked").hasSize(3);
        assertThat(booked.asString()).contains("考位已满");
        assertThat(sql.list("SELECT 1 FROM enrolment WHERE session_id = ?", row -> 1, session))
                .hasSize(2);
        assertThat(given(employer).get(page + "/list.xlsx").statusCode()).isEqualTo(200);
        UUID strangers = applicants.accepted(
                workplace.someone().id(), Applicants.QUALIFICATION, COUNTY, workplace.enterprise(COUNTY));
        assertThat(Entrance.post(
                                employer,
                                page,
                                page,
                                "session",
                                session.toString(),
                                "application",
                                strangers.toString())
                        .statusCode())
                .isEqualTo(404);
    }
}
