package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

import org.chizheng.launch.LocalPostgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of the bench's own, durable as the real one, that can be killed and started again at the same place. */
final class Database implements AutoCloseable {
    private static final String PASSWORD = "for-benches-only";
    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private EmbeddedPostgres postgres;

    /** @param settings more parameters of the server */
    Database(Path folder, Map<String, String> settings) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.settings = settings;
        port = Ports.free();
        start();
    }

    void start() throws IOException {
        postgres = LocalPostgres.open(folder, PASSWORD, port, settings);
    }

    /** A database beside the usual one, which the service's owner may fill. */
    void create(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER chizheng_owner");
        }
        run(name, "ALTER SCHEMA public OWNER TO chizheng_owner");
    }

    int port() {
        return port;
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** What the service needs to know. */
    Map<String, String> settings(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(name),
                "QUARKUS_DATASOURCE_USERNAME",
                "chizheng_app",
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD,
                "QUARKUS_FLYWAY_USERNAME",
                "chizheng_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                PASSWORD);
    }

    Connection owner(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "chizheng_owner", PASSWORD);
    }

    Connection superuser(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "postgres", PASSWORD);
    }

    static String password() {
        return PASSWORD;
    }

    void run(String name, String sql) throws SQLException {
        try (Connection connection = superuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String name, String sql) throws SQLException {
        try (Connection connection = superuser(name);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    boolean isRunning() throws IOException {
        return postmaster().filter(ProcessHandle::isAlive).isPresent();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).get(0).strip()))
                : Optional.empty();
    }

    long pid() throws IOException {
        return postmaster().orElseThrow().pid();
    }

    /** As a power cut would: no flush, no farewell. The files stay as they are. */
    void kill() throws IOException {
        postmaster().ifPresent(running -> {
            running.destroyForcibly();
            running.onExit().join();
        });
        postgres.close();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
