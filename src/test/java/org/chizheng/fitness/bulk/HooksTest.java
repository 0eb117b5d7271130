package org.chizheng.fitness.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.fitness.rule.HookSignature;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Messages to an enterprise's own server: what, when, how often, and never twice the same. The service's own sweeps run beside the test, as another replica would. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HooksTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Hooking hooking;

    @Inject
    Hooks hooks;

    @Inject
    Announcing announcing;

    @Inject
    Delivering delivering;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    private HttpServer server;
    private volatile int status = 204;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private UUID enterprise;
    private UUID post;
    private LocalDate today;

    private record Received(Map<String, String> headers, String body) {}

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/told", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    Map.of(
                            "id", exchange.getRequestHeaders().getFirst("Chizheng-Delivery"),
                            "timestamp", exchange.getRequestHeaders().getFirst("Chizheng-Timestamp"),
                            "signature", exchange.getRequestHeaders().getFirst("Chizheng-Signature")),
                    body));
            exchange.getResponseHeaders().add("Location", url().replace("/told", "/elsewhere"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            received.add(new Received(Map.of(), "followed"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        enterprise = workplace.enterprise("320102");
        post = workplace.post(enterprise, LOW);
        today = clock.today();
    }

    @AfterEach
    void close() {
        server.stop(0);
        hooks.of(enterprise).forEach(hook -> hooking.withdraw(enterprise, hook.id(), "test"));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    private UUID issue(Someone holder, LocalDate to) {
        return certified.issueUnder("order-19-operator", holder, LOW, today.minusYears(1), to, null);
    }

    /** Until nothing of this enterprise is open at that time, by this thread or by the service's own sweep. */
    private void settle(Instant now) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        announced();
        while (System.nanoTime() < end) {
            delivering.work(now);
            boolean open = hooks.sent(enterprise).stream()
                    .anyMatch(sent -> sent.outcome() == null
                            && (sent.attempts() == 0
                                    || !sent.nextAt().isAfter(now)
                                    || sent.status() == null && sent.fault() == null));
            if (!open) {
                return;
            }
        }
    }

    /** Until all events are read, by this thread or by the service's own sweep. */
    private void announced() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        do {
            announcing.sweep();
        } while (System.nanoTime() < end
                && sql.first(
                                "SELECT 1 FROM webhook_cursor c WHERE c.seq < (SELECT max(seq) FROM certificate_event)",
                                row -> true)
                        .isPresent());
    }

    @Test
    void aChangeOfOnesPeopleIsToldOnceSignedAndWithoutAnyName() throws IOException {
        Someone holder = workplace.someone();
        UUID appointment = workplace.appoint(post, holder, today.minusYears(1));
        UUID certificate = issue(holder, today.plusYears(5));
        Someone other = workplace.staff(workplace.post("320102", LOW));
        UUID others = issue(other, today.plusYears(5));
        UUID unasked = certified.issueUnder(
                "order-19-operator", holder, "operator-fusion-welding", today.minusYears(1), today.plusYears(5), null);
        String secret = hooking.register(enterprise, url(), "test");
        for (UUID changed : List.of(certificate, others, unasked)) {
            certified.event(changed, "SUSPENDED", today);
        }
        settle(clock.now());
        settle(clock.now());
        assertThat(received).hasSize(1);
        Received message = received.get(0);
        JsonNode body = json.readTree(message.body());
        assertThat(body.get("certificate").asText())
                .isEqualTo(sql.first("SELECT code FROM certificate WHERE id = ?", row -> row.getString(1), certificate)
                        .orElseThrow());
        assertThat(body.get("event").asText()).isEqualTo("SUSPENDED");
        assertThat(body.get("state").asText()).isEqualTo("SUSPENDED");
        assertThat(body.get("effectiveOn").asText()).isEqualTo(today.toString());
        assertThat(body.get("post").asText()).isEqualTo(post.toString());
        assertThat(body.get("appointment").asText()).isEqualTo(appointment.toString());
        assertThat(body.get("id").asText()).isEqualTo(message.headers().get("id"));
        assertThat(body.size()).as("and nothing else").isEqualTo(7);
        assertThat(message.body()).doesNotContain(holder.name(), holder.idNumber());
        assertThat(message.headers().get("signature"))
                .isEqualTo(HookSignature.of(
                        secret, Long.parseLong(message.headers().get("timestamp")), message.body()));
        assertThat(hooks.sent(enterprise)).extracting(Hooks.Sent::outcome).containsExactly("DELIVERED");
    }

    @Test
    void whatADayBringsIsToldOnThatDay() {
        Someone holder = workplace.staff(post);
        int days = sql.first(
                        "SELECT value::int FROM policy_term WHERE policy = 'order-19-operator' AND term = 'EXPIRING_DAYS'",
                        row -> row.getInt(1))
                .orElseThrow();
        LocalDate last = LocalDate.of(2047, 3, 3);
        issue(holder, last);
        UUID ended = issue(workplace.staff(post), last);
        certified.event(ended, "REVOKED", today.minusDays(1));
        hooking.register(enterprise, url(), "test");
        assertThat(announcing.announce(last.minusDays(days + 1))).isZero();
        assertThat(announcing.announce(last.minusDays(days))).isEqualTo(1);
        assertThat(announcing.announce(last.minusDays(days))).as("again").isZero();
        assertThat(announcing.announce(last)).isZero();
        assertThat(announcing.announce(last.plusDays(1))).isEqualTo(1);
        assertThat(hooks.sent(enterprise))
                .extracting(Hooks.Sent::event)
                .containsExactlyInAnyOrder("EXPIRING", "EXPIRED");
    }

    @Test
    void aReviewThatWasMissedIsToldOnTheDayAfterItsLast() {
        LocalDate due = LocalDate.of(2026, 5, 20);
        UUID reviewed = underOrder30(due);
        certified.event(reviewed, "REVIEWED", due.minusDays(10));
        hooking.register(enterprise, url(), "test");
        announcing.announce(due.plusDays(1));
        assertThat(hooks.sent(enterprise)).as("reviewed in time").isEmpty();
        underOrder30(due);
        announcing.announce(due);
        assertThat(hooks.sent(enterprise)).as("on the last day").isEmpty();
        announcing.announce(due.plusDays(1));
        assertThat(hooks.sent(enterprise)).extracting(Hooks.Sent::event).containsExactly("REVIEW_OVERDUE");
    }

    private UUID underOrder30(LocalDate reviewDue) {
        return certified.issueUnder(
                "order-30-operator", workplace.staff(post), LOW, today.minusYears(3), today.plusYears(3), reviewDue);
    }

    @Test
    void aNewCertificateIsToldOnceToThoseWhoListenedAlready() {
        hooking.register(enterprise, url(), "test");
        certified.issue(workplace.staff(post), LOW, today, today.plusYears(6), clock.now());
        hooking.register(enterprise, url(), "test");
        // The service's own sweep may be at it; then ours passes by.
        for (int i = 0; i < 200 && hooks.sent(enterprise).isEmpty(); i++) {
            LockSupport.parkNanos(50_000_000);
            announcing.sweep();
        }
        announcing.sweep();
        assertThat(hooks.sent(enterprise)).extracting(Hooks.Sent::event).containsExactly("ISSUED");
    }

    @Test
    void aClockThatRanAheadAndWasPutRightHidesNoCertificate() {
        hooking.register(enterprise, url(), "test");
        sql.update("UPDATE webhook_cursor SET issued_until = ?", clock.now().plus(Duration.ofDays(40)));
        certified.issue(workplace.staff(post), LOW, today, today.plusYears(6), clock.now());
        for (int i = 0; i < 200 && hooks.sent(enterprise).isEmpty(); i++) {
            announcing.sweep();
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(hooks.sent(enterprise)).extracting(Hooks.Sent::event).containsExactly("ISSUED");
        assertThat(sql.first(
                        "SELECT issued_until FROM webhook_cursor WHERE issued_until <= ?", row -> true, clock.now()))
                .isPresent();
    }

    @Test
    void whatDoesNotArriveIsTriedAgainRedirectsAreNotFollowedAndItArrivesInTheEnd() {
        UUID certificate = issue(workplace.staff(post), today.plusYears(5));
        hooking.register(enterprise, url(), "test");
        status = 302;
        certified.event(certificate, "SUSPENDED", today);
        Instant now = clock.now();
        settle(now);
        Hooks.Sent first = hooks.sent(enterprise).get(0);
        assertThat(first.fault()).isEqualTo("REDIRECT");
        assertThat(first.outcome()).isNull();
        assertThat(received).extracting(Received::body).doesNotContain("followed");
        assertThat(hooks.of(enterprise).get(0).failingSince()).isNotNull();
        int tried = received.size();
        status = 204;
        settle(now.plusSeconds(1200));
        assertThat(received.size()).isGreaterThan(tried);
        assertThat(hooks.sent(enterprise).get(0).outcome()).isEqualTo("DELIVERED");
        assertThat(hooks.of(enterprise).get(0).failingSince()).isNull();
        assertThat(received)
                .extracting(r -> r.headers().get("id"))
                .containsOnly(first.id().toString());
    }

    @Test
    void aServerThatIsAwayForADayIsSwitchedOffItsOwnerIsToldAndStartsItAgain() {
        UUID certificate = issue(workplace.staff(post), today.plusYears(5));
        String closed = url();
        hooking.register(enterprise, closed, "test");
        server.stop(0);
        certified.event(certificate, "SUSPENDED", today);
        Instant now = clock.now();
        settle(now);
        assertThat(hooks.sent(enterprise).get(0).fault()).isEqualTo("UNREACHABLE");
        Instant nextDay = now.plus(Duration.ofHours(25));
        settle(nextDay);
        assertThat(hooks.sent(enterprise).get(0).outcome()).isEqualTo("GIVEN_UP");
        assertThat(hooks.of(enterprise).get(0).disabledAt()).isNotNull();
        RequestSpecification employer =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        String page = "/fitness/connections/" + enterprise;
        assertThat(given(employer).get(page + "?lang=zh").asString())
                .contains("连续一天无法送达", "已放弃", "无法连接")
                .doesNotContain("??", "whs_");
        certified.event(certificate, "REINSTATED", today);
        announced();
        assertThat(hooks.sent(enterprise))
                .as("nothing is written for it meanwhile")
                .hasSize(1);
        UUID hook = hooks.of(enterprise).get(0).id();
        assertThat(Entrance.post(employer, page, page + "/hooks/" + hook + "/start")
                        .statusCode())
                .isEqualTo(303);
        assertThat(hooks.of(enterprise).get(0).disabledAt()).isNull();
    }

    @Test
    void severalReplicasSendEachMessageOnce() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            certified.event(issue(workplace.staff(post), today.plusYears(5)), "SUSPENDED", today);
        }
        announced();
        hooking.register(enterprise, url(), "test");
        for (int i = 0; i < 30; i++) {
            certified.event(issue(workplace.staff(post), today.plusYears(5)), "SUSPENDED", today);
        }
        List<Thread> replicas =
                List.of(new Thread(this::replica), new Thread(this::replica), new Thread(this::replica));
        replicas.forEach(Thread::start);
        for (Thread replica : replicas) {
            replica.join();
        }
        settle(clock.now());
        assertThat(received).as("only what came after the webhook").hasSize(30);
        assertThat(received).extracting(r -> r.headers().get("id")).doesNotHaveDuplicates();
    }

    private void replica() {
        announcing.sweep();
        for (int i = 0; i < 5; i++) {
            delivering.work(clock.now());
        }
    }

    @Test
    void addressesInsideANetworkAreRefused() {
        HookTarget strict = new HookTarget(HookClientTest.config(false, Optional.empty()));
        for (String url : List.of(
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://no-such-host.invalid/")) {
            assertThatThrownBy(() -> strict.checked(url))
                    .as(url)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason())
                                    .isIn(BulkRefusal.ADDRESS_CLOSED, BulkRefusal.URL_INVALID));
        }
        for (String url : new String[] {
            null,
            "",
            "x",
            "http://1.1.1.1/",
            "ftp://1.1.1.1/",
            "https://user:word@1.1.1.1/",
            "https://1.1.1.1/#x",
            "https://1.1.1.1:22/",
            "https://1.1.1.1/\r\nX: y",
            "https:///x",
            "https://1.1.1.1/" + "x".repeat(500)
        }) {
            assertThatThrownBy(() -> strict.checked(url))
                    .as(url)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(BulkRefusal.URL_INVALID));
        }
        assertThat(strict.checked("https://1.1.1.1/told?x=1")).isEqualTo("https://1.1.1.1/told?x=1");
        assertThat(strict.checked("https://1.1.1.1:8443/told")).isEqualTo("https://1.1.1.1:8443/told");
    }

    @Test
    void onlyTheOwnEnterpriseKeepsWebhooksAndFiveAtMost() {
        RequestSpecification employer =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        String page = "/fitness/connections/" + enterprise;
        String shown =
                Entrance.post(employer, page, page + "/hooks", "url", url()).asString();
        assertThat(shown).contains("<code>whs_");
        assertThat(given(employer).get(page).asString()).contains(url()).doesNotContain("whs_");
        for (int i = 0; i < 4; i++) {
            hooking.register(enterprise, url() + "?" + i, "test");
        }
        assertThat(Entrance.post(employer, page, page + "/hooks", "url", url()).statusCode())
                .isEqualTo(409);
        assertThat(Entrance.post(employer, page, page + "/hooks", "url", "ftp://x")
                        .statusCode())
                .isEqualTo(400);
        RequestSpecification other =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, workplace.enterprise("320102")), null, accounting);
        UUID hook = hooks.of(enterprise).get(0).id();
        assertThat(given(other).get(page).statusCode()).isEqualTo(404);
        assertThat(Entrance.post(other, "/desk", page + "/hooks/" + hook + "/withdraw")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Entrance.post(employer, page, page + "/hooks/" + hook + "/withdraw")
                        .statusCode())
                .isEqualTo(303);
        assertThat(hooks.of(enterprise)).hasSize(4);
    }
}
