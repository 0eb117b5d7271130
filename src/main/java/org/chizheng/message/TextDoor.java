package org.chizheng.message;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/**
 * The local outbox of text messages: keeps what would be sent, to whom (masked) and when. The same letter is kept once, however often it is handed over. A secret in the words is not
 * kept, or, where the installation lets it be read, sealed and until its time is over.
 */
@ApplicationScoped
class TextDoor implements Door {
    static final String SECRET = "message.text";
    private static final String KEEP = """
            INSERT INTO text_message (delivery_id, to_masked, words, taken_at, words_sealed, erase_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (delivery_id) DO NOTHING""";
    private final Sql sql;
    private final Sealer sealer;
    private final MessageConfig config;
    private final OfficialClock clock;

    TextDoor(Sql sql, Sealer sealer, MessageConfig config, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.TEXT;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean knowsAgain() {
        return true;
    }

    @Override
    public void take(Letter letter) {
        boolean readable = letter.secretUntil() != null && config.codesReadable();
        sql.update(
                KEEP,
                letter.key(),
                letter.masked(),
                letter.shown(),
                clock.now(),
                readable ? sealer.seal(letter.words(), SECRET, letter.key()) : null,
                readable ? letter.secretUntil() : null);
    }
}
