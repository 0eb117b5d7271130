package org.chizheng.practice;

import java.time.Instant;
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

/** Takes one answer of a round of practice and judges it at once. The first answer to a place counts, so that a form sent twice does no harm. */
@ApplicationScoped
class Practising {
    private final Sql sql;
    private final Rounds rounds;
    private final Sheets sheets;
    private final Standings standings;
    private final Closing closing;
    private final Turns turns;
    private final DatabaseClock clock;

    Practising(
            Sql sql,
            Rounds rounds,
            Sheets sheets,
            Standings standings,
            Closing closing,
            Turns turns,
            DatabaseClock clock) {
        this.sql = sql;
        this.rounds = rounds;
        this.sheets = sheets;
        this.standings = standings;
        this.closing = closing;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * @param chosen places of the options as they were shown
     * @throws Refused if there is no such place, the round has ended, or the choice is none
     */
    @Transactional
    void answer(UUID person, UUID id, int place, List<String> chosen) {
        turns.take(person);
        Sheet sheet = sheets.find(id, person, false);
        PublishedItem item = sheet.item(place).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Map<Integer, Rounds.Given> answers = rounds.answers(id);
        if (answers.containsKey(place)) {
            return;
        }
        if (!sheet.round().isOpen()) {
            throw new Refused(PracticeRefusal.ROUND_ENDED);
        }
        int bits = sheet.chosen(item, chosen);
        if (bits <= 0) {
            throw new Refused(bits < 0 ? PracticeRefusal.CHOICE_INVALID : PracticeRefusal.NOTHING_CHOSEN);
        }
        Instant now = clock.now();
        boolean right = sheet.isRight(item, bits);
        sql.update(
                "INSERT INTO practice_answer (round_id, place, chosen, correct, answered_at) VALUES (?, ?, ?, ?, ?)",
                id,
                place,
                bits,
                right,
                now);
        standings.take(person, Map.of(item.revision().item(), right), now);
        boolean last = sheet.places().stream().allMatch(p -> p == place || answers.containsKey(p));
        if (last) {
            closing.end(id, now);
        }
    }
}
