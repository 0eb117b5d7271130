package org.chizheng.practice;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.Items;
import org.chizheng.bank.Revision;
import org.chizheng.bank.SubjectView;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practice.Round.Kind;
import org.chizheng.practice.rule.RoundOrder;

/** Begins rounds. Who has an open one of the kind goes on with it, unless a fresh one is asked for. */
@ApplicationScoped
class Beginning {
    /** Bytes: nobody guesses the order of another's round. */
    private static final int SEED = 16;

    private static final String INSERT = """
            INSERT INTO practice_round (id, person_id, subject, kind, chapter, seed, revisions, points, started_at, deadline)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final SecureRandom random = new SecureRandom();
    private final Sql sql;
    private final Items items;
    private final Rounds rounds;
    private final Standings standings;
    private final Mocks mocks;
    private final Closing closing;
    private final Turns turns;
    private final DatabaseClock clock;

    Beginning(
            Sql sql,
            Items items,
            Rounds rounds,
            Standings standings,
            Mocks mocks,
            Closing closing,
            Turns turns,
            DatabaseClock clock) {
        this.sql = sql;
        this.items = items;
        this.rounds = rounds;
        this.standings = standings;
        this.mocks = mocks;
        this.closing = closing;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * @param again ends the open round and draws a new one
     * @return the round's id
     * @throws Refused NOTHING_TO_PRACTISE if the chapter has no published item
     */
    @Transactional
    UUID chapter(UUID person, String subject, String chapter, boolean again) {
        turns.take(person);
        return goOn(person, subject, Kind.CHAPTER, chapter, again)
                .orElseGet(() -> begin(person, subject, Kind.CHAPTER, chapter, pool(subject, chapter)));
    }

    /** @param chapter empty for all; @throws Refused NOTHING_TO_PRACTISE if no item of it stands in the wrong-answer book */
    @Transactional
    UUID wrong(UUID person, String subject, String chapter, boolean again) {
        turns.take(person);
        return goOn(person, subject, Kind.WRONG, chapter, again).orElseGet(() -> {
            Set<String> book = standings.book(person, subject);
            List<Revision> pool = pool(subject, chapter).stream()
                    .filter(revision -> book.contains(revision.item()))
                    .toList();
            return begin(person, subject, Kind.WRONG, chapter, pool);
        });
    }

    /** An open mock paper goes on until it is handed in or its time is over. */
    @Transactional
    UUID mock(UUID person, SubjectView subject) {
        turns.take(person);
        for (Round open : rounds.open(person, subject.code())) {
            if (open.isMock() && closing.ifOver(person, open).isOpen()) {
                return open.id();
            }
        }
        byte[] seed = seed();
        Mocks.Draft draft = mocks.draw(subject, seed);
        if (draft.revisions().isEmpty()) {
            throw new Refused(PracticeRefusal.NOTHING_TO_PRACTISE);
        }
        Instant now = clock.now();
        Instant deadline = now.plus(Duration.ofMinutes(draft.minutes()));
        return insert(
                person,
                new Round(
                        Ids.next(),
                        subject.code(),
                        Kind.MOCK,
                        "",
                        seed,
                        draft.revisions(),
                        draft.points(),
                        now,
                        deadline,
                        null));
    }

    private Optional<UUID> goOn(UUID person, String subject, Kind kind, String chapter, boolean again) {
        Optional<Round> open = rounds.newest(person, subject, kind, chapter, 1).stream()
                .filter(Round::isOpen)
                .findFirst();
        if (open.isPresent() && again) {
            closing.end(open.get().id(), clock.now());
            return Optional.empty();
        }
        return open.map(Round::id);
    }

    private List<Revision> pool(String subject, String chapter) {
        return items.forPractice(subject).stream()
                .filter(revision -> chapter.isEmpty() || revision.chapter().equals(chapter))
                .toList();
    }

    private UUID begin(UUID person, String subject, Kind kind, String chapter, List<Revision> pool) {
        if (pool.isEmpty()) {
            throw new Refused(PracticeRefusal.NOTHING_TO_PRACTISE);
        }
        List<UUID> previous = rounds.newest(person, subject, kind, chapter, 1).stream()
                .map(Round::revisions)
                .findFirst()
                .orElse(List.of());
        byte[] seed = seed();
        List<UUID> order = RoundOrder.items(pool.stream().map(Revision::id).toList(), seed, previous);
        List<Integer> points = Collections.nCopies(order.size(), 1);
        return insert(
                person, new Round(Ids.next(), subject, kind, chapter, seed, order, points, clock.now(), null, null));
    }

    private byte[] seed() {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return seed;
    }

    private UUID insert(UUID person, Round round) {
        sql.update(
                INSERT,
                round.id(),
                person,
                round.subject(),
                round.kind().name(),
                round.chapter(),
                round.seed(),
                round.revisions().toArray(UUID[]::new),
                round.points().toArray(Integer[]::new),
                round.startedAt(),
                round.deadline());
        return round.id();
    }
}
