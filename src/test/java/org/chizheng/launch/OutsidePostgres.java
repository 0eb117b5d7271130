package org.chizheng.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A server of somebody else's, which knows nothing of the service. */
record OutsidePostgres(EmbeddedPostgres server) implements AutoCloseable {

    /** @param fsync on or off */
    static OutsidePostgres start(Path folder, String fsync) throws IOException {
        Path program = Files.createDirectories(Path.of("target", "postgres-program", "unpacked"));
        return new OutsidePostgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(program.toFile())
                .setDataDirectory(folder)
                .setServerConfig("fsync", fsync)
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** One by one, for a database is not created with other things. */
    void administer(String database, String... statements) throws SQLException {
        for (String sql : statements) {
            as("postgres", database, sql);
        }
    }

    void as(String login, String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase(login, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
