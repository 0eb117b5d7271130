package org.chizheng.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least-rights role {@code chizheng_service}. The owner's migrations grant to it; every connection of the service acts as it
 * (SET ROLE), even where one login serves both.
 */
final class ServiceRole {
    /** Since PostgreSQL 16 who creates a role may grant it, but does not act as it before granting it to itself. Another replica may do so at the same moment. */
    private static final String CREATE = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chizheng_service') THEN
                CREATE ROLE chizheng_service NOLOGIN;
                EXECUTE format('GRANT chizheng_service TO %I', current_user);
              END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
              NULL;
            END $$""";

    private static final String SET = "SET ROLE chizheng_service";
    private static final String HELP =
            "\nLet an administrator of the database run: CREATE ROLE chizheng_service NOLOGIN; GRANT chizheng_service TO the owner"
                    + " (QUARKUS_FLYWAY_USERNAME) and to the service's login (QUARKUS_DATASOURCE_USERNAME);";

    private ServiceRole() {}

    static void prepareExternal() {
        String url = Main.setting("QUARKUS_DATASOURCE_JDBC_URL", "");
        String user = Main.setting("QUARKUS_DATASOURCE_USERNAME", "");
        String password = Main.setting("QUARKUS_DATASOURCE_PASSWORD", "");
        String owner = Main.setting("QUARKUS_FLYWAY_USERNAME", user);
        String ownersPassword = Main.setting("QUARKUS_FLYWAY_PASSWORD", password);
        create(url, owner, ownersPassword);
        require(url, user, password);
        migrateAs(owner, ownersPassword);
    }

    /** Flyway must be told even where the login is the same: without one of its own it takes the service's connections, which act as the role. */
    static void migrateAs(String owner, String password) {
        System.setProperty("quarkus.flyway.username", owner);
        System.setProperty("quarkus.flyway.password", password);
    }

    private static void create(String url, String owner, String password) {
        try (Connection connection = connect(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            throw new CannotStart(
                    "Chizheng cannot prepare its database role as '" + owner + "': " + e.getMessage() + HELP, e);
        }
    }

    /** The service's login may act as the role, and what it is told to be saved is on disk. */
    static void require(String url, String user, String password) {
        try (Connection connection = connect(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(SET);
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                mustBeOn(setting, statement);
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "Chizheng cannot act as chizheng_service by the login '" + user + "': " + e.getMessage() + HELP, e);
        }
    }

    private static void mustBeOn(String setting, Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            if ("off".equals(rows.getString(1))) {
                throw new CannotStart("Chizheng cannot start: PostgreSQL has " + setting
                        + " = off, so an acknowledged answer could be lost. Set it to on.");
            }
        }
    }

    private static Connection connect(String url, String user, String password) {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new CannotStart(
                    "Chizheng cannot start: it does not reach PostgreSQL as '" + user + "': " + e.getMessage()
                            + "\nSee QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD"
                            + " (for the owner QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD).",
                    e);
        }
    }
}
