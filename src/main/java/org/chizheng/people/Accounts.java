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
    private static final String LISTED = """
            SELECT * FROM account WHERE person_id IS NULL AND (? = '' OR starts_with(username, ?)) OR username = ?
            ORDER BY created_at DESC LIMIT 100""";
    private final Sql sql;

    public Accounts(Sql sql) {
        this.sql = sql;
    }

    /**
     * An account as sign-in needs it.
     *
     * @param withheld whether the person is kept from it: it is not proven, and others have written of the person
     */
    public record Known(
            UUID id,
            String username,
            String passwordHash,
            String zh,
            String en,
            UUID personId,
            boolean withheld,
            List<Grant> grants) {}

    public Optional<Known> find(String username) {
        return sql.first(
                "SELECT *, NOT proven AND person_told_by_others(person_id) withheld FROM account WHERE username = ? AND active",
                row -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("password_hash"),
                        row.getString("display_zh"),
                        row.getString("display_en"),
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("withheld"),
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

    /** A line of the list of accounts. */
    public record Listed(
            UUID id,
            String username,
            String zh,
            String en,
            boolean active,
            boolean staff,
            boolean proven,
            List<Grant> grants) {}

    /** Accounts whose name is or begins with the words, or the newest, a hundred at most; candidates only by their whole name. */
    public List<Listed> search(String words) {
        return sql.list(
                LISTED,
                row -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("display_zh"),
                        row.getString("display_en"),
                        row.getBoolean("active"),
                        row.getObject("person_id") == null,
                        row.getBoolean("proven"),
                        grants(row.getObject("id", UUID.class))),
                words,
                words,
                words);
    }

    /** Whether the person has an account whose holder has proved to be the person. */
    public boolean isProven(UUID person) {
        return sql.first("SELECT 1 FROM account WHERE person_id = ? AND active AND proven", row -> true, person)
                .isPresent();
    }

    public boolean isAnyAdministrator() {
        return sql.first(
                        "SELECT 1 FROM role_grant g JOIN account a ON a.id = g.account_id WHERE g.role = ? AND a.active LIMIT 1",
                        row -> true,
                        Roles.ADMINISTRATOR)
                .isPresent();
    }
}
