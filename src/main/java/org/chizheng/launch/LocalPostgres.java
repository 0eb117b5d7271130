package org.chizheng.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL of this installation's own: kept under the data folder, loopback only, durable, with passwords. */
public final class LocalPostgres {
    private static FileLock lock;

    private LocalPostgres() {}

    /** Starts it and hands its address to Quarkus as system properties. */
    static void start(Path data) throws IOException {
        Path folder = data.resolve("postgres").toAbsolutePath();
        Files.createDirectories(folder);
        takeLock(data.resolve("postgres.lock"));
        OrphanedPostgres.end(folder);
        String password = passwordKeptIn(data.resolve("postgres.password"));
        EmbeddedPostgres postgres = open(folder, password);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        publish(postgres, password);
    }

    /** A fresh, throw-away server for tests, with the same roles and settings as the kept one. */
    public static EmbeddedPostgres open(Path folder, String password) throws IOException {
        return open(folder, password, 0);
    }

    /** @param port where it is to listen, 0 for any that is free */
    public static EmbeddedPostgres open(Path folder, String password, int port) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : roles(password)) {
                statement.execute(sql);
            }
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
        System.setProperty("quarkus.flyway.username", "chizheng_owner");
        System.setProperty("quarkus.flyway.password", password);
        ServiceRole.requireDurable(url, "chizheng_app", password);
    }

    private static String passwordKeptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, Secrets.random().replaceAll("[^A-Za-z0-9]", ""), UTF_8);
        }
        return Files.readString(file, UTF_8).strip();
    }

    private static void takeLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.tryLock();
        if (lock == null) {
            throw new CannotStart("Chizheng already runs on this data folder: "
                    + file.toAbsolutePath().getParent()
                    + "\nEnd the other one first, or give this one a folder of its own by CHIZHENG_DATA_DIR.");
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
            lock.release();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
