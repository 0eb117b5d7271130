package org.chizheng.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.rehearsal.Seat;
import org.chizheng.sitting.SittingProof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One database and two services on it, with the same keys. */
final class Replicas implements AutoCloseable {
    private static final String PASSWORD = "for-tests-only";
    private final EmbeddedPostgres postgres;
    private final Map<String, String> settings = Installation.settings();
    final Service one;
    final Service two;

    Replicas(Path folder) throws IOException {
        postgres = LocalPostgres.open(folder.resolve("postgres"), PASSWORD);
        settings.put("QUARKUS_PROFILE", "demo");
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", "chizheng_app");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        settings.put("QUARKUS_FLYWAY_USERNAME", "chizheng_owner");
        settings.put("QUARKUS_FLYWAY_PASSWORD", PASSWORD);
        one = Service.start(folder.resolve("one"), settings);
        two = Service.start(folder.resolve("two"), settings);
    }

    void awaitReady() throws IOException {
        one.awaitReady();
        two.awaitReady();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    List<URI> addresses() {
        return List.of(address(one), address(two));
    }

    private static URI address(Service service) {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    /** Made-up candidates at their seats, in sessions that are scored as real ones are. */
    List<Seat> seat(int candidates) throws IOException, SQLException {
        var manager = new org.chizheng.rehearsal.Staff(address(one).toString());
        manager.signIn("centre", "chizheng-demo");
        List<Seat> seats = manager.prepare(manager.rooms(), candidates, "principal-hazchem-production");
        run("UPDATE exam_session SET rehearsal = false WHERE rehearsal");
        return seats;
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), "chizheng_owner", PASSWORD);
    }

    void run(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    <T> List<T> list(String sql, Sql.Row<T> mapper) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.of(rows));
            }
            return found;
        }
    }

    long number(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    /** What does not hold of the sittings that a condition picks; "holds" where all does. */
    List<String> proofs(String where) throws SQLException {
        try (Connection connection = owner()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            SittingProof proof = new SittingProof(connection, Signer.of(settings.get("CHIZHENG_SEAL_KEY")));
            List<String> faults = new ArrayList<>();
            for (var id :
                    list("SELECT id FROM sitting WHERE " + where, row -> row.getObject(1, java.util.UUID.class))) {
                String fault = proof.prove(id).fault();
                faults.add(fault == null ? "holds" : fault);
            }
            return faults;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        one.close();
        two.close();
        postgres.close();
    }
}
