package org.chizheng.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.chizheng.Applicants;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.StarterBank;
import org.chizheng.Workplace;
import org.chizheng.admission.rule.TicketCode;
import org.chizheng.application.Applications;
import org.chizheng.centre.Equipping;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Identifying;
import org.chizheng.people.Roles;
import org.chizheng.people.rule.CitizenId;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.Scheduling;
import org.chizheng.session.Sessions;
import org.chizheng.workforce.Appointing;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * A whole exam day of low-voltage electricians, by the doors that people use: three enterprises apply for 120 of their people, who are booked into three rooms; two come late, one
 * does not come, one is somebody else, one has a telephone; the power fails in one room, one computer breaks, and a fire alarm stops all rooms; the rooms are closed and the results
 * released, one of them is corrected, and four go on to the practical, where two assessors differ and a veto item is met. At the end two hold a certificate.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExamDayTest {
    private static final String LOW = PracticalDay.LOW;
    private static final String COUNTY = "320682";
    private static final Path BANK = Path.of("question-bank");
    private static final Path PAPERS = Path.of("target", "exam-day");
    private static final int ROOMS = 3;
    private static final int SEATS = 42;
    private static final int PEOPLE = 120;
    /** Places in the list of all candidates, room after room, forty each. */
    private static final int LATE = 3;

    private static final int LATER = 4;
    private static final int NEVER_CAME = 5;
    private static final int BROKEN_SCORE = 6;
    private static final int THIRD_NEEDED = 7;
    private static final int VETOED = 8;
    private static final int CHEATER = 45;
    private static final int SOMEBODY_ELSE = 46;
    private static final int MOVED = 90;

    @Inject
    StarterBank bank;

    @Inject
    Equipping equipping;

    @Inject
    Scheduling scheduling;

    @Inject
    Sessions sessions;

    @Inject
    Applications applications;

    @Inject
    Identifying identifying;

    @Inject
    Appointing appointing;

    @Inject
    Workplace workplace;

    @Inject
    Applicants applicants;

    @Inject
    PracticalDay practicals;

    @Inject
    Results results;

    @Inject
    Certificates certificates;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    private final List<Candidate> all = new ArrayList<>();
    private final List<UUID> rooms = new ArrayList<>();
    private final List<UUID> employers = new ArrayList<>();
    private UUID centre;
    private AnswerBook book;
    private RequestSpecification tablet;
    private RequestSpecification second;
    private RequestSpecification manager;
    private RequestSpecification officer;
    private RequestSpecification otherOfficer;
    private RequestSpecification authority;

    /** One of the 120, with what the day brings. */
    private static final class Candidate {
        private final String name;
        private final String idNumber;
        private UUID person;
        private UUID application;
        private UUID session;
        private EnrolmentView enrolment;
        private RequestSpecification door;
        private int epoch;
        private int sequence;
        private List<Map<String, Object>> answers;

        private Candidate(String name, String idNumber) {
            this.name = name;
            this.idNumber = idNumber;
        }
    }

    @Test
    void fromTheApplicationToTheReleasedResult() throws IOException, SQLException {
        aCentreWithThreeRoomsAndItsStaff();
        theEnterprisesApplyForTheirPeople();
        thePlacesAreBookedAndTheTicketsPrinted();
        theMorningOfTheDay();
        theEntrance();
        theRoomsBegin();
        twoComeLateAndOneDoesNotCome();
        aFireAlarmStopsAllRooms();
        thePowerFailsInTheSecondRoom();
        aSeatIsMovedInTheThirdRoom();
        UUID breach = aTelephoneIsFound();
        aRoomDoesNotCloseWhileSomethingIsOpen();
        allHandIn();
        theRoomsAreClosed(breach);
        theResultsAreReleased();
        aRecheckCorrectsAResult();
        thePracticals();
        theCertificates();
    }

    // ---- before ----

    private void aCentreWithThreeRoomsAndItsStaff() throws IOException {
        bank.load();
        book = AnswerBook.read(BANK.resolve("low-voltage-electrical"));
        centre = equipping.centre("D" + UUID.randomUUID(), "测试考试日考点", "Test centre of the day", COUNTY);
        for (int room = 1; room <= ROOMS; room++) {
            rooms.add(scheduling.schedule(
                    equipping.room(centre, "第" + room + "考场", SEATS),
                    LOW,
                    clock.today()
                            .plusDays(5)
                            .atTime(9, 0)
                            .atZone(OfficialClock.ZONE)
                            .toInstant()));
        }
        tablet = onDuty();
        second = onDuty();
        manager = staff(Roles.CENTRE_MANAGER);
        officer = region(Roles.CERTIFICATE_OFFICER);
        otherOfficer = region(Roles.CERTIFICATE_OFFICER);
        authority = region(Roles.REGULATOR);
    }

    /** An invigilator of all three rooms. */
    private RequestSpecification onDuty() {
        UUID person = workplace.someone().id();
        UUID member = applicants.staff(centre, person, "INVIGILATOR");
        rooms.forEach(room -> applicants.onDuty(room, member));
        return withToken(Entrance.as(new Grant(Roles.INVIGILATOR, null, centre, null), person, accounting));
    }

    private RequestSpecification staff(String role) {
        return withToken(Entrance.as(new Grant(role, null, centre, null), null, accounting));
    }

    private RequestSpecification region(String role) {
        return withToken(Entrance.within("3206", role, accounting));
    }

    private static RequestSpecification withToken(RequestSpecification door) {
        Response page = given(door).get("/desk");
        String token = Entrance.token(page);
        return new RequestSpecBuilder()
                .addRequestSpecification(door)
                .addCookies(page.cookies())
                .addHeader("X-CSRF-TOKEN", token)
                .build();
    }

    private static Response post(RequestSpecification door, String path, String... fields) {
        RequestSpecification form = given(door)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post(path);
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer;
    }

    private static RequestSpecification file(
            RequestSpecification door, String name, String fileName, byte[] content, String... fields) {
        RequestSpecification form = given(door).redirects().follow(false).multiPart(name, fileName, content);
        for (int i = 0; i < fields.length; i += 2) {
            form.multiPart(new MultiPartSpecBuilder(fields[i + 1])
                    .controlName(fields[i])
                    .charset(UTF_8)
                    .build());
        }
        return form;
    }

    private void theEnterprisesApplyForTheirPeople() throws IOException {
        for (int enterprise = 0; enterprise < 3; enterprise++) {
            UUID employer = workplace.enterprise(COUNTY);
            employers.add(employer);
            UUID post = workplace.post(employer, LOW);
            List<Candidate> people = IntStream.range(enterprise * 40, enterprise * 40 + 40)
                    .mapToObj(ExamDayTest::someone)
                    .toList();
            for (Candidate one : people) {
                appointing.appoint(post, one.name, one.idNumber, clock.today().minusYears(2));
            }
            RequestSpecification door =
                    withToken(Entrance.as(new Grant(Roles.EMPLOYER, null, null, employer), null, accounting));
            Response sent = file(
                            door,
                            "file",
                            "people.xlsx",
                            sheet(door, people),
                            "enterprise",
                            employer.toString(),
                            "region",
                            "3206")
                    .post("/enterprise/applications/sheets");
            String sheet = done(sent).header("Location").replaceAll(".*(/enterprise/.*)", "$1");
            done(post(door, sheet + "/confirm", "undertaken", "true"));
            all.addAll(people);
        }
        assertThat(all).hasSize(PEOPLE);
        for (Candidate one : all) {
            one.person = sql.first(
                            "SELECT a.person_id, a.id FROM application a JOIN person p ON p.id = a.person_id WHERE p.name = ? AND a.region = ?",
                            row -> row.getObject(1, UUID.class),
                            one.name,
                            "3206")
                    .orElseThrow();
            one.application = applications.ofPerson(one.person).get(0).id();
            identifying.keepPhoto(one.person, MadeUpPortrait.draw(all.indexOf(one)));
            done(post(authority, "/applications/" + one.application + "/accept", "photoReason", ""));
        }
    }

    /** The name says that it is made up, and who it is. */
    private static Candidate someone(int number) {
        String first17 =
                "32060019%02d%02d%02d%03d".formatted(85 + number / 60, 1 + number % 12, 1 + number % 28, 100 + number);
        String name = "测试" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(number / 10) + "一二三四五六七八九十".charAt(number % 10);
        return new Candidate(name, first17 + CitizenId.checkCharacter(first17));
    }

    private static byte[] sheet(RequestSpecification employer, List<Candidate> people) throws IOException {
        byte[] template = given(employer)
                .get("/enterprise/applications/sheets/template?lang=zh")
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < people.size(); i++) {
                Row row = workbook.getSheetAt(0).createRow(i + 1);
                Candidate one = people.get(i);
                String[] cells = {one.name, one.idNumber, "低压电工作业", "初中", "居民身份证", "初次取证", "电工", "13800000000", "", "无"
                };
                for (int j = 0; j < cells.length; j++) {
                    row.createCell(j).setCellValue(cells[j]);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private void thePlacesAreBookedAndTheTicketsPrinted() throws IOException {
        // Each enterprise books some of its people into each room, so that colleagues could sit side by side.
        List<Candidate> dealt = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            dealt.add(all.get(i % 3 * 40 + i / 3));
        }
        all.clear();
        all.addAll(dealt);
        for (int i = 0; i < PEOPLE; i++) {
            all.get(i).session = rooms.get(i / 40);
        }
        Files.createDirectories(PAPERS);
        for (UUID room : rooms) {
            for (UUID employer : employers) {
                RequestSpecification door =
                        withToken(Entrance.as(new Grant(Roles.EMPLOYER, null, null, employer), null, accounting));
                RequestSpecification form = given(door).contentType("application/x-www-form-urlencoded; charset=UTF-8");
                all.stream()
                        .filter(one -> one.session.equals(room))
                        .filter(one -> applications
                                .ofPerson(one.person)
                                .get(0)
                                .enterpriseId()
                                .equals(employer))
                        .forEach(one -> form.formParam("application", one.application.toString()));
                assertThat(form.formParam("qualification", LOW)
                                .formParam("session", room.toString())
                                .post("/enterprise/bookings")
                                .statusCode())
                        .isEqualTo(200);
            }
            List<EnrolmentView> enrolled = sessions.enrolments(room);
            assertThat(enrolled).hasSize(40);
            all.forEach(one -> enrolled.stream()
                    .filter(enrolment -> enrolment.personId().equals(one.person))
                    .forEach(enrolment -> one.enrolment = enrolment));
            keep(room, "tickets", given(manager).get("/sessions/" + room + "/print/tickets.pdf"), 40);
            keep(room, "list", given(manager).get("/sessions/" + room + "/print/list.pdf"), 1);
        }
    }

    /** Kept for people to look at. @param pages at least so many */
    private void keep(UUID room, String name, Response pdf, int pages) throws IOException {
        assertThat(pdf.contentType()).startsWith("application/pdf");
        byte[] bytes = pdf.asByteArray();
        Files.write(PAPERS.resolve(name + "-" + (rooms.indexOf(room) + 1) + ".pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(pages);
        }
    }

    // ---- on the day ----

    /** The day has come: the one thing that is not done by a door. */
    private void theMorningOfTheDay() throws SQLException {
        for (UUID room : rooms) {
            PostgresResource.asOwner("UPDATE exam_session SET starts_at = now() WHERE id = '" + room + "'");
            done(post(tablet, "/sessions/" + room + "/check-in", "publicValue", "4 2 6"));
        }
    }

    private void theEntrance() {
        for (int i = 0; i < PEOPLE; i++) {
            if (i == SOMEBODY_ELSE) {
                read(all.get(i));
                Response refused = file(
                                tablet,
                                "picture",
                                "picture.png",
                                MadeUpPortrait.draw(999),
                                "reason",
                                "WRONG_PERSON",
                                "note",
                                "他人持本人准考证前来")
                        .post(entrance(all.get(i)) + "/refuse");
                done(refused);
            } else if (i != LATE && i != LATER && i != NEVER_CAME) {
                in(all.get(i));
            }
        }
        assertThat(given(tablet)
                        .get("/sessions/" + rooms.get(1) + "/entrance/list?lang=zh")
                        .asString())
                .contains("冒名顶替");
        for (UUID room : rooms) {
            List<String> seats = sessions.enrolments(room).stream()
                    .map(EnrolmentView::seat)
                    .filter(seat -> seat != null)
                    .toList();
            assertThat(seats).doesNotHaveDuplicates();
        }
    }

    private static String entrance(Candidate one) {
        return "/sessions/" + one.session + "/entrance/" + one.enrolment.id();
    }

    private void read(Candidate one) {
        String code = all.indexOf(one) % 2 == 0 ? TicketCode.of(one.enrolment.ticket()) : one.idNumber;
        Response seen = post(tablet, "/sessions/" + one.session + "/entrance/read", "code", code);
        assertThat(done(seen).header("Location")).endsWith("?of=" + one.enrolment.id());
    }

    /** Read and passed by one, confirmed by the other, who draws a seat with it. */
    private void in(Candidate one) {
        read(one);
        done(file(tablet, "picture", "picture.png", MadeUpPortrait.draw(all.indexOf(one)))
                .post(entrance(one) + "/pass"));
        UUID check = sql.first(
                        "SELECT id FROM entrance_check WHERE enrolment_id = ? AND state = 'WAITING'",
                        row -> row.getObject(1, UUID.class),
                        one.enrolment.id())
                .orElseThrow();
        done(post(second, "/sessions/" + one.session + "/entrance/second/" + check + "/confirm"));
        one.enrolment = sessions.enrolment(one.enrolment.id()).orElseThrow();
        assertThat(one.enrolment.seat()).isNotNull();
    }

    private void theRoomsBegin() throws IOException {
        for (UUID room : rooms) {
            done(post(tablet, "/sessions/" + room + "/start"));
        }
        for (Candidate one : all) {
            if (one.enrolment.seat() != null) {
                begin(one);
            }
        }
        for (Candidate one : all) {
            if (one.door != null) {
                answer(one, 30);
            }
        }
    }

    private void begin(Candidate one) throws IOException {
        one.door = Entrance.candidate(one.enrolment.ticket(), one.idNumber);
        assertThat(given(one.door).post("/api/sitting/start").statusCode()).isEqualTo(200);
        JsonNode opened =
                json.readTree(given(one.door).post("/api/sitting/open").asString());
        one.epoch = opened.get("epoch").asInt();
        one.answers = new ArrayList<>();
        for (JsonNode item : opened.get("paper").get("items")) {
            Map<String, Object> event = new HashMap<>();
            event.put("sequence", one.answers.size() + 1);
            event.put("item", item.get("no").asInt());
            event.put("answer", book.answer(item));
            one.answers.add(event);
        }
    }

    /** The next so many answers. */
    private Response answers(Candidate one, int many) {
        int until = Math.min(one.sequence + many, one.answers.size());
        return given(one.door)
                .body(Map.of("epoch", one.epoch, "events", one.answers.subList(one.sequence, until)))
                .post("/api/sitting/answers");
    }

    private void answer(Candidate one, int many) {
        assertThat(answers(one, many).statusCode()).as(one.name).isEqualTo(200);
        one.sequence = Math.min(one.sequence + many, one.answers.size());
    }

    private long remaining(Candidate one) {
        return given(one.door).get("/api/sitting").jsonPath().getLong("remainingMillis");
    }

    private String state(Candidate one) {
        return given(one.door).get("/api/sitting").jsonPath().getString("state");
    }

    private void twoComeLateAndOneDoesNotCome() throws IOException, SQLException {
        for (int late : List.of(LATE, LATER)) {
            Candidate one = all.get(late);
            read(one);
            assertThat(given(tablet)
                            .get("/sessions/" + one.session + "/entrance?of=" + one.enrolment.id() + "&lang=zh")
                            .asString())
                    .contains("迟到");
            in(one);
            begin(one);
            answer(one, 30);
        }
        // Half an hour later the entrance is closed.
        for (UUID room : rooms) {
            PostgresResource.asOwner(
                    "UPDATE enrolment e SET checked_in_at = checked_in_at - interval '31 minutes' FROM exam_session s WHERE s.id = e.session_id AND checked_in_at < started_at AND s.id = '"
                            + room + "'",
                    "UPDATE exam_session SET started_at = started_at - interval '31 minutes' WHERE id = '" + room
                            + "'");
        }
        Candidate never = all.get(NEVER_CAME);
        Response tooLate = file(tablet, "picture", "picture.png", MadeUpPortrait.draw(NEVER_CAME))
                .post(entrance(never) + "/pass");
        assertThat(tooLate.statusCode()).as("nobody is let in any more").isEqualTo(409);
    }

    private Response command(UUID room, Map<String, Object> command) {
        return given(second)
                .contentType("application/json")
                .body(command)
                .post("/api/sessions/" + room + "/room/commands");
    }

    private static void affects(Response command, int people) {
        assertThat(command.statusCode()).as(command.asString()).isEqualTo(200);
        assertThat(command.jsonPath().getInt("affected")).isEqualTo(people);
    }

    private void aFireAlarmStopsAllRooms() {
        Candidate one = all.get(20);
        long before = remaining(one);
        affects(command(rooms.get(0), Map.of("act", "PAUSE", "reason", "火警疏散")), 39);
        affects(command(rooms.get(1), Map.of("act", "PAUSE", "reason", "火警疏散")), 39);
        affects(command(rooms.get(2), Map.of("act", "PAUSE", "reason", "火警疏散")), 40);
        for (int i : List.of(20, 60, 100)) {
            assertThat(state(all.get(i))).isEqualTo("HELD");
            Response refused = answers(all.get(i), 1);
            assertThat(refused.asString()).as("nothing is taken").contains("\"reason\":\"HELD\"");
        }
        long held = remaining(one);
        Awaitility.await().pollDelay(Duration.ofMillis(1500)).until(() -> remaining(one) == held);
        for (UUID room : rooms) {
            UUID alarm = reported(room, null, "ALARM", "火警响，全体疏散，警报解除后返回");
            signed(alarm);
            affects(command(room, Map.of("act", "RESUME", "reason", "警报解除")), room.equals(rooms.get(2)) ? 40 : 39);
        }
        assertThat(state(one)).isEqualTo("UNDER_WAY");
        assertThat(before - remaining(one))
                .as("the alarm took no time from anybody")
                .isLessThan(Duration.ofSeconds(60).toMillis());
        all.stream().filter(candidate -> candidate.door != null).forEach(candidate -> answer(candidate, 20));
    }

    /** @param whom an enrolment, or null for the whole room */
    private UUID reported(UUID room, UUID whom, String what, String account) {
        String now = clock.now()
                .atZone(OfficialClock.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
        Response reported = whom == null
                ? post(tablet, "/sessions/" + room + "/incidents", "what", what, "happenedAt", now, "account", account)
                : post(
                        tablet,
                        "/sessions/" + room + "/incidents",
                        "what",
                        what,
                        "candidate",
                        whom.toString(),
                        "happenedAt",
                        now,
                        "account",
                        account);
        return UUID.fromString(done(reported).header("Location").replaceAll(".*/incidents/", ""));
    }

    private void signed(UUID incident) {
        done(post(tablet, "/incidents/" + incident + "/sign"));
        done(post(second, "/incidents/" + incident + "/sign"));
    }

    private void thePowerFailsInTheSecondRoom() {
        UUID room = rooms.get(1);
        Candidate one = all.get(60);
        long before = remaining(one);
        long elsewhere = remaining(all.get(20));
        UUID power = reported(room, null, "POWER", "第2考场停电，十分钟后恢复");
        signed(power);
        done(post(second, "/incidents/" + power + "/credit", "minutes", "10", "reason", "停电十分钟"));
        assertThat(remaining(one) - before)
                .as("ten minutes are given back, but for those that went by meanwhile")
                .isBetween(
                        Duration.ofMinutes(9).toMillis(), Duration.ofMinutes(10).toMillis());
        assertThat(remaining(all.get(20))).isLessThanOrEqualTo(elsewhere);
    }

    private void aSeatIsMovedInTheThirdRoom() throws IOException {
        Candidate one = all.get(MOVED);
        List<String> taken = sessions.enrolments(one.session).stream()
                .map(EnrolmentView::seat)
                .toList();
        String free = IntStream.rangeClosed(1, SEATS)
                .mapToObj(number -> sql.first(
                                "SELECT label FROM (SELECT label, row_number() OVER (ORDER BY label) n FROM seat WHERE room_id = (SELECT room_id FROM exam_session WHERE id = ?)) s WHERE n = ?",
                                row -> row.getString(1),
                                one.session,
                                number)
                        .orElseThrow())
                .filter(seat -> !taken.contains(seat))
                .findFirst()
                .orElseThrow();
        affects(
                command(
                        one.session,
                        Map.of(
                                "act",
                                "MOVE",
                                "reason",
                                "键盘失灵",
                                "seat",
                                free,
                                "candidates",
                                List.of(one.enrolment.id().toString()))),
                1);
        assertThat(sessions.enrolment(one.enrolment.id()).orElseThrow().seat()).isEqualTo(free);
        assertThat(answers(one, 1).statusCode())
                .as("the old computer takes nothing any more")
                .isEqualTo(409);
        begin(one);
        answer(one, 5);
    }

    private UUID aTelephoneIsFound() {
        Candidate cheater = all.get(CHEATER);
        UUID breach = reported(cheater.session, cheater.enrolment.id(), "DEVICE", "键盘下藏有手机，屏幕亮着");
        done(file(tablet, "file", "phone.png", MadeUpPortrait.draw(1)).post("/incidents/" + breach + "/evidence"));
        return breach;
    }

    private void aRoomDoesNotCloseWhileSomethingIsOpen() {
        for (UUID room : rooms) {
            assertThat(post(tablet, "/sessions/" + room + "/closing/record").statusCode())
                    .isEqualTo(409);
        }
        assertThat(given(tablet)
                        .get("/sessions/" + rooms.get(1) + "/closing?lang=zh")
                        .asString())
                .contains("/incidents/")
                .contains("/room#c" + all.get(60).enrolment.ticket());
    }

    private void allHandIn() {
        for (int i = 0; i < PEOPLE; i++) {
            Candidate one = all.get(i);
            if (one.door == null) {
                continue;
            }
            if (!fails(i)) {
                answer(one, one.answers.size());
            }
            Response receipt = given(one.door)
                    .body(Map.of("epoch", one.epoch, "events", List.of()))
                    .post("/api/sitting/hand-in");
            assertThat(receipt.statusCode()).isEqualTo(200);
            assertThat(receipt.jsonPath().getString("number")).isNotBlank();
        }
    }

    /** Whoever leaves out too much: every tenth. */
    private static boolean fails(int i) {
        return i % 10 == 9;
    }

    private void theRoomsAreClosed(UUID breach) throws IOException {
        signed(breach);
        String now = clock.now()
                .atZone(OfficialClock.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
        done(post(
                second,
                "/incidents/" + breach + "/notice",
                "toldAt",
                now,
                "how",
                "IN_PERSON",
                "statement",
                "手机是用来看时间的",
                "signature",
                "SIGNED",
                "remark",
                ""));
        absent(all.get(NEVER_CAME), "NO_SHOW", "");
        absent(all.get(SOMEBODY_ELSE), "TURNED_AWAY", "来者不是本人");
        for (UUID room : rooms) {
            String page = "/sessions/" + room + "/closing";
            done(post(tablet, page + "/record"));
            UUID record = sql.first(
                            "SELECT id FROM closing_record WHERE session_id = ? ORDER BY number DESC LIMIT 1",
                            row -> row.getObject(1, UUID.class),
                            room)
                    .orElseThrow();
            done(post(tablet, page + "/sign", "record", record.toString()));
            assertThat(post(tablet, page + "/sign", "record", record.toString()).statusCode())
                    .as("nobody signs for two")
                    .isEqualTo(409);
            done(post(second, page + "/sign", "record", record.toString()));
            Response pdf = given(manager).get(page + "/record.pdf");
            keep(room, "record", pdf, 2);
            try (var document = Loader.loadPDF(pdf.asByteArray())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(text)
                        .contains(
                                "火警疏散",
                                "警报解除",
                                List.of("40/39/2/1", "40/39/0/1", "40/40/0/0").get(rooms.indexOf(room)))
                        .contains("监考");
                all.stream()
                        .filter(one -> one.session.equals(room))
                        .forEach(one -> assertThat(text)
                                .contains(one.name, one.enrolment.ticket())
                                .doesNotContain(one.idNumber));
            }
        }
        assertThat(sql.list("SELECT state FROM exam_session WHERE centre_id = ?", row -> row.getString(1), centre))
                .containsOnly("ENDED");
        done(post(authority, "/incidents/" + breach + "/decision", "effect", "REMOVAL", "reasons", "使用手机，事实清楚"));
        String second = "/sessions/" + rooms.get(1);
        assertThat(rows(manager, "/sessions/list.xlsx")).isEqualTo(ROOMS);
        assertThat(rows(manager, second + "/candidates.xlsx")).isEqualTo(40);
        assertThat(rows(manager, second + "/closing/attendance.xlsx")).isEqualTo(40);
        assertThat(rows(manager, second + "/incidents/list.xlsx"))
                .as("alarm, power, telephone")
                .isEqualTo(3);
    }

    private void absent(Candidate one, String kind, String reason) {
        done(post(
                tablet,
                "/sessions/" + one.session + "/closing/absences",
                "candidate",
                one.enrolment.id().toString(),
                "kind",
                kind,
                "reason",
                reason));
    }

    /** Of a list for Excel, without its head. */
    private static int rows(RequestSpecification door, String path) throws IOException {
        Response file = given(door).get(path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            return book.getSheetAt(0).getLastRowNum();
        }
    }

    // ---- after ----

    private ResultView result(Candidate one) {
        return results.ofEnrolment(one.enrolment.id()).orElseThrow();
    }

    private void theResultsAreReleased() throws SQLException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rooms.stream()
                                        .mapToInt(
                                                room -> results.ofSession(room).size())
                                        .sum()
                                == PEOPLE - 2
                        && sql.list(
                                        "SELECT 1 FROM zeroing_pending z JOIN sitting s ON s.id = z.sitting_id WHERE s.session_id = ANY (?)",
                                        row -> 1,
                                        (Object) rooms.toArray(UUID[]::new))
                                .isEmpty());
        assertThat(result(all.get(CHEATER)).zeroed()).isTrue();
        PostgresResource.asOwner("UPDATE result SET raw = 60, passed = false WHERE id = '"
                + result(all.get(BROKEN_SCORE)).id() + "'");
        for (UUID room : rooms) {
            done(post(officer, "/results/" + room + "/approve"));
            done(post(otherOfficer, "/results/" + room + "/release"));
        }
        for (int i = 0; i < PEOPLE; i++) {
            if (i == NEVER_CAME || i == SOMEBODY_ELSE) {
                assertThat(results.ofEnrolment(all.get(i).enrolment.id())).isEmpty();
            } else {
                ResultView result = result(all.get(i));
                assertThat(result.provisional()).isFalse();
                assertThat(result.passed())
                        .as(all.get(i).name + " " + result.raw())
                        .isEqualTo(!fails(i) && i != CHEATER && i != BROKEN_SCORE);
                assertThat(result.raw())
                        .isEqualTo(i == CHEATER ? 0 : i == BROKEN_SCORE ? 60 : fails(i) ? result.raw() : 100);
            }
        }
        assertThat(given(authority).get("/statistics/exams?lang=zh").statusCode())
                .isEqualTo(200);
    }

    private void aRecheckCorrectsAResult() {
        Candidate one = all.get(BROKEN_SCORE);
        RequestSpecification own =
                withToken(Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), one.person, accounting));
        String sheet = "/my/results/" + result(one).id();
        assertThat(given(own).get(sheet + "?lang=zh").asString()).contains(">60 ");
        done(post(own, sheet + "/recheck", "words", "我做完了全部题目，分数不应是60分"));
        UUID recheck = sql.first(
                        "SELECT id FROM recheck WHERE person_id = ?", row -> row.getObject(1, UUID.class), one.person)
                .orElseThrow();
        done(post(officer, "/rechecks/" + recheck + "/propose", "words", "按作答记录重新计分为100分"));
        done(post(otherOfficer, "/rechecks/" + recheck + "/confirm", "words", "核对作答记录，同意更正"));
        assertThat(result(one).raw()).isEqualTo(100);
        assertThat(result(one).passed()).isTrue();
        assertThat(given(own).get(sheet + "?lang=zh").asString()).contains(">100 ", "已更正成绩");
    }

    private void thePracticals() throws IOException {
        PracticalDay.Day day = practicals.at(centre, clock.today(), 1);
        String page = "/practicals/" + day.id();
        Candidate failed = all.get(9);
        assertThat(post(manager, page + "/candidates", "name", failed.name, "idNumber", failed.idNumber)
                        .statusCode())
                .as("without the theory there is no practical")
                .isEqualTo(409);
        assertThat(practise(day, all.get(0), 8, 10, null, false)).isTrue();
        assertThat(practise(day, all.get(BROKEN_SCORE), 60, 60, null, false)).isFalse();
        assertThat(practise(day, all.get(THIRD_NEEDED), 10, 34, 12, false)).isTrue();
        assertThat(practise(day, all.get(VETOED), 4, 4, null, true)).isFalse();
        done(post(officer, page + "/release"));
        assertThat(rows(manager, "/practicals/list.xlsx")).isEqualTo(1);
    }

    /** @param third points that a third assessor takes off, where one must be called; @return whether it was passed */
    private boolean practise(PracticalDay.Day day, Candidate who, int one, int other, Integer third, boolean veto) {
        String page = "/practicals/" + day.id();
        done(post(manager, page + "/candidates", "name", who.name, "idNumber", who.idNumber));
        UUID candidate = sql.first(
                        "SELECT id FROM practical_candidate WHERE session_id = ? AND person_id = ?",
                        row -> row.getObject(1, UUID.class),
                        day.id(),
                        who.person)
                .orElseThrow();
        RequestSpecification first = practicals.assessor(day);
        RequestSpecification partner = practicals.assessor(day);
        done(post(
                tablet,
                page + "/candidates/" + candidate + "/check-in",
                "station",
                day.station().toString()));
        PracticalDay.start(candidate, first, partner);
        PracticalDay.marked(first, candidate, one, veto);
        Response second = PracticalDay.marked(partner, candidate, other, veto);
        if (third != null) {
            assertThat(second.jsonPath().getString("state")).isEqualTo("DISPUTED");
            second = PracticalDay.marked(practicals.assessor(day), candidate, third, false);
        }
        assertThat(second.jsonPath().getList("outcome.sums")).hasSize(third == null ? 2 : 3);
        return second.jsonPath().getBoolean("outcome.passed");
    }

    private void theCertificates() {
        List<Candidate> holders = List.of(all.get(0), all.get(THIRD_NEEDED));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> holders.stream()
                        .allMatch(one -> certificates.ofPerson(one.person).size() == 1));
        for (Candidate one : all) {
            List<CertificateView> held = certificates.ofPerson(one.person);
            assertThat(held).as(one.name).hasSize(holders.contains(one) ? 1 : 0);
            for (CertificateView certificate : held) {
                assertThat(certificate.qualification()).isEqualTo(LOW);
                assertThat(given().get("/api/verify/" + certificate.code())
                                .jsonPath()
                                .getString("resultClass"))
                        .isEqualTo("VALID");
            }
        }
    }
}
