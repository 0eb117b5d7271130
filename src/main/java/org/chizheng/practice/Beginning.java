package org.chizheng.practice;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.Items;
import org.chizheng.bank.Revision;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.practice.Round.Kind;
import org.chizheng.practice.rule.RoundOrder;

/** Begins rounds of practice by chapter and of the wrong-answer book. Who has an open one of the kind goes on with it, unless a fresh one is asked for. */
@ApplicationScoped
class Beginning {
    private final Items items;
    private final Rounds rounds;
    private final NewRounds begun;
    private final Standings standings;
    private final Closing closing;
    private final Turns turns;
    private final DatabaseClock clock;

    Beginning(
            Items items,
            Rounds rounds,
            NewRounds begun,
            Standings standings,
            Closing closing,
            Turns turns,
            DatabaseClock clock) {
        this.items = items;
        this.rounds = rounds;
        this.begun = begun;
        this.standings = standings;
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
        byte[] seed = begun.seed();
        List<UUID> order = RoundOrder.items(pool.stream().map(Revision::id).toList(), seed, previous);
        List<Integer> points = Collections.nCopies(order.size(), 1);
        return begun.enter(
                person, new Round(Ids.next(), subject, kind, chapter, seed, order, points, clock.now(), null, null));
    }
}
