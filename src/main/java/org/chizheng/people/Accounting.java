package org.chizheng.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.rule.Credential;

/** Opens and closes accounts, grants and withdraws roles. */
@ApplicationScoped
public class Accounting {
    private static final String OPEN = """
            INSERT INTO account (id, username, password_hash, display_zh, display_en, person_id, created_at, proven)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Accounting(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param personId whom the account stands for, null for staff
     * @throws Refused if the name or the password is not acceptable, or the name is taken
     */
    @Transactional
    public UUID open(String username, String password, String zh, String en, UUID personId) {
        return open(username, password, zh, en, personId, true);
    }

    /**
     * A person's own account, the only one. One that nobody has proved gives way to one that is proved, and is closed.
     *
     * @param proven whether whoever opens it has proved to be the person
     * @throws Refused ACCOUNT_EXISTS, or what {@link #open} refuses
     */
    @Transactional
    public UUID openOwn(Person person, String username, String password, boolean proven) {
        sql.first("SELECT 1 FROM person WHERE id = ? FOR UPDATE", row -> true, person.id());
        for (Own own : sql.list(
                "SELECT id, proven FROM account WHERE person_id = ? AND active",
                row -> new Own(row.getObject("id", UUID.class), row.getBoolean("proven")),
                person.id())) {
            if (own.proven() || !proven) {
                throw new Refused(PeopleRefusal.ACCOUNT_EXISTS);
            }
            setActive(own.id(), false);
        }
        UUID id = open(username, password, person.name(), person.name(), person.id(), proven);
        grant(id, new Grant(Roles.CANDIDATE, null, null, null));
        return id;
    }

    private record Own(UUID id, boolean proven) {}

    /** The holder has proved to be the person: at the entrance of an examination that came of the account, or to the staff. */
    @Transactional
    public void prove(UUID account) {
        if (sql.update("UPDATE account SET proven = true, version = version + 1 WHERE id = ? AND NOT proven", account)
                > 0) {
            auditing.note("proved", "account", account, "");
        }
    }

    private UUID open(String username, String password, String zh, String en, UUID personId, boolean proven) {
        mustBeAcceptable(username, password);
        if (zh == null || zh.isBlank() || zh.length() > 60) {
            throw new Refused(PeopleRefusal.NAME_INVALID);
        }
        UUID id = Ids.next();
        String english = en == null || en.isBlank() ? zh : en;
        if (sql.update(
                        OPEN,
                        id,
                        username,
                        PasswordHash.of(password),
                        zh.strip(),
                        english.strip(),
                        personId,
                        clock.now(),
                        proven)
                == 0) {
            throw new Refused(PeopleRefusal.USERNAME_TAKEN);
        }
        auditing.note("opened", "account", id, proven ? "" : "not proven");
        return id;
    }

    @Transactional
    public void grant(UUID account, Grant grant) {
        sql.update(
                "INSERT INTO role_grant (id, account_id, role, region, centre_id, enterprise_id) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                account,
                grant.role(),
                grant.region(),
                grant.centreId(),
                grant.enterpriseId());
        auditing.note("granted", "account", account, grant.role());
    }

    /** A closed account signs in no more; what it did stays on record. Open sessions end within seconds. */
    @Transactional
    public void setActive(UUID account, boolean active) {
        sql.update("UPDATE account SET active = ?, version = version + 1 WHERE id = ?", active, account);
        auditing.note(active ? "reopened" : "closed", "account", account, "");
    }

    /** @throws Refused if the password is not acceptable */
    @Transactional
    public void setPassword(UUID account, String username, String password) {
        mustBeAcceptable(username, password);
        sql.update(
                "UPDATE account SET password_hash = ?, version = version + 1 WHERE id = ?",
                PasswordHash.of(password),
                account);
        auditing.note("set password", "account", account, "");
    }

    /** @throws Refused USERNAME_INVALID, PASSWORD_INVALID; whether the name is taken is not asked */
    public static void mustBeAcceptable(String username, String password) {
        if (!Credential.isUsername(username)) {
            throw new Refused(PeopleRefusal.USERNAME_INVALID);
        }
        if (!Credential.isPassword(password, username)) {
            throw new Refused(PeopleRefusal.PASSWORD_INVALID);
        }
    }
}
