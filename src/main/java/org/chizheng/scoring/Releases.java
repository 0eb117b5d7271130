package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.regulation.rule.WorkingCalendar;

/** Sessions that wait for their release, the most overdue first, and those released last. */
@ApplicationScoped
public class Releases {
    private static final int MOST = 500;
    private static final int LAST = 20;
    /** Over what an approval approves: every result of the session that is not released. */
    private static final String DIGEST = """
            SELECT encode(sha256(convert_to(string_agg(concat_ws(':', x.id, x.raw, x.passed), ',' ORDER BY x.id), 'UTF8')), 'hex')
            FROM result x WHERE x.session_id = ? AND x.released_at IS NULL""";

    private static final String SELECT = """
            SELECT e.id, e.centre_id, c.zh, c.en, c.region, r.label, e.qualification, e.policy, e.starts_at, e.released_at,
                   n.sittings, n.open, n.unscored, n.results, n.passed, n.unreleased, n.withheld, a.approved_by, a.approved_at
            FROM exam_session e JOIN centre c ON c.id = e.centre_id JOIN room r ON r.id = e.room_id
            CROSS JOIN LATERAL (
                SELECT count(*) AS sittings, count(*) FILTER (WHERE s.state <> 'CLOSED') AS open, count(*) FILTER (WHERE s.state = 'CLOSED' AND (x.id IS NULL OR z.sitting_id IS NOT NULL)) AS unscored,
                       count(x.id) AS results, count(*) FILTER (WHERE x.passed) AS passed, count(x.id) FILTER (WHERE x.released_at IS NULL) AS unreleased,
                       count(x.id) FILTER (WHERE x.released_at IS NULL AND EXISTS (SELECT 1 FROM undecided_breach b WHERE b.enrolment_id = s.enrolment_id)) AS withheld,
                       encode(sha256(convert_to(string_agg(concat_ws(':', x.id, x.raw, x.passed), ',' ORDER BY x.id) FILTER (WHERE x.id IS NOT NULL AND x.released_at IS NULL), 'UTF8')), 'hex') AS digest
                FROM sitting s LEFT JOIN result x ON x.sitting_id = s.id LEFT JOIN zeroing_pending z ON z.sitting_id = s.id WHERE s.session_id = e.id) n
            LEFT JOIN LATERAL (SELECT * FROM release_approval o WHERE o.session_id = e.id AND o.digest = n.digest ORDER BY o.approved_at DESC LIMIT 1) a ON true
            """;
    private static final String WAITING = SELECT
            + "WHERE (e.released_at IS NULL OR e.id IN (SELECT session_id FROM result WHERE released_at IS NULL)) AND e.started_at IS NOT NULL AND NOT e.rehearsal AND n.sittings > 0"
            + " AND (e.centre_id = ANY (?) OR EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(c.region, reach.code)))"
            + " ORDER BY e.starts_at LIMIT " + MOST;
    private static final String RELEASED = SELECT + "WHERE e.released_at IS NOT NULL AND NOT e.rehearsal"
            + " AND (e.centre_id = ANY (?) OR EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(c.region, reach.code)))"
            + " ORDER BY e.released_at DESC LIMIT " + LAST;
    private final Sql sql;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final OfficialClock clock;

    Releases(Sql sql, Policies policies, WorkingDays workingDays, OfficialClock clock) {
        this.sql = sql;
        this.policies = policies;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** How far somebody sees: centres one by one, and regions by the beginning of their codes; an empty code is everywhere. */
    public record Reach(List<UUID> centres, List<String> regions) {
        Object[] parameters() {
            return new Object[] {centres.toArray(UUID[]::new), regions.toArray(String[]::new)};
        }
    }

    /** The most overdue first, at most 500. */
    public List<ReleaseRow> waiting(Reach reach) {
        return rows(WAITING, reach).stream()
                .sorted(Comparator.comparing(ReleaseRow::due).thenComparing(ReleaseRow::startsAt))
                .toList();
    }

    /** The last twenty, the newest first. */
    public List<ReleaseRow> released(Reach reach) {
        return rows(RELEASED, reach);
    }

    private List<ReleaseRow> rows(String query, Reach reach) {
        WorkingCalendar calendar = workingDays.calendar();
        LocalDate today = clock.today();
        return sql.list(query, row -> row(row, calendar, today), reach.parameters());
    }

    /** Empty when there is nothing to approve. */
    Optional<String> digest(UUID session) {
        return sql.list(DIGEST, row -> Optional.ofNullable(row.getString(1)), session)
                .get(0);
    }

    /** Who approved these very results last. */
    Optional<String> approver(UUID session, String digest) {
        return sql.first(
                "SELECT approved_by FROM release_approval WHERE session_id = ? AND digest = ? ORDER BY approved_at DESC LIMIT 1",
                row -> row.getString(1),
                session,
                digest);
    }

    private ReleaseRow row(ResultSet row, WorkingCalendar calendar, LocalDate today) throws SQLException {
        PolicyTerms policy = policies.byId(row.getString("policy"));
        Instant startsAt = Sql.instant(row, "starts_at");
        LocalDate due = calendar.after(OfficialClock.dateOf(startsAt), policy.number(PolicyTerm.RESULT_WORKING_DAYS));
        return new ReleaseRow(
                row.getObject("id", UUID.class),
                row.getObject("centre_id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("region"),
                row.getString("label"),
                row.getString("qualification"),
                startsAt,
                row.getInt("sittings"),
                row.getInt("open"),
                row.getInt("unscored"),
                row.getInt("results"),
                row.getInt("passed"),
                row.getInt("unreleased"),
                row.getInt("withheld"),
                due,
                calendar.between(today, due),
                policy.number(PolicyTerm.RELEASE_PERSONS),
                row.getString("approved_by"),
                Sql.instant(row, "approved_at"),
                Sql.instant(row, "released_at"));
    }
}
