package org.chizheng.sitting;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One request that changes a sitting. The writer decides it, in the order of arrival; it is told the outcome after the commit and never before. It may be decided
 * again when the first decision rested on an old picture. One that answers yes or no says no where it found nothing to do.
 */
abstract class Act<R> {
    final UUID enrolment;
    /** When it reached this server. */
    final long arrived = System.nanoTime();

    final CompletableFuture<R> outcome = new CompletableFuture<>();
    private R decided;
    private RuntimeException refused;

    Act(UUID enrolment) {
        this.enrolment = enrolment;
    }

    /**
     * @param at the database's time of arrival
     * @throws org.chizheng.common.Refused before anything is put into the batch
     */
    abstract R decide(Batch batch, Instant at);

    final void attempt(Batch batch, Instant at) {
        decided = null;
        refused = null;
        try {
            decided = decide(batch, at);
        } catch (RuntimeException e) {
            refused = e;
        }
    }

    /** Whether it wrote nothing that the log could object to: it was refused, or answered that there was nothing to do. */
    final boolean restsOnThePicture() {
        return refused != null || Boolean.FALSE.equals(decided);
    }

    final void fail(RuntimeException failure) {
        outcome.completeExceptionally(failure);
    }

    final void tell() {
        if (refused != null) {
            outcome.completeExceptionally(refused);
        } else {
            outcome.complete(decided);
        }
    }
}
