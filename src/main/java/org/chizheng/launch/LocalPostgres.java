package org.chizheng.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.runtime.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL of this installation's own: kept under the data folder, loopback only, durable, with passwords. */
public final class LocalPostgres {
    private static final String ENTRY =
            "local all all %1$s\nhost all all 127.0.0.1/32 %1$s\nhost all all ::1/128 %1$s\n";

    private LocalPostgres() {}

    /** Starts it and hands its address to Quarkus as system properties. The data folder must be taken. */
    static void start(Path data) {
        Path folder = data.resolve("postgres").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            OrphanedPostgres.end(folder);
            String password = passwordKeptIn(data.resolve("postgres.password"), folder);
            EmbeddedPostgres postgres = open(folder, password, false, 0, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres, Application.currentApplication())));
            publish(postgres, password);
        } catch (IOException e) {
            throw DataFolder.unusable(folder, e);
        } catch (IllegalStateException | ExceptionInInitializerError e) {
            throw new CannotStart("Chizheng cannot start: its PostgreSQL in " + folder + " does not: " + e, e);
        }
    }

    /** A server with the roles and settings of the kept one, for tests, which throw it away. */
    public static EmbeddedPostgres open(Path folder, String password) throws IOException {
        return open(folder, password, 0);
    }

    /** @param port where it is to listen, 0 for any that is free */
    public static EmbeddedPostgres open(Path folder, String password, int port) throws IOException {
        return open(folder, password, port, Map.of());
    }

    /** @param settings more parameters of the server, which stand above the usual ones */
    public static EmbeddedPostgres open(Path folder, String password, int port, Map<String, String> settings)
            throws IOException {
        return open(folder, password, true, port, settings);
    }

    /**
     * Its program is unpacked beside the folder, where only its owner writes.
     *
     * @param endsWithJava whether it ends by itself with this process; the kept one waits for the service's end
     */
    private static EmbeddedPostgres open(
            Path folder, String password, boolean endsWithJava, int port, Map<String, String> settings)
            throws IOException {
        Path program = folder.resolveSibling("postgres-program");
        DataFolder.create(program);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(program.resolve("unpacked").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(endsWithJava)
                .setConnectConfig("password", password)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "512MB");
        settings.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : roles(password)) {
                statement.execute(sql);
            }
            admit(folder, "scram-sha-256");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new CannotStart("the embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
        return postgres;
    }

    private static List<String> roles(String password) {
        return List.of(
                ensure("chizheng_service", "NOLOGIN"),
                ensure("chizheng_owner", "LOGIN"),
                ensure("chizheng_app", "LOGIN"),
                "ALTER ROLE postgres PASSWORD '" + password + "'",
                "ALTER ROLE chizheng_owner PASSWORD '" + password + "'",
                "ALTER ROLE chizheng_app PASSWORD '" + password + "'",
                "GRANT chizheng_service TO chizheng_owner, chizheng_app",
                "ALTER SCHEMA public OWNER TO chizheng_owner",
                "GRANT CREATE ON DATABASE postgres TO chizheng_owner");
    }

    private static String ensure(String role, String login) {
        return "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role + "') THEN CREATE ROLE "
                + role + " " + login + "; END IF; END $$";
    }

    private static void publish(EmbeddedPostgres postgres, String password) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        System.setProperty("quarkus.datasource.jdbc.url", url);
        System.setProperty("quarkus.datasource.username", "chizheng_app");
        System.setProperty("quarkus.datasource.password", password);
        ServiceRole.migrateAs("chizheng_owner", password);
        ServiceRole.require(url, "chizheng_app", password);
    }

    /** Where the password was lost, the owner of the files may set another. */
    private static String passwordKeptIn(Path file, Path folder) throws IOException {
        if (!Files.exists(file)) {
            if (Files.exists(folder.resolve("PG_VERSION"))) {
                admit(folder, "trust");
            }
            DataFolder.keep(file, Secrets.random().replaceAll("[^A-Za-z0-9]", ""));
        }
        return Files.readString(file, UTF_8).strip();
    }

    private static void admit(Path folder, String method) throws IOException {
        Files.writeString(folder.resolve("pg_hba.conf"), ENTRY.formatted(method), UTF_8);
    }

    /**
     * After the service, which may still be writing. At a request to end, Quarkus stops it in a hook of its own at the same time, and who
     * comes second finds it no longer started, but not stopped either.
     *
     * @param service null when none was made yet
     */
    static void close(Closeable postgres, Application service) {
        try (postgres) {
            if (service != null) {
                if (service.isStarted()) {
                    service.stop();
                }
                service.awaitShutdown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
