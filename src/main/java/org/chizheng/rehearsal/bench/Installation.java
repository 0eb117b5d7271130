package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.rehearsal.Seat;
import org.chizheng.rehearsal.Staff;

/** A throw-away installation under target/: a database, and a service that runs on it in the demo profile. A hall with many seats is added to the demo's first centre. */
final class Installation implements AutoCloseable {
    static final String QUALIFICATION = "principal-hazchem-production";
    static final String CENTRE = "centre";
    static final String INVIGILATOR = "invigilator";
    static final String PASSWORD = "chizheng-demo";
    private static final String HALL = "H";
    private static final int SEATS = 500;
    private final Path folder;
    private final Database database;
    private final Service service;
    private Staff staff;

    Installation() throws IOException {
        this(null);
    }

    /** @param disk where the database shall be, null for here */
    Installation(Path disk) throws IOException {
        this(disk, Map.of());
    }

    /** @param parameters of the database's server, beside the usual ones */
    Installation(Path disk, Map<String, String> parameters) throws IOException {
        Files.createDirectories(Path.of("target"));
        folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        database = new Database((disk == null ? folder : disk).resolve("postgres"), parameters);
        service = new Service(folder.resolve("first"), database.settings("postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (service.isRunning()) {
                service.kill();
            }
        }));
    }

    Installation start() throws IOException, SQLException {
        try {
            service.start().awaitReady();
        } catch (IOException | IllegalStateException e) {
            close();
            throw e;
        }
        staff = open(service, "postgres");
        return this;
    }

    /** Adds the hall and signs the manager in. */
    Staff open(Service running, String name) throws IOException, SQLException {
        database.run(
                name,
                "WITH r AS (INSERT INTO room (id, centre_id, label) SELECT gen_random_uuid(), id, '" + HALL
                        + "' FROM centre WHERE code = '3201-01' RETURNING id)"
                        + " INSERT INTO seat (id, room_id, label) SELECT gen_random_uuid(), r.id, to_char(n, 'FM000')"
                        + " FROM r, generate_series(1, " + SEATS + ") n");
        Staff signedIn = new Staff(running.base().toString());
        signedIn.signIn(CENTRE, PASSWORD);
        return signedIn;
    }

    static List<Seat> cast(Staff staff, int candidates) throws IOException {
        return staff.prepare(
                staff.rooms().stream().filter(r -> r.label().equals(HALL)).toList(), candidates, QUALIFICATION);
    }

    Path folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    Service service() {
        return service;
    }

    Staff staff() {
        return staff;
    }

    static String hall(Staff staff) throws IOException {
        return staff.rooms().stream()
                .filter(r -> r.label().equals(HALL))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public void close() throws IOException {
        service.close();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
