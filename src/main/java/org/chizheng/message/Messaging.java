package org.chizheng.message;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Lays messages into the outbox, in the transaction of what they tell of: they are sent if and only if it happened. */
@ApplicationScoped
public class Messaging {
    /** What stands in the place of a secret wherever the message is kept. */
    static final String HIDDEN = "······";

    static final String PHONE = "message.phone";
    static final String SECRET = "message.secret";
    private static final String DIRECT = """
            INSERT INTO message_outbox (id, direct, phone_sealed, secret_sealed, expires_at, template, parameters, lang, created_at)
            VALUES (?, true, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final Sealer sealer;
    private final OfficialClock clock;

    public Messaging(Sql sql, Sealer sealer, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * @param template name of the message: its words are message_TEMPLATE in the language files of this package
     * @param parameters what the words leave open, in their order; no identity number, and no more of a person than the message needs
     */
    @Transactional
    public void toPerson(UUID person, String template, String... parameters) {
        lay("person_id", person, template, parameters);
    }

    @Transactional
    public void toEnterprise(UUID enterprise, String template, String... parameters) {
        lay("enterprise_id", enterprise, template, parameters);
    }

    /**
     * A secret to whoever has a telephone, who need not be known yet. Number and secret are sealed, and erased when it is sent or its time is over.
     *
     * @param phone digits of a mobile number
     * @param secret what stands at the first open place of the words
     * @param until from then on it is not sent any more
     * @param parameters what the words leave open after the secret
     */
    @Transactional
    public void toPhone(
            String phone, String template, String lang, String secret, Instant until, String... parameters) {
        UUID id = Ids.next();
        sql.update(
                DIRECT,
                id,
                sealer.seal(phone, PHONE, id),
                sealer.seal(secret, SECRET, id),
                until,
                template,
                Stream.concat(Stream.of(HIDDEN), Stream.of(parameters)).toArray(String[]::new),
                lang,
                clock.now());
    }

    private void lay(String recipient, UUID who, String template, String... parameters) {
        sql.update(
                "INSERT INTO message_outbox (id, " + recipient
                        + ", template, parameters, lang, created_at) VALUES (?, ?, ?, ?, 'zh', ?)",
                Ids.next(),
                who,
                template,
                parameters,
                clock.now());
    }
}
