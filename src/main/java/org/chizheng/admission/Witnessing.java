package org.chizheng.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounts;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.people.Vouching;
import org.chizheng.region.RegionView;
import org.chizheng.session.SessionView;

/**
 * Settles how the second person confirms at a session, and lets one sign, by their own name and password, for standing beside the first at one tablet for a time. From then
 * on a touch of the witness's button counts as theirs: where that is too little, the session asks for a tablet of their own.
 */
@ApplicationScoped
public class Witnessing {
    private static final String ACCOUNT = "account:";
    private static final String STANDS = """
            SELECT id, witness, until FROM entrance_witness WHERE session_id = ? AND desk = ? AND until > ? ORDER BY until DESC LIMIT 1""";
    private final Vouching vouching;
    private final AdmissionConfig config;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Witnessing(Vouching vouching, AdmissionConfig config, Sql sql, OfficialClock clock, Auditing auditing) {
        this.vouching = vouching;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @param account as the audit log names it */
    public record Witness(UUID id, String account, Instant until) {}

    @Transactional
    public void choose(UUID session, Second second, String staff) {
        sql.update(
                "INSERT INTO session_entrance (session_id, second, set_by, set_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (session_id) DO UPDATE SET second = excluded.second, set_by = excluded.set_by, set_at = excluded.set_at",
                session,
                second.name(),
                staff,
                clock.now());
        auditing.note("chose second person", "session", session, second.name());
    }

    public Optional<Witness> at(UUID session, String desk) {
        return sql.first(
                STANDS,
                row -> new Witness(
                        row.getObject("id", UUID.class), row.getString("witness"), Sql.instant(row, "until")),
                session,
                desk,
                clock.now());
    }

    /** @param desk the account that the tablet is signed in with; @throws Refused WITNESS_WRONG, SAME_PERSON */
    @Transactional
    public void stand(SessionView session, String desk, String username, String password) {
        Accounts.Known known = vouching.vouch(username == null ? "" : username, password == null ? "" : password)
                .filter(account -> account.grants().stream().anyMatch(grant -> reaches(grant, session)))
                .orElseThrow(() -> new Refused(AdmissionRefusal.WITNESS_WRONG));
        String witness = ACCOUNT + known.username();
        if (witness.equals(desk)) {
            throw new Refused(AdmissionRefusal.SAME_PERSON);
        }
        Instant now = clock.now();
        end(session.id(), desk, now);
        sql.update(
                "INSERT INTO entrance_witness (id, session_id, desk, witness, since, until) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                session.id(),
                desk,
                witness,
                now,
                now.plus(Duration.ofMinutes(config.witnessMinutes())));
        auditing.note("stands as witness", "session", session.id(), witness + " at " + desk);
    }

    @Transactional
    public void leave(UUID session, String desk) {
        end(session, desk, clock.now());
        auditing.note("left as witness", "session", session, "at " + desk);
    }

    private void end(UUID session, String desk, Instant now) {
        sql.update(
                "UPDATE entrance_witness SET until = ? WHERE session_id = ? AND desk = ? AND until > ?",
                now,
                session,
                desk,
                now);
    }

    private static boolean reaches(Grant grant, SessionView session) {
        boolean staff = grant.role().equals(Roles.INVIGILATOR) || grant.role().equals(Roles.CENTRE_MANAGER);
        boolean everywhere = grant.region() == null && grant.centreId() == null && grant.enterpriseId() == null;
        return staff
                && (everywhere
                        || session.centreId().equals(grant.centreId())
                        || grant.region() != null && RegionView.covers(grant.region(), session.region()));
    }
}
