package org.chizheng.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.PublishedItem;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practice.rule.MockClock;

/**
 * Ends rounds. A mock paper is judged when it ends: handed in, or, when its time is over, at its person's next visit to the subject, before anything is told of it. Nobody else
 * reads it, so that no sweep needs to look for it; what arrives after the deadline counts for nothing either way.
 */
@ApplicationScoped
class Closing {
    private final Sql sql;
    private final Rounds rounds;
    private final Sheets sheets;
    private final Standings standings;
    private final Turns turns;
    private final DatabaseClock clock;

    Closing(Sql sql, Rounds rounds, Sheets sheets, Standings standings, Turns turns, DatabaseClock clock) {
        this.sql = sql;
        this.rounds = rounds;
        this.sheets = sheets;
        this.standings = standings;
        this.turns = turns;
        this.clock = clock;
    }

    /** Hands a mock paper in; one that has ended stays as it ended. */
    @Transactional
    void handIn(UUID person, UUID id) {
        turns.take(person);
        Round round = mock(person, id);
        if (round.isOpen()) {
            judge(person, round);
        }
    }

    /** Ends a mock paper whose time is over. @return the round as it is then */
    @Transactional
    Round ifOver(UUID person, Round seen) {
        if (!seen.isMock() || !seen.isOpen() || MockClock.counts(clock.now(), seen.deadline())) {
            return seen;
        }
        turns.take(person);
        Round round = mock(person, seen.id());
        if (round.isOpen()) {
            judge(person, round);
        }
        return mock(person, seen.id());
    }

    /** Within the transaction of whoever ends it. */
    void end(UUID round, Instant at) {
        sql.update("UPDATE practice_round SET ended_at = ? WHERE id = ? AND ended_at IS NULL", at, round);
    }

    private Round mock(UUID person, UUID id) {
        return rounds.find(id, person).filter(Round::isMock).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private void judge(UUID person, Round round) {
        Instant now = clock.now();
        Instant endedAt = MockClock.counts(now, round.deadline()) ? now : round.deadline();
        Sheet sheet = sheets.of(round);
        Map<Integer, Integer> choices = rounds.choices(round.id());
        List<Object[]> answers = new ArrayList<>();
        Map<String, Boolean> rightByItem = new HashMap<>();
        for (int place : sheet.places()) {
            int chosen = choices.getOrDefault(place, 0);
            if (chosen > 0) {
                PublishedItem item = sheet.item(place).orElseThrow();
                boolean right = sheet.isRight(item, chosen);
                answers.add(new Object[] {round.id(), place, chosen, right, endedAt});
                rightByItem.put(item.revision().item(), right);
            }
        }
        sql.batch(
                "INSERT INTO practice_answer (round_id, place, chosen, correct, answered_at) VALUES (?, ?, ?, ?, ?)",
                answers);
        standings.take(person, rightByItem, endedAt);
        sql.update("DELETE FROM practice_choice WHERE round_id = ?", round.id());
        end(round.id(), endedAt);
    }
}
