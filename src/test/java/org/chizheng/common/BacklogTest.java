package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** One that cannot be done holds nobody up. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BacklogTest {
    private static final Backlog.Shelf SHELF = new Backlog.Shelf("waiting_for_test", "id");
    private final UUID good = Ids.next();
    private final UUID bad = Ids.next();
    private final UUID alsoGood = Ids.next();

    @Inject
    Backlog backlog;

    @Inject
    Sql sql;

    @BeforeEach
    void threeWait() throws java.sql.SQLException {
        PostgresResource.asOwner(
                "CREATE TABLE waiting_for_test (id uuid PRIMARY KEY, failures int NOT NULL DEFAULT 0, retry_at timestamptz NOT NULL DEFAULT '-infinity')",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_for_test TO chizheng_service");
        for (UUID id : List.of(good, bad, alsoGood)) {
            sql.update("INSERT INTO waiting_for_test (id) VALUES (?)", id);
        }
    }

    @AfterEach
    void clear() throws java.sql.SQLException {
        PostgresResource.asOwner("DROP TABLE waiting_for_test");
    }

    @Test
    void theOthersAreDoneOnceAndTheFailingOneWaits() {
        List<UUID> done = new ArrayList<>();
        assertThat(backlog.work(SHELF, 10, ids -> {
                    if (ids.contains(bad)) {
                        throw new IllegalStateException("cannot be done");
                    }
                    done.addAll(ids);
                }))
                .isEqualTo(2);
        assertThat(done).as("each alone, after the attempt at all together").containsExactlyInAnyOrder(good, alsoGood);
        assertThat(sql.list(
                        "SELECT failures FROM waiting_for_test WHERE id = ? AND retry_at > clock_timestamp()",
                        row -> row.getInt(1),
                        bad))
                .containsExactly(1);
        assertThat(sql.list("SELECT 1 FROM waiting_for_test", row -> 1)).hasSize(1);
        assertThat(backlog.work(SHELF, 10, done::addAll)).as("not due yet").isZero();
    }

    @Test
    void noMoreThanAskedForAreTakenAtOnce() {
        List<UUID> done = new ArrayList<>();
        assertThat(backlog.work(SHELF, 2, done::addAll)).isEqualTo(2);
        assertThat(backlog.work(SHELF, 2, done::addAll)).isEqualTo(1);
        assertThat(done).containsExactlyInAnyOrder(good, bad, alsoGood);
    }
}
