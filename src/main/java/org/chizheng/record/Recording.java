package org.chizheng.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Adds a fact to a person's standing, or takes back what the facts of some evidence say. The same evidence gives the same fact once, however often a sweep repeats it. */
@ApplicationScoped
public class Recording {
    private final Sql sql;
    private final OfficialClock clock;

    public Recording(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param validUntil last day on which the fact counts, or null */
    @Transactional
    public void add(
            UUID person,
            String qualification,
            String kind,
            LocalDate on,
            LocalDate validUntil,
            UUID evidence,
            String policy) {
        sql.update(
                "INSERT INTO record_fact (id, person_id, qualification, kind, fact_on, valid_until, evidence_id, policy, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (evidence_id, kind) DO NOTHING",
                Ids.next(),
                person,
                qualification,
                kind,
                on,
                validUntil,
                evidence,
                policy,
                clock.now());
    }

    /** The verdicts on the theory that this evidence gave count no more; they stay on record with what took them back. Repeatable. */
    @Transactional
    public void withdrawTheory(Collection<UUID> evidence, UUID because) {
        withdraw(evidence, because, "THEORY_PASSED", "THEORY_FAILED");
    }

    /** The same for verdicts on the practical. */
    @Transactional
    public void withdrawPractical(Collection<UUID> evidence, UUID because) {
        withdraw(evidence, because, "PRACTICAL_PASSED", "PRACTICAL_FAILED");
    }

    private void withdraw(Collection<UUID> evidence, UUID because, String... kinds) {
        sql.update(
                "INSERT INTO record_withdrawal (fact_id, because, withdrawn_at) SELECT id, ?, ? FROM record_fact"
                        + " WHERE evidence_id = ANY (?) AND kind = ANY (?) ON CONFLICT (fact_id) DO NOTHING",
                because,
                clock.now(),
                evidence.toArray(UUID[]::new),
                kinds);
    }

    /** A ban that this evidence gave counts no more; it stays on record with what took it back. Repeatable. */
    @Transactional
    public void withdrawBan(UUID evidence, UUID because) {
        sql.update(
                "INSERT INTO record_withdrawal (fact_id, because, withdrawn_at) SELECT id, ?, ? FROM record_fact"
                        + " WHERE evidence_id = ? AND kind = 'BAN' ON CONFLICT (fact_id) DO NOTHING",
                because,
                clock.now(),
                evidence);
    }
}
