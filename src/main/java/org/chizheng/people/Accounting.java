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
            INSERT INTO account (id, username, password_hash, display_zh, display_en, person_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING""";
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
                        clock.now())
                == 0) {
            throw new Refused(PeopleRefusal.USERNAME_TAKEN);
        }
        auditing.note("opened", "account", id, "");
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

    private static void mustBeAcceptable(String username, String password) {
        if (!Credential.isUsername(username)) {
            throw new Refused(PeopleRefusal.USERNAME_INVALID);
        }
        if (!Credential.isPassword(password, username)) {
            throw new Refused(PeopleRefusal.PASSWORD_INVALID);
        }
    }
}
