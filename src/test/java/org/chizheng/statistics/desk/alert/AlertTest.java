package org.chizheng.statistics.desk.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.statistics.desk.DeskTerms.Span;
import org.chizheng.statistics.desk.alert.RateAlert.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Alerts from published figures of days long past. Counties 320582 and 320583 belong to this test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AlertTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

    @Inject
    Alerting alerting;

    @Inject
    RateAlerts alerts;

    @Inject
    Accounting accounting;

    @AfterEach
    void noTrace() throws SQLException {
        PostgresResource.asOwner(
                "DELETE FROM figure_snapshot WHERE as_of < '2021-06-01'",
                "DELETE FROM rate_alert WHERE region IN ('320582', '320583')");
    }

    /** Figures as they would have been published of a day, of one county. */
    private static void published(LocalDate day, String county, long required, long covered) throws SQLException {
        PostgresResource.asOwner(
                "INSERT INTO figure_snapshot (as_of, known_at, taken_at, body, digest, signature) VALUES ('%s', now(), now(), '%s', 'test', ''::bytea)"
                        .formatted(
                                day,
                                "{\"asOf\":\"%s\",\"regions\":[[\"%s\",%d,%d,0]],\"qualifications\":[]}"
                                        .formatted(day, county, required, covered)));
    }

    private List<RateAlert> open(String county) {
        return alerts.open(List.of(county), 10);
    }

    @Test
    void aFallIsToldOnceFollowedAndEndsWhenItIsMadeGood() throws SQLException {
        long[] covered = {990, 990, 990, 990, 990, 990, 990, 960, 950, 975};
        for (int i = 0; i < covered.length; i++) {
            published(FIRST.plusDays(i), "320583", 1000, covered[i]);
        }
        alerting.look(FIRST.plusDays(7));
        alerting.look(FIRST.plusDays(7));
        assertThat(open("320583")).hasSize(1);
        RateAlert alert = open("320583").get(0);
        assertThat(alert.span()).isEqualTo(Span.DAY);
        assertThat(alert.baseDay()).isEqualTo(FIRST.plusDays(6));
        assertThat(alert.fall().uncovered()).isEqualTo(30);
        alerting.look(FIRST.plusDays(8));
        assertThat(open("320583")).hasSize(1).allMatch(one -> one.id().equals(alert.id()));
        assertThat(open("320583").get(0).fall().uncovered()).isEqualTo(40);
        alerting.look(FIRST.plusDays(9));
        assertThat(open("320583")).as("15 of 20, but 1.5 points of 1").hasSize(1);
        published(FIRST.plusDays(10), "320583", 1000, 985);
        alerting.look(FIRST.plusDays(10));
        assertThat(open("320583")).isEmpty();
        assertThat(alerts.find(alert.id()).orElseThrow().state()).isEqualTo(State.GONE);
    }

    @Test
    void twoReplicasRaiseOne() throws SQLException {
        for (int i = 0; i <= 7; i++) {
            published(FIRST.plusDays(i), "320583", 1000, i == 7 ? 900 : 990);
        }
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> alerting.look(FIRST.plusDays(7))),
                        CompletableFuture.runAsync(() -> alerting.look(FIRST.plusDays(7))))
                .join();
        assertThat(open("320583")).hasSize(1);
    }

    @Test
    void slowlyItIsAWeeksFallAndWhatARegulatorClosedIsNotToldAgain() throws SQLException {
        for (int i = -1; i <= 16; i++) {
            published(FIRST.plusDays(i), "320582", 10_000, 9_900 - 8L * Math.max(0, i));
        }
        alerting.look(FIRST.plusDays(6));
        assertThat(open("320582")).as("48 of 50").isEmpty();
        alerting.look(FIRST.plusDays(7));
        RateAlert alert = open("320582").get(0);
        assertThat(alert.span()).isEqualTo(Span.WEEK);
        assertThat(alert.fall().uncovered()).isEqualTo(56);
        RequestSpecification own = Entrance.within("320582", Roles.REGULATOR, accounting);
        RequestSpecification other = Entrance.within("320583", Roles.REGULATOR, accounting);
        String page = "/statistics/desk/alerts/" + alert.id();
        assertThat(given(other).get(page).statusCode()).isEqualTo(404);
        assertThat(given(other).get("/api/statistics/alerts").jsonPath().getList("id"))
                .isEmpty();
        assertThat(given(own).get("/api/statistics/alerts").jsonPath().getList("id"))
                .containsExactly(alert.id().toString());
        assertThat(Entrance.post(own, page, page + "/close", "words", " ").statusCode())
                .isEqualTo(400);
        assertThat(Entrance.post(own, page, page + "/close", "words", "集中换证，月底完成")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(own).get(page).asString()).contains("集中换证，月底完成");
        assertThat(Entrance.post(own, page, page + "/close", "words", "再关一次").statusCode())
                .isEqualTo(409);
        for (int day = 8; day <= 13; day++) {
            alerting.look(FIRST.plusDays(day));
        }
        assertThat(open("320582"))
                .as("what was closed until then is not told again")
                .isEmpty();
        alerting.look(FIRST.plusDays(14));
        assertThat(open("320582")).as("a week after that it is another fall").hasSize(1);
    }
}
