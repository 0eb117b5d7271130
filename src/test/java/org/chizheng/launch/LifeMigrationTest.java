package org.chizheng.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Certificates that were there before they had a life: each keeps what it was, and gets its region and the day of its review. */
class LifeMigrationTest {
    private static final String PASSWORD = "for-tests-only";
    private static final String BEFORE = "54?";
    private static final String EXAM = "00000000-0000-0000-0000-0000000000e1";

    @Test
    void whatWasIssuedAndRevokedBeforeIsStillThere() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
        try (EmbeddedPostgres postgres = LocalPostgres.open(folder, PASSWORD)) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            migrate(url, BEFORE);
            try (Connection owner = DriverManager.getConnection(url, "chizheng_owner", PASSWORD);
                    Statement statement = owner.createStatement()) {
                lay(statement);
            }
            migrate(url, "latest");
            try (Connection owner = DriverManager.getConnection(url, "chizheng_owner", PASSWORD);
                    Statement statement = owner.createStatement()) {
                assertThat(
                                rows(
                                        statement,
                                        "SELECT policy, region, origin, valid_from, valid_to, review_due FROM certificate ORDER BY file_number"))
                        .containsExactly(
                                "order-30-operator 320102 RESULT 2024-03-01 2030-02-28 2027-02-28",
                                "order-44-principal 320102 RESULT 2024-03-01 2027-02-28 null");
                assertThat(
                                rows(
                                        statement,
                                        "SELECT kind, effective_on, reason, actor, article, second_actor FROM certificate_event ORDER BY seq"))
                        .containsExactly("REVOKED 2025-01-01 test someone null null");
            }
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, "chizheng_owner", PASSWORD)
                .locations("filesystem:src/main/resources/db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Two certificates of one person, of which the second was revoked. Foreign keys that do not matter here are taken away. */
    private static void lay(Statement statement) throws SQLException {
        for (String sql : new String[] {
            "ALTER TABLE exam_session DROP CONSTRAINT exam_session_room_id_fkey, DROP CONSTRAINT exam_session_batch_id_fkey",
            "ALTER TABLE result DROP CONSTRAINT result_sitting_id_fkey",
            "ALTER TABLE calibration_pending DROP CONSTRAINT calibration_pending_sitting_id_fkey",
            "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)"
                    + " VALUES ('%1$s', 'CITIZEN_ID', '', '', '演示甲', 'MALE', '1990-01-01', now())",
            "INSERT INTO centre (id, code, zh, en, region) VALUES ('%1$s', 'T1', '测试', 'Test', '320102')",
            "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state)"
                    + " VALUES ('%1$s', '%1$s', '%1$s', 'principal-hazchem-production', '%1$s', 'order-44-principal', now(), 120, 30, 'ENDED')",
            result("r1"),
            result("r2"),
            certificate("r1", "order-30-operator", "operator-low-voltage-electrical", "2030-02-28"),
            certificate("r2", "order-44-principal", "principal-hazchem-production", "2027-02-28"),
            "INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at)"
                    + " VALUES ('%1$s', '" + id("r2") + "', 'REVOKED', '2025-01-01', 'test', 'someone', now())"
        }) {
            statement.execute(sql.formatted(EXAM));
        }
    }

    private static String id(String name) {
        return "00000000-0000-0000-0000-0000000000" + name.replace('r', 'a');
    }

    private static String result(String name) {
        return "INSERT INTO result (id, sitting_id, session_id, person_id, qualification, policy, raw, cut, passed, chapters, scored_at)"
                + " VALUES ('" + id(name) + "', '" + id(name)
                + "', '%1$s', '%1$s', 'principal-hazchem-production', 'order-44-principal', 100, 80, true, '[]', now())";
    }

    private static String certificate(String name, String policy, String qualification, String to) {
        return "INSERT INTO certificate (id, result_id, person_id, qualification, policy, code, number_sealed, file_number, holder_name,"
                + " holder_id_masked, issuer_zh, issuer_en, first_issued_on, valid_from, valid_to, issued_at) VALUES ('"
                + id(name) + "', '" + id(name) + "', '%1$s', '" + qualification + "', '" + policy + "', '" + name
                + "', '', '" + name + "', '演示甲', '', '', '', '2024-03-01', '2024-03-01', '" + to + "', now())";
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    line.append(i == 1 ? "" : " ").append(row.getString(i));
                }
                found.add(line.toString());
            }
        }
        return found;
    }
}
