package org.chizheng.goal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Enters what each city weighs when targets are split by entered weights. */
@ApplicationScoped
public class Weighing {
    private static final int SOURCE = 300;
    private static final long HEAVIEST = 1_000_000_000;
    private final Targets targets;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Weighing(Targets targets, Sql sql, OfficialClock clock, Auditing auditing) {
        this.targets = targets;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * In place of what was entered before, which stays on record.
     *
     * @param weights for every city, 1 to 1,000,000,000
     * @param source where they are from, 1 to 300 characters
     * @throws Refused WEIGHTS_INVALID or SOURCE_MISSING
     */
    @Transactional
    public void weigh(Map<String, Long> weights, String source, String by) {
        if (!weights.keySet().equals(new HashSet<>(targets.cities()))
                || !weights.values().stream().allMatch(w -> w != null && w >= 1 && w <= HEAVIEST)) {
            throw new Refused(GoalRefusal.WEIGHTS_INVALID, HEAVIEST);
        }
        if (source == null || source.isBlank() || source.strip().length() > SOURCE) {
            throw new Refused(GoalRefusal.SOURCE_MISSING, SOURCE);
        }
        Instant now = clock.now();
        sql.update("UPDATE goal_weight SET known_until = ? WHERE known_until IS NULL", now);
        List<Object[]> rows = new ArrayList<>();
        weights.forEach((city, weight) -> rows.add(new Object[] {Ids.next(), city, weight, source.strip(), now, by}));
        sql.batch(
                "INSERT INTO goal_weight (id, region, weight, source, known_from, set_by) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
        auditing.note("weighed", "goal", "weights", new TreeMap<>(weights).toString());
    }
}
