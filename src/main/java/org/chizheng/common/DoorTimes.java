package org.chizheng.common;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * How long each door takes, as the metric {@code chizheng_doors_seconds} with the door's fixed part of the path and the outcome, such as {@code /api/sitting/answers}
 * and {@code 2xx}. The framework's own request metric looks the path's template up anew in every request, which cost an eighth of a save.
 */
@ApplicationScoped
public class DoorTimes {
    static final String UNKNOWN = "unknown";
    private static final Pattern FIXED =
            Pattern.compile("(/api/sitting(?:/[a-z-]{1,20})?|/api/[a-z-]{1,20}|/[a-z-]{0,20})(?:/.*)?");
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    public DoorTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::measure, 400);
    }

    private void measure(RoutingContext routing) {
        String path = routing.normalizedPath();
        if (!path.startsWith("/assets/")) {
            long from = System.nanoTime();
            routing.addEndHandler(sent ->
                    record(path, sent.succeeded() ? routing.response().getStatusCode() : 0, System.nanoTime() - from));
        }
        routing.next();
    }

    private void record(String path, int status, long nanos) {
        String door = door(path, status);
        String outcome = status == 0 ? "broken" : status / 100 + "xx";
        timers.computeIfAbsent(outcome + door, key -> timer(door, outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Only what answers has a name, so that nobody can make names at will. */
    static String door(String path, int status) {
        Matcher matcher = FIXED.matcher(path);
        return status != 404 && matcher.matches() ? matcher.group(1) : UNKNOWN;
    }

    private Timer timer(String door, String outcome) {
        return Timer.builder("chizheng.doors")
                .tag("door", door)
                .tag("outcome", outcome)
                .serviceLevelObjectives(
                        Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(2))
                .register(meters);
    }
}
