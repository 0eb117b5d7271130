package org.chizheng.rehearsal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;

import org.chizheng.certificate.rule.VerificationCode;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Certificates in any number, laid straight into a database, one in fifty of them suspended or revoked. Number n always has the same id and code, so that nobody has to keep
 * them. All belong to one made-up person, and each stands as a renewal of itself: so their references hold without results and sittings, which a look-up never reads.
 */
final class Stock {
    /** Every so many have an event. */
    static final int EVERY = 50;

    private static final long ROOM_FOR_EACH = 2000;
    private static final int PIECE = 1 << 16;
    private static final UUID HOLDER = new UUID(0x7000L, 0x8000000000000000L);
    private static final String SEALED = "\\\\x" + "5a".repeat(48);
    private static final String CERTIFICATES =
            "COPY certificate (id, person_id, qualification, policy, code, number_sealed, file_number, holder_name, holder_id_masked, issuer_zh, issuer_en,"
                    + " first_issued_on, valid_from, valid_to, issued_at, origin, follows_id, region, review_due) FROM STDIN";
    private static final String EVENTS =
            "COPY certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at) FROM STDIN";
    private final Database database;
    private final String name;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private int size;

    /** One line of a table. */
    private interface Lines {
        void write(int number, StringBuilder to);
    }

    Stock(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    int size() {
        return size;
    }

    String name() {
        return name;
    }

    /** @param number any; codes of numbers that are not in the stock are well formed too */
    static String code(int number) {
        return VerificationCode.draw(new SplittableRandom(number));
    }

    /** Of the form of those that the service gives, and as well ordered. */
    static UUID id(int number) {
        return new UUID(
                0x0190_0000_0000_7000L + ((long) number << 16),
                0x8000000000000000L | new SplittableRandom(~number).nextLong() >>> 2);
    }

    static String fileNumber(int number) {
        return "B%013d".formatted(number);
    }

    /** @throws IllegalStateException where the disk has no room for that */
    void growTo(int certificates) throws IOException, SQLException {
        if (certificates <= size) {
            return;
        }
        long free = Files.getFileStore(Path.of("target")).getUsableSpace();
        if (free < (certificates - size) * ROOM_FOR_EACH) {
            throw new IllegalStateException("not enough room on the disk for %,d certificates".formatted(certificates));
        }
        try (Connection connection = database.superuser(name)) {
            fill(connection, certificates);
        }
        size = certificates;
        database.run(name, "VACUUM (ANALYZE) certificate");
        database.run(name, "VACUUM (ANALYZE) certificate_event");
        database.run(name, "CHECKPOINT");
    }

    private void fill(Connection connection, int certificates) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at) VALUES ('"
                            + HOLDER
                            + "', 'BENCH', '\\x00', '\\x00', '演示持证人', 'FEMALE', '1990-01-01', now()) ON CONFLICT DO NOTHING");
            // The references hold, but a million rows are not asked one by one; and no event waits for the sweeps,
            // which would work on them while others are measured.
            statement.execute("SET session_replication_role = replica");
        }
        copy(connection, CERTIFICATES, certificates, 1, this::certificate);
        copy(connection, EVENTS, certificates, EVERY, this::event);
    }

    private void copy(Connection connection, String sql, int to, int step, Lines lines) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        StringBuilder piece = new StringBuilder();
        for (int number = size; number < to; number++) {
            if (number % step == 0) {
                lines.write(number, piece);
            }
            if (piece.length() > PIECE || number == to - 1) {
                byte[] bytes = piece.toString().getBytes(UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                piece.setLength(0);
            }
        }
        copy.endCopy();
    }

    private void certificate(int number, StringBuilder to) {
        boolean operator = number % 2 == 0;
        LocalDate issued = today.minusDays(1 + number % 800);
        line(
                to,
                id(number),
                HOLDER,
                operator ? "operator-low-voltage-electrical" : Installation.QUALIFICATION,
                operator ? "order-30-operator" : "order-44-principal",
                code(number),
                SEALED,
                fileNumber(number),
                "演示持证人" + number % 1000,
                "320100**********" + "%02d".formatted(number % 100),
                "演示应急管理厅",
                "Demonstration Department of Emergency Management",
                issued,
                issued,
                issued.plusYears(operator ? 6 : 3),
                issued + " 08:00:00+00",
                "RENEWAL",
                id(number),
                "320104",
                operator ? issued.plusYears(3) : "\\N");
    }

    private void event(int number, StringBuilder to) {
        line(
                to,
                new UUID(id(number).getMostSignificantBits(), 0x8000000000000000L | number),
                id(number),
                number / EVERY % 2 == 0 ? "REVOKED" : "SUSPENDED",
                today.minusDays(1),
                "bench",
                "bench",
                today.minusDays(1) + " 08:00:00+00");
    }

    private static void line(StringBuilder to, Object... values) {
        for (int i = 0; i < values.length; i++) {
            to.append(i == 0 ? "" : "\t").append(values[i]);
        }
        to.append('\n');
    }
}
