package org.chizheng.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.Workplace;
import org.chizheng.incident.rule.Measure;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A breach from the room to the authority and to the candidate's own page, through the doors; and who does not get in. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncidentDoorsTest extends RunningRoom {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 7};

    @Inject
    Told told;

    @Inject
    IncidentFiles files;

    @Inject
    Workplace workplace;

    private Workplace.Someone cheater;
    private UUID enrolment;

    @Override
    protected void beforeCheckIn() {
        cheater = workplace.someone();
        String other = enrolling.enrol(session, cheater.name(), cheater.idNumber(), null);
        enrolment = sessions.byTicket(other).orElseThrow().id();
    }

    private RequestSpecification staff(String role, UUID centre) {
        return Entrance.as(new Grant(role, null, centre, null), null, accounting);
    }

    private UUID centre() {
        return sessions.find(session).orElseThrow().centreId();
    }

    private static int upload(RequestSpecification door, String page, String action, byte[] file) {
        Response shown = given(door).get(page);
        String token = Entrance.token(shown);
        return given(door)
                .cookies(shown.cookies())
                .redirects()
                .follow(false)
                .multiPart("csrf-token", token)
                .multiPart("file", "phone.png", file)
                .post(action)
                .statusCode();
    }

    @Test
    void aBreachGoesFromTheRoomToTheAuthorityAndTheCandidateAppeals() throws IOException {
        RequestSpecification invigilator = staff(Roles.INVIGILATOR, centre());
        RequestSpecification manager = staff(Roles.CENTRE_MANAGER, centre());
        RequestSpecification regulator = Entrance.within("3201", Roles.REGULATOR, accounting);
        String list = "/sessions/" + session + "/incidents";
        Response bad = Entrance.post(
                invigilator, list, list, "what", "DEVICE", "happenedAt", told.now(), "account", "用手机查看资料");
        assertThat(bad.statusCode()).as("nobody named").isEqualTo(400);
        assertThat(bad.asString()).contains("违规必须指明本场的一名考生", "用手机查看资料");
        Response good = Entrance.post(
                invigilator,
                list,
                list,
                "what",
                "DEVICE",
                "candidate",
                enrolment.toString(),
                "happenedAt",
                told.now(),
                "account",
                "用手机查看资料");
        assertThat(good.statusCode()).isEqualTo(303);
        String page = "/incidents/" + good.header("Location").replaceAll(".*/", "");
        UUID incident = UUID.fromString(page.replaceAll(".*/", ""));
        assertThat(upload(invigilator, page, page + "/evidence", PICTURE)).isEqualTo(303);
        assertThat(upload(invigilator, page, page + "/evidence", new byte[] {1, 2, 3}))
                .isEqualTo(415);
        UUID evidence = files.find(incident).orElseThrow().evidence().get(0).id();
        Response picture = given(regulator).get(page + "/evidence/" + evidence);
        assertThat(picture.asByteArray()).isEqualTo(PICTURE);
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(Entrance.post(invigilator, page, page + "/sign").statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(invigilator, page, page + "/sign").statusCode())
                .isEqualTo(409);
        assertThat(Entrance.post(regulator, page, page + "/decision", "effect", "ZERO", "reasons", "本案事实清楚")
                        .statusCode())
                .as("one signature is not two")
                .isEqualTo(409);
        assertThat(Entrance.post(manager, page, page + "/sign").statusCode()).isEqualTo(303);
        assertThat(Entrance.post(
                                invigilator,
                                page,
                                page + "/notice",
                                "toldAt",
                                told.now(),
                                "how",
                                "IN_PERSON",
                                "statement",
                                "只是看时间",
                                "signature",
                                "SIGNED")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(regulator).get("/incidents").asString()).contains(incident.toString());
        assertThat(Entrance.post(regulator, page, page + "/decision", "effect", "REMOVAL", "reasons", "本案事实清楚")
                        .statusCode())
                .isEqualTo(303);
        theCandidateAppeals(incident);
        Response again = Entrance.post(regulator, page, page + "/appeal", "effect", "NONE", "reasons", "经复核认定");
        assertThat(again.statusCode()).as("decided the first time").isEqualTo(409);
        RequestSpecification other = Entrance.within("32", Roles.REGULATOR, accounting);
        assertThat(Entrance.post(other, page, page + "/appeal", "effect", "NONE", "reasons", "经复核认定")
                        .statusCode())
                .isEqualTo(303);
        theListLeavesAsExcel(regulator);
    }

    private void theCandidateAppeals(UUID incident) {
        RequestSpecification candidate =
                Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), cheater.id(), accounting);
        String mine = given(candidate).get("/my/incidents").asString();
        assertThat(mine).contains("取消考试资格", "本案事实清楚", "只是看时间");
        RequestSpecification stranger = Entrance.as(
                new Grant(Roles.CANDIDATE, null, null, null),
                workplace.someone().id(),
                accounting);
        assertThat(given(stranger).get("/my/incidents").asString()).doesNotContain("取消考试资格");
        String appeal = "/my/incidents/" + incident + "/appeal";
        assertThat(Entrance.post(stranger, "/my/incidents", appeal, "grounds", "我替他申请复核")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Entrance.post(candidate, "/my/incidents", appeal, "grounds", "我只是看时间")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(candidate).get("/my/incidents").asString()).contains("已申请复核");
    }

    private static void theListLeavesAsExcel(RequestSpecification regulator) throws IOException {
        byte[] file = given(regulator).get("/incidents/export?show=all").asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("情况");
            assertThat(book.getSheetAt(0).getLastRowNum()).isPositive();
        }
    }

    @Test
    void whoeverIsOutOfReachDoesNotSeeThatItExists() {
        UUID incident = told.informed(session, enrolment, "COPYING");
        String page = "/incidents/" + incident;
        UUID elsewhere = equipping.centre("T" + UUID.randomUUID(), "别的考点", "Other centre", "320102");
        for (String role : new String[] {Roles.INVIGILATOR, Roles.CENTRE_MANAGER}) {
            RequestSpecification other = staff(role, elsewhere);
            assertThat(given(other).get(page).statusCode()).as(role).isEqualTo(404);
            assertThat(given(other).get("/sessions/" + session + "/incidents").statusCode())
                    .isEqualTo(404);
            assertThat(Entrance.post(other, "/desk", page + "/sign").statusCode())
                    .isEqualTo(404);
        }
        RequestSpecification suzhou = Entrance.within("3205", Roles.REGULATOR, accounting);
        assertThat(given(suzhou).get(page).statusCode()).isEqualTo(404);
        assertThat(given(suzhou).get("/incidents?show=all").asString()).doesNotContain(incident.toString());
        assertThat(Entrance.post(suzhou, "/desk", page + "/decision", "effect", "ZERO", "reasons", "本案事实清楚")
                        .statusCode())
                .isEqualTo(404);
        assertThat(files.find(incident).orElseThrow().decisions()).isEmpty();
        told.decided(session, enrolment, "ITEMS", Measure.WARNING);
    }
}
