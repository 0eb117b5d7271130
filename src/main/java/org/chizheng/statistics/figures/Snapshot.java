package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.chizheng.common.Sql;

import io.agroal.api.AgroalDataSource;

/** The database as it is at one moment, which other connections can look at as long as this is open. */
final class Snapshot implements AutoCloseable {
    private static final String ENDS = """
            SELECT unnest(percentile_disc(?::float8[]) WITHIN GROUP (ORDER BY person_id)) FROM (
              SELECT person_id FROM appointment TABLESAMPLE SYSTEM (%s)) a""";
    private static final long FEW = 100_000;
    private final Connection connection;
    private final String id;

    Snapshot(AgroalDataSource source) throws SQLException {
        connection = begin(source);
        id = list("SELECT pg_export_snapshot()", row -> row.getString(1)).get(0);
    }

    String id() {
        return id;
    }

    /** A connection that sees what the snapshot sees; whoever opens it ends it with {@link #end}. */
    static Connection on(AgroalDataSource source, String id) throws SQLException {
        Connection connection = begin(source);
        execute(connection, "SET TRANSACTION SNAPSHOT '" + id + "'");
        // Everybody is sorted and joined at once.
        execute(connection, "SET LOCAL work_mem = '256MB'");
        return connection;
    }

    private static Connection begin(AgroalDataSource source) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return connection;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (PreparedStatement run = connection.prepareStatement(statement)) {
            run.execute();
        }
    }

    static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    List<Long> numbers(String query) throws SQLException {
        return list(query, row -> row.getLong(1));
    }

    /** Where to cut the people into so many parts of about the same size; fewer where there are few people. */
    List<UUID> ends(int parts) throws SQLException {
        long rows = Rebuilding.number(
                connection, "SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'appointment'::regclass");
        if (rows < FEW) {
            return List.of();
        }
        List<String> shares = new ArrayList<>();
        for (int part = 1; part < parts; part++) {
            shares.add(String.valueOf((double) part / parts));
        }
        try (PreparedStatement statement = connection.prepareStatement(ENDS.formatted(1))) {
            statement.setString(1, "{" + String.join(",", shares) + "}");
            try (ResultSet found = statement.executeQuery()) {
                List<UUID> ends = new ArrayList<>();
                while (found.next()) {
                    ends.add(found.getObject(1, UUID.class));
                }
                return ends;
            }
        }
    }

    private <T> List<T> list(String query, Sql.Row<T> mapper) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.of(rows));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        end(connection);
    }
}
