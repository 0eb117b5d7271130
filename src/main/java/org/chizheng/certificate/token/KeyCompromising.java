package org.chizheng.certificate.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.token.KeyHistory.Compromise;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/**
 * Marks a key as compromised, for all it is used for: one administrator proposes, another confirms. From then on it signs nothing, and whatever it signed is believed only
 * where the record has it.
 */
@ApplicationScoped
public class KeyCompromising {
    private static final int LONGEST = 200;
    private static final String PROPOSE = """
            INSERT INTO signing_key_compromise (id, kid, compromised_at, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kid) WHERE decision IS NULL DO NOTHING""";
    private static final String DECIDE = """
            UPDATE signing_key_compromise SET decision = ?, decided_by = ?, decided_at = ? WHERE id = ? AND decision IS NULL""";
    private final KeyHistory history;
    private final ClaimKeys keys;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public KeyCompromising(KeyHistory history, ClaimKeys keys, Sql sql, OfficialClock clock, Auditing auditing) {
        this.history = history;
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param since when others may have had it, to the second; not in the future
     * @throws Refused if the key is unknown, a proposal is open, or an earlier time stands already
     */
    @Transactional
    public UUID propose(String kid, Instant since, String reason, String by) {
        KeyHistory.Entry key = history.all().stream()
                .filter(entry -> entry.kid().equals(kid))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Refused(TokenRefusal.REASON_INVALID, LONGEST);
        }
        Instant now = clock.now();
        Instant at = since == null ? null : since.truncatedTo(ChronoUnit.SECONDS);
        if (at == null || at.isAfter(now) || at.isBefore(Instant.EPOCH)) {
            throw new Refused(TokenRefusal.TIME_INVALID);
        }
        if (key.compromisedAt() != null && !at.isBefore(key.compromisedAt())) {
            throw new Refused(TokenRefusal.ALREADY_COMPROMISED);
        }
        UUID id = Ids.next();
        if (sql.update(PROPOSE, id, kid, at, why, by, now) == 0) {
            throw new Refused(TokenRefusal.PROPOSAL_OPEN);
        }
        auditing.note("compromise proposed", "signing-key", kid, at + " " + why);
        return id;
    }

    /** @throws Refused SAME_PERSON if it is the proposer's own */
    @Transactional
    public void confirm(UUID id, String by) {
        Compromise proposal = open(id);
        if (proposal.proposedBy().equals(by)) {
            throw new Refused(TokenRefusal.SAME_PERSON);
        }
        decide(proposal, "CONFIRMED", by);
        sql.update(
                "UPDATE signing_key SET signs_until = greatest(active_from, ?) WHERE kid = ? AND signs_until IS NULL",
                clock.now(),
                proposal.kid());
        keys.forget();
        auditing.note(
                "compromised",
                "signing-key",
                proposal.kid(),
                proposal.compromisedAt().toString());
    }

    /** By the proposer or by anybody else who may propose. */
    @Transactional
    public void withdraw(UUID id, String by) {
        Compromise proposal = open(id);
        decide(proposal, "WITHDRAWN", by);
        auditing.note("compromise withdrawn", "signing-key", proposal.kid(), "");
    }

    private Compromise open(UUID id) {
        Compromise proposal = history.compromises().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!proposal.isOpen()) {
            throw new Refused(TokenRefusal.ALREADY_DECIDED);
        }
        return proposal;
    }

    private void decide(Compromise proposal, String decision, String by) {
        if (sql.update(DECIDE, decision, by, clock.now(), proposal.id()) == 0) {
            throw new Refused(TokenRefusal.ALREADY_DECIDED);
        }
    }
}
