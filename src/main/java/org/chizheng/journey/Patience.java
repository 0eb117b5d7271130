package org.chizheng.journey;

import java.io.IOException;
import java.util.function.Predicate;

/** Looks again, for half a minute at most, until what the service does in the background has happened. */
final class Patience {
    private static final long LIMIT_MILLIS = 30_000;
    private static final long PAUSE_MILLIS = 250;

    private Patience() {}

    /** A look at the service. */
    @FunctionalInterface
    interface Look<T> {
        T at() throws IOException;
    }

    static <T> T until(Look<T> look, Predicate<T> holds, String otherwise) throws IOException {
        long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            T seen = look.at();
            if (holds.test(seen)) {
                return seen;
            }
            pause();
        }
        throw new IOException(otherwise + " within " + LIMIT_MILLIS / 1000 + " s");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
