package org.chizheng.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.chizheng.Entrance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.response.Response;

/** A real installation's first start: nothing of the demo is in it, and what it keeps is its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionIT {
    private static final String SECRET = "a first secret for tests";

    @TempDir
    static Path folder;

    private static Path data;
    private static List<String> prefix;
    private static Service service;
    private static MailServer mail;

    @BeforeAll
    static void aFirstStartWithSecretsAndAFirstAdministrator() throws IOException, InterruptedException {
        data = folder.resolve("data");
        prefix = Nobody.prefix(folder);
        Map<String, String> settings = Installation.settings();
        settings.put("CHIZHENG_FIRST_ADMINISTRATOR_PASSWORD", SECRET);
        settings.put("CHIZHENG_DEMO", "true");
        mail = new MailServer();
        settings.put("CHIZHENG_MESSAGE_MAIL_FROM", "exam@example.org");
        settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        settings.put("QUARKUS_MAILER_PORT", Integer.toString(mail.port()));
        service = Service.start(data, settings, prefix);
        service.awaitReady();
    }

    @AfterAll
    static void nothingIsLeftRunning() throws IOException, InterruptedException {
        service.close();
        mail.close();
    }

    @Test
    void noDemoAccountSignsIn() {
        assertThat(Staff.signIn("admin", "chizheng-demo").header("Location")).contains("failed=true");
    }

    @Test
    void theFirstAdministratorSignsIn() {
        var signedIn = Staff.signIn("administrator", SECRET);
        assertThat(signedIn.header("Location")).doesNotContain("failed").endsWith("/desk");
        given().cookies(signedIn.cookies()).get("/accounts").then().statusCode(200);
    }

    /** A real one, spoken to by the packaged service. */
    @Test
    void theMailServerTakesAMailAndWhatItRefusesIsToldWithoutTheAddress() {
        Map<String, String> administrator =
                Staff.signIn("administrator", SECRET).cookies();
        assertThat(trial(administrator, "somebody@example.org").header("Location"))
                .endsWith("/messages?tried=true");
        assertThat(mail.mails()).hasSize(1);
        assertThat(mail.mails().get(0))
                .contains("RCPT TO:<somebody@example.org>", "From: exam@example.org", "@exam.example.org>");
        assertThat(trial(administrator, "nobody@example.org").asString())
                .contains("邮件没有发出", "550 5.1.1")
                .doesNotContain("nobody@");
        assertThat(trial(administrator, "not an address").statusCode()).isEqualTo(400);
    }

    private static Response trial(Map<String, String> cookies, String address) {
        Response page = given().cookies(cookies).get("/messages");
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .cookies(page.cookies())
                .formParam("csrf-token", Entrance.token(page))
                .formParam("address", address)
                .post("/messages/trial");
    }

    @Test
    void theFrontPageOffersNoTour() {
        assertThat(given().get("/").asString()).contains("/exam").doesNotContain("chizheng-demo", "id=\"demo\"");
    }

    @Test
    void noItemAccountOrPersonIsMadeUp() throws IOException, SQLException {
        assertThat(service.kept().counts("item", "person", "account"))
                .as("the administrator's account alone")
                .isEqualTo(Map.of("item", 0L, "person", 0L, "account", 1L));
    }

    @Test
    void theFolderAndItsPasswordAreItsOwnersOnly() throws IOException {
        assertThat(rights(data)).isEqualTo("rwx------");
        assertThat(rights(data.resolve("postgres.password"))).isEqualTo("rw-------");
        assertThat(rights(data.resolve("postgres-program"))).isEqualTo("rwx------");
    }

    @Test
    void nobodyEntersTheDatabaseWithoutItsPassword() {
        for (String login : List.of("postgres", "chizheng_owner", "chizheng_app")) {
            assertThatThrownBy(() -> service.kept().enter(login, "a guess"))
                    .as(login)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void noRightsOfRootAreNeeded() {
        assertThat(service.user()).isEqualTo(prefix.isEmpty() ? System.getProperty("user.name") : "nobody");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void anEndOnRequestIsQuietAndTakesTheDatabaseAlong() throws IOException, InterruptedException {
        assertThat(service.end()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(service.output() + service.errors()).doesNotContain("\"ERROR\"", "terminating connection");
        assertThat(service.kept().runs()).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theDemoDoesNotEnterARealInstallation() throws IOException, InterruptedException {
        try (Service demo = Service.start(data, Map.of("QUARKUS_PROFILE", "demo"), prefix)) {
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.errors())
                    .contains("this database is a real installation's", "CHIZHENG_PROFILE=prod")
                    .doesNotContain("\tat ");
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
