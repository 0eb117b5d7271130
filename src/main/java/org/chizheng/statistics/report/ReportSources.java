package org.chizheng.statistics.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.goal.Cell;
import org.chizheng.goal.GoalsView;
import org.chizheng.goal.KindView;
import org.chizheng.goal.Overview;
import org.chizheng.goal.PassView;
import org.chizheng.goal.rule.WorkKind;
import org.chizheng.region.RegionView;
import org.chizheng.statistics.report.ReportFacts.Goal;
import org.chizheng.statistics.report.ReportFacts.Pass;
import org.chizheng.statistics.report.ReportFacts.Policy;
import org.chizheng.statistics.report.ReportFacts.Work;

/** What a report takes from beside the holder rate: goals, the work list, alerts, the law. */
@ApplicationScoped
class ReportSources {
    private static final String ACTS = """
            SELECT w.kind, count(*) FILTER (WHERE e.act = 'RAISED'), count(DISTINCT e.item_id) FILTER (WHERE e.act = 'ANSWER'),
                   count(DISTINCT e.item_id) FILTER (WHERE e.act = 'ACCEPT'), count(*) FILTER (WHERE e.act IN ('CLOSE', 'RESOLVE'))
            FROM work_event e JOIN work_item w ON w.id = e.item_id
            WHERE e.at >= ? AND e.at < ? AND starts_with(w.region, ?) GROUP BY 1""";
    /** At the end of the month: what was raised before and closed later or not at all. */
    private static final String RUNNING = """
            SELECT w.kind, count(*), count(*) FILTER (WHERE l.act IN ('RAISED', 'GIVE_BACK') AND w.due_on < ?)
            FROM work_item w CROSS JOIN LATERAL (
              SELECT act FROM work_event e WHERE e.item_id = w.id AND e.at < ? AND e.act IN ('RAISED', 'ANSWER', 'ACCEPT', 'GIVE_BACK', 'CLOSE', 'RESOLVE')
              ORDER BY e.id DESC LIMIT 1) l
            WHERE w.raised_at < ? AND (w.state <> 'CLOSED' OR w.changed_at >= ?) AND starts_with(w.region, ?) GROUP BY 1""";

    private static final String ALERTS = """
            SELECT (SELECT count(*) FROM rate_alert WHERE raised_at >= ? AND raised_at < ? AND starts_with(region, ?)),
                   (SELECT count(*) FROM rate_alert WHERE state <> 'OPEN' AND changed_at >= ? AND changed_at < ? AND starts_with(region, ?)),
                   (SELECT count(*) FROM rate_alert WHERE raised_at < ? AND (state = 'OPEN' OR changed_at >= ?) AND starts_with(region, ?))""";
    private static final String POLICIES = """
            SELECT p.id, p.instrument_zh, p.instrument_en, p.in_force_from, max(t.value) FILTER (WHERE t.term = 'GRACE_MONTHS') grace,
                   max(t.value) FILTER (WHERE t.term = 'ABSENCE_MONTHS') absence, max(t.value) FILTER (WHERE t.term = 'COUNTED_WORKERS') workers
            FROM policy p LEFT JOIN policy_term t ON t.policy = p.id
            WHERE p.in_force_from <= ? AND (p.in_force_until IS NULL OR p.in_force_until > ?) GROUP BY p.id ORDER BY p.post_category, p.id""";
    private static final int CITY = 4;
    private final Sql sql;
    private final Overview overview;

    ReportSources(Sql sql, Overview overview) {
        this.sql = sql;
        this.overview = overview;
    }

    /** Of the province, or the share of a city, which for a county is its own. */
    List<Goal> goals(RegionView region, LocalDate day) {
        List<Goal> goals = new ArrayList<>();
        for (GoalsView view : overview.asOf(day)) {
            for (KindView kind : view.kinds()) {
                Cell done = isProvince(region)
                        ? kind.year().done()
                        : kind.cities().stream()
                                .filter(city -> city.code().equals(city(region)))
                                .map(KindView.CityRow::done)
                                .findFirst()
                                .orElseThrow();
                goals.add(new Goal(
                        view.reading().zh(),
                        view.reading().en(),
                        kind.kind().name(),
                        view.year(),
                        done.part(),
                        done.whole()));
            }
        }
        return goals;
    }

    private static boolean isProvince(RegionView region) {
        return "PROVINCE".equals(region.level());
    }

    private static String city(RegionView region) {
        return region.code().substring(0, CITY);
    }

    /** As counted last until the day; nothing before the first count. */
    List<Pass> passes(RegionView region, LocalDate day) {
        PassView view = overview.asOf(day).get(0).pass();
        if (view == null) {
            return List.of();
        }
        PassView.PassRow row = isProvince(region)
                ? view.total()
                : view.rows().stream()
                        .filter(one -> one.code().equals(city(region)))
                        .findFirst()
                        .orElseThrow();
        return List.of(
                new Pass(false, view.day(), row.onPost().part(), row.onPost().whole()),
                new Pass(true, view.day(), row.newly().part(), row.newly().whole()));
    }

    /** By the region in which an enterprise is now; deadlines as they were set last. */
    Work work(String region, YearMonth month) {
        Instant from = month.atDay(1).atStartOfDay(OfficialClock.ZONE).toInstant();
        Instant until =
                month.plusMonths(1).atDay(1).atStartOfDay(OfficialClock.ZONE).toInstant();
        Map<String, long[]> acts = new HashMap<>();
        sql.list(
                ACTS,
                row -> acts.put(
                        row.getString(1), new long[] {row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)}),
                from,
                until,
                region);
        Map<String, long[]> running = new HashMap<>();
        sql.list(
                RUNNING,
                row -> running.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)}),
                month.atEndOfMonth(),
                until,
                until,
                until,
                region);
        List<Work.Kind> kinds = Stream.of(WorkKind.values())
                .map(kind -> {
                    long[] did = acts.getOrDefault(kind.name(), new long[4]);
                    long[] runs = running.getOrDefault(kind.name(), new long[2]);
                    return new Work.Kind(kind.name(), did[0], did[1], did[2], did[3], runs[0], runs[1]);
                })
                .toList();
        return sql.first(
                        ALERTS,
                        row -> new Work(kinds, row.getLong(1), row.getLong(2), row.getLong(3)),
                        from,
                        until,
                        region,
                        from,
                        until,
                        region,
                        until,
                        until,
                        region)
                .orElseThrow();
    }

    List<Policy> policies(LocalDate day) {
        return sql.list(
                POLICIES,
                row -> new Policy(
                        row.getString("id"),
                        row.getString("instrument_zh"),
                        row.getString("instrument_en"),
                        Sql.date(row, "in_force_from"),
                        row.getString("grace"),
                        row.getString("absence"),
                        row.getString("workers")),
                day,
                day);
    }
}
