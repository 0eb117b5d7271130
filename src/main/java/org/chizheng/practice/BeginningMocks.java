package org.chizheng.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.SubjectView;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.practice.Round.Kind;

/** Begins mock papers. An open one goes on until it is handed in or its time is over. */
@ApplicationScoped
class BeginningMocks {
    private final Mocks mocks;
    private final MockPapers papers;
    private final NewRounds begun;
    private final Standings standings;
    private final Turns turns;
    private final DatabaseClock clock;

    BeginningMocks(
            Mocks mocks, MockPapers papers, NewRounds begun, Standings standings, Turns turns, DatabaseClock clock) {
        this.mocks = mocks;
        this.papers = papers;
        this.begun = begun;
        this.standings = standings;
        this.turns = turns;
        this.clock = clock;
    }

    /** @return the paper's id; @throws Refused NOTHING_TO_PRACTISE if nothing is published for it */
    @Transactional
    UUID begin(UUID person, SubjectView subject) {
        turns.take(person);
        Optional<Round> open = papers.open(person, subject.code());
        return open.isPresent() ? open.get().id() : draw(person, subject);
    }

    private UUID draw(UUID person, SubjectView subject) {
        byte[] seed = begun.seed();
        Mocks.Draft draft = mocks.draw(subject, standings.met(person, subject.code()), seed);
        if (draft.revisions().isEmpty()) {
            throw new Refused(PracticeRefusal.NOTHING_TO_PRACTISE);
        }
        Instant now = clock.now();
        Instant deadline = now.plus(Duration.ofMinutes(draft.minutes()));
        return begun.enter(
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
}
