package org.chizheng;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.centre.Equipping;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.demo.DemoAuthority;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Accounts;
import org.chizheng.people.Grant;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.Roles;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Scheduling;
import org.chizheng.session.Sessions;
import org.chizheng.workforce.Founding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A role reaches its own region, centre or enterprise; what lies beyond does not exist for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReachTest {
    private static final String QUALIFICATION = "principal-hazchem-production";
    private static final String SECRET = "a secret for the reach test";

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    @Inject
    Accounts accounts;

    @Inject
    Accounting accounting;

    @Inject
    Equipping equipping;

    @Inject
    Scheduling scheduling;

    @Inject
    Founding founding;

    @Inject
    Enrolling enrolling;

    @Inject
    Sessions sessions;

    @Inject
    Persons persons;

    @Inject
    Sealer sealer;

    @Inject
    Sql sql;

    @Inject
    OfficialClock clock;

    private UUID session;
    private UUID enterprise;

    @BeforeEach
    void aCentreAndAnEnterpriseInXuzhou() {
        bank.ensure();
        UUID centre = equipping.centre("R" + UUID.randomUUID(), "徐州测试考点", "Xuzhou test centre", "320302");
        session = scheduling.schedule(equipping.room(centre, "1", 2), QUALIFICATION, clock.now());
        enterprise = founding.enterprise(CreditCodes.enterprise(), "徐州测试化工有限公司", "320302", true);
    }

    private Map<String, String> as(String username, String role, Grant grant) {
        if (accounts.find(username).isEmpty()) {
            accounting.grant(accounting.open(username, SECRET, role, role, null), grant);
        }
        return signIn(username, SECRET);
    }

    private static Map<String, String> signIn(String username, String secret) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", username)
                .formParam("j_password", secret)
                .post("/j_security_check")
                .cookies();
    }

    private static int get(String path, Map<String, String> cookies) {
        return given().redirects().follow(false).cookies(cookies).get(path).statusCode();
    }

    /** With the token of a page that the role can see. */
    private static int post(String path, Map<String, String> cookies, Map<String, String> fields) {
        var page = given().cookies(cookies).get("/desk");
        String token = Entrance.token(page);
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .cookies(page.cookies())
                .formParam("csrf-token", token)
                .formParams(fields)
                .post(path)
                .statusCode();
    }

    @Test
    void aCentresStaffDoNotSeeAnotherCentresSession() {
        for (String name : new String[] {"centre", "invigilator"}) {
            assertThat(get("/sessions/" + session, signIn(name, "chizheng-demo")))
                    .as(name)
                    .isEqualTo(404);
            assertThat(given().cookies(signIn(name, "chizheng-demo"))
                            .get("/sessions")
                            .asString())
                    .doesNotContain(session.toString());
        }
        assertThat(post("/sessions/" + session + "/start", signIn("invigilator", "chizheng-demo"), Map.of()))
                .isEqualTo(404);
        assertThat(get("/sessions/" + session, signIn("officer", "chizheng-demo")))
                .as("the province reaches all")
                .isEqualTo(200);
    }

    @Test
    void aPhotoIsKeptUnderSealAndSeenByItsOwnCentreOnly() throws java.io.IOException {
        enrolling.enrol(session, "徐州考生", "320300198503030015", "138 0000-0000");
        UUID enrolment = sessions.enrolments(session).get(0).id();
        String door = "/sessions/" + session + "/enrolments/" + enrolment + "/photo";
        UUID centre = sessions.find(session).orElseThrow().centreId();
        Map<String, String> own = as(
                "xuzhou" + System.nanoTime(),
                Roles.CENTRE_MANAGER,
                new Grant(Roles.CENTRE_MANAGER, null, centre, null));
        assertThat(get(door, own)).as("none yet").isEqualTo(404);
        byte[] picture = MadeUpPortrait.draw(3);
        assertThat(upload(door, own, picture)).isEqualTo(303);
        assertThat(given().cookies(own).get(door).contentType()).isEqualTo("image/jpeg");
        assertThat(upload(door, own, "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(get(door, own)).as("the good one is still there").isEqualTo(200);
        assertThat(get(door, signIn("centre", "chizheng-demo"))).isEqualTo(404);
        assertThat(upload(door, signIn("centre", "chizheng-demo"), picture)).isEqualTo(404);
        Person person = persons.findById(sessions.enrolments(session).get(0).personId());
        assertThat(person.phone(sealer)).isEqualTo("13800000000");
        assertThat(sql.list(
                        "SELECT 1 FROM person WHERE id = ? AND (position('13800000000'::bytea IN phone_sealed) > 0"
                                + " OR position('\\xffd8ff'::bytea IN photo_sealed) = 1)",
                        row -> 1,
                        person.id()))
                .as("nothing in clear")
                .isEmpty();
    }

    private static int upload(String path, Map<String, String> cookies, byte[] file) {
        var page = given().cookies(cookies).get("/desk");
        String token = Entrance.token(page);
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .cookies(page.cookies())
                .multiPart("csrf-token", token)
                .multiPart("photo", "photo.png", file)
                .post(path)
                .statusCode();
    }

    @Test
    void anEmployerSeesAndChangesItsOwnEnterpriseOnly() {
        Map<String, String> employer = signIn("employer", "chizheng-demo");
        assertThat(get("/workforce/" + enterprise, employer)).isEqualTo(404);
        assertThat(post(
                        "/workforce/" + enterprise + "/posts",
                        employer,
                        Map.of("title", "x", "qualification", QUALIFICATION)))
                .isEqualTo(404);
        Map<String, String> own = as("xuzhou.works", Roles.EMPLOYER, new Grant(Roles.EMPLOYER, null, null, enterprise));
        assertThat(get("/workforce", own)).as("straight to its own page").isIn(200, 303);
    }

    @Test
    void aCitysRegulatorReadsItsCityAndChangesNothing() {
        Map<String, String> xuzhou =
                as("xuzhou.regulator", Roles.REGULATOR, new Grant(Roles.REGULATOR, "3203", null, null));
        Map<String, String> suzhou =
                as("suzhou.regulator", Roles.REGULATOR, new Grant(Roles.REGULATOR, "3205", null, null));
        assertThat(get("/workforce/" + enterprise, xuzhou)).isEqualTo(200);
        assertThat(get("/workforce/" + enterprise, suzhou)).isEqualTo(404);
        assertThat(post(
                        "/workforce/" + enterprise + "/posts",
                        xuzhou,
                        Map.of("title", "x", "qualification", QUALIFICATION)))
                .isEqualTo(403);
    }

    @Test
    void aCitysAdministratorGrantsNothingBeyondTheCity() {
        Map<String, String> city =
                as("xuzhou.admin", Roles.ADMINISTRATOR, new Grant(Roles.ADMINISTRATOR, "3203", null, null));
        Map<String, String> form = Map.of(
                "username",
                "too.high." + System.nanoTime(),
                "password",
                SECRET,
                "zh",
                "测试",
                "en",
                "",
                "role",
                Roles.REGULATOR,
                "scope",
                "region:32");
        assertThat(post("/accounts", city, form)).isEqualTo(400);
        assertThat(accounts.find(form.get("username"))).as("nothing half done").isEmpty();
        UUID admin = accounts.find("admin").orElseThrow().id();
        assertThat(post("/accounts/" + admin + "/active", city, Map.of("username", "admin", "active", "false")))
                .isEqualTo(404);
        assertThat(given().cookies(city).get("/accounts").asString()).doesNotContain(">regulator<");
    }

    @Test
    void aClosedAccountSignsInNoMore() {
        String name = "closing." + System.nanoTime();
        assertThat(as(name, Roles.REGULATOR, new Grant(Roles.REGULATOR, "32", null, null)))
                .containsKey("chizheng-session");
        Map<String, String> admin = signIn("admin", "chizheng-demo");
        UUID id = accounts.find(name).orElseThrow().id();
        assertThat(post("/accounts/" + id + "/active", admin, Map.of("username", name, "active", "false")))
                .isEqualTo(303);
        assertThat(signIn(name, SECRET)).doesNotContainKey("chizheng-session");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Map<String, String> admin = signIn("admin", "chizheng-demo");
        assertThat(given().redirects()
                        .follow(false)
                        .cookies(admin)
                        .formParam("username", "admin")
                        .formParam("active", "false")
                        .post("/accounts/"
                                + accounts.find("admin").orElseThrow().id() + "/active")
                        .statusCode())
                .isEqualTo(400);
        assertThat(accounts.find("admin")).isPresent();
    }
}
