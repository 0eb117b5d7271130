package org.chizheng.message;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.message.rule.Address;
import org.chizheng.message.rule.Pauses;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Hands messages to their doors. A replica first marks what it takes, and that is committed before anything is sent: no other takes it, and what was under way when a
 * replica died is never sent again by itself unless the door knows it again by its key. The rest is shown to the administrator as uncertain.
 */
@ApplicationScoped
public class Delivering {
    private static final int MOST = 100;
    private static final int ROUNDS = 50;
    private static final Duration LOST_AFTER = Duration.ofMinutes(10);
    private static final String TAKE = """
            UPDATE message_delivery d SET state = 'SENDING', attempts = attempts + 1, taken_at = ?
            FROM message_outbox m WHERE m.id = d.message_id AND d.id IN (
              SELECT id FROM message_delivery WHERE state = 'WAITING' AND next_at <= ? ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING d.id, d.door, d.attempts, m.id message, m.person_id, m.enterprise_id, m.direct, m.template, m.lang, m.parameters, m.secret_sealed, m.expires_at""";
    private static final String SENT = """
            UPDATE message_delivery SET state = 'SENT', sent_at = ?, to_masked = ?, failure = NULL WHERE id = ? AND state = 'SENDING'""";
    private static final String FAILED = """
            UPDATE message_delivery SET state = ?, next_at = ?, failure = ? WHERE id = ? AND state = 'SENDING'""";
    private static final String LOST = """
            UPDATE message_delivery SET state = ?, failure = 'INTERRUPTED' WHERE door = ? AND state = 'SENDING' AND taken_at < ?""";
    /** What is sent keeps no secret. */
    private static final String KEEP = """
            UPDATE message_outbox SET sent_at = COALESCE(sent_at, ?), phone_sealed = NULL, secret_sealed = NULL
            WHERE id = ? AND (sent_at IS NULL OR secret_sealed IS NOT NULL)""";

    private final Sql sql;
    private final Forgetting forgetting;
    private final Planning planning;
    private final Recipients recipients;
    private final Wording wording;
    private final Instance<Door> doors;
    private final Sealer sealer;
    private final OfficialClock clock;

    Delivering(
            Sql sql,
            Forgetting forgetting,
            Planning planning,
            Recipients recipients,
            Wording wording,
            @Any Instance<Door> doors,
            Sealer sealer,
            OfficialClock clock) {
        this.sql = sql;
        this.forgetting = forgetting;
        this.planning = planning;
        this.recipients = recipients;
        this.wording = wording;
        this.doors = doors;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Taken(
            UUID id,
            Way way,
            int attempts,
            UUID message,
            Recipients.Recipient to,
            String template,
            String lang,
            List<String> parameters,
            byte[] secret,
            Instant expiresAt) {}

    @Swept
    @Scheduled(every = "10s", identity = "messages", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        deliver();
    }

    /** Plans what is new and sends what is due, at most a few thousand. @return how many doors took one */
    public int deliver() {
        forgetting.forget();
        for (int round = 0, planned = MOST; planned == MOST && round < ROUNDS; round++) {
            planned = planning.plan(MOST);
        }
        Instant lost = clock.now().minus(LOST_AFTER);
        doors.forEach(door -> sql.update(
                LOST, door.knowsAgain() ? "WAITING" : "UNCERTAIN", door.way().name(), lost));
        int sent = 0;
        for (int round = 0, taken = MOST; taken == MOST && round < ROUNDS; round++) {
            List<Taken> due = QuarkusTransaction.requiringNew().call(this::take);
            taken = due.size();
            sent += (int) due.stream().filter(this::hand).count();
        }
        return sent;
    }

    private List<Taken> take() {
        Instant now = clock.now();
        return sql.list(TAKE, Delivering::taken, now, now, MOST);
    }

    private boolean hand(Taken taken) {
        try {
            Optional<Letter> letter = QuarkusTransaction.requiringNew().call(() -> letter(taken));
            if (letter.isEmpty()) {
                failed(taken, "DEAD", "WORDS");
                return false;
            }
            door(taken.way()).take(letter.get());
            QuarkusTransaction.requiringNew().run(() -> sent(taken, letter.get().masked()));
            return true;
        } catch (RuntimeException failure) {
            // What a mail server says may name the recipient: the kind of failure is all that is kept.
            failed(taken, "WAITING", failure.getClass().getSimpleName());
            return false;
        }
    }

    private Door door(Way way) {
        return doors.stream()
                .filter(door -> door.way() == way && door.isOpen())
                .findFirst()
                .orElseThrow();
    }

    /** Empty if the message has no words that may be sent. */
    private Optional<Letter> letter(Taken taken) {
        String address = recipients.address(taken.to(), taken.way()).orElseThrow();
        String masked = taken.way() == Way.MAIL ? Address.maskedMail(address) : Address.maskedPhone(address);
        Optional<String> shown = wording.words(taken.template(), taken.lang(), taken.parameters());
        return wording.words(taken.template(), taken.lang(), told(taken))
                .map(words -> new Letter(
                        taken.id(),
                        address,
                        masked,
                        wording.subject(taken.lang()),
                        words,
                        shown.orElseThrow(),
                        taken.expiresAt()));
    }

    /** With the secret in its place. */
    private List<String> told(Taken taken) {
        List<String> told = new ArrayList<>(taken.parameters());
        if (taken.secret() != null) {
            told.set(0, sealer.openText(taken.secret(), Messaging.SECRET, taken.message()));
        }
        return told;
    }

    private void sent(Taken taken, String masked) {
        Instant now = clock.now();
        sql.update(SENT, now, masked, taken.id());
        sql.update(KEEP, now, taken.message());
    }

    private void failed(Taken taken, String state, String why) {
        Instant now = clock.now();
        Optional<Duration> pause = Pauses.after(taken.attempts());
        boolean again = state.equals("WAITING") && pause.isPresent();
        sql.update(FAILED, again ? state : "DEAD", again ? now.plus(pause.get()) : now, why, taken.id());
    }

    private static Taken taken(ResultSet row) throws SQLException {
        Array parameters = row.getArray("parameters");
        return new Taken(
                row.getObject("id", UUID.class),
                Way.valueOf(row.getString("door")),
                row.getInt("attempts"),
                row.getObject("message", UUID.class),
                Recipients.Recipient.of(row),
                row.getString("template"),
                row.getString("lang"),
                List.of((String[]) parameters.getArray()),
                row.getBytes("secret_sealed"),
                Sql.instant(row, "expires_at"));
    }
}
