package org.chizheng.booking;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets few at a time through to the lock of a session, in the order of their coming. Bookings of one session follow one another anyway; without this a rush on it would hold every
 * connection to the database while it waits, and nobody else would get anything.
 */
@ApplicationScoped
class Turnstile {
    private static final int GATES = 64;
    private static final int AT_ONCE = 2;
    private final Semaphore[] gates = IntStream.range(0, GATES)
            .mapToObj(gate -> new Semaphore(AT_ONCE, true))
            .toArray(Semaphore[]::new);

    /** @param act begins its transaction within */
    <T> T pass(UUID session, Supplier<T> act) {
        Semaphore gate = gates[Math.floorMod(session.hashCode(), GATES)];
        gate.acquireUninterruptibly();
        try {
            return act.get();
        } finally {
            gate.release();
        }
    }
}
