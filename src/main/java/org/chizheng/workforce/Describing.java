package org.chizheng.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Says what an enterprise is from a day on. What was true before that day, and what was known before, stays on record. */
@ApplicationScoped
public class Describing {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final String CLOSE = """
            UPDATE enterprise_fact SET known_until = ?
            WHERE enterprise_id = ? AND known_until IS NULL AND (valid_until IS NULL OR valid_until > ?)
            RETURNING id, valid_from""";
    private static final String SHORTEN = """
            INSERT INTO enterprise_fact (id, enterprise_id, region, zone, industry, high_risk, size, staff, safety_body, valid_from, valid_until, known_from)
            SELECT ?, enterprise_id, region, zone, industry, high_risk, size, staff, safety_body, valid_from, ?, ? FROM enterprise_fact WHERE id = ?""";
    private static final String INSERT = """
            INSERT INTO enterprise_fact (id, enterprise_id, region, zone, industry, high_risk, size, staff, safety_body, valid_from, known_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CURRENT = """
            UPDATE enterprise SET region = ?, zone = ?, industry = ?, high_risk = ?, size = ?, staff = ?, safety_body = ?, version = version + 1 WHERE id = ?""";
    private final Enterprises enterprises;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Describing(Enterprises enterprises, Sql sql, OfficialClock clock, Auditing auditing) {
        this.enterprises = enterprises;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    private record Closed(UUID id, LocalDate from) {}

    /**
     * Nothing happens when it is so already from that day on.
     *
     * @param from takes the place of whatever was said of that day and later ones; 1950-01-01 corrects it for all time
     * @throws Refused DATE_INVALID if the day lies in the future or before 1950
     */
    @Transactional
    public void describe(UUID enterprise, EnterpriseFacts facts, LocalDate from) {
        if (from == null || from.isAfter(clock.today()) || from.isBefore(EARLIEST)) {
            throw new Refused(WorkforceRefusal.DATE_INVALID);
        }
        // One at a time for each enterprise.
        if (sql.list("SELECT 1 FROM enterprise WHERE id = ? FOR UPDATE", row -> true, enterprise)
                .isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        if (enterprises.holdsSince(enterprise, facts, from)) {
            return;
        }
        Instant now = clock.now();
        List<Closed> closed = sql.list(
                CLOSE,
                row -> new Closed(row.getObject("id", UUID.class), Sql.date(row, "valid_from")),
                now,
                enterprise,
                from);
        closed.stream()
                .filter(fact -> fact.from().isBefore(from))
                .forEach(fact -> sql.update(SHORTEN, Ids.next(), from, now, fact.id()));
        insert(enterprise, facts, from, now);
        auditing.note("described", "enterprise", enterprise, "from " + from);
    }

    private void insert(UUID enterprise, EnterpriseFacts facts, LocalDate from, Instant now) {
        String size = facts.size() == null ? null : facts.size().name();
        sql.update(
                INSERT,
                Ids.next(),
                enterprise,
                facts.region(),
                facts.zone(),
                facts.industry(),
                facts.highRisk(),
                size,
                facts.staff(),
                facts.safetyBody(),
                from,
                now);
        sql.update(
                CURRENT,
                facts.region(),
                facts.zone(),
                facts.industry(),
                facts.highRisk(),
                size,
                facts.staff(),
                facts.safetyBody(),
                enterprise);
    }
}
