package org.chizheng.fitness.bulk;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.fitness.rule.HookSignature;
import org.chizheng.fitness.rule.Retry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Sends messages that are due. A replica takes some for two minutes and sends them outside of any transaction, so a message may arrive twice when a replica dies between sending and
 * noting: its id tells. After a failure the other messages for the same webhook wait as well.
 */
@ApplicationScoped
public class Delivering {
    private static final int MOST = 20;
    private static final int LEASE_SECONDS = 120;
    private static final int KEPT_DAYS = 90;
    private static final String TAKE = """
            UPDATE webhook_delivery d SET attempts = d.attempts + 1, next_at = ? FROM webhook w, certificate c, appointment a
            WHERE w.id = d.webhook_id AND c.id = d.certificate_id AND a.id = d.appointment_id AND d.id IN (
                SELECT m.id FROM webhook_delivery m JOIN webhook h ON h.id = m.webhook_id AND h.withdrawn_at IS NULL AND h.disabled_at IS NULL
                WHERE m.next_at <= ? ORDER BY m.next_at, m.made_at, m.id LIMIT ? FOR UPDATE OF m SKIP LOCKED)
            RETURNING d.*, w.url, w.secret_sealed, c.code, a.post_id""";
    private static final String ARRIVED =
            "UPDATE webhook_delivery SET next_at = NULL, ended_at = ?, outcome = 'DELIVERED', last_status = ?, last_fault = NULL WHERE id = ?";
    private static final String RECOVERED =
            "UPDATE webhook SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL";
    private static final String PULL =
            "UPDATE webhook_delivery SET next_at = LEAST(next_at, ?) WHERE webhook_id = ? AND next_at IS NOT NULL";
    private static final String FAILED = """
            UPDATE webhook_delivery SET next_at = ?, ended_at = ?, outcome = ?, last_status = ?, last_fault = ? WHERE id = ? AND next_at IS NOT NULL""";
    private static final String POSTPONE =
            "UPDATE webhook_delivery SET next_at = GREATEST(next_at, ?) WHERE webhook_id = ? AND next_at IS NOT NULL";
    private static final String FAILING =
            "UPDATE webhook SET failing_since = COALESCE(failing_since, ?) WHERE id = ? RETURNING failing_since";
    private static final String DISABLE = "UPDATE webhook SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL";
    private static final String GIVE_UP = """
            UPDATE webhook_delivery SET next_at = NULL, ended_at = ?, outcome = 'GIVEN_UP' WHERE webhook_id = ? AND next_at IS NOT NULL""";
    private final HookTarget target;
    private final HookClient client;
    private final Sql sql;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final OfficialClock clock;

    public Delivering(
            HookTarget target, HookClient client, Sql sql, Sealer sealer, ObjectMapper json, OfficialClock clock) {
        this.target = target;
        this.client = client;
        this.sql = sql;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** A message that was taken. attempts: this one among them. */
    private record Due(
            UUID id,
            UUID hook,
            String url,
            String secret,
            String certificate,
            String event,
            String state,
            LocalDate effectiveOn,
            UUID post,
            UUID appointment,
            Instant madeAt,
            int attempts) {}

    /** What came of one. status: null without an answer; fault: null when it arrived. */
    private record Came(Integer status, String fault) {}

    @Swept
    @Scheduled(every = "2s", identity = "webhook-delivering", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        work(clock.now());
    }

    /** Old entries of the log go. */
    @Swept
    @Scheduled(
            every = "6h",
            delayed = "3m",
            identity = "webhook-clearing",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clear() {
        Instant before = clock.now().minusSeconds(KEPT_DAYS * 86_400L);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("DELETE FROM webhook_delivery WHERE ended_at <= ?", before));
    }

    /** @return how many were sent, whatever came of them */
    int work(Instant now) {
        List<Due> due = QuarkusTransaction.requiringNew().call(() -> take(now));
        Map<Due, CompletableFuture<Came>> under = new LinkedHashMap<>();
        due.forEach(message -> under.put(message, send(message, now)));
        under.forEach((message, came) -> QuarkusTransaction.requiringNew().run(() -> note(message, came.join(), now)));
        return due.size();
    }

    private List<Due> take(Instant now) {
        return new ArrayList<>(sql.list(
                TAKE,
                row -> {
                    UUID hook = row.getObject("webhook_id", UUID.class);
                    return new Due(
                            row.getObject("id", UUID.class),
                            hook,
                            row.getString("url"),
                            sealer.openText(row.getBytes("secret_sealed"), Hooking.SECRET, hook),
                            row.getString("code"),
                            row.getString("event"),
                            row.getString("state"),
                            Sql.date(row, "effective_on"),
                            row.getObject("post_id", UUID.class),
                            row.getObject("appointment_id", UUID.class),
                            Sql.instant(row, "made_at"),
                            row.getInt("attempts"));
                },
                now.plusSeconds(LEASE_SECONDS),
                now,
                MOST));
    }

    private CompletableFuture<Came> send(Due message, Instant now) {
        URI uri = URI.create(message.url());
        Optional<InetAddress> address = target.address(uri);
        if (address.isEmpty()) {
            return CompletableFuture.completedFuture(new Came(null, "ADDRESS"));
        }
        String body = body(message);
        long second = now.getEpochSecond();
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json",
                "User-Agent", "Chizheng-Webhook/1",
                "Chizheng-Delivery", message.id().toString(),
                "Chizheng-Timestamp", String.valueOf(second),
                "Chizheng-Signature", HookSignature.of(message.secret(), second, body));
        return client.post(uri, address.get(), headers, body)
                .toCompletionStage()
                .toCompletableFuture()
                .handle((status, failure) -> failure == null
                        ? new Came(status, status / 100 == 2 ? null : status / 100 == 3 ? "REDIRECT" : "STATUS")
                        : new Came(null, fault(failure)));
    }

    private static String fault(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SSLException || cause.getCause() instanceof SSLException) {
            return "TLS";
        }
        return cause instanceof TimeoutException && !(cause instanceof ConnectException) ? "TIMEOUT" : "UNREACHABLE";
    }

    /** Nothing that names a person. */
    private String body(Due message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.id().toString());
        body.put("certificate", message.certificate());
        body.put("event", message.event());
        body.put("state", message.state());
        body.put("effectiveOn", message.effectiveOn().toString());
        body.put("post", message.post().toString());
        body.put("appointment", message.appointment().toString());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(Due message, Came came, Instant now) {
        if (came.fault() == null) {
            sql.update(ARRIVED, now, came.status(), message.id());
            if (sql.update(RECOVERED, message.hook()) > 0) {
                sql.update(PULL, now, message.hook());
            }
            return;
        }
        Optional<Instant> next = Retry.next(message.madeAt(), now, message.attempts());
        sql.update(
                FAILED,
                next.orElse(null),
                next.isEmpty() ? now : null,
                next.isEmpty() ? "GIVEN_UP" : null,
                came.status(),
                came.fault(),
                message.id());
        next.ifPresent(then -> sql.update(POSTPONE, then, message.hook()));
        Instant since = sql.first(FAILING, row -> Sql.instant(row, "failing_since"), now, message.hook())
                .orElseThrow();
        if (Retry.isOver(since, now)) {
            sql.update(DISABLE, now, message.hook());
            sql.update(GIVE_UP, now, message.hook());
        }
    }
}
