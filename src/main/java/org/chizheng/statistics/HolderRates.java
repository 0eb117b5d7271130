package org.chizheng.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.HolderRateView.Ahead;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.rule.HolderRate;

/** The holder rate of regions. Functional zones are filters and never summands, so cities and counties add up. */
@ApplicationScoped
public class HolderRates {
    private static final List<Integer> DAYS_AHEAD = List.of(30, 90, 180);
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
        List<LocalDate> days = new ArrayList<>(List.of(asOf));
        if (knownAt == null) {
            DAYS_AHEAD.forEach(ahead -> days.add(asOf.plusDays(ahead)));
        }
        Instant by = knownAt == null ? clock.now() : knownAt;
        List<Map<String, Counts>> counts = figures.totals(codes, days, knownAt);
        return new HolderRateView(
                asOf,
                by,
                rate(region, counts.get(0)),
                children.stream().map(child -> rate(child, counts.get(0))).toList(),
                IntStream.range(1, days.size())
                        .mapToObj(i -> new Ahead(DAYS_AHEAD.get(i - 1), days.get(i), rate(region, counts.get(i))))
                        .toList());
    }

    private static RateView rate(RegionView region, Map<String, Counts> counts) {
        return rate(region.code(), region.zh(), region.en(), counts.get(region.code()));
    }

    /** Both rates cut to two decimals; of nothing, none. */
    static RateView rate(String code, String zh, String en, Counts counts) {
        return new RateView(
                code,
                zh,
                en,
                counts.covered(),
                counts.required(),
                percent(counts.covered(), counts.required()),
                counts.grace(),
                percent(counts.covered(), counts.required() - counts.grace()));
    }

    static String percent(long covered, long required) {
        return new HolderRate(covered, required)
                .percent()
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }
}
