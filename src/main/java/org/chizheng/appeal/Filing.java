package org.chizheng.appeal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.appeal.rule.Outcome;
import org.chizheng.appeal.rule.RecheckState;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes a step of a recheck into its history, within the acting transaction. */
@ApplicationScoped
class Filing {
    private static final int LEAST = 5;
    private static final int MOST = 1000;
    private static final String STEP = """
            INSERT INTO recheck_step (id, recheck_id, number, round, kind, outcome, words, compared, actor, at)
            SELECT ?, k.id, 1 + (SELECT count(*) FROM recheck_step s WHERE s.recheck_id = k.id), k.round, ?, ?, ?, ?::jsonb, ?, ? FROM recheck k WHERE k.id = ?""";
    private final Sql sql;
    private final OfficialClock clock;
    private final ObjectMapper json;

    Filing(Sql sql, OfficialClock clock, ObjectMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    /** What is said about a step; outcome and compared may be null. */
    record Said(String kind, Outcome outcome, String words, Compared compared, String by) {}

    /** Steps of the same recheck wait for each other here, until the transaction ends. */
    void hold(UUID recheck) {
        sql.first("SELECT 1 FROM recheck WHERE id = ? FOR UPDATE", row -> true, recheck);
    }

    void step(UUID recheck, Said said) {
        sql.update(
                STEP,
                Ids.next(),
                said.kind(),
                said.outcome() == null ? null : said.outcome().name(),
                said.words(),
                written(said.compared()),
                said.by(),
                clock.now(),
                recheck);
    }

    void state(UUID recheck, RecheckState state) {
        sql.update("UPDATE recheck SET state = ?, version = version + 1 WHERE id = ?", state.name(), recheck);
    }

    /** @throws Refused WORDS_LENGTH unless there are 5 to 1000 characters */
    static String words(String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() < LEAST || words.length() > MOST) {
            throw new Refused(AppealRefusal.WORDS_LENGTH, LEAST, MOST);
        }
        return words;
    }

    private String written(Compared compared) {
        try {
            return compared == null ? null : json.writeValueAsString(compared);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
