package org.chizheng.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.PublishedItem;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practice.rule.MockClock;

/** Saves one choice of a mock paper; it can be changed until the paper is handed in. Nothing is judged here. */
@ApplicationScoped
class Choosing {
    private static final String SAVE = """
            INSERT INTO practice_choice (round_id, place, chosen, saved_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (round_id, place) DO UPDATE SET chosen = excluded.chosen, saved_at = excluded.saved_at""";
    private final Sql sql;
    private final Sheets sheets;
    private final Turns turns;
    private final DatabaseClock clock;

    Choosing(Sql sql, Sheets sheets, Turns turns, DatabaseClock clock) {
        this.sql = sql;
        this.sheets = sheets;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * @param chosen places of the options as they were shown; none takes the choice back
     * @return false if it came too late: after the deadline, or after the paper was handed in
     */
    @Transactional
    boolean choose(UUID person, UUID id, int place, List<String> chosen) {
        Instant received = clock.now();
        turns.take(person);
        Sheet sheet = sheets.find(id, person, true);
        PublishedItem item = sheet.item(place).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!sheet.round().isOpen() || !MockClock.counts(received, sheet.round().deadline())) {
            return false;
        }
        int bits = sheet.chosen(item, chosen);
        if (bits < 0) {
            throw new Refused(PracticeRefusal.CHOICE_INVALID);
        }
        sql.update(SAVE, id, place, bits, received);
        return true;
    }
}
