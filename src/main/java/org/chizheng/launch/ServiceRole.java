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
public final class ServiceRole {
    private static final String CREATE = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chizheng_service') THEN
                CREATE ROLE chizheng_service NOLOGIN;
              END IF;
              IF NOT pg_has_role(current_user, 'chizheng_service', 'MEMBER') THEN
                EXECUTE format('GRANT chizheng_service TO %I', current_user);
              END IF;
            END $$""";

    private ServiceRole() {}

    static void prepareExternal() {
        String url = Main.setting("QUARKUS_DATASOURCE_JDBC_URL", "");
        String user = Main.setting("QUARKUS_DATASOURCE_USERNAME", "");
        String owner = Main.setting("QUARKUS_FLYWAY_USERNAME", user);
        String password = Main.setting("QUARKUS_FLYWAY_PASSWORD", Main.setting("QUARKUS_DATASOURCE_PASSWORD", ""));
        prepare(url, owner, password);
        requireDurable(url, owner, password);
    }

    public static void prepare(String url, String owner, String password) {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            throw new CannotStart(
                    "Chizheng cannot prepare its database role as '" + owner + "': " + e.getMessage()
                            + "\nLet an administrator of the database run: CREATE ROLE chizheng_service NOLOGIN; GRANT chizheng_service TO the owner"
                            + " (QUARKUS_FLYWAY_USERNAME) and to the service's login (QUARKUS_DATASOURCE_USERNAME);",
                    e);
        }
    }

    /** Answers are promised durable: a database that does not flush its commits is refused. */
    static void requireDurable(String url, String user, String password) {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            String value = show(url, user, password, setting);
            if ("off".equals(value) || "local".equals(value) && !"synchronous_commit".equals(setting)) {
                throw new CannotStart("Chizheng cannot start: PostgreSQL has " + setting
                        + " = off, so an acknowledged answer could be lost. Set it to on.");
            }
        }
    }

    private static String show(String url, String user, String password, String setting) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new CannotStart("Chizheng cannot ask PostgreSQL for " + setting + ": " + e.getMessage(), e);
        }
    }
}
