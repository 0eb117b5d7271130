package org.chizheng.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.chizheng.Applicants;
import org.chizheng.PostgresResource;
import org.chizheng.common.Sql;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Five hundred candidates want the last fifty seats at the same moment. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BookingRushTest {
    private static final Logger LOG = Logger.getLogger(BookingRushTest.class);
    private static final int CANDIDATES = 500;
    private static final int SEATS = 50;
    private static final Pattern REASON = Pattern.compile("\"reason\":\"(\\w+)\"");
    private static final String COUNTY = "320685";
    private static final String RUSHERS = """
            WITH p AS (INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)
                       SELECT gen_random_uuid(), 'CITIZEN_ID', decode(md5(?::text || n), 'hex'), ''::bytea, '测试抢座' || n, 'MALE', '1990-01-01', now()
                       FROM generate_series(1, ?) n RETURNING id, name),
            a AS (INSERT INTO account (id, username, password_hash, display_zh, display_en, person_id, created_at)
                  SELECT gen_random_uuid(), ? || '-' || substr(name, 5), ?, name, name, id, now() FROM p RETURNING id),
            g AS (INSERT INTO role_grant (id, account_id, role) SELECT gen_random_uuid(), id, 'candidate' FROM a)
            INSERT INTO application (id, number, person_id, qualification, kind, channel, region, policy, state, applied_at, answer_due)
            SELECT gen_random_uuid(), ? || name, id, ?, 'INITIAL', 'CANDIDATE', ?, 'order-44-principal', 'ACCEPTED', now(), current_date + 5 FROM p""";
    private static final String SECRET = "a long word for tests";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Applicants applicants;

    @Inject
    Sql sql;

    private String prefix;

    private record Rusher(UUID application, String username) {}

    /** Persons, accounts and accepted applications by SQL; the password's hash is a cheap one, as sign-in is not what is tested. */
    private List<Rusher> rushers() {
        prefix = "rush" + UUID.randomUUID().toString().substring(0, 8);
        String hash = Password.hash(SECRET)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID))
                .getResult();
        sql.update(RUSHERS, prefix, CANDIDATES, prefix, hash, prefix, Applicants.QUALIFICATION, COUNTY);
        return sql.list(
                "SELECT a.id, c.username FROM application a JOIN account c ON c.person_id = a.person_id WHERE a.number LIKE ? || '%'",
                row -> new Rusher(row.getObject(1, UUID.class), row.getString(2)), prefix);
    }

    @Test
    void exactlyFiftyGetASeatAndEachOtherIsTold() {
        UUID session = applicants.session(applicants.centre(COUNTY), SEATS, 10);
        List<Rusher> rushers = rushers();
        assertThat(rushers).hasSize(CANDIDATES);
        String token = given().get("/sign-in").cookie("chizheng-csrf");
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newFixedThreadPool(8))
                .build();
        List<HttpRequest> requests = new ArrayList<>();
        List<String> cookies = signIn(client, rushers);
        for (int i = 0; i < rushers.size(); i++) {
            requests.add(HttpRequest.newBuilder(URI.create(base + "api/bookings"))
                    .header("Content-Type", "application/json")
                    .header("X-CSRF-TOKEN", token)
                    .header("Cookie", cookies.get(i) + "; chizheng-csrf=" + token)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"application\":\"%s\",\"session\":\"%s\"}"
                            .formatted(rushers.get(i).application(), session)))
                    .build());
        }
        long begun = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> sent = requests.stream()
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        LOG.warnf("%d bookings of %d seats answered in %d ms", CANDIDATES, SEATS, took.toMillis());
        assertThat(answers.stream().collect(Collectors.groupingBy(BookingRushTest::told, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("201", (long) SEATS, "409 FULL", (long) CANDIDATES - SEATS));
        assertThat(count("SELECT count(*) FROM enrolment WHERE session_id = ?", session))
                .isEqualTo(SEATS);
        assertThat(count("SELECT count(DISTINCT ticket) FROM booking_event WHERE session_id = ?", session))
                .isEqualTo(SEATS);
    }

    /** Status and reason of an answer, or its first words where it is another. */
    private static String told(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            return "201";
        }
        Matcher reason = REASON.matcher(answer.body());
        String words = answer.body().substring(0, Math.min(answer.body().length(), 200));
        return answer.statusCode() + " " + (reason.find() ? reason.group(1) : words);
    }

    private int count(String query, UUID session) {
        return sql.first(query, row -> row.getInt(1), session).orElseThrow();
    }

    /** Eight at a time: the rush is on the seats, not on the entrance. @return cookies of their sessions */
    private List<String> signIn(HttpClient client, List<Rusher> rushers) {
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            return rushers.stream()
                    .map(rusher -> CompletableFuture.supplyAsync(() -> signIn(client, rusher), eight))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            eight.shutdown();
        }
    }

    private String signIn(HttpClient client, Rusher rusher) {
        String form =
                "j_username=" + rusher.username() + "&j_password=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .headers()
                .allValues("set-cookie")
                .stream()
                .filter(cookie -> cookie.startsWith("chizheng-session="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }
}
