package org.chizheng.admission;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.Workplace;
import org.chizheng.admission.rule.TicketCode;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The entrance of a session on the day, by its doors: two people, pictures, refusals, walk-ins, those who do not come. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EntranceTest extends RunningRoom {
    private static final String SECRET = "a secret for the entrance";
    private static final String SUBJECT = "principal-hazchem-production";

    @Inject
    Passing passing;

    @Inject
    Confirming confirming;

    @Inject
    NotingAbsence noting;

    @Inject
    ErasingPictures erasing;

    @Inject
    Workplace workplace;

    @Inject
    Sql sql;

    private UUID centre;
    private RequestSpecification first;
    private RequestSpecification second;
    private Workplace.Someone someone;
    private EnrolmentView enrolment;

    @BeforeEach
    void twoPeopleAndACandidate() {
        centre = sessions.find(session).orElseThrow().centreId();
        first = staff(Roles.INVIGILATOR);
        second = staff(Roles.INVIGILATOR);
        someone = workplace.someone();
        enrolment = enrolled(someone);
    }

    private RequestSpecification staff(String role) {
        return Entrance.as(new Grant(role, null, centre, null), null, accounting);
    }

    private EnrolmentView enrolled(Workplace.Someone who) {
        return sessions.byTicket(enrolling.enrol(session, who.name(), who.idNumber(), null))
                .orElseThrow();
    }

    private String door(String rest) {
        return "/sessions/" + session + "/entrance" + rest;
    }

    private Response read(String code) {
        return Entrance.post(first, door(""), door("/read"), "code", code);
    }

    private Response send(String act, byte[] picture, String... fields) {
        Response page = given(first).get(door(""));
        String token = Entrance.token(page);
        RequestSpecification form =
                given(first).cookies(page.cookies()).redirects().follow(false).multiPart("csrf-token", token);
        if (picture != null) {
            form.multiPart("picture", "picture.png", picture);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.multiPart(new MultiPartSpecBuilder(fields[i + 1])
                    .controlName(fields[i])
                    .charset(UTF_8)
                    .build());
        }
        return form.post(door("/" + enrolment.id() + "/" + act));
    }

    private List<String> checks() {
        return sql.list(
                "SELECT concat_ws(' ', state, reason, no_photo, note) FROM entrance_check WHERE enrolment_id = ? ORDER BY first_at",
                row -> row.getString(1),
                enrolment.id());
    }

    private UUID check() {
        return sql.first(
                        "SELECT id FROM entrance_check WHERE enrolment_id = ? ORDER BY first_at DESC LIMIT 1",
                        row -> row.getObject(1, UUID.class),
                        enrolment.id())
                .orElseThrow();
    }

    private List<String> walkIns() {
        return sql.list(
                "SELECT concat_ws(' ', kind, outcome) FROM walk_in WHERE session_id = ? ORDER BY seen_at",
                row -> row.getString(1),
                session);
    }

    private String seat() {
        return sessions.enrolment(enrolment.id()).orElseThrow().seat();
    }

    @Test
    void oneReadsAndPassesAnotherConfirmsAndOnlyThenIsASeatDrawn() {
        for (String code : new String[] {TicketCode.of(enrolment.ticket()), enrolment.ticket(), someone.idNumber()}) {
            assertThat(read(code).header("Location")).endsWith("?of=" + enrolment.id());
        }
        String page =
                given(first).get(door("?of=" + enrolment.id() + "&lang=zh")).asString();
        assertThat(page).contains("一致，拍照通过").doesNotContain(someone.idNumber());
        assertThat(send("pass", MadeUpPortrait.draw(5)).statusCode()).isEqualTo(303);
        assertThat(seat()).isNull();
        UUID check = check();
        assertThat(Entrance.post(first, door("/second"), door("/second/" + check + "/confirm"))
                        .statusCode())
                .as("nobody confirms what they passed themselves")
                .isEqualTo(409);
        assertThat(Entrance.post(second, door("/second"), door("/second/" + check + "/confirm"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(seat()).isNotNull();
        assertThat(Entrance.post(second, door("/second"), door("/second/" + check + "/confirm"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(send("pass", MadeUpPortrait.draw(5)).statusCode())
                .as("is in already")
                .isEqualTo(409);
        assertThat(checks()).containsExactly("CONFIRMED");
        assertThat(given(second).get(door("/checks/" + check + "/photo")).contentType())
                .isEqualTo("image/jpeg");
        assertThat(sql.list(
                        "SELECT 1 FROM entrance_check WHERE id = ? AND position('\\xffd8ff'::bytea IN photo_sealed) = 1",
                        row -> 1,
                        check))
                .as("under seal")
                .isEmpty();
        assertThat(sql.list(
                        "SELECT act FROM audit_entry WHERE subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        enrolment.id().toString()))
                .contains("passed at entrance", "confirmed at entrance", "checked in");
    }

    @Test
    void aPictureIsTakenOrItIsSaidWhyNot() {
        assertThat(send("pass", null).statusCode()).isEqualTo(400);
        assertThat(send("pass", null, "noPhoto", "PHOTO_DIFFERS").statusCode())
                .as("a reason of another kind")
                .isEqualTo(400);
        assertThat(send("pass", new byte[] {1, 2, 3}).statusCode())
                .as("no picture")
                .isEqualTo(400);
        assertThat(checks()).isEmpty();
        assertThat(send("pass", null, "noPhoto", "NO_CAMERA").statusCode()).isEqualTo(303);
        assertThat(send("pass", null, "noPhoto", "NO_CAMERA").statusCode())
                .as("waits already")
                .isEqualTo(409);
        assertThat(checks()).containsExactly("WAITING NO_CAMERA");
    }

    @Test
    void theWrongPersonIsTurnedAwayWithAPictureAndTheSecondMayStandAgainstTheFirst() {
        assertThat(send("refuse", MadeUpPortrait.draw(6)).statusCode())
                .as("without a reason")
                .isEqualTo(400);
        assertThat(send("refuse", MadeUpPortrait.draw(6), "reason", "WRONG_PERSON", "note", "另一人持证")
                        .statusCode())
                .isEqualTo(303);
        assertThat(checks()).containsExactly("REFUSED WRONG_PERSON 另一人持证");
        assertThat(given(first).get(door("/checks/" + check() + "/photo")).statusCode())
                .isEqualTo(200);
        send("pass", MadeUpPortrait.draw(6));
        assertThat(Entrance.post(
                                second,
                                door("/second"),
                                door("/second/" + check() + "/disagree"),
                                "reason",
                                "PHOTO_DIFFERS",
                                "note",
                                "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(checks()).containsExactly("REFUSED WRONG_PERSON 另一人持证", "REFUSED PHOTO_DIFFERS");
        assertThat(seat()).isNull();
        assertThat(given(first).get(door("/list?lang=zh")).asString()).contains("本人与报名照片明显不符");
    }

    private void startedMinutesAgo(int minutes) throws SQLException {
        PostgresResource.asOwner("UPDATE exam_session SET started_at = now() - interval '" + minutes
                + " minutes' WHERE id = '" + session + "'");
    }

    @Test
    void whoComesAfterTheLateWindowIsWrittenDownAndWhoDoesNotComeIsNotedOnce() throws SQLException {
        startedMinutesAgo(29);
        assertThat(given(first).get(door("?of=" + enrolment.id() + "&lang=zh")).asString())
                .contains("迟到");
        startedMinutesAgo(31);
        assertThat(send("pass", MadeUpPortrait.draw(5)).statusCode()).isEqualTo(409);
        assertThat(checks()).containsExactly("REFUSED TOO_LATE");
        EnrolmentView absent = enrolled(workplace.someone());
        noting.note();
        noting.note();
        assertThat(sql.list(
                        "SELECT n.enrolment_id FROM no_show n JOIN enrolment e ON e.id = n.enrolment_id WHERE e.session_id = ?",
                        row -> row.getObject(1, UUID.class),
                        session))
                .containsExactlyInAnyOrder(enrolment.id(), absent.id());
        assertThat(given(first).get(door("/list?lang=zh")).asString()).contains("缺考");
        assertThat(given(first).get(door("/list/list.xlsx")).contentType()).contains("spreadsheetml");
    }

    @Test
    void whoeverHasNoPlaceHereIsWrittenDownAndAnAcceptedApplicationGetsOne() throws SQLException {
        UUID other = scheduling.schedule(equipping.room(centre, "2", 5), SUBJECT, clock.now());
        Workplace.Someone elsewhere = workplace.someone();
        String ticketThere = enrolling.enrol(other, elsewhere.name(), elsewhere.idNumber(), null);
        Workplace.Someone accepted = workplace.someone();
        PostgresResource.asOwner(
                "INSERT INTO application (id, number, person_id, qualification, kind, channel, region, policy, state, applied_at, answer_due)"
                        + " VALUES (gen_random_uuid(), '" + Ids.next() + "', '" + accepted.id() + "', '" + SUBJECT
                        + "', 'INITIAL', 'COUNTER', '320102', 'order-44-principal', 'ACCEPTED', now(), current_date)");
        assertThat(read("320100198001010019").statusCode())
                .as("check character")
                .isEqualTo(400);
        assertThat(read("320100198001010013").header("Location")).contains("?walkIn=");
        read(TicketCode.of(ticketThere));
        read(elsewhere.idNumber());
        Response found = read(accepted.idNumber());
        assertThat(walkIns()).containsExactly("UNKNOWN", "ELSEWHERE", "ACCEPTED");
        UUID walkIn = UUID.fromString(found.header("Location").replaceAll(".*walkIn=", ""));
        Response admitted = Entrance.post(first, door("/list"), door("/list/" + walkIn + "/admit"));
        assertThat(admitted.statusCode()).isEqualTo(303);
        enrolment = sessions.enrolment(
                        UUID.fromString(admitted.header("Location").replaceAll(".*of=", "")))
                .orElseThrow();
        assertThat(enrolment.personId()).isEqualTo(accepted.id());
        assertThat(sql.first(
                        "SELECT 1 FROM enrolment WHERE id = ? AND application_id IS NOT NULL",
                        row -> 1,
                        enrolment.id()))
                .isPresent();
        UUID away = sql.first(
                        "SELECT id FROM walk_in WHERE session_id = ? AND kind = 'ELSEWHERE'",
                        row -> row.getObject(1, UUID.class),
                        session)
                .orElseThrow();
        assertThat(Entrance.post(first, door("/list"), door("/list/" + away + "/admit"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Entrance.post(
                                first,
                                door("/list"),
                                door("/list/" + away + "/send"),
                                "outcome",
                                "DIRECTED",
                                "note",
                                "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(walkIns()).containsExactly("UNKNOWN", "ELSEWHERE DIRECTED", "ACCEPTED ADMITTED");
        String list = given(first).get(door("/list?lang=zh")).asString();
        assertThat(list).contains("没有登记").doesNotContain(elsewhere.idNumber(), "320100198001010013");
    }

    @Test
    void whoIsConfirmedWithoutAFreeSeatStandsInTheListOfWalkIns() throws SQLException {
        for (int i = 0; i < 3; i++) {
            checkingIn.checkIn(session, enrolled(workplace.someone()).id());
        }
        UUID sixth = Ids.next();
        PostgresResource.asOwner(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at) VALUES ('" + sixth
                        + "', '" + session + "', '" + workplace.someone().id() + "', 'order-44-principal', '"
                        + sixth.toString().substring(0, 20) + "', now())");
        checkingIn.checkIn(session, sixth);
        UUID check = passing.pass(
                sessions.find(session).orElseThrow(),
                enrolment.id(),
                new Passing.Picture(MadeUpPortrait.draw(5), null),
                "account:one");
        assertThatThrownBy(() -> confirming.confirm(session, check, "account:two"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(SessionRefusal.ROOM_FULL));
        assertThat(walkIns()).containsExactly("NO_SEAT");
        assertThat(checks()).containsExactly("WAITING");
    }

    private String witness(String role, UUID at) {
        String name = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        accounting.grant(accounting.open(name, SECRET, "测试见证", "Test witness", null), new Grant(role, null, at, null));
        return name;
    }

    private int stands(String name, String password) {
        return Entrance.post(first, door(""), door("/witness"), "username", name, "password", password)
                .statusCode();
    }

    @Test
    void aWitnessSignsOnceAndConfirmsAtTheSameTabletWhereTheSessionAllowsIt() {
        RequestSpecification manager = staff(Roles.CENTRE_MANAGER);
        send("pass", MadeUpPortrait.draw(5));
        String confirm = door("/checks/" + check() + "/witness");
        assertThat(Entrance.post(first, door(""), confirm).statusCode())
                .as("not in this session")
                .isEqualTo(409);
        assertThat(Entrance.post(manager, door(""), door("/mode"), "second", "WITNESS")
                        .statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(first, door(""), confirm).statusCode())
                .as("no witness")
                .isEqualTo(409);
        UUID far = equipping.centre("F" + UUID.randomUUID(), "远处考点", "Far centre", "320302");
        assertThat(stands(witness(Roles.INVIGILATOR, far), SECRET))
                .as("of another centre")
                .isEqualTo(409);
        assertThat(stands(witness(Roles.ASSESSOR, centre), SECRET))
                .as("of another duty")
                .isEqualTo(409);
        String name = witness(Roles.INVIGILATOR, centre);
        assertThat(stands(name, "wrong")).isEqualTo(409);
        assertThat(stands(name, SECRET)).isEqualTo(303);
        assertThat(Entrance.post(second, door(""), confirm).statusCode())
                .as("stands beside the first one's tablet alone")
                .isEqualTo(409);
        assertThat(Entrance.post(first, door(""), confirm).statusCode()).isEqualTo(303);
        assertThat(seat()).isNotNull();
        assertThat(sql.list("SELECT second_by FROM entrance_check WHERE id = ?", row -> row.getString(1), check()))
                .containsExactly("account:" + name);
        Entrance.post(first, door(""), door("/witness/leave"));
        assertThat(given(first).get(door("?lang=zh")).asString()).contains("见证人签到");
        assertThat(Entrance.post(
                                first,
                                "/sessions/" + session,
                                "/sessions/" + session + "/enrolments/"
                                        + enrolled(workplace.someone()).id() + "/check-in")
                        .statusCode())
                .as("nobody goes round the entrance any more")
                .isEqualTo(409);
    }

    @Test
    void anotherCentresStaffSeeNothingOfTheEntrance() {
        UUID far = equipping.centre("F" + UUID.randomUUID(), "远处考点", "Far centre", "320302");
        RequestSpecification stranger = Entrance.as(new Grant(Roles.INVIGILATOR, null, far, null), null, accounting);
        send("pass", MadeUpPortrait.draw(5));
        for (String rest : List.of("", "/second", "/list", "/list/list.xlsx", "/checks/" + check() + "/photo")) {
            assertThat(given(stranger).get(door(rest)).statusCode()).as(rest).isEqualTo(404);
        }
        for (String rest : List.of(
                "", "/list.pdf", "/sign.pdf", "/labels.pdf", "/tickets.pdf", "/tickets/" + enrolment.id() + ".pdf")) {
            assertThat(given(stranger)
                            .get("/sessions/" + session + "/print" + rest)
                            .statusCode())
                    .as(rest)
                    .isEqualTo(404);
        }
    }

    @Test
    void picturesAreErasedWhenTheirTimeIsOverAndTheRecordStays() throws SQLException {
        send("pass", MadeUpPortrait.draw(5));
        UUID check = check();
        confirming.confirm(session, check, "account:two");
        erasing.erase();
        assertThat(given(first).get(door("/checks/" + check + "/photo")).statusCode())
                .isEqualTo(200);
        PostgresResource.asOwner(
                "UPDATE exam_session SET starts_at = now() - interval '181 days' WHERE id = '" + session + "'");
        erasing.erase();
        assertThat(given(first).get(door("/checks/" + check + "/photo")).statusCode())
                .isEqualTo(404);
        assertThat(sql.list(
                        "SELECT state FROM entrance_check WHERE id = ? AND photo_erased_at IS NOT NULL AND second_by = 'account:two'",
                        row -> row.getString(1),
                        check))
                .containsExactly("CONFIRMED");
        assertThatThrownBy(() -> sql.update("DELETE FROM entrance_check WHERE id = ?", check))
                .hasMessageContaining("permission denied");
    }

    private static String text(Response pdf) throws java.io.IOException {
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.contentType()).startsWith("application/pdf");
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aTicketIsPrintedByItsCandidateByWhoHoldsItAndByTheCentreAndByNobodyElse() throws java.io.IOException {
        RequestSpecification manager = staff(Roles.CENTRE_MANAGER);
        String print = "/sessions/" + session + "/print";
        assertThat(Entrance.post(manager, print, print + "/directions", "zh", "坐演示2号线", "en", "Take demo line 2")
                        .statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(manager, print, print + "/directions", "zh", "远".repeat(301), "en", "")
                        .statusCode())
                .isEqualTo(400);
        Grant candidate = new Grant(Roles.CANDIDATE, null, null, null);
        RequestSpecification own = Entrance.as(candidate, someone.id(), accounting);
        RequestSpecification other = Entrance.as(candidate, workplace.someone().id(), accounting);
        assertThat(given(own).get("/my/tickets").asString()).contains("/my/tickets/" + enrolment.id() + ".pdf");
        String door = "/my/tickets/" + enrolment.id() + ".pdf";
        assertThat(text(given(own).get(door)))
                .contains(someone.name(), "坐演示2号线", "Take demo line 2")
                .doesNotContain(someone.idNumber());
        assertThat(given(other).get(door).statusCode()).isEqualTo(404);
        RequestSpecification holder = Entrance.candidate(enrolment.ticket(), someone.idNumber());
        assertThat(text(given(holder).get("/exam/ticket.pdf"))).contains(someone.name());
        assertThat(text(given(first).get(print + "/tickets/" + enrolment.id() + ".pdf")))
                .contains(someone.name());
        assertThat(text(given(first).get(print + "/tickets.pdf"))).contains(someone.name(), NAME);
        assertThat(text(given(first).get(print + "/list.pdf")))
                .contains("共 2 人")
                .doesNotContain(someone.idNumber());
        assertThat(text(given(first).get(print + "/sign.pdf"))).contains("考场 1");
        assertThat(text(given(first).get(print + "/labels.pdf"))).contains("A05");
    }

    /** 200 candidates an hour are one in 18 seconds; what the server takes of it stands in target/entrance-millis.txt. */
    @Test
    void aCheckInTakesTheServerASmallPartOfACandidatesTime() throws java.io.IOException {
        long begun = System.nanoTime();
        read(TicketCode.of(enrolment.ticket()));
        send("pass", MadeUpPortrait.draw(5));
        Entrance.post(second, door("/second"), door("/second/" + check() + "/confirm"));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        Files.writeString(Path.of("target", "entrance-millis.txt"), millis + "\n");
        assertThat(seat()).isNotNull();
        assertThat(millis).isLessThan(9_000);
    }
}
