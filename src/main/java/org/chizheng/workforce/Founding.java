package org.chizheng.workforce;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.workforce.rule.CreditCode;

/** Enters enterprises, their posts and what each post requires. */
@ApplicationScoped
public class Founding {
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Founding(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Transactional
    public UUID enterprise(String creditCode, String name, String region, boolean highRisk) {
        if (!CreditCode.isValid(creditCode)) {
            throw new Refused(WorkforceRefusal.CREDIT_CODE);
        }
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO enterprise (id, credit_code, name, region, high_risk, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                creditCode,
                name,
                region,
                highRisk,
                clock.now());
        auditing.note("entered", "enterprise", id, region);
        return id;
    }

    /** A post that requires one qualification from that day on. */
    @Transactional
    public UUID post(UUID enterprise, String title, String qualification, LocalDate from) {
        UUID id = Ids.next();
        sql.update("INSERT INTO post (id, enterprise_id, title) VALUES (?, ?, ?)", id, enterprise, title);
        sql.update(
                "INSERT INTO requirement (id, post_id, qualification, valid_from, known_from) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                id,
                qualification,
                from,
                clock.now());
        auditing.note("entered", "post", id, qualification);
        return id;
    }
}
