package org.chizheng.certificate.status;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.certificate.status.StatusAnswer.Outcome;
import org.chizheng.certificate.token.ClaimKeys;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What befalls certificates comes into the published list, signed, and by its door. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StatusListTest {
    private static final String QUALIFICATION = "principal-hazchem-production";

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Placing placing;

    @Inject
    StatusKeeping keeping;

    @Inject
    StatusSigning signing;

    @Inject
    StatusLists lists;

    @Inject
    ClaimKeys keys;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    @Test
    void aRevocationStandsInTheListAndItsNeighbourDoesNot() {
        UUID revoked = placed();
        UUID sound = placed();
        certified.event(revoked, "REVOKED", clock.today());
        assertThat(published(revoked)).isEqualTo(StatusBits.ENDED);
        assertThat(published(sound)).isEqualTo(StatusBits.IN_FORCE);
    }

    @Test
    void aSuspensionComesAndGoes() {
        UUID certificate = placed();
        LocalDate today = clock.today();
        certified.event(certificate, "SUSPENDED", today.minusDays(2));
        assertThat(published(certificate)).isEqualTo(StatusBits.SUSPENDED);
        certified.event(certificate, "REINSTATED", today);
        assertThat(published(certificate)).isEqualTo(StatusBits.IN_FORCE);
    }

    @Test
    void whatIsDecidedForALaterDayWaitsForIt() {
        UUID certificate = placed();
        certified.event(certificate, "REVOKED", clock.today().plusDays(1));
        assertThat(published(certificate)).isEqualTo(StatusBits.IN_FORCE);
        assertThat(sql.first(
                        "SELECT d.retry_at FROM status_due d JOIN certificate_event e ON e.id = d.event_id WHERE e.certificate_id = ?",
                        row -> Sql.instant(row, "retry_at"),
                        certificate))
                .hasValue(clock.today()
                        .plusDays(1)
                        .atStartOfDay(OfficialClock.ZONE)
                        .toInstant());
    }

    /** An event on a certificate from before the lists gives it its place. */
    @Test
    void aCertificateWithoutAPlaceGetsOneWithItsFirstEvent() {
        UUID certificate = certified.issue(workplace.someone(), QUALIFICATION);
        certified.event(certificate, "REVOKED", clock.today());
        assertThat(published(certificate)).isEqualTo(StatusBits.ENDED);
    }

    @Test
    void certificatesFromBeforeTheListsArePlacedByTheSweep() {
        UUID certificate = certified.issue(workplace.someone(), QUALIFICATION);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("INSERT INTO status_unplaced (certificate_id) VALUES (?)", certificate));
        until(() -> placing.placeOlder() == 0 && placing.of(certificate).isPresent());
        assertThat(sql.first("SELECT 1 FROM status_unplaced WHERE certificate_id = ?", row -> true, certificate))
                .isEmpty();
    }

    @Test
    void aPlaceIsGivenOnceAndKept() {
        Set<Placing.Place> places = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            UUID certificate = placed();
            Placing.Place place = placing.of(certificate).orElseThrow();
            assertThat(QuarkusTransaction.requiringNew().call(() -> placing.place(certificate)))
                    .isEqualTo(place);
            places.add(place);
        }
        assertThat(places).hasSize(5);
    }

    @Test
    void theDoorGivesAListThatCachesKeepAndAskForAgain() {
        UUID certificate = placed();
        published(certificate);
        int list = placing.of(certificate).orElseThrow().list();
        Response first = get("/status/" + list);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.contentType()).startsWith("application/statuslist+cwt");
        assertThat(first.headers().getValues("Cache-Control")).containsExactly("public, max-age=60");
        assertThat(first.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        Response again = given().header("If-None-Match", first.header("ETag")).get("/status/" + list);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        get("/status").then().statusCode(200).body("lists.list", hasItem(list)).body("values.1", equalTo("ENDED"));
        get("/status/60000").then().statusCode(404);
        get("/status/no-list").then().statusCode(404);
    }

    @Test
    void theKeysAreKeptByCachesToo() {
        Response first = get("/.well-known/chizheng-keys");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getList("keys.purpose", String.class)).contains("CLAIM", "STATUS");
        assertThat(first.jsonPath().getList("keys.findAll { it.purpose != 'DOCUMENT' }.x", String.class))
                .isNotEmpty()
                .allMatch(x -> x.length() == 43);
        given().header("If-None-Match", first.header("ETag"))
                .get("/.well-known/chizheng-keys")
                .then()
                .statusCode(304);
    }

    @Test
    void aListIsSignedAnewWhenItChangesOrComesOfAgeAndNotBefore() {
        UUID certificate = placed();
        published(certificate);
        int list = placing.of(certificate).orElseThrow().list();
        byte[] before = lists.signed(list).orElseThrow();
        signing.sign();
        assertThat(lists.signed(list)).hasValue(before);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE status_list SET signed_at = signed_at - interval '16 minutes' WHERE list = ?", list));
        until(() -> {
            signing.sign();
            return lists.all().stream()
                    .filter(listed -> listed.list() == list)
                    .allMatch(listed -> listed.issuedAt().isAfter(clock.now().minusSeconds(60)));
        });
        assertThat(read(list).outcome()).isEqualTo(Outcome.FRESH);
    }

    private UUID placed() {
        UUID certificate = certified.issue(workplace.someone(), QUALIFICATION);
        QuarkusTransaction.requiringNew().run(() -> placing.place(certificate));
        return certificate;
    }

    /** Once all that is due was brought in and signed, by these calls or by the sweeps beside them. */
    private int published(UUID certificate) {
        until(() -> keeping.keepUp() == 0
                && sql.first("SELECT 1 FROM status_due WHERE retry_at <= clock_timestamp()", row -> true)
                        .isEmpty());
        until(() -> {
            signing.sign();
            return sql.first("SELECT 1 FROM status_list WHERE changed OR signed IS NULL", row -> true)
                    .isEmpty();
        });
        Placing.Place place = placing.of(certificate).orElseThrow();
        StatusAnswer answer = read(place.list());
        assertThat(answer.outcome()).isEqualTo(Outcome.FRESH);
        return answer.list().orElseThrow().bits().at(place.index());
    }

    private StatusAnswer read(int list) {
        byte[] bytes = get("/status/" + list).asByteArray();
        return StatusCheck.check(bytes, lists.address(list), kid -> keys.find(kid, Purpose.STATUS), Instant.now());
    }

    private static void until(java.util.function.BooleanSupplier holds) {
        for (int i = 0; i < 100 && !holds.getAsBoolean(); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
