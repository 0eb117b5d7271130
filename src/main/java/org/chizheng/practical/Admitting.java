package org.chizheng.practical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.session.Engagements;

/**
 * Admits a person to a practical, by the policy of the session's day: the theory passed and still valid, attempts left on that pass. The session's row is held, so a day is never overfilled.
 * Nobody is due elsewhere at that time.
 */
@ApplicationScoped
public class Admitting {
    private static final String OPEN = """
            SELECT 1 FROM practical_candidate c JOIN practical_session s ON s.id = c.session_id
            LEFT JOIN practical_result r ON r.candidate_id = c.id
            WHERE c.person_id = ? AND s.qualification = ? AND r.released_at IS NULL AND c.state <> 'WITHDRAWN' AND (c.state <> 'ADMITTED' OR s.ends_at > ?)
              AND (c.state <> 'ENDED' OR r.id IS NOT NULL)""";
    private final Practicals practicals;
    private final Engagements engagements;
    private final Eligibility eligibility;
    private final Policies policies;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Admitting(
            Practicals practicals,
            Engagements engagements,
            Eligibility eligibility,
            Policies policies,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.engagements = engagements;
        this.eligibility = eligibility;
        this.policies = policies;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** At the first time that is free. @see #admit(UUID, UUID, Instant, String) */
    @Transactional
    public UUID admit(UUID session, UUID person, String by) {
        return admit(session, person, null, by);
    }

    /** @param at a start of the day, or null for the first that is free; @return the candidate; @throws Refused with the rule that stands against it, DAY_CANCELLED, DAY_FULL, SLOT_TAKEN, ELSEWHERE, or ALREADY_ADMITTED while another practical of the person is planned or not released */
    @Transactional
    public UUID admit(UUID session, UUID person, Instant at, String by) {
        PracticalView day = practicals.lockedDay(session);
        day.mustStand();
        List<Instant> free = practicals.free(List.of(day)).get(session);
        if (free.isEmpty()) {
            throw new Refused(PracticalRefusal.DAY_FULL);
        }
        if (at != null && !free.contains(at)) {
            throw new Refused(PracticalRefusal.SLOT_TAKEN);
        }
        if (sql.first(OPEN, row -> true, person, day.qualification(), clock.now())
                .isPresent()) {
            throw new Refused(PracticalRefusal.ALREADY_ADMITTED);
        }
        eligibility
                .objection(
                        person, day.qualification(), policies.byId(day.policy()), OfficialClock.dateOf(day.startsAt()))
                .ifPresent(refused -> {
                    throw refused;
                });
        Instant slot = at == null ? free.get(0) : at;
        engagements.mustBeFree(person, session, slot, slot.plus(Duration.ofMinutes(day.minutes())));
        UUID id = Ids.next();
        if (sql.update(
                        "INSERT INTO practical_candidate (id, session_id, person_id, slot_at, state, admitted_at, admitted_by) VALUES (?, ?, ?, ?, 'ADMITTED', ?, ?) ON CONFLICT (session_id, person_id) WHERE state NOT IN ('ENDED', 'WITHDRAWN') DO NOTHING",
                        id,
                        session,
                        person,
                        slot,
                        clock.now(),
                        by)
                == 0) {
            throw new Refused(PracticalRefusal.ALREADY_ADMITTED);
        }
        auditing.note("admitted", "practical", session, "person " + person);
        return id;
    }
}
