package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.demo.DemoAuthority;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
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

    @Inject
    Loading loading;

    @Inject
    BlueprintLoading blueprints;

    @Inject
    DemoAuthority demo;

    @BeforeEach
    void theDemoAuthority() {
        loading.load(Path.of("question-bank"));
        blueprints.load(Path.of("question-bank"));
        demo.ensure();
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

    private static int knock(String door, Map<String, String> cookies) {
        String[] words = door.split(" ");
        String path = words[1].replaceAll("\\{code}", "AAAA").replaceAll("\\{[a-z]+}", ID);
        var request = given().redirects().follow(false).cookies(cookies);
        if (path.matches("/sessions/.*/photo|/bank/.*/(new|draft)") && "POST".equals(words[0])) {
            return request.multiPart("photo", "photo.png", new byte[] {1})
                    .post(path)
                    .statusCode();
        }
        if (path.endsWith("/import") && "POST".equals(words[0])) {
            return request.multiPart("file", "items.csv", new byte[] {1})
                    .post(path)
                    .statusCode();
        }
        return "GET".equals(words[0])
                ? request.get(path).statusCode()
                : request.contentType(
                                path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded")
                        .post(path)
                        .statusCode();
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
