package org.chizheng.practical;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Lets practicals count nothing by a decision on an incident, or count again; within the acting transaction. What is not judged yet is judged so from the start, and a recheck keeps to it. */
@ApplicationScoped
public class ZeroingPracticals {
    private static final String KEEP = """
            INSERT INTO practical_zero (candidate_id, incident_id, decision_id, zero) VALUES (?, ?, ?, ?)
            ON CONFLICT (candidate_id, incident_id) DO UPDATE SET decision_id = excluded.decision_id, zero = excluded.zero""";
    private final Practicals practicals;
    private final PracticalResults results;
    private final Amending amending;
    private final Sql sql;

    ZeroingPracticals(Practicals practicals, PracticalResults results, Amending amending, Sql sql) {
        this.practicals = practicals;
        this.results = results;
        this.amending = amending;
        this.sql = sql;
    }

    /**
     * @param candidates whom it reaches now; whom an earlier decision on the incident reached is reached as well
     * @param zero what the decision that stands now says of them
     */
    public void zero(UUID incident, UUID decision, List<UUID> candidates, boolean zero) {
        Set<UUID> all = new LinkedHashSet<>(sql.list(
                "SELECT candidate_id FROM practical_zero WHERE incident_id = ?",
                row -> row.getObject(1, UUID.class),
                incident));
        all.addAll(candidates);
        all.stream().sorted().forEach(candidate -> {
            practicals.locked(candidate);
            sql.update(KEEP, candidate, incident, decision, zero);
            results.ofCandidate(candidate).ifPresent(result -> amending.follow(result.id(), decision));
        });
    }
}
