package org.chizheng.verification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts answers by their class as {@code chizheng.verifications}; the counter of a class is looked for once. */
@ApplicationScoped
public class CheckCounts {
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    public CheckCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(String resultClass) {
        counters.computeIfAbsent(resultClass, one -> meters.counter("chizheng.verifications", "result", one))
                .increment();
    }
}
