package org.chizheng.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.LOW;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.centre.Accrediting;
import org.chizheng.centre.Arranging;
import org.chizheng.centre.SettingHours;
import org.chizheng.centre.rule.Hours;
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

    private PracticalDay.Day day;
    private RequestSpecification manager;

    @BeforeEach
    void aCentreWithOneStation() {
        day = days.on(DAY.minusDays(30), 1);
        manager = Entrance.as(new Grant(Roles.CENTRE_MANAGER, null, day.centre(), null), null, accounting);
    }

    private Response plan(LocalDate on, String from, String until) {
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
                until);
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
        assertThat(plan(DAY, "08:30", "17:30").statusCode()).isEqualTo(400);
    }
}
