package org.chizheng.statistics.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.Pending.Word;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads that see the database as it is at one moment, and whose facts then stand beside what is kept. */
@ApplicationScoped
public class Moments {
    /** More people who wait are left to the sweep, which is quicker than so many looked at by each reader. */
    private static final int WAIT_FOR = 200;
    /** Each of them may have left word many times. */
    private static final int WORDS = 4000;
    /** Of more people than that it is quicker to count everybody again. */
    private static final int LOOK_AT = 20_000;

    private static final String STATE = "SELECT generation, rebuilt_at IS NOT NULL, grouped FROM figure_state";
    private static final String BEFORE_THE_LAW = """
            SELECT 1 FROM figure_state WHERE rebuilt_at IS NOT NULL
            AND EXISTS (SELECT FROM figure_pending WHERE num_nonnulls(person_id, post_id, enterprise_id) = 0)""";
    private final Sql sql;
    private final Pending pending;
    private final Changes changes;

    Moments(Sql sql, Pending pending, Changes changes) {
        this.sql = sql;
        this.pending = pending;
        this.changes = changes;
    }

    /**
     * Whose facts stand beside what is kept; people is null where everybody must be counted again.
     *
     * @param grouped whether sums by industry and size are kept
     * @param complete whether nobody else's facts stand otherwise than is kept
     */
    record Moment(int generation, Set<UUID> people, Instant knownAt, boolean grouped, boolean complete) {
        Set<UUID> waiting() {
            return people == null ? Set.of() : people;
        }
    }

    /** What a read makes of a moment. */
    @FunctionalInterface
    interface Read<T> {
        T of(Moment moment);
    }

    /** All reads within see the database as it is at one moment. @param knownAt null for all that is recorded */
    <T> T at(Instant knownAt, Read<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return read.of(moment(knownAt));
        });
    }

    /** Whether the law has changed and everybody is still to be counted under it: until then figures are those under the law before. */
    public boolean isBeforeTheLaw() {
        return sql.first(BEFORE_THE_LAW, row -> true).isPresent();
    }

    private Moment moment(Instant knownAt) {
        record State(int generation, boolean rebuilt, boolean grouped) {}
        State state = sql.first(STATE, row -> new State(row.getInt(1), row.getBoolean(2), row.getBoolean(3)))
                .orElseThrow();
        Optional<Set<UUID>> waiting = state.rebuilt() ? waiting(knownAt) : Optional.empty();
        Set<UUID> others = state.rebuilt() && knownAt == null ? Set.of() : null;
        return new Moment(state.generation(), waiting.orElse(others), knownAt, state.grouped(), waiting.isPresent());
    }

    /** @return empty where they are too many to be looked at one by one */
    private Optional<Set<UUID>> waiting(Instant knownAt) {
        int most = knownAt == null ? WAIT_FOR : LOOK_AT;
        int words = Math.max(most, WORDS);
        List<Word> left = pending.waiting(words + 1);
        if (left.size() > words || left.stream().anyMatch(Word::everybody)) {
            return Optional.empty();
        }
        Set<UUID> people = pending.people(left);
        if (knownAt != null) {
            people.addAll(changes.since(knownAt, most + 1));
        }
        return Optional.of(people).filter(found -> found.size() <= most);
    }
}
