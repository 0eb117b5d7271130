package org.chizheng.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.StarterBank;
import org.chizheng.centre.Accreditations;
import org.chizheng.centre.Accrediting;
import org.chizheng.centre.Arranging;
import org.chizheng.centre.Equipping;
import org.chizheng.centre.OpeningHours;
import org.chizheng.centre.SettingHours;
import org.chizheng.centre.rule.Hours;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** No session is planned where the centre may not examine, is closed, or has given the room to another one. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoomPlanTest {
    private static final String QUALIFICATION = "principal-hazchem-production";
    /** A Monday that is worked; two hours and the late window of the policy end at 11:30 when it begins at nine. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Inject
    StarterBank bank;

    @Inject
    Equipping equipping;

    @Inject
    Arranging arranging;

    @Inject
    Accrediting accrediting;

    @Inject
    SettingHours setting;

    @Inject
    Scheduling scheduling;

    @Inject
    Accreditations accreditations;

    @Inject
    OpeningHours hours;

    @Inject
    SessionConfig config;

    @Inject
    Sql sql;

    private UUID centre;
    private UUID room;

    @BeforeEach
    void aRoomThatIsNotShared() {
        bank.load();
        centre = equipping.centre(
                "P" + UUID.randomUUID().toString().substring(0, 8), "排考测试考点", "Planning test centre", "320102");
        room = equipping.room(centre, "101", 5);
        strict();
    }

    private void strict() {
        SessionConfig strict = new SessionConfig() {
            @Override
            public boolean rehearsalRequired() {
                return false;
            }

            @Override
            public boolean roomsShared() {
                return false;
            }
        };
        QuarkusMock.installMockForType(new RoomPlan(accreditations, hours, strict, sql), RoomPlan.class);
    }

    @AfterEach
    void asItWas() {
        QuarkusMock.installMockForType(new RoomPlan(accreditations, hours, config, sql), RoomPlan.class);
    }

    private UUID plan(LocalDateTime at) {
        Instant instant = at.atZone(OfficialClock.ZONE).toInstant();
        return scheduling.schedule(room, QUALIFICATION, instant);
    }

    private void refused(SessionRefusal reason, LocalDateTime at) {
        assertThatThrownBy(() -> plan(at))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aCentreWithoutAnyRowsPlansAsBefore() {
        assertThat(plan(DAY.atTime(3, 0))).isNotNull();
    }

    @Test
    void onlyWhatTheCentreIsAccreditedForThatDay() {
        accrediting.accredit(centre, "1", DAY.minusYears(1), DAY, List.of(QUALIFICATION), "test");
        assertThat(plan(DAY.atTime(9, 0))).isNotNull();
        refused(SessionRefusal.NOT_ACCREDITED, DAY.plusDays(1).atTime(9, 0));
        UUID another =
                equipping.centre("P" + UUID.randomUUID().toString().substring(0, 8), "别的考点", "Another", "320102");
        room = equipping.room(another, "1", 2);
        accrediting.accredit(another, "1", DAY.minusYears(1), DAY, List.of("operator-low-voltage-electrical"), "test");
        refused(SessionRefusal.NOT_ACCREDITED, DAY.atTime(9, 0));
    }

    @Test
    void onlyWhileTheCentreIsOpen() {
        Map<DayOfWeek, Hours> week =
                Map.of(DayOfWeek.MONDAY, Hours.parse("08:30-11:30").orElseThrow());
        setting.week(centre, week, false);
        refused(SessionRefusal.OUTSIDE_HOURS, DAY.atTime(8, 0));
        refused(SessionRefusal.OUTSIDE_HOURS, DAY.atTime(9, 1));
        refused(SessionRefusal.CENTRE_CLOSED, DAY.plusDays(1).atTime(9, 0));
        assertThat(plan(DAY.atTime(9, 0)))
                .as("late arrivals end with the hours")
                .isNotNull();
        setting.day(centre, DAY.plusDays(7), Hours.CLOSED, "停电");
        refused(SessionRefusal.CENTRE_CLOSED, DAY.plusDays(7).atTime(9, 0));
    }

    @Test
    void aRoomIsTakenUntilTheLastLateComerIsDone() {
        plan(DAY.atTime(9, 0));
        refused(SessionRefusal.ROOM_TAKEN, DAY.atTime(9, 0));
        refused(SessionRefusal.ROOM_TAKEN, DAY.atTime(11, 29));
        refused(SessionRefusal.ROOM_TAKEN, DAY.atTime(6, 31));
        plan(DAY.atTime(11, 30));
        UUID early = plan(DAY.atTime(6, 30));
        sql.update("UPDATE exam_session SET state = 'ENDED' WHERE id = ?", early);
        assertThat(plan(DAY.atTime(6, 30))).as("an ended one has left").isNotNull();
        room = equipping.room(centre, "102", 5);
        assertThat(plan(DAY.atTime(9, 0))).as("another room").isNotNull();
    }

    @Test
    void ofManyWhoPlanAtOnceOneGetsTheRoom() {
        List<CompletableFuture<Boolean>> tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return plan(DAY.atTime(9, 0)) != null;
                    } catch (Refused refused) {
                        assertThat(refused.reason()).isEqualTo(SessionRefusal.ROOM_TAKEN);
                        return false;
                    }
                }))
                .limit(4)
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join).filter(took -> took))
                .hasSize(1);
    }

    @Test
    void aRoomOutOfServiceSaysWhy() {
        QuarkusTransaction.requiringNew().run(() -> arranging.takeOut(Arranging.Part.ROOM, room, "装修"));
        assertThatThrownBy(() -> plan(DAY.atTime(9, 0))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(SessionRefusal.ROOM_OUT_OF_SERVICE);
            assertThat(refused.arguments()).contains("装修");
        });
    }
}
