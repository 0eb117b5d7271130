package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SweepsTest {
    private final Sweeps sweeps = new Sweeps(null);
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatIsUnderWayEndsFirst() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread sweep = new Thread(() -> sweeps.turn(() -> {
            begun.countDown();
            await(goOn);
            done.incrementAndGet();
        }));
        sweep.start();
        await(begun);
        assertThat(sweeps.close(50, TimeUnit.MILLISECONDS))
                .as("still under way")
                .isFalse();
        goOn.countDown();
        assertThat(sweeps.close(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(1);
        sweep.join();
    }

    @Test
    void nothingBeginsAfterTheEnd() throws InterruptedException {
        assertThat(sweeps.close(1, TimeUnit.SECONDS)).isTrue();
        Thread late = new Thread(() -> sweeps.turn(done::incrementAndGet));
        late.start();
        late.join();
        assertThat(done).hasValue(0);
    }

    @Test
    void severalGoOnAtOnce() {
        sweeps.turn(() -> sweeps.turn(done::incrementAndGet));
        assertThat(done).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
