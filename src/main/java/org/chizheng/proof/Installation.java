package org.chizheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.chizheng.common.Sealer;
import org.chizheng.common.Signer;

/** Where an installation's database and seal key are: in the environment, as for the service, or beside the data of a running embedded PostgreSQL. */
final class Installation {
    private static final int PORT_LINE = 3;
    private final Path data;
    private final Map<String, String> environment;

    Installation(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** Read-only, and one snapshot of all that is looked at. @throws IOException with what to do when neither place has what is needed */
    Connection connect() throws IOException, SQLException {
        String url = environment.get("QUARKUS_DATASOURCE_JDBC_URL");
        String user = environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "chizheng_app");
        String password = environment.getOrDefault("QUARKUS_DATASOURCE_PASSWORD", "");
        if (url == null) {
            Path running = data.resolve("postgres").resolve("postmaster.pid");
            if (!Files.exists(running)) {
                throw new IOException("no database: start bin/serve, name its data folder by --data, or set"
                        + " QUARKUS_DATASOURCE_JDBC_URL, …_USERNAME and …_PASSWORD");
            }
            List<String> lines = Files.readAllLines(running);
            url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/postgres";
            password =
                    Files.readString(data.resolve("postgres.password"), UTF_8).strip();
        }
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            statement.execute("SET ROLE chizheng_service");
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    Signer signer() throws IOException {
        return Signer.of(secret("CHIZHENG_SEAL_KEY"));
    }

    Sealer sealer() throws IOException {
        return Sealer.of(secret("CHIZHENG_DATA_KEY"), secret("CHIZHENG_INDEX_KEY"));
    }

    private String secret(String name) throws IOException {
        String key = environment.get(name);
        Path demo = data.resolve("demo-secrets.properties");
        if (key == null && Files.exists(demo)) {
            Properties kept = new Properties();
            try (Reader in = Files.newBufferedReader(demo, UTF_8)) {
                kept.load(in);
            }
            key = kept.getProperty(name);
        }
        if (key == null) {
            throw new IOException("no key: set " + name + ", or name the data folder of a demo by --data");
        }
        return key;
    }
}
