package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.audit.Auditing;
import org.postgresql.PGConnection;

/** What the acts of one transaction write, one statement for each table however many they are. */
final class Batch {
    private static final String INSTANT = "'epoch'::timestamptz + %s * interval '1 microsecond'";
    private static final String BEGIN = """
            INSERT INTO sitting (id, enrolment_id, session_id, person_id, paper_id, state, started_at, deadline, chain_head)
            SELECT id, enrolment, session, person, paper, 'UNDER_WAY', %s, %s, head
            FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[])
              AS v (id, enrolment, session, person, paper, at, until, head) ON CONFLICT (enrolment_id) DO NOTHING""".formatted(INSTANT.formatted("at"), INSTANT.formatted("until"));
    private static final String APPEND = """
            INSERT INTO response_event (sitting_id, position, kind, sequence, item, answer, received_at, counted, hash)
            SELECT sitting, position, kind, sequence, item, word, %s, counted, hash
            FROM unnest(?::uuid[], ?::int[], ?::text[], ?::int[], ?::int[], ?::text[], ?::bigint[], ?::boolean[], ?::bytea[])
              AS v (sitting, position, kind, sequence, item, word, at, counted, hash) ON CONFLICT DO NOTHING""".formatted(INSTANT.formatted("at"));
    private static final String OPEN =
            "UPDATE sitting s SET page_epoch = v.epoch FROM unnest(?::uuid[], ?::int[]) AS v (id, epoch) WHERE s.id = v.id";
    private static final String STEER =
            """
            UPDATE sitting s SET state = v.state, deadline = %s, held_at = %s, locked_at = %s
            FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) AS v (id, state, until, held, locked) WHERE s.id = v.id""".formatted(INSTANT.formatted("v.until"), INSTANT.formatted("v.held"), INSTANT.formatted("v.locked"));
    private static final String CLOSE = """
            UPDATE sitting s SET state = 'CLOSED', closed_at = %s, closed_by = v.by_whom, events = v.events, chain_head = v.head, held_at = NULL, locked_at = NULL
            FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[], ?::bytea[]) AS v (id, at, by_whom, events, head) WHERE s.id = v.id""".formatted(INSTANT.formatted("v.at"));
    private static final String RECEIPT = """
            INSERT INTO receipt (sitting_id, number, at, events, digest, signature)
            SELECT id, number, %s, count, digest, signature
            FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::int[], ?::bytea[], ?::bytea[]) AS v (id, number, at, count, digest, signature)""".formatted(INSTANT.formatted("at"));
    private static final String PENDING = "INSERT INTO scoring_pending (sitting_id) SELECT unnest(?::uuid[])";
    private final Map<UUID, Live> lives;
    private final Connection connection;
    private final Map<UUID, RoomPauses.Standstill> rooms = new HashMap<>();
    private final List<Begun> begun = new ArrayList<>();
    private final List<Appended> appended = new ArrayList<>();
    private final Map<UUID, Live> opened = new HashMap<>();
    private final Map<UUID, Live> steered = new HashMap<>();
    private final List<Closed> closed = new ArrayList<>();
    private final List<Auditing.Note> notes = new ArrayList<>();

    /** @param lives what is known of the sittings of this batch, by enrolment; a sitting that begins is added to it; @param connection of the caller's transaction */
    Batch(Map<UUID, Live> lives, Connection connection) {
        this.lives = lives;
        this.connection = connection;
    }

    private record Begun(Live sitting, UUID person, Instant at) {}

    private record Appended(UUID sitting, Entry entry) {}

    private record Closed(Live sitting, String by, ReceiptView receipt, Instant at, byte[] digest, byte[] signature) {}

    /** Somebody else has appended meanwhile: nothing of the batch may stand. */
    static final class Outdated extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @return null if it has not begun */
    Live live(UUID enrolment) {
        return lives.get(enrolment);
    }

