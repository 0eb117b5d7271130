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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real installation's first start: nothing of the demo is in it, and what it keeps is its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionIT {
    private static final String SECRET = "a first secret for tests";

    @TempDir
    static Path folder;

    private static Path data;
    private static List<String> prefix;
    private static Service service;

    @BeforeAll
    static void aFirstStartWithSecretsAndAFirstAdministrator() throws IOException, InterruptedException {
        data = folder.resolve("data");
        prefix = Nobody.prefix(folder);
        Map<String, String> settings = Installation.settings();
        settings.put("CHIZHENG_FIRST_ADMINISTRATOR_PASSWORD", SECRET);
        settings.put("CHIZHENG_DEMO", "true");
        service = Service.start(data, settings, prefix);
        service.awaitReady();
    }

    @AfterAll
    static void nothingIsLeftRunning() throws IOException, InterruptedException {
        service.close();
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
