package org.chizheng.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.LOW;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.centre.Accrediting;
import org.chizheng.centre.Arranging;
import org.chizheng.centre.SettingHours;
import org.chizheng.centre.rule.Hours;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A day of practicals is planned where the centre may examine in it, while it is open, at stations that work. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PlanningTest {
    /** A Monday that is worked. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Inject
    PracticalDay days;

    @Inject
    Accrediting accrediting;

    @Inject
    SettingHours setting;

    @Inject
    Arranging arranging;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    private PracticalDay.Day day;
    private RequestSpecification manager;

    @BeforeEach
    void aCentreWithOneStation() {
        day = days.on(DAY.minusDays(30), 1);
        manager = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, day.centre(), null), null, accounting);
    }

    private Response plan(LocalDate on, String from, String until) {
        return plan(on, from, until, day.station());
    }

    private Response plan(LocalDate on, String from, String until, UUID station) {
        return Entrance.post(
                manager,
                "/practicals?lang=zh",
                "/practicals?lang=zh",
                "place",
                day.centre() + " " + LOW,
                "day",
                on.toString(),
                "from",
                from,
                "until",
                until,
                "station",
                station.toString());
    }

    private static void assertRefused(String words, Response answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains(words);
    }

    @Test
    void aCentreWithoutAnyRowsPlansAsBefore() {
        assertThat(plan(DAY, "08:30", "17:30").statusCode()).isEqualTo(303);
    }

    @Test
    void onlyWhatTheCentreIsAccreditedForThatDay() {
        accrediting.accredit(day.centre(), "1", DAY.minusYears(1), DAY, List.of(LOW), "test");
        assertThat(plan(DAY, "08:30", "17:30").statusCode()).isEqualTo(303);
        assertRefused("没有这个项目的有效认可", plan(DAY.plusDays(1), "08:30", "17:30"));
        PracticalDay.Day another = days.on(DAY.minusDays(30), 1);
        accrediting.accredit(
                another.centre(), "1", DAY.minusYears(1), DAY, List.of("principal-hazchem-production"), "test");
        assertThatThrownBy(() -> days.plan(another.centre(), DAY, another.stations()))
                .hasMessage("NOT_ACCREDITED");
    }

    @Test
    void onlyWhileTheCentreIsOpen() {
        Map<DayOfWeek, Hours> week =
                Map.of(DayOfWeek.MONDAY, Hours.parse("08:30-11:30").orElseThrow());
        setting.week(day.centre(), week, false);
        assertRefused("09:00 至 12:00 超出开放时间 08:30-11:30", plan(DAY, "09:00", "12:00"));
        assertRefused("超出开放时间", plan(DAY, "08:00", "11:00"));
        assertRefused("不开放", plan(DAY.plusDays(1), "09:00", "11:00"));
        assertThat(plan(DAY, "08:30", "11:30").statusCode()).isEqualTo(303);
        setting.day(day.centre(), DAY.plusDays(7), Hours.CLOSED, "停电");
        assertRefused("2026-12-07 不开放", plan(DAY.plusDays(7), "08:30", "11:30"));
    }

    @Test
    void aStationOutOfServiceIsNotPlannedWith() {
        QuarkusTransaction.requiringNew().run(() -> arranging.takeOut(Arranging.Part.STATION, day.station(), "检修"));
        assertThatThrownBy(() -> days.plan(day.centre(), DAY, day.stations())).hasMessage("STATION_UNFIT");
        assertRefused("已停用", plan(DAY, "08:30", "17:30"));
        assertThat(Entrance.post(
                                manager,
                                "/practicals",
                                "/practicals",
                                "place",
                                day.centre() + " " + LOW,
                                "day",
                                DAY.toString(),
                                "from",
                                "08:30",
                                "until",
                                "17:30")
                        .statusCode())
                .as("without any station")
                .isEqualTo(400);
    }

    @Test
    void aStationHasOneDayOfPracticalsAtATimeAndACancelledOneGivesItBack() {
        Response first = plan(DAY, "08:30", "12:00");
        assertThat(first.statusCode()).isEqualTo(303);
        Response refused = plan(DAY, "11:59", "17:30");
        assertRefused("工位 1号工位 在 2026-11-30 08:30 至 12:00 已有实操场次", refused);
        assertThat(refused.asString()).as("what was typed stands there").contains("value=\"11:59\"");
        assertThat(plan(DAY, "12:00", "17:30").statusCode())
                .as("one begins when the other ends")
                .isEqualTo(303);
        String door = first.header("Location").replaceFirst(".*/practicals/", "/practicals/");
        UUID planned = UUID.fromString(door.substring("/practicals/".length()));
        UUID admitted = days.admit(new PracticalDay.Day(day.centre(), planned, day.stations()), someone());
        assertRefused("不能取消", Entrance.post(manager, door, door + "/cancel?lang=zh"));
        sql.update(
                "UPDATE practical_candidate SET state = 'WITHDRAWN', withdrawn_at = now(), withdrawn_by = 'test' WHERE id = ?",
                admitted);
        assertThat(Entrance.post(manager, door, door + "/cancel").statusCode()).isEqualTo(303);
        assertRefused("已取消", Entrance.post(manager, door, door + "/cancel?lang=zh"));
        assertThatThrownBy(() -> days.admit(new PracticalDay.Day(day.centre(), planned, day.stations()), someone()))
                .hasMessage("DAY_CANCELLED");
        assertThat(plan(DAY, "08:00", "11:00").statusCode()).as("free again").isEqualTo(303);
    }

    private Workplace.Someone someone() {
        return days.passedTheory(DAY.minusDays(1));
    }

    @Test
    void ofTwoWhoPlanAtOnceOneSucceeds() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<UUID>> both =
                two.invokeAll(Collections.nCopies(2, () -> days.plan(day.centre(), DAY, day.stations())));
        two.shutdown();
        List<String> outcomes = new ArrayList<>();
        for (Future<UUID> one : both) {
            try {
                one.get();
                outcomes.add("PLANNED");
            } catch (ExecutionException e) {
                outcomes.add(e.getCause().getMessage());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("PLANNED", "STATION_PLANNED");
    }

    @Test
    void theDatabaseHoldsItToo() {
        days.plan(day.centre(), DAY, day.stations());
        PracticalDay.Day another = days.on(DAY, 1);
        assertThatThrownBy(() -> sql.update(
                        "INSERT INTO practical_session_station (session_id, station_id) VALUES (?, ?)",
                        another.id(),
                        day.station()))
                .hasMessageContaining("is planned at that time");
    }
}
