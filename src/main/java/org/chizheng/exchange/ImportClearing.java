package org.chizheng.exchange;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Every hour, files that nobody has confirmed for a day go. */
@ApplicationScoped
class ImportClearing {
    private static final Duration LIFE = Duration.ofDays(1);
    private final Staging staging;

    ImportClearing(Staging staging) {
        this.staging = staging;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "exchange-clearing",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Swept
    void sweep() {
        staging.dropOlderThan(LIFE);
    }
}