    /** How the room stands until the end of the transaction. */
    RoomPauses.Standstill room(UUID session) {
        return rooms.computeIfAbsent(session, id -> {
            try {
                return RoomPauses.until(connection, id);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void begin(Live sitting, UUID person, Instant at) {
        lives.put(sitting.enrolment, sitting);
        begun.add(new Begun(sitting, person, at));
    }

    void append(Live sitting, Entry entry) {
        appended.add(new Appended(sitting.id, entry));
    }

    void open(Live sitting) {
        sitting.opened();
        opened.put(sitting.id, sitting);
    }

    /** State, end, pause or lock of the sitting have changed. */
    void steer(Live sitting) {
        steered.put(sitting.id, sitting);
    }

    void close(Live sitting, String by, ReceiptView receipt, Instant at, byte[] digest, byte[] signature) {
        sitting.closed();
        closed.add(new Closed(sitting, by, receipt, at, digest, signature));
    }

    void note(Auditing.Note note) {
        notes.add(note);
    }

    Collection<Live> lives() {
        return lives.values();
    }

    /** Writes everything within the caller's transaction. Rows go in the order of their sittings, so that two replicas wait for each other in one order only. */
    void write() throws SQLException, Outdated {
        if (!begun.isEmpty() && begin() < begun.size()) {
            throw new Outdated();
        }
        if (!appended.isEmpty() && append() < appended.size()) {
            throw new Outdated();
        }
        if (!opened.isEmpty()) {
            List<Live> rows = new ArrayList<>(opened.values());
            rows.sort(Comparator.comparing(live -> live.id));
            run(connection, OPEN, ids(rows), array("int4", rows.stream().map(Live::epoch)));
        }
        if (!steered.isEmpty()) {
            List<Live> rows = new ArrayList<>(steered.values());
            rows.sort(Comparator.comparing(live -> live.id));
            run(
                    connection,
                    STEER,
                    ids(rows),
                    array("text", rows.stream().map(Live::state)),
                    array("int8", rows.stream().map(row -> micros(row.deadline()))),
                    array("int8", rows.stream().map(row -> row.heldAt() == null ? null : micros(row.heldAt()))),
                    array("int8", rows.stream().map(row -> row.lockedAt() == null ? null : micros(row.lockedAt()))));
        }
        if (!closed.isEmpty()) {
            closed.sort(Comparator.comparing(row -> row.sitting().id));
            close();
        }
        Auditing.noteAll(connection, notes);
    }

    private int begin() throws SQLException {
        begun.sort(Comparator.comparing(row -> row.sitting().enrolment));
        return run(
                connection,
                BEGIN,
                array("uuid", begun.stream().map(row -> row.sitting().id)),
                array("uuid", begun.stream().map(row -> row.sitting().enrolment)),
                array("uuid", begun.stream().map(row -> row.sitting().session)),
                array("uuid", begun.stream().map(Begun::person)),
                array("uuid", begun.stream().map(row -> row.sitting().paper)),
                array("int8", begun.stream().map(row -> micros(row.at()))),
                array("int8", begun.stream().map(row -> micros(row.sitting().deadline()))),
                new Column(
                        "bytea",
                        begun.stream()
                                .map(row -> ResponseChain.origin(row.sitting().id, row.sitting().paper))
                                .toArray(byte[][]::new)));
    }

    private int append() throws SQLException {
        appended.sort(Comparator.comparing(Appended::sitting)
                .thenComparing(row -> row.entry().position()));
        int rows = appended.size();
        UUID[] sittings = new UUID[rows];
        Integer[] positions = new Integer[rows];
        String[] kinds = new String[rows];
        Integer[] sequences = new Integer[rows];
        Integer[] items = new Integer[rows];
        String[] words = new String[rows];
        Long[] instants = new Long[rows];
        Boolean[] counted = new Boolean[rows];
        byte[][] hashes = new byte[rows][];
        for (int i = 0; i < rows; i++) {
            Entry entry = appended.get(i).entry();
            sittings[i] = appended.get(i).sitting();
            positions[i] = entry.position();
            kinds[i] = entry.kind().name();
            sequences[i] = entry.sequence();
            items[i] = entry.item();
            words[i] = entry.word();
            instants[i] = micros(entry.at());
            counted[i] = entry.counted();
            hashes[i] = entry.hash();
        }
        return run(
                connection,
                APPEND,
                new Column("uuid", sittings),
                new Column("int4", positions),
                new Column("text", kinds),
                new Column("int4", sequences),
                new Column("int4", items),
                new Column("text", words),
                new Column("int8", instants),
                new Column("bool", counted),
                new Column("bytea", hashes));
    }

    private void close() throws SQLException {
        Column ids = array("uuid", closed.stream().map(row -> row.sitting().id));
        Column instants = array("int8", closed.stream().map(row -> micros(row.at())));
        Column counts = array("int4", closed.stream().map(row -> row.receipt().count()));
        Column digests = new Column("bytea", closed.stream().map(Closed::digest).toArray(byte[][]::new));
        run(connection, CLOSE, ids, instants, array("text", closed.stream().map(Closed::by)), counts, digests);
        run(
                connection,
                RECEIPT,
                ids,
                array("text", closed.stream().map(row -> row.receipt().number())),
                instants,
                counts,
                digests,
                new Column("bytea", closed.stream().map(Closed::signature).toArray(byte[][]::new)));
        run(connection, PENDING, ids);
    }

    private record Column(String type, Object[] values) {}

    private static Column ids(List<Live> rows) {
        return array("uuid", rows.stream().map(row -> row.id));
    }

    private static Column array(String type, java.util.stream.Stream<?> values) {
        return new Column(type, values.toArray());
    }

    private static int run(Connection connection, String sql, Column... columns) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, postgres.createArrayOf(columns[i].type(), columns[i].values()));
            }
            return statement.executeUpdate();
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
