package org.chizheng.launch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.runtime.Application;

@Timeout(30)
class LocalPostgresTest {
    private final List<String> diary = new CopyOnWriteArrayList<>();

    @Test
    void theDatabaseWaitsForAServiceThatSomebodyElseIsStopping() throws InterruptedException {
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Application service = started(() -> {
            stopping.countDown();
            await(written);
            diary.add("service");
        });
        Thread quarkus = new Thread(service::stop);
        quarkus.start();
        await(stopping);
        Thread own = new Thread(() -> LocalPostgres.close(() -> diary.add("database"), service));
        own.start();
        own.join(300);
        assertThat(diary).as("while the service still writes").isEmpty();
        written.countDown();
        own.join();
        quarkus.join();
        assertThat(diary).containsExactly("service", "database");
    }

    @Test
    void itStopsAServiceThatNobodyHasStopped() {
        LocalPostgres.close(() -> diary.add("database"), started(() -> diary.add("service")));
        assertThat(diary).containsExactly("service", "database");
    }

    @Test
    void itEndsThoughTheServiceFailsToStop() {
        Application service = started(() -> {
            throw new IllegalStateException("does not stop");
        });
        try {
            LocalPostgres.close(() -> diary.add("database"), service);
        } catch (IllegalStateException e) {
            diary.add(e.getMessage());
        }
        assertThat(diary).containsExactly("database", "does not stop");
    }

    @Test
    void itEndsWithoutAService() {
        LocalPostgres.close(() -> diary.add("database"), null);
        assertThat(diary).containsExactly("database");
    }

    /** Auxiliary: it leaves the application of these tests alone. */
    private static Application started(Runnable ending) {
        Application service = new Application(true) {
            @Override
            protected void doStart(String[] args) {}

            @Override
            protected void doStop() {
                ending.run();
            }

            @Override
            public String getName() {
                return "a service";
            }
        };
        service.start(new String[0]);
        return service;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
