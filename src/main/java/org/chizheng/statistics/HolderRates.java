package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.rule.HolderRate;

/** The holder rate of regions. Functional zones are filters and never summands, so cities and counties add up. */
@ApplicationScoped
public class HolderRates {
    private final Figures figures;
    private final Regions regions;
    private final OfficialClock clock;

    public HolderRates(Figures figures, Regions regions, OfficialClock clock) {
        this.figures = figures;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Of a functional zone the enterprises in it are counted, whatever their county.
     *
     * @param knownAt null for all that is recorded by now
     */
    public HolderRateView of(RegionView region, LocalDate asOf, Instant knownAt) {
        List<RegionView> children = regions.children(region.code());
        List<String> codes =
                new ArrayList<>(children.stream().map(RegionView::code).toList());
        codes.add(region.code());
        Instant by = knownAt == null ? clock.now() : knownAt;
        Map<String, Counts> counts =
                figures.totals(codes, List.of(asOf), knownAt).get(0);
        return new HolderRateView(
                asOf,
                by,
                rate(region, counts),
                children.stream().map(child -> rate(child, counts)).toList());
    }

    private static RateView rate(RegionView region, Map<String, Counts> counts) {
        Counts of = counts.get(region.code());
        HolderRate rate = new HolderRate(of.covered(), of.required());
        return new RateView(
                region.code(),
                region.zh(),
                region.en(),
                rate.numerator(),
                rate.denominator(),
                rate.percent().map(java.math.BigDecimal::toPlainString).orElse(null),
                of.grace());
    }
}
