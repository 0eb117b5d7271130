package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.goal.work.WorkFacts;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Computes everything again from the facts, into the set of tables that nobody reads, and then lets it be read instead. What the facts are is one snapshot; what changes
 * meanwhile leaves word and is settled afterwards. Writers are not held up, and readers see the one set or the other.
 */
@ApplicationScoped
public class Rebuilding {
    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private final AgroalDataSource source;
    private final Laws laws;
    private final Cells cells;
    private final OfficialClock clock;
    private final WorkFacts work;

    Rebuilding(AgroalDataSource source, Laws laws, Cells cells, OfficialClock clock, WorkFacts work) {
        this.source = source;
        this.laws = laws;
        this.cells = cells;
        this.clock = clock;
        this.work = work;
    }

    /** @return false when another replica is at it */
    public boolean rebuild() {
        try (Connection held = source.getConnection()) {
            held.setAutoCommit(false);
            try {
                boolean mine = isLocked(held);
                if (mine) {
                    rebuild(held);
                }
                held.commit();
                return mine;
            } catch (SQLException | RuntimeException failure) {
                held.rollback();
                throw failure;
            } finally {
                held.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        return number(connection, "SELECT pg_try_advisory_xact_lock(" + Settling.LOCK + ")::int") == 1;
    }

    private void rebuild(Connection held) throws SQLException {
        Instant from = clock.now();
        cells.prepare();
        int generation = 1 - (int) number(held, "SELECT generation FROM figure_state");
        Laying laying = new Laying(source, cells, laws, generation);
        laying.clear();
        List<Long> words = new ArrayList<>();
        try (Snapshot snapshot = new Snapshot(source)) {
            words.addAll(snapshot.numbers("SELECT id FROM figure_pending"));
            laying.lay(snapshot);
        }
        // Before the word that everybody waits is taken: until then the work list takes nothing.
        QuarkusTransaction.requiringNew().run(work::allChanged);
        take(held, generation, from, words);
        LOG.infof("figures rebuilt in %d ms", clock.now().toEpochMilli() - from.toEpochMilli());
    }

    private static void take(Connection held, int generation, Instant from, List<Long> words) throws SQLException {
        try (PreparedStatement state = held.prepareStatement(
                        "UPDATE figure_state SET generation = ?, rebuilt_at = ?, grouped = true");
                PreparedStatement done = held.prepareStatement("DELETE FROM figure_pending WHERE id = ANY (?)")) {
            state.setInt(1, generation);
            Instants.bind(state, 2, from);
            state.executeUpdate();
            done.setObject(1, words.toArray(Long[]::new));
            done.executeUpdate();
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
