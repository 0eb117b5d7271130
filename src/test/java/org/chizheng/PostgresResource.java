package org.chizheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.chizheng.launch.DocumentKeys;
import org.chizheng.launch.LocalPostgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL for the tests of one run, with the two roles of the real one and keys made for this run. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "for-tests-only";
    private static EmbeddedPostgres postgres;

    /** Address of the running server, for tests that look into it as its owner. */
    public static String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    /** Runs statements as the owner of the tables, for what the service itself may not do. */
    public static void asOwner(String... statements) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A connection as the owner of the tables. */
    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), "chizheng_owner", PASSWORD);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
            postgres = LocalPostgres.open(folder, PASSWORD);
            spareTheDisk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", url());
        settings.put("quarkus.datasource.username", "chizheng_app");
        settings.put("quarkus.datasource.password", PASSWORD);
        settings.put("quarkus.flyway.username", "chizheng_owner");
        settings.put("quarkus.flyway.password", PASSWORD);
        settings.put("chizheng.data-key", key(1));
        settings.put("chizheng.index-key", key(2));
        settings.put("chizheng.session-key", key(3));
        settings.put("chizheng.seal-key", sealKey());
        settings.put("chizheng.claim-key", sealKey());
        DocumentKeys.Pair signer = DocumentKeys.made();
        settings.put("chizheng.document-key", signer.key());
        settings.put("chizheng.document-certificate", signer.certificate());
        return settings;
    }

    /** What these tests write is thrown away, so no commit waits for the disk. Those that cut the power have an installation of their own, with the real settings. */
    private static void spareTheDisk() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE ALL SET synchronous_commit = off");
        }
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sealKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
