package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;
import jakarta.transaction.Status;

import org.chizheng.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Scoring, called while the staff's hand-in was not committed, used the transaction of the command, which then could not commit. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BackgroundTest {
    @Inject
    Background background;

    @Test
    void aTaskTakesNoTransactionAlong() {
        int inside = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(QuarkusTransaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
            return CompletableFuture.supplyAsync(QuarkusTransaction::getStatus, background)
                    .join();
        });
        assertThat(inside).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }
}
