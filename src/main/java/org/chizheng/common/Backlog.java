package org.chizheng.common;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Works off what waits in a table (id, failures, retry_at), several replicas beside each other. All that is due is done in one transaction; when
 * one of it fails, each is done alone, and what fails waits 2, 4, 8 … seconds, an hour at most, so that it never holds up the rest.
 */
@ApplicationScoped
public class Backlog {
    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final String DUE = """
            SELECT %2$s FROM %1$s WHERE retry_at <= clock_timestamp() ORDER BY retry_at LIMIT ?""";
    private static final String TAKE = """
            DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s WHERE retry_at <= clock_timestamp()
            ORDER BY retry_at LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING %2$s""";
    private static final String TAKE_ONE = """
            DELETE FROM %1$s WHERE %2$s = (SELECT %2$s FROM %1$s WHERE %2$s = ? FOR UPDATE SKIP LOCKED) RETURNING %2$s""";
    private static final String POSTPONE = """
            UPDATE %1$s SET failures = failures + 1,
              retry_at = clock_timestamp() + make_interval(secs => least(3600, 2 ^ least(failures + 1, 12))) WHERE %2$s = ?""";
    private final Sql sql;

    public Backlog(Sql sql) {
        this.sql = sql;
    }

    /** Where the work waits: the table and the column of its id; both are names in our own code, never input. */
    public record Shelf(String table, String id) {
        private String in(String statement) {
            return statement.formatted(table, id);
        }
    }

    /**
     * @param most how many are taken at once
     * @param act does all it is given; when it fails, everything is undone and it is given one after the other
     * @return how many were done
     */
    public int work(Shelf shelf, int most, Consumer<List<UUID>> act) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<UUID> taken = ids(shelf.in(TAKE), most);
                if (!taken.isEmpty()) {
                    act.accept(taken);
                }
                return taken.size();
            });
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "%s is worked off one by one", shelf.table());
            return oneByOne(shelf, most, act);
        }
    }

    private int oneByOne(Shelf shelf, int most, Consumer<List<UUID>> act) {
        int done = 0;
        for (UUID id : ids(shelf.in(DUE), most)) {
            try {
                done += QuarkusTransaction.requiringNew().call(() -> {
                    List<UUID> taken = ids(shelf.in(TAKE_ONE), id);
                    if (!taken.isEmpty()) {
                        act.accept(taken);
                    }
                    return taken.size();
                });
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "%s %s failed and is tried again later", shelf.table(), id);
                QuarkusTransaction.requiringNew().run(() -> sql.update(shelf.in(POSTPONE), id));
            }
        }
        return done;
    }

    private List<UUID> ids(String statement, Object parameter) {
        return sql.list(statement, row -> row.getObject(1, UUID.class), parameter);
    }
}
