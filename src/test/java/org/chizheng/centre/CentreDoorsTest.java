package org.chizheng.centre;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
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

/** A centre's manager keeps rooms, seats, stations, hours and staff; the administrator accredits; the regulator reads; nobody reaches another's centre. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CentreDoorsTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Equipping equipping;

    @Inject
    Centres centres;

    @Inject
    Stations stations;

    @Inject
    OpeningHours hours;

    @Inject
    Accreditations accreditations;

    @Inject
    CentreStaff staff;

    @Inject
    Expiries expiries;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID centre;
    private String page;
    private RequestSpecification manager;
    private RequestSpecification administrator;

    @BeforeEach
    void aCentreWithItsManager() {
        centre = equipping.centre("C" + UUID.randomUUID().toString().substring(0, 8), "测试考点", "Test centre", "320102");
        page = "/centres/" + centre;
        manager = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, centre, null), null, accounting);
        administrator = Entrance.within("3201", Roles.ADMINISTRATOR, accounting);
    }

    private Response send(RequestSpecification who, String path, String... fields) {
        return Entrance.post(who, page, page + path, fields);
    }

    private static void done(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
    }

    private static void refused(Response response, int status, String words) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.asString()).contains(words);
    }

    @Test
    void aRoomIsEnteredRenamedLimitedAndTakenOutOfServiceWithAReason() {
        done(send(manager, "/rooms", "label", "101", "seats", "12"));
        UUID room = centres.rooms(centre).get(0).id();
        refused(send(manager, "/rooms", "label", "101", "seats", "5"), 409, "已被使用");
        refused(send(manager, "/rooms", "label", "102", "seats", "1001"), 400, "最多");
        done(send(manager, "/rooms/" + room, "label", "一号考场", "capacity", "10"));
        RoomView view = centres.room(room).orElseThrow();
        assertThat(view.label()).isEqualTo("一号考场");
        assertThat(view.seats()).isEqualTo(12);
        assertThat(view.places()).isEqualTo(10);
        done(send(manager, "/rooms/" + room + "/seats", "seats", "2"));
        assertThat(centres.seats(room)).extracting(SeatView::label).contains("A01", "A10", "B04");
        UUID seat = centres.seats(room).get(0).id();
        String door = "/rooms/" + room + "/seats/" + seat;
        refused(send(manager, door + "/service", "reason", " "), 400, "原因");
        done(send(manager, door + "/service", "reason", "键盘坏了"));
        assertThat(centres.room(room).orElseThrow().seats()).isEqualTo(13);
        assertThat(centres.seat(seat).orElseThrow().out().reason()).isEqualTo("键盘坏了");
        assertThat(given(manager).get(page + "/rooms/" + room).asString()).contains("键盘坏了");
        done(send(manager, door + "/service", "back", "true"));
        assertThat(centres.seat(seat).orElseThrow().out()).isNull();
        done(send(manager, "/rooms/" + room + "/service", "reason", "装修"));
        assertThat(centres.room(room).orElseThrow().out().reason()).isEqualTo("装修");
    }

    @Test
    void aSeatIsBoundToAnAddressAndToNoFingerprintWhereNoneAreTold() {
        UUID room = equipping.room(centre, "1", 3);
        UUID seat = centres.seats(room).get(0).id();
        String door = "/rooms/" + room + "/seats/" + seat;
        done(send(manager, door, "label", "A01", "network", "10.1.2.30", "fingerprint", ""));
        assertThat(centres.seat(seat).orElseThrow().network()).isEqualTo("10.1.2.30/32");
        refused(send(manager, door, "label", "A01", "network", "10.1.2"), 400, "IPv4");
        refused(send(manager, door, "label", "A01", "fingerprint", "ab".repeat(32)), 409, "未启用");
        refused(send(manager, door, "label", "A02", "network", ""), 409, "A02");
        done(send(manager, "/rooms/" + room + "/network", "network", "2001:db8::/64"));
        assertThat(centres.seats(room)).extracting(SeatView::network).containsOnly("2001:db8::/64");
        done(send(manager, "/rooms/" + room + "/network", "network", ""));
        assertThat(centres.seats(room)).extracting(SeatView::network).containsOnlyNulls();
    }

    @Test
    void aStationHasItsDevicesAndWhatExpiresIsToldInTime() {
        LocalDate today = clock.today();
        refused(send(manager, "/stations", "label", "S1", "capacity", "1"), 400, "至少");
        done(send(manager, "/stations", "label", "S1", "capacity", "2", "qualification", LOW));
        StationView station = stations.of(centre).get(0);
        assertThat(station.qualifications()).containsExactly(LOW);
        assertThat(station.capacity()).isEqualTo(2);
        String door = "/stations/" + station.id();
        String soon = today.plusDays(60).toString();
        done(send(manager, door + "/devices", "name", "实训台", "serial", "SN-1", "checkedUntil", soon));
        refused(send(manager, door + "/devices", "name", "实训台", "serial", "SN-1", "checkedUntil", soon), 409, "SN-1");
        assertThat(expiries.of(List.of(centre)))
                .extracting(Expiries.Expiry::subject)
                .containsExactly("S1 实训台 SN-1");
        assertThat(given(manager).get(page).asString()).contains("SN-1", soon + " 到期");
        UUID device = stations.devices(station.id()).get(0).id();
        done(send(
                manager,
                door + "/devices/" + device,
                "checkedUntil",
                today.plusDays(61).toString()));
        assertThat(expiries.of(List.of(centre))).isEmpty();
        done(send(
                manager,
                door + "/devices/" + device,
                "checkedUntil",
                today.minusDays(1).toString()));
        assertThat(expiries.of(List.of(centre)).get(0).over()).isTrue();
        done(send(manager, door + "/devices/" + device + "/service", "reason", "报废"));
        assertThat(expiries.of(List.of(centre))).as("out of service").isEmpty();
        done(send(manager, "/stations", "label", "S9", "capacity", "1", "qualification", LOW));
        String next = "/stations/" + stations.of(centre).get(1).id();
        done(send(manager, next + "/devices", "name", "实训台", "serial", "SN-1", "checkedUntil", soon));
        refused(send(manager, door + "/devices/" + device + "/service", "back", "true"), 409, "S9");
        refused(send(manager, door + "/devices", "name", "实训台", "serial", "SN-1", "checkedUntil", soon), 409, "S9");
        done(send(manager, door, "label", "S2", "capacity", "1", "qualification", LOW));
        assertThat(stations.find(station.id()).orElseThrow().label()).isEqualTo("S2");
        done(send(manager, door + "/service", "reason", "检修"));
        assertThat(stations.find(station.id()).orElseThrow().out().reason()).isEqualTo("检修");
    }

    @Test
    void theWeekIsWrittenAndADayDiffers() {
        String[] week = IntStream.range(0, 7)
                .boxed()
                .flatMap(day -> java.util.stream.Stream.of("hours", day < 5 ? "08:30-12:00, 13:30-17:30" : ""))
                .toArray(String[]::new);
        done(send(manager, "/opening", week));
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(hours.calendar(centre).on(monday)).hasToString("08:30-12:00, 13:30-17:30");
        assertThat(hours.calendar(centre).on(LocalDate.of(2026, 10, 1)))
                .as("National Day")
                .hasToString("");
        assertThat(hours.calendar(centre).on(LocalDate.of(2026, 10, 10)))
                .as("a Saturday worked in exchange")
                .hasToString("08:30-12:00, 13:30-17:30");
        refused(send(manager, "/opening/days", "day", "2026-11-23", "hours", "8-12", "reason", "x"), 400, "8-12");
        refused(send(manager, "/opening/days", "day", "2026-11-23", "hours", "", "reason", ""), 400, "原因");
        done(send(manager, "/opening/days", "day", "2026-11-23", "hours", "", "reason", "停电检修"));
        assertThat(hours.calendar(centre).on(monday).isClosed()).isTrue();
        assertThat(given(manager).get(page + "/opening").asString()).contains("停电检修");
        done(send(manager, "/opening/days/remove", "day", "2026-11-23"));
        assertThat(hours.specials(centre)).isEmpty();
        week[1] = "12:00-08:30";
        refused(send(manager, "/opening", week), 400, "12:00-08:30");
    }

    @Test
    void theAdministratorAccreditsAndEndsEarlyWithAReason() {
        LocalDate today = clock.today();
        String[] form = {
            "number", "A-1", "from", today.toString(), "to", today.plusYears(1).toString(), "qualification", LOW
        };
        assertThat(send(manager, "/accreditations", form).statusCode())
                .as("not the centre's own to give")
                .isEqualTo(403);
        done(send(administrator, "/accreditations", form));
        refused(send(administrator, "/accreditations", form), 409, "A-1");
        assertThat(accreditations.mayExamine(centre, LOW, today.plusYears(1))).isTrue();
        assertThat(accreditations.mayExamine(centre, LOW, today.plusYears(1).plusDays(1)))
                .isFalse();
        assertThat(accreditations.mayExamine(centre, "principal-hazchem-production", today))
                .as("on record, but not for this")
                .isFalse();
        UUID id = accreditations.of(centre).get(0).id();
        String end = "/accreditations/" + id + "/end";
        refused(send(administrator, end, "last", today.toString(), "reason", ""), 400, "原因");
        refused(send(administrator, end, "last", today.minusDays(1).toString(), "reason", "x"), 400, "日期");
        done(send(administrator, end, "last", today.toString(), "reason", "场地搬迁"));
        assertThat(accreditations.mayExamine(centre, LOW, today.plusDays(1))).isFalse();
        assertThat(given(manager).get(page).asString()).contains("场地搬迁");
    }

    @Test
    void peopleTakeADutyAreQualifiedAgainAndLeave() {
        LocalDate today = clock.today();
        Workplace.Someone someone = workplace.someone();
        String[] form = {
            "name",
            someone.name(),
            "idNumber",
            someone.idNumber(),
            "duty",
            "ASSESSOR",
            "qualification",
            LOW,
            "credential",
            "P-77",
            "qualifiedUntil",
            today.plusDays(10).toString(),
            "since",
            today.toString()
        };
        done(send(manager, "/staff", form));
        refused(send(manager, "/staff", form), 409, "已在");
        form[7] = "";
        refused(send(manager, "/staff", form), 400, "考评");
        StaffView member = staff.of(centre).get(0);
        assertThat(member.qualification()).isEqualTo(LOW);
        assertThat(given(manager).get(page).asString()).doesNotContain(someone.idNumber());
        assertThat(expiries.of(List.of(centre)))
                .extracting(Expiries.Expiry::kind)
                .containsExactly("ASSESSOR");
        String door = "/staff/" + member.id();
        done(send(manager, door, "credential", "P-78", "qualifiedUntil", ""));
        assertThat(staff.find(member.id()).orElseThrow().credential()).isEqualTo("P-78");
        assertThat(expiries.of(List.of(centre))).isEmpty();
        refused(send(manager, door + "/leave", "until", today.minusDays(1).toString()), 400, "日期");
        done(send(manager, door + "/leave", "until", today.toString()));
        assertThat(staff.find(member.id()).orElseThrow().until()).isEqualTo(today);
        refused(send(manager, door + "/leave", "until", today.toString()), 400, "日期");
    }

    @Test
    void everyListIsExported() throws IOException {
        UUID room = equipping.room(centre, "101", 3);
        done(send(manager, "/rooms/" + room + "/network", "network", "10.0.0.0/24"));
        try (Workbook book = book(given(manager).get(page + "/file"))) {
            assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
                    .containsExactly("即将到期", "考场", "机位", "实操工位", "设备", "每周开放时间", "例外日期", "认可", "人员");
            assertThat(book.getSheet("机位").getLastRowNum()).isEqualTo(3);
            assertThat(book.getSheet("机位").getRow(3).getCell(2).getStringCellValue())
                    .isEqualTo("10.0.0.0/24");
        }
        try (Workbook book = book(given(manager).get("/centres/file"))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).as("its own centre").isEqualTo(1);
            assertThat(book.getSheetAt(0).getRow(1).getCell(6).getNumericCellValue())
                    .isEqualTo(3);
        }
        try (Workbook book = book(given(manager).get("/centres/calendar/file"))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThan(50);
        }
    }

    private static Workbook book(Response response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        return WorkbookFactory.create(new ByteArrayInputStream(response.asByteArray()));
    }

    @Test
    void nobodyReachesAnothersCentreAndTheRegulatorChangesNothing() {
        UUID room = equipping.room(centre, "1", 1);
        UUID other = equipping.centre("C" + UUID.randomUUID().toString().substring(0, 8), "别的考点", "Other", "320302");
        RequestSpecification stranger =
                Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, other, null), null, accounting);
        assertThat(given(stranger).get(page).statusCode()).isEqualTo(404);
        assertThat(given(stranger).get("/centres").asString()).doesNotContain(centre.toString());
        assertThat(Entrance.post(stranger, "/centres", page + "/rooms", "label", "x", "seats", "1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given(stranger).get("/centres/" + other + "/rooms/" + room).statusCode())
                .as("a room of another centre under its own address")
                .isEqualTo(404);
        RequestSpecification regulator = Entrance.within("3201", Roles.REGULATOR, accounting);
        assertThat(given(regulator).get(page).statusCode()).isEqualTo(200);
        assertThat(given(regulator).get(page + "/rooms/" + room).asString()).doesNotContain("<form class=\"form\"");
        assertThat(Entrance.post(regulator, page, page + "/rooms", "label", "x", "seats", "1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void holidaysAreTheProvincesToEnter() {
        String day = "2031-05-01";
        String[] form = {"kind", "HOLIDAY", "first", day, "last", "2031-05-03", "zh", "劳动节", "en", "", "source", "测试通知"
        };
        RequestSpecification city = administrator;
        assertThat(Entrance.post(city, "/centres/calendar", "/centres/calendar", form)
                        .statusCode())
                .isEqualTo(404);
        RequestSpecification province = Entrance.within("32", Roles.ADMINISTRATOR, accounting);
        done(Entrance.post(province, "/centres/calendar", "/centres/calendar", form));
        assertThat(sql.first("SELECT count(*) FROM calendar_day WHERE source = '测试通知'", row -> row.getInt(1)))
                .contains(3);
        for (int i = 1; i <= 3; i++) {
            done(Entrance.post(province, "/centres/calendar", "/centres/calendar/remove", "day", "2031-05-0" + i));
        }
        form[5] = "2031-07-01";
        refused(Entrance.post(province, "/centres/calendar", "/centres/calendar", form), 400, "31");
        assertThat(sql.first("SELECT count(*) FROM calendar_day WHERE source = '测试通知'", row -> row.getInt(1)))
                .contains(0);
    }

    @Test
    void anAdministratorEntersACentreAndSaysWhoHosts() {
        String code = "C" + UUID.randomUUID().toString().substring(0, 8);
        String[] form = {"code", code, "zh", "职教中心", "en", "College", "region", "320102"};
        Response entered = Entrance.post(administrator, "/centres", "/centres", form);
        done(entered);
        refused(Entrance.post(administrator, "/centres", "/centres", form), 409, code);
        form[7] = "320302";
        refused(Entrance.post(administrator, "/centres", "/centres", form), 400, "region");
        String address = entered.header("Location").replaceAll(".*/centres/", "/centres/");
        done(Entrance.post(
                administrator, address, address, "zh", "职教中心", "en", "College", "host", "VOCATIONAL_COLLEGE"));
        assertThat(given(administrator).get(address).asString()).contains("职业院校承办");
        refused(Entrance.post(administrator, address, address, "zh", "x", "en", "x", "host", "CINEMA"), 400, "host");
    }
}
