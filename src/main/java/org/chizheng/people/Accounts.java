package org.chizheng.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

import io.quarkus.cache.CacheResult;

/** Accounts and their grants. */
@ApplicationScoped
public class Accounts {
    private final Sql sql;

    public Accounts(Sql sql) {
        this.sql = sql;
    }

    /** An account as sign-in needs it. */
    public record Known(
            UUID id, String username, String passwordHash, String zh, String en, UUID personId, List<Grant> grants) {}

    public Optional<Known> find(String username) {
        return sql.first(
                "SELECT * FROM account WHERE username = ? AND active",
                row -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("password_hash"),
                        row.getString("display_zh"),
                        row.getString("display_en"),
                        row.getObject("person_id", UUID.class),
                        grants(row.getObject("id", UUID.class))),
                username);
    }

    /** The same, kept for some seconds: what every request of a signed-in account asks. */
    @CacheResult(cacheName = "accounts")
    public Optional<Known> findRecently(String username) {
        return find(username);
    }

    private List<Grant> grants(UUID account) {
        return sql.list(
                "SELECT * FROM role_grant WHERE account_id = ?",
                row -> new Grant(
                        row.getString("role"),
                        row.getString("region"),
                        row.getObject("centre_id", UUID.class),
                        row.getObject("enterprise_id", UUID.class)),
                account);
    }
}
