package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.chizheng.demo.DemoAuthority;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who may come through which door. A role that gets where it does not belong fails, and so does one that is kept out. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AccessTest {
    private static final String ID = new UUID(0, 1).toString();
    static final Map<String, String> USERNAMES = Map.of(
            Roles.ADMINISTRATOR, "admin",
            Roles.AUTHOR, "author",
            Roles.REVIEWER, "reviewer",
            Roles.CENTRE_MANAGER, "centre",
            Roles.INVIGILATOR, "invigilator",
            Roles.ASSESSOR, "assessor",
            Roles.CERTIFICATE_OFFICER, "officer",
            Roles.EMPLOYER, "employer",
            Roles.REGULATOR, "regulator",
            Roles.CANDIDATE, "candidate");

    private static final String PART = """
            --knock\r
            Content-Disposition: form-data; name="%s"; filename="file.csv"\r
            Content-Type: application/octet-stream\r
            \r
            1\r
            --knock--\r
            """;

    @TestHTTPResource("/")
    URL base;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void theDemoAuthority() {
        bank.ensure();
    }

    @Test
    void nobodyGetsInWithoutSigningIn() {
        Doors.TABLE.forEach((door, roles) -> {
            int status = knock(door, Map.of());
            if (Doors.ANYONE.equals(roles)) {
                assertThat(status).as(door).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as("%s by nobody", door).isIn(302, 401);
            }
        });
    }

    @Test
    void eachRoleGetsWhereItBelongsAndNowhereElse() {
        for (Map.Entry<String, String> role : USERNAMES.entrySet()) {
            Map<String, String> cookies = signIn("/j_security_check", role.getValue(), "chizheng-demo");
            assertThat(cookies).as(role.getKey()).containsKey("chizheng-session");
            Doors.TABLE.forEach((door, roles) -> {
                int status = knock(door, cookies);
                Set<String> allowed = new HashSet<>(Arrays.asList(roles.split(" ")));
                if (allowed.contains(Doors.ANYONE) || allowed.contains(role.getKey())) {
                    assertThat(status)
                            .as("%s by %s", door, role.getKey())
                            .isNotIn(302, 401, 403)
                            .isLessThan(500);
                } else {
                    assertThat(status).as("%s by %s", door, role.getKey()).isEqualTo(403);
                }
            });
        }
    }

    /** By a bare client: there are thousands of knocks, and each would take a fuller one longer than the service. */
    private int knock(String door, Map<String, String> cookies) {
        String[] words = door.split(" ");
        String path = words[1].replaceAll("\\{code}", "AAAA").replaceAll("\\{[a-zA-Z]+}", ID);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path.substring(1)));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if ("POST".equals(words[0])) {
            String file = file(path);
            request.header("Content-Type", file == null ? type(path) : "multipart/form-data; boundary=knock")
                    .POST(HttpRequest.BodyPublishers.ofString(file == null ? "" : PART.formatted(file)));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(door, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String type(String path) {
        return path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
    }

    /** Name of the field for a file where a door wants one. */
    private static String file(String path) {
        if (path.matches("/sessions/.*/(photo|pass|refuse)|/incidents/.*/evidence|/bank/.*/(new|draft)")) {
            return "photo";
        }
        return path.endsWith("/import") ? "file" : null;
    }

    private static Map<String, String> signIn(String address, String name, String secret) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", secret)
                .post(address)
                .cookies();
    }
}
