package org.chizheng.statistics.report;

import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Swept;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.figures.Snapshots;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Makes last month's reports of the province and its cities when its last day's figures are frozen; those of counties are made when somebody asks for them. */
@ApplicationScoped
class ReportSweep {
    private static final Logger LOG = Logger.getLogger(ReportSweep.class);
    private final Reports reports;
    private final Reporting reporting;
    private final Snapshots snapshots;
    private final Regions regions;
    private final OfficialClock clock;

    ReportSweep(Reports reports, Reporting reporting, Snapshots snapshots, Regions regions, OfficialClock clock) {
        this.reports = reports;
        this.reporting = reporting;
        this.snapshots = snapshots;
        this.regions = regions;
        this.clock = clock;
    }

    /** One region in a turn; where another replica has just made it, its refusal changes nothing. */
    @Swept
    @Scheduled(every = "1m", identity = "monthly-reports", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
        if (snapshots.of(last.atEndOfMonth()).isPresent()) {
            reports.missing(last).flatMap(regions::find).ifPresent(region -> make(region, last));
        }
    }

    private void make(RegionView region, YearMonth month) {
        try {
            reporting.make(region, month.toString(), "");
        } catch (Refused refused) {
            LOG.infof(
                    "no report of %s for %s: %s",
                    region.code(), month, refused.reason().name());
        }
    }
}
