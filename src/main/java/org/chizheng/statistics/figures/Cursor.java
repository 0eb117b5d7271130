package org.chizheng.statistics.figures;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.chizheng.common.Sql;

/** Rows in the order of the person in their first column, handed out person by person. */
final class Cursor implements AutoCloseable {
    private final PreparedStatement statement;
    private ResultSet rows;
    private UUID person;

    Cursor(PreparedStatement statement) {
        this.statement = statement;
    }

    void run() throws SQLException {
        rows = statement.executeQuery();
        advance();
    }

    /** Whose row is the next one, or null. */
    UUID person() {
        return person;
    }

    /** Rows of those before this one are left out; askers go forward only. */
    <T> List<T> of(UUID asked, Sql.Row<T> mapper) throws SQLException {
        while (person != null && order(person, asked) < 0) {
            advance();
        }
        if (person == null || !person.equals(asked)) {
            return List.of();
        }
        List<T> found = new ArrayList<>(4);
        while (asked.equals(person)) {
            found.add(mapper.of(rows));
            advance();
        }
        return found;
    }

    private void advance() throws SQLException {
        person = rows.next() ? rows.getObject(1, UUID.class) : null;
    }

    /** As the database orders them: by their bytes, which Java's own order takes for signed numbers. */
    private static int order(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
