package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The baseline: what the same PostgreSQL does when each answer is a durable one-row upsert of its own, from plain JDBC and from pgbench. */
final class Upserts {
    private static final String NAME = "baseline";
    private static final int KEYS = 45_000;
    private static final String UPSERT =
            "INSERT INTO answer (k, answer) VALUES (%s, '2') ON CONFLICT (k) DO UPDATE SET answer = excluded.answer";
    private static final Path PGBENCH = Path.of("/usr/lib/postgresql/15/bin/pgbench");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private final Database database;
    private final Path script;

    Upserts(Database database, Path folder) throws SQLException, IOException {
        this.database = database;
        database.create(NAME);
        try (Connection connection = database.owner(NAME);
                PreparedStatement table =
                        connection.prepareStatement("CREATE TABLE answer (k int PRIMARY KEY, answer text NOT NULL)")) {
            table.execute();
        }
        script = Files.writeString(
                folder.resolve("upsert.sql"),
                "\\set k random(1, " + KEYS + ")\n" + UPSERT.formatted(":k") + ";\n",
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** @return upserts a second by so many connections, each committing every row */
    double jdbc(int connections, long millis) throws SQLException {
        AtomicLong done = new AtomicLong();
        List<Connection> open = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                open.add(database.owner(NAME));
            }
            long from = System.nanoTime();
            for (Connection connection : open) {
                Thread thread = new Thread(() -> upsert(connection, from + millis * 1_000_000, done));
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                join(thread);
            }
            return done.get() * 1e9 / (System.nanoTime() - from);
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void upsert(Connection connection, long end, AtomicLong done) {
        SplittableRandom random = new SplittableRandom(System.identityHashCode(connection));
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT.formatted("?"))) {
            while (System.nanoTime() < end) {
                upsert.setInt(1, 1 + random.nextInt(KEYS));
                upsert.executeUpdate();
                done.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty where there is no pgbench */
    OptionalDouble pgbench(int clients, long millis) throws IOException {
        if (!Files.isExecutable(PGBENCH)) {
            return OptionalDouble.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        PGBENCH.toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        "2",
                        "-T",
                        String.valueOf(Math.max(1, millis / 1000)),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(database.port()),
                        "-U",
                        "chizheng_owner",
                        NAME)
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", Database.password());
        String output =
                new String(builder.start().getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IOException("pgbench: " + output);
        }
        return OptionalDouble.of(Double.parseDouble(tps.group(1)));
    }
}
