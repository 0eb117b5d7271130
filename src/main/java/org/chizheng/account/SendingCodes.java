package org.chizheng.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.account.rule.Code;
import org.chizheng.account.rule.Mobile;
import org.chizheng.account.rule.Whither;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Swept;
import org.chizheng.message.Messaging;
import org.chizheng.people.Accounts;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;

import io.quarkus.scheduler.Scheduled;

/** Settles where the code of each opening goes, and lays it into the outbox. Everybody gets a code that could be tried; only to some of them it is sent. */
@ApplicationScoped
class SendingCodes {
    private static final int MOST = 100;
    private final SecureRandom random = new SecureRandom();
    private final Openings openings;
    private final Metering metering;
    private final Persons persons;
    private final Accounts accounts;
    private final Messaging messaging;
    private final Sealer sealer;
    private final OfficialClock clock;

    SendingCodes(
            Openings openings,
            Metering metering,
            Persons persons,
            Accounts accounts,
            Messaging messaging,
            Sealer sealer,
            OfficialClock clock) {
        this.openings = openings;
        this.metering = metering;
        this.persons = persons;
        this.accounts = accounts;
        this.messaging = messaging;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Swept
    @Scheduled(every = "2s", identity = "account-codes", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        send();
    }

    /** What is new, a hundred at most; and forgets what is over. */
    @Transactional
    void send() {
        Instant now = clock.now();
        openings.forget(now);
        metering.forget();
        List<Openings.Opening> fresh = openings.fresh(MOST);
        fresh.forEach(opening -> send(opening, now));
    }

    private void send(Openings.Opening opening, Instant now) {
        Person person = persons.findByIdNumber(opening.said().number()).orElse(null);
        Optional<String> onRecord =
                person == null ? Optional.empty() : person.vouchedPhone(sealer).flatMap(Mobile::tidy);
        boolean agrees = person != null && person.name().equals(opening.said().name());
        boolean proven = person != null && accounts.isProven(person.id());
        Whither way = Whither.of(new Whither.Known(person != null, agrees, proven, onRecord.isPresent()));
        String code = Code.draw(random);
        openings.decide(opening, way, way == Whither.RECORD ? person.id() : null, code, now);
        if (way != Whither.NONE) {
            String to = way == Whither.TYPED ? opening.said().phone() : onRecord.orElseThrow();
            long minutes = Duration.between(now, opening.expiresAt()).toMinutes();
            messaging.toPhone(to, "account_code", opening.lang(), code, opening.expiresAt(), String.valueOf(minutes));
        } else if (agrees && proven) {
            messaging.toPerson(person.id(), "account_exists");
        }
    }
}
