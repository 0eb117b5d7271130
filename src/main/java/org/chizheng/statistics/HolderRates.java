package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

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

    /** Of a functional zone the enterprises in it are counted, whatever their county. */
    public HolderRateView of(RegionView region, LocalDate asOf, Instant knownAt) {
        List<Fitness.Count> counts = region.isZone()
                ? fitness.inZone(region.code(), asOf, knownAt)
                : fitness.byCounty(regions.counties(region.code()), asOf, knownAt);
        List<RateView> rows = regions.children(region.code()).stream()
                .map(child -> rate(child, within(child, counts)))
                .toList();
        return new HolderRateView(asOf, knownAt, rate(region, counts), rows);
    }

    private static List<Fitness.Count> within(RegionView region, List<Fitness.Count> counts) {
        return counts.stream()
                .filter(count -> RegionView.covers(region.code(), count.region()))
                .toList();
    }

    private static RateView rate(RegionView region, List<Fitness.Count> counts) {
        HolderRate rate = new HolderRate(
                counts.stream().mapToLong(Fitness.Count::covered).sum(),
                counts.stream().mapToLong(Fitness.Count::required).sum());
        return new RateView(
                region.code(),
                region.zh(),
                region.en(),
                rate.numerator(),
                rate.denominator(),
                rate.percent().map(java.math.BigDecimal::toPlainString).orElse(null),
                counts.stream().mapToLong(Fitness.Count::grace).sum());
    }
}
