package org.chizheng.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Opens accounts and grants roles. */
@ApplicationScoped
public class Accounting {
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Accounting(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Transactional
    public UUID open(String username, String password, String zh, String en, UUID personId) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO account (id, username, password_hash, display_zh, display_en, person_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                username,
                PasswordHash.of(password),
                zh,
                en,
                personId,
                clock.now());
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
}
