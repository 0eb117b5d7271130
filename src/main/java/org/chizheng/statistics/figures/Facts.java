package org.chizheng.statistics.figures;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.statistics.figures.rule.Person;
import org.chizheng.statistics.figures.rule.Person.Absence;
import org.chizheng.statistics.figures.rule.Person.Event;
import org.chizheng.statistics.figures.rule.Person.Foreign;
import org.chizheng.statistics.figures.rule.Person.Held;
import org.chizheng.statistics.figures.rule.Person.Kind;
import org.chizheng.statistics.figures.rule.Person.OnPost;
import org.chizheng.statistics.figures.rule.Person.Shown;
import org.chizheng.statistics.figures.rule.Span;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** The facts of people as known at an instant, one person after the other, in the order of their ids. The same queries read a few people and everybody. */
final class Facts implements AutoCloseable {
    private static final int AT_ONCE = 5000;
    private final Connection connection;
    private final Reach reach;
    private final Instant knownAt;
    private final List<Cursor> cursors = new ArrayList<>();
    private final Cursor posts;
    private final Cursor certificates;
    private final Cursor events;
    private final Cursor foreign;
    private final Cursor absences;
    private final Cursor shown;

    /** Which people; both ends may be null in a range, until is exclusive. */
    record Reach(Collection<UUID> people, UUID from, UUID until) {
        private String in(String column) {
            if (people != null) {
                return column + " = ANY (?)";
            }
            return (from == null ? "true" : column + " >= ?") + " AND " + (until == null ? "true" : column + " < ?");
        }
    }

    /** One of them and what is known. */
    record Known(UUID id, Person facts) {}

    /** @param knownAt null for all that is recorded */
    Facts(Connection connection, Reach reach, Instant knownAt) throws SQLException {
        this.connection = connection;
        this.reach = reach;
        this.knownAt = knownAt;
        posts = open(
                FactQueries.POSTS.formatted(
                        reach.in("a.person_id"),
                        FactQueries.KNOWN.formatted("f"),
                        FactQueries.KNOWN.formatted("a"),
                        FactQueries.KNOWN.formatted("r")),
                6);
        certificates = open(FactQueries.CERTIFICATES.formatted(reach.in("c.person_id")), 1);
        events = open(FactQueries.EVENTS.formatted(reach.in("c.person_id")), 1);
        foreign = open(FactQueries.FOREIGN.formatted(reach.in("f.person_id")), 1);
        absences = open(FactQueries.ABSENCES.formatted(reach.in("b.person_id"), FactQueries.KNOWN.formatted("b")), 2);
        shown = open(FactQueries.SHOWN.formatted(reach.in("k.person_id"), FactQueries.KNOWN.formatted("k")), 2);
    }

    /** @return the next who stands or stood at a post, or null: of others nothing is required */
    Known next() throws SQLException {
        UUID person = posts.person();
        if (person == null) {
            return null;
        }
        List<OnPost> onPosts = posts.of(person, Facts::onPost);
        Map<UUID, List<Event>> byCertificate = new HashMap<>();
        events.of(
                person,
                row -> byCertificate
                        .computeIfAbsent(row.getObject(2, UUID.class), none -> new ArrayList<>())
                        .add(new Event(kind(row.getString(3)), row.getInt(4), open(row, 5))));
        return new Known(
                person,
                new Person(
                        onPosts,
                        certificates.of(person, row -> held(row, byCertificate)),
                        foreign.of(person, Facts::foreign),
                        absences.of(
                                person,
                                row -> new Absence(
                                        row.getObject(2, UUID.class), new Span(row.getInt(3), open(row, 4)))),
                        shown.of(person, row -> new Shown(row.getString(2), row.getInt(3)))));
    }

    private static OnPost onPost(ResultSet row) throws SQLException {
        return new OnPost(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                Cells.cell(row, 5),
                row.getString(11),
                row.getString(12),
                row.getInt(13),
                new Span(row.getInt(14), open(row, 15)));
    }

    private static Foreign foreign(ResultSet row) throws SQLException {
        return new Foreign(row.getString(2), row.getString(3), new Span(row.getInt(4), row.getInt(5) + 1));
    }

    private static Held held(ResultSet row, Map<UUID, List<Event>> events) throws SQLException {
        return new Held(
                row.getString(3),
                row.getString(4),
                new Span(row.getInt(5), row.getInt(6) + 1),
                open(row, 7),
                events.isEmpty() ? List.of() : events.getOrDefault(row.getObject(2, UUID.class), List.of()));
    }

    private static Kind kind(String kind) {
        return switch (kind) {
            case "SUSPENDED" -> Kind.SUSPENDED;
            case "REINSTATED" -> Kind.REINSTATED;
            case "REVIEWED" -> Kind.REVIEWED;
            default -> Kind.ENDED;
        };
    }

    /** A day, or {@link Span#FOREVER} for null. */
    static int open(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? Span.FOREVER : day;
    }

    private Cursor open(String sql, int instants) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        Cursor cursor = new Cursor(statement);
        cursors.add(cursor);
        statement.setFetchSize(AT_ONCE);
        if (reach.people() == null) {
            // Millions of numbers and days are not written out as text; for a few it would only be one more way to the
            // database.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        }
        int place = 1;
        if (reach.people() != null) {
            Array people = connection
                    .unwrap(PGConnection.class)
                    .createArrayOf("uuid", reach.people().toArray());
            statement.setArray(place++, people);
        }
        for (UUID end : new UUID[] {reach.from(), reach.until()}) {
            if (end != null) {
                statement.setObject(place++, end);
            }
        }
        for (int i = 0; i < instants; i++) {
            Instants.bind(statement, place++, knownAt);
        }
        cursor.run();
        return cursor;
    }

    @Override
    public void close() throws SQLException {
        for (Cursor cursor : cursors) {
            cursor.close();
        }
    }
}
