package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.fitness.Fitness;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.rule.HolderRate;

/** Computes the holder rate. Functional zones are filters and never summands, so cities and counties add up. */
@ApplicationScoped
public class HolderRates {
    private final Fitness fitness;
    private final Regions regions;

    public HolderRates(Fitness fitness, Regions regions) {
        this.fitness = fitness;
        this.regions = regions;
    }

    public HolderRateView of(String code, LocalDate asOf, Instant knownAt) {
        RegionView region =
                regions.find(code).orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "region", ""));
        List<Fitness.Count> counts = fitness.byCounty(code, asOf, knownAt);
        List<RateView> rows = regions.children(code).stream()
                .map(child -> rate(child, counts))
                .toList();
        return new HolderRateView(asOf, knownAt, rate(region, counts), rows);
    }

    private static RateView rate(RegionView region, List<Fitness.Count> counts) {
        List<Fitness.Count> within = counts.stream()
                .filter(c -> RegionView.covers(region.code(), c.region()))
                .toList();
        HolderRate rate = new HolderRate(
                within.stream().mapToLong(Fitness.Count::covered).sum(),
                within.stream().mapToLong(Fitness.Count::required).sum());
        return new RateView(
                region.code(),
                region.zh(),
                region.en(),
                rate.numerator(),
                rate.denominator(),
                rate.percent().map(java.math.BigDecimal::toPlainString).orElse(null),
                within.stream().mapToLong(Fitness.Count::grace).sum());
    }
}
