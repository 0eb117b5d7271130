package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.centre.Equipping;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Who marks more severely than those who saw the same: by period and reach, never of too few. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AssessorFiguresTest {
    private static final LocalDate DAY = LocalDate.of(2033, 5, 6);
    private static final String COUNTY = "321322";

    @Inject
    PracticalDay days;

    @Inject
    Equipping equipping;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID centre;
    private String mark;

    /** Twelve candidates seen by 严 and 宽, 严 about six points below; nine more by 宽 and 少. */
    @BeforeEach
    void aCentreWhereTwoDiffer() {
        mark = UUID.randomUUID().toString().substring(0, 6);
        centre = equipping.centre("V" + UUID.randomUUID(), "宽严测试考点", "Severity test centre", COUNTY);
        UUID day = days.at(centre, DAY, 1).id();
        for (int i = 0; i < 12; i++) {
            signed(day, "严", 80 - i % 2, "宽", 86);
        }
        for (int i = 0; i < 9; i++) {
            signed(day, "宽", 85, "少", 85);
        }
    }

    private String account(String name) {
        return "account:" + name + mark;
    }

    private void signed(UUID day, String one, int points, String other, int others) {
        UUID candidate = Ids.next();
        UUID station = sql.first(
                        "SELECT station_id FROM practical_session_station WHERE session_id = ?",
                        row -> row.getObject(1, UUID.class),
                        day)
                .orElseThrow();
        sql.update(
                "INSERT INTO practical_candidate (id, session_id, person_id, slot_at, state, admitted_at, admitted_by, station_id, seed, checked_in_at, checked_in_by, started_at, deadline)"
                        + " VALUES (?, ?, ?, ?, 'JUDGED', ?, 'test', ?, '', ?, 'test', ?, ?)",
                candidate,
                day,
                days.passedTheory(DAY).id(),
                clock.now(),
                clock.now(),
                station,
                clock.now(),
                clock.now(),
                clock.now());
        sheet(candidate, 1, one, points);
        sheet(candidate, 2, other, others);
    }

    private void sheet(UUID candidate, int place, String name, int points) {
        sql.update(
                "INSERT INTO practical_sheet (id, candidate_id, place, assessor, epoch, opened_at, signed_at, points, vetoed, digest) VALUES (?, ?, ?, ?, 1, ?, ?, ?, FALSE, '')",
                Ids.next(),
                candidate,
                place,
                account(name),
                clock.now(),
                clock.now(),
                points);
    }

    private static String page(RequestSpecification door, String more) {
        return given(door)
                .get("/statistics/exams/assessors?from=" + DAY + "&to=" + DAY + more)
                .asString();
    }

    private String row(String page, String name) {
        int at = page.indexOf(name + mark);
        return page.substring(at, page.indexOf("</tr>", at));
    }

    @Test
    void aRegulatorSeesWhoDiffersWithinItsReachAndItsPeriod() throws IOException {
        RequestSpecification regulator = Entrance.within("3213", Roles.REGULATOR, accounting);
        String page = page(regulator, "&lang=zh");
        assertThat(row(page, "严")).contains(">12<", ">-6.50<", ">± 0.15<", "偏严");
        assertThat(row(page, "宽")).contains(">21<", ">+3.71<", "偏宽");
        assertThat(page).as("nine are too few").doesNotContain("少" + mark).contains("绝不是结论", "名考评员与他人的共同考生不足 10 名");
        assertThat(page(regulator, "&lang=en")).contains("never a verdict").doesNotContain("??");
        assertThat(page(regulator, "&qualification=operator-fusion-welding&lang=zh"))
                .doesNotContain("严" + mark);
        assertThat(given(regulator)
                        .get("/statistics/exams/assessors?from=2033-06&to=2033-07")
                        .asString())
                .doesNotContain("严" + mark);
        assertThat(page(Entrance.within("3203", Roles.REGULATOR, accounting), ""))
                .doesNotContain("严" + mark);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(given(regulator)
                .get("/statistics/exams/assessors/assessors.xlsx?from=" + DAY + "&to=" + DAY)
                .asByteArray()))) {
            List<String> names = new java.util.ArrayList<>();
            book.getSheetAt(0).forEach(line -> names.add(line.getCell(0).getStringCellValue()));
            assertThat(names).contains("严" + mark, "宽" + mark).doesNotContain("少" + mark);
        }
    }

    @Test
    void aManagerSeesItsOwnCentreAlone() {
        RequestSpecification own = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, centre, null), null, accounting);
        assertThat(page(own, "")).contains("严" + mark);
        assertThat(given(own).get("/statistics/exams").asString()).contains("/statistics/exams/assessors");
        UUID another = equipping.centre("V" + UUID.randomUUID(), "别的考点", "Another centre", COUNTY);
        assertThat(page(Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, another, null), null, accounting), ""))
                .doesNotContain("严" + mark);
        given(Entrance.as(Roles.ASSESSOR, accounting))
                .get("/statistics/exams/assessors")
                .then()
                .statusCode(403);
    }
}
