package org.chizheng.statistics.figures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

import org.chizheng.statistics.figures.rule.Law;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;
import org.chizheng.statistics.figures.rule.Timeline;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import io.agroal.api.AgroalDataSource;

/** One part of the people of a rebuild: their facts are read as a stream, their stretches copied as they come, to be laid down enterprise by enterprise later. */
final class Filling {
    private static final int PIECE = 1 << 16;
    private static final String INTERVALS = "COPY figure_filling (" + Intervals.COLUMNS + ") FROM STDIN";
    private static final String SUMS = "COPY figure_sum_%d (cell, grain, day, required, covered, grace) FROM STDIN";
    private final AgroalDataSource source;
    private final Cells cells;
    private final Law law;
    private final String snapshot;
    private final Facts.Reach reach;

    Filling(AgroalDataSource source, Cells cells, Law law, String snapshot, Facts.Reach reach) {
        this.source = source;
        this.cells = cells;
        this.law = law;
        this.snapshot = snapshot;
        this.reach = reach;
    }

    Curves fill() throws SQLException {
        Curves curves = new Curves();
        Connection seen = Snapshot.on(source, snapshot);
        try (Connection written = source.getConnection();
                Lines lines = new Lines(written, INTERVALS);
                Facts facts = new Facts(seen, reach, null)) {
            for (Facts.Known one = facts.next(); one != null; one = facts.next()) {
                for (Stretch stretch : Timeline.of(one.facts(), law)) {
                    Cells.Home home = cells.home(stretch.cell());
                    curves.add(home.sums(), stretch, 1);
                    lines.add(
                            one.id(),
                            stretch.appointment(),
                            stretch.enterprise(),
                            home.place(),
                            stretch.cover().ordinal(),
                            LocalDate.ofEpochDay(stretch.days().from()),
                            stretch.days().until() == Span.FOREVER
                                    ? "infinity"
                                    : LocalDate.ofEpochDay(stretch.days().until()),
                            home.group());
                }
            }
            lines.end();
        } finally {
            Snapshot.end(seen);
        }
        return curves;
    }

    /** The sums of all parts. */
    static void copy(AgroalDataSource source, int generation, Curves curves) throws SQLException {
        try (Connection written = source.getConnection();
                Lines lines = new Lines(written, SUMS.formatted(generation))) {
            curves.each(change -> lines.add(
                    change.cell(), change.grain(), change.day(), change.required(), change.covered(), change.grace()));
            lines.end();
        }
    }

    /** Lines of a table on their way. */
    private static final class Lines implements AutoCloseable {
        private final CopyIn copy;
        private final StringBuilder piece = new StringBuilder();

        private Lines(Connection connection, String statement) throws SQLException {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        }

        private void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                piece.append(i == 0 ? "" : "\t").append(values[i]);
            }
            piece.append('\n');
            if (piece.length() > PIECE) {
                send();
            }
        }

        private void send() throws SQLException {
            byte[] bytes = piece.toString().getBytes(US_ASCII);
            copy.writeToCopy(bytes, 0, bytes.length);
            piece.setLength(0);
        }

        private void end() throws SQLException {
            send();
            copy.endCopy();
        }

        /** What was not ended is taken back. */
        @Override
        public void close() throws SQLException {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
