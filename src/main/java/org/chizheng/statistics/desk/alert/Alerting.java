package org.chizheng.statistics.desk.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.desk.DeskTerms;
import org.chizheng.statistics.desk.DeskTerms.Span;
import org.chizheng.statistics.desk.Published;
import org.chizheng.statistics.desk.rule.Fall;
import org.chizheng.statistics.figures.Snapshots;
import org.chizheng.statistics.figures.rule.Counts;

import io.quarkus.scheduler.Scheduled;

/** Looks once at the figures of each day when they are published: raises alerts, follows those that run, ends those whose fall has been made good. Of a region one alert runs at a time. */
@ApplicationScoped
public class Alerting {
    private static final String RAISE = """
            INSERT INTO rate_alert (id, region, span, base_day, raised_for, day, required_before, covered_before, required_after, covered_after,
                                    limit_hundredths, limit_people, limit_least, state, raised_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?) ON CONFLICT (region) WHERE state = 'OPEN' DO NOTHING""";
    private static final String FOLLOW =
            "UPDATE rate_alert SET day = ?, required_after = ?, covered_after = ?, state = ?, changed_at = ? WHERE id = ?";
    private final RateAlerts alerts;
    private final Published published;
    private final Snapshots snapshots;
    private final DeskTerms terms;
    private final Regions regions;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    Alerting(
            RateAlerts alerts,
            Published published,
            Snapshots snapshots,
            DeskTerms terms,
            Regions regions,
            Sql sql,
            OfficialClock clock,
            Auditing auditing) {
        this.alerts = alerts;
        this.published = published;
        this.snapshots = snapshots;
        this.terms = terms;
        this.regions = regions;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** Yesterday's figures, when they are frozen; another replica that is at it is waited for, and then there is nothing left to do. */
    @Swept
    @Scheduled(every = "1m", identity = "rate-alerting", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        LocalDate yesterday = clock.today().minusDays(1);
        if (snapshots.of(yesterday).isPresent()
                && sql.update(
                                "INSERT INTO rate_alert_day (day, done_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                                yesterday,
                                clock.now())
                        == 1) {
            look(yesterday);
        }
    }

    /** What the figures of three days say. */
    private record Look(LocalDate day, Published.Day now, Map<Span, Published.Day> before, DeskTerms.Terms on) {
        Fall since(Published.Day then, String region) {
            Counts was = then.of(region);
            Counts is = now.of(region);
            return new Fall(was.required(), was.covered(), is.required(), is.covered());
        }
    }

    /** Compares a day's figures, as published, with those of the day and of the week before. */
    @Transactional
    public void look(LocalDate day) {
        List<RegionView> all =
                regions.all().stream().filter(region -> !region.isZone()).toList();
        List<String> codes = all.stream().map(RegionView::code).toList();
        Look look = new Look(
                day,
                published.day(day, codes),
                Map.of(
                        Span.DAY, published.day(day.minusDays(Span.DAY.days()), codes),
                        Span.WEEK, published.day(day.minusDays(Span.WEEK.days()), codes)),
                terms.on(day));
        Map<String, RateAlert> running = alerts.running();
        Map<String, LocalDate> settled = alerts.settledSince(day.minusDays(Span.WEEK.days()));
        for (RegionView region : all) {
            RateAlert alert = running.get(region.code());
            if (alert != null) {
                follow(alert, look);
            } else {
                raise(region, look, settled.get(region.code()));
            }
        }
    }

    /** By a day's fall, else by a week's. What was settled later than the day compared with is not told again. */
    private void raise(RegionView region, Look look, LocalDate settled) {
        for (Span span : Span.values()) {
            LocalDate base = look.day().minusDays(span.days());
            Fall fall = look.since(look.before().get(span), region.code());
            Fall.Limit limit = look.on().limit(span, region.level());
            if ((settled == null || !settled.isAfter(base)) && fall.exceeds(limit)) {
                raise(region.code(), span, base, look.day(), fall, limit);
                return;
            }
        }
    }

    private void raise(String region, Span span, LocalDate base, LocalDate day, Fall fall, Fall.Limit limit) {
        Instant now = clock.now();
        var id = Ids.next();
        int rows = sql.update(
                RAISE,
                id,
                region,
                span.name(),
                base,
                day,
                day,
                fall.requiredBefore(),
                fall.coveredBefore(),
                fall.requiredAfter(),
                fall.coveredAfter(),
                limit.hundredths(),
                limit.people(),
                limit.leastRequired(),
                now,
                now);
        if (rows == 1) {
            auditing.note("raised", "rate alert", id, region + " " + span + " " + fall.uncovered());
        }
    }

    /** It runs as long as the fall from where it began is more than the limit by which it was raised. */
    private void follow(RateAlert alert, Look look) {
        if (!look.day().isAfter(alert.day())) {
            return;
        }
        Counts now = look.now().of(alert.region());
        Fall fall =
                new Fall(alert.fall().requiredBefore(), alert.fall().coveredBefore(), now.required(), now.covered());
        boolean runs = fall.exceeds(alert.limit());
        sql.update(FOLLOW, look.day(), now.required(), now.covered(), runs ? "OPEN" : "GONE", clock.now(), alert.id());
        if (!runs) {
            auditing.note("ended", "rate alert", alert.id(), "made good");
        }
    }
}
