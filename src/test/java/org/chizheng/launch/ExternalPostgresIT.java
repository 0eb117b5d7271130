package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that somebody else runs, with one login for all or with two. The first test makes the role that the others find. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExternalPostgresIT {
    private static final String SECRET = "for-tests-only";
    /** Notes in whose name sign-in failures are written. */
    private static final String WITNESS = """
            CREATE TABLE witness (acting name);
            GRANT INSERT ON witness TO PUBLIC;
            CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN INSERT INTO witness VALUES (current_user); RETURN NEW; END';
            CREATE TRIGGER witness BEFORE INSERT OR UPDATE ON sign_in_failure FOR EACH ROW EXECUTE FUNCTION witness()""";

    @TempDir
    static Path folder;

    private static OutsidePostgres outside;

    @BeforeAll
    static void aDurableServerThatKnowsNothingOfTheService() throws IOException, SQLException {
        outside = OutsidePostgres.start(folder.resolve("outside"), "on");
        outside.administer(
                "postgres",
                "CREATE ROLE alone LOGIN CREATEROLE PASSWORD '" + SECRET + "'",
                "CREATE DATABASE one OWNER alone");
    }

    @AfterAll
    static void theServerEnds() throws IOException {
        outside.close();
    }

    @Test
    @Order(0)
    void twoReplicasMayStartAtOnceOnAnEmptyDatabase() throws IOException, InterruptedException, SQLException {
        Map<String, String> settings = settings("one", "alone");
        settings.put("CHIZHENG_FIRST_ADMINISTRATOR_PASSWORD", "a first secret for tests");
        try (Service here = Service.start(folder.resolve("here"), settings);
                Service there = Service.start(folder.resolve("there"), settings)) {
            here.awaitReady();
            there.awaitReady();
            assertThat(outside.ask("one", "SELECT count(*) FROM account")).isEqualTo("1");
        }
    }

    @Test
    @Order(1)
    void oneLoginThatOwnsTheDatabaseIsEnoughAndIsNotActedAs() throws IOException, InterruptedException, SQLException {
        serves("one", settings("one", "alone"));
        assertThatThrownBy(() -> outside.as("alone", "one", "SET ROLE chizheng_service; DELETE FROM audit_entry"))
                .hasMessageContaining("permission denied");
    }

    @Test
    @Order(2)
    void theOwnerAndTheServiceMayBeTwoLogins() throws IOException, InterruptedException, SQLException {
        outside.administer(
                "postgres",
                "CREATE ROLE proprietor LOGIN PASSWORD '" + SECRET + "'",
                "CREATE ROLE app LOGIN PASSWORD '" + SECRET + "'",
                "GRANT chizheng_service TO proprietor, app",
                "CREATE DATABASE two OWNER proprietor");
        Map<String, String> settings = settings("two", "app");
        settings.put("QUARKUS_FLYWAY_USERNAME", "proprietor");
        settings.put("QUARKUS_FLYWAY_PASSWORD", SECRET);
        serves("two", settings);
        for (String forbidden : new String[] {
            "DELETE FROM audit_entry", "UPDATE audit_entry SET actor = ''", "DELETE FROM certificate", "DROP TABLE item"
        }) {
            assertThatThrownBy(() -> outside.as("app", "two", "SET ROLE chizheng_service; " + forbidden))
                    .as(forbidden)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    @Order(3)
    void aLoginThatMayNotActAsTheServiceIsRefused() throws IOException, InterruptedException, SQLException {
        outside.administer(
                "postgres",
                "CREATE ROLE stranger LOGIN PASSWORD '" + SECRET + "'",
                "CREATE DATABASE three OWNER stranger");
        assertThat(refusal(settings("three", "stranger")))
                .contains("by the login 'stranger'", "GRANT chizheng_service TO");
    }

    @Test
    @Order(4)
    void aServerThatMayLoseWhatItSavedIsRefused() throws IOException, InterruptedException {
        try (OutsidePostgres careless = OutsidePostgres.start(folder.resolve("careless"), "off")) {
            Map<String, String> settings = settings("postgres", "postgres");
            settings.put("QUARKUS_DATASOURCE_JDBC_URL", careless.url("postgres"));
            assertThat(refusal(settings)).contains("PostgreSQL has fsync = off", "acknowledged answer could be lost");
        }
    }

    private static void serves(String database, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve(database);
        try (Service service = Service.start(data, settings)) {
            service.awaitReady();
            assertThat(data).as("no database of its own").doesNotExist();
            outside.administer(database, WITNESS);
            Staff.signIn("nobody.here", "a wrong password");
            assertThat(outside.ask(database, "SELECT string_agg(DISTINCT acting, ' ') FROM witness"))
                    .isEqualTo("chizheng_service");
        }
    }

    private static String refusal(Map<String, String> settings) throws IOException, InterruptedException {
        try (Service service = Service.start(folder.resolve("refused"), settings)) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.errors()).doesNotContain("\tat ");
            return service.errors();
        }
    }

    private static Map<String, String> settings(String database, String login) {
        Map<String, String> settings = Installation.settings();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", outside.url(database));
        settings.put("QUARKUS_DATASOURCE_USERNAME", login);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", SECRET);
        return settings;
    }
}
