package org.chizheng.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL that a service keeps in its data folder, as its files tell. */
record KeptDatabase(Path data) {
    private Path postmaster() {
        return data.resolve("postgres").resolve("postmaster.pid");
    }

    boolean runs() {
        return Files.exists(postmaster());
    }

    Connection enter(String login, String password) throws IOException, SQLException {
        String port = Files.readAllLines(postmaster()).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login, password);
    }

    Map<String, Long> counts(String... tables) throws IOException, SQLException {
        Map<String, Long> counts = new TreeMap<>();
        String password = Files.readString(data.resolve("postgres.password")).strip();
        try (Connection connection = enter("chizheng_owner", password);
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }

    /** What a killed service leaves behind. */
    void endIfOrphaned() throws IOException {
        if (runs()) {
            ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(postmaster()).get(0).strip()))
                    .filter(orphan -> orphan.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(orphan -> {
                        orphan.destroyForcibly();
                        orphan.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                    });
        }
    }
}
