package org.chizheng.statistics.figures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table in the binary form of COPY (PostgreSQL manual, "COPY", File Formats): numbers of two or four bytes, each value after its length, which takes the database half the
 * time of reading text. The types must be those of the columns.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int PIECE = 1 << 16;
    /** No row here is longer. */
    private static final int ROW = 256;
    /** Days from 1970-01-01 to 2000-01-01, where the database begins to count. */
    private static final int EPOCH = 10_957;

    private static final short END = -1;

    private final CopyIn copy;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE + ROW);

    /** @param columns of the table that are given, in their order */
    BinaryCopy(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
        piece.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Its values follow, each by its own method. */
    BinaryCopy row(int values) throws SQLException {
        if (piece.position() > PIECE) {
            send();
        }
        piece.putShort((short) values);
        return this;
    }

    BinaryCopy uuid(UUID value) {
        piece.putInt(Long.BYTES * 2).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /** An int column. */
    BinaryCopy number(int value) {
        piece.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** A smallint column. */
    BinaryCopy small(int value) {
        piece.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    /** @param epochDay days since 1970-01-01 */
    BinaryCopy day(int epochDay) {
        return number(epochDay - EPOCH);
    }

    /** The day after all others. */
    BinaryCopy infinity() {
        return number(Integer.MAX_VALUE);
    }

    private void send() throws SQLException {
        copy.writeToCopy(piece.array(), 0, piece.position());
        piece.clear();
    }

    void end() throws SQLException {
        piece.putShort(END);
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
