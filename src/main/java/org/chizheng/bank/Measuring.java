package org.chizheng.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Takes measured difficulties into the bank; papers committed from now on are balanced by them, earlier ones are not touched. */
@ApplicationScoped
public class Measuring {
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Measuring(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param run that measured, once
     * @param difficulties by revision of the subject's items
     */
    @Transactional
    public void publish(UUID run, String subject, Map<UUID, MeasuredDifficulty> difficulties) {
        sql.update(
                "INSERT INTO difficulty_measurement (run_id, subject, measured_at) VALUES (?, ?, ?)",
                run,
                subject,
                clock.now());
        List<Object[]> rows = new ArrayList<>();
        difficulties.forEach((revision, measured) -> rows.add(
                new Object[] {run, revision, measured.a(), measured.b(), measured.error(), measured.responses()}));
        sql.batch(
                "INSERT INTO item_difficulty (run_id, revision_id, a, b, error, responses) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
        auditing.note("measured", "subject", subject, difficulties.size() + " difficulties");
    }
}
