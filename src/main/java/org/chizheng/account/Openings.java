package org.chizheng.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.account.rule.Whither;
import org.chizheng.common.Ids;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Accounts that were asked for: who the browser says it is for, under seal, until it is opened or its time is over. */
@ApplicationScoped
class Openings {
    private static final String NAME = "account-opening.name";
    private static final String NUMBER = "account-opening.number";
    private static final String PHONE = "account-opening.phone";
    private static final String TOKEN = "account-opening.token";
    private static final String ADD = """
            INSERT INTO account_opening (id, token_index, name_sealed, number_sealed, phone_sealed, lang, asked_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FRESH =
            "SELECT * FROM account_opening WHERE decided_at IS NULL ORDER BY asked_at LIMIT ? FOR UPDATE SKIP LOCKED";
    private static final String DECIDE =
            "UPDATE account_opening SET decided_at = ?, way = ?, person_id = ?, code_index = ? WHERE id = ?";
    private static final String TRY = """
            UPDATE account_opening SET tries = tries + 1 WHERE token_index = ? AND expires_at > ? AND tries < ? RETURNING *""";
    private final Sql sql;
    private final Sealer sealer;

    Openings(Sql sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    /** In clear, as it was typed; never for a log. */
    record Said(String name, String number, String phone) {}

    /** @param way null until it is settled; code: keyed index of the code */
    record Opening(
            UUID id, Said said, String lang, Instant expiresAt, int tries, Whither way, UUID person, byte[] code) {}

    void add(String token, Said said, String lang, Instant now, Instant until) {
        UUID id = Ids.next();
        sql.update(
                ADD,
                id,
                index(token),
                sealer.seal(said.name(), NAME, id),
                sealer.seal(said.number(), NUMBER, id),
                sealer.seal(said.phone(), PHONE, id),
                lang,
                now,
                until);
    }

    /** Those of which nobody has settled where the code goes, locked. */
    List<Opening> fresh(int most) {
        return sql.list(FRESH, this::opening, most);
    }

    void decide(Opening opening, Whither way, UUID person, String code, Instant now) {
        sql.update(DECIDE, now, way.name(), person, codeIndex(opening.id(), code), opening.id());
    }

    /** As long as its code may be tried. */
    Optional<Opening> find(String token, Instant now, int tries) {
        return sql.first(
                "SELECT * FROM account_opening WHERE token_index = ? AND expires_at > ? AND tries < ?",
                this::opening,
                index(token),
                now,
                tries);
    }

    /** The same, counting a try. */
    Optional<Opening> attempt(String token, Instant now, int tries) {
        return sql.first(TRY, this::opening, index(token), now, tries);
    }

    void remove(UUID id) {
        sql.update("DELETE FROM account_opening WHERE id = ?", id);
    }

    void forget(Instant now) {
        sql.update("DELETE FROM account_opening WHERE expires_at <= ?", now);
    }

    /** Bound to its row, so that the index of one says nothing of another. */
    byte[] codeIndex(UUID id, String code) {
        return sealer.index(code, "account-opening.code." + id);
    }

    private byte[] index(String token) {
        return sealer.index(token, TOKEN);
    }

    private Opening opening(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String way = row.getString("way");
        return new Opening(
                id,
                new Said(
                        sealer.openText(row.getBytes("name_sealed"), NAME, id),
                        sealer.openText(row.getBytes("number_sealed"), NUMBER, id),
                        sealer.openText(row.getBytes("phone_sealed"), PHONE, id)),
                row.getString("lang"),
                Sql.instant(row, "expires_at"),
                row.getInt("tries"),
                way == null ? null : Whither.valueOf(way),
                row.getObject("person_id", UUID.class),
                row.getBytes("code_index"));
    }
}
